/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-bundle.h"
#include "pm-offset-map.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

#define PM_BUNDLE_JSON_FORMAT "pressmark-notebook"
#define PM_BUNDLE_JSON_VERSION 1
#define PM_BUNDLE_AGENT "Pressmark/" PM_VERSION

/* Errors of writing: no room is told apart from everything else. */
void _pm_bundle_set_errno (GError **error, int saved_errno);
/* @inner: (transfer full): cancellation is passed on as it is. */
void _pm_bundle_take_io_error (GError **error, GError *inner);
gboolean _pm_bundle_write (GOutputStream *stream,
                           const void *data,
                           gsize length,
                           GCancellable *cancellable,
                           GError **error);

/* A temporary file without a name: it is gone when closed, or when the program dies. */
typedef struct
{
  FILE *file;
  guint64 size;
} PmSpool;

/* @folder: (nullable) */
PmSpool *_pm_spool_new (const char *folder, GError **error);
void _pm_spool_free (PmSpool *self);
gboolean _pm_spool_write (PmSpool *self, const void *data, gsize length, GError **error);
/* From the first byte on; no writing after this. */
gboolean _pm_spool_rewind (PmSpool *self, GError **error);
/* Returns: the bytes read, 0 at the end, -1 on error. */
gssize _pm_spool_read (PmSpool *self, void *buffer, gsize size, GError **error);
/* Returns: (transfer full): all of it, mapped, not read. */
GBytes *_pm_spool_map (PmSpool *self, GError **error);

/* Where the bytes of one page of an article lie in its bundle. */
typedef struct
{
  PmPage *page;
  char *original; /* (nullable): as received */
  char *decoded;  /* (nullable): and without their content encoding, when they have one */
  char *headers;  /* (nullable): and the exchange that brought them */
} PmBundleOriginal;

PmBundleOriginal *_pm_bundle_original_new (PmPage *page);
void _pm_bundle_original_free (PmBundleOriginal *self);

/* An image of an article on its way in. */
typedef struct
{
  PmRecord *record;
  char *url;
  char *file;
} PmBundleImage;

PmBundleImage *_pm_bundle_image_new (PmRecord *record);
void _pm_bundle_image_free (PmBundleImage *self);

/* What a notebook.json has beside its records. */
typedef struct
{
  GPtrArray *originals; /* (element-type PmBundleOriginal): one for each page that their documents
                         * were made from */
  GPtrArray *images;    /* (element-type PmBundleImage) */
  GPtrArray *feeds;     /* (element-type PmFeed): no files, but beside the records too */
} PmBundleFiles;

PmBundleFiles *_pm_bundle_files_new (void);
void _pm_bundle_files_free (PmBundleFiles *self);

/* One article on its way out. */
typedef struct
{
  PmBundle *bundle;
  PmRecord *record;
  PmOffsetMap *map;     /* (nullable): of the document's text */
  guint number;         /* from 1 */
  GPtrArray *originals; /* (element-type PmBundleOriginal): of its pages in their order; empty
                         * unless asked for */
  GHashTable *images;   /* (element-type utf8 GBytes): by address; those that are kept */
} PmBundleItem;

typedef gboolean (*PmBundleItemFunc) (PmBundleItem *item, gpointer data, GError **error);

typedef enum
{
  PM_BUNDLE_IMAGES = 1 << 0,    /* load the kept images */
  PM_BUNDLE_ORIGINALS = 1 << 1, /* say where the originals lie */
} PmBundleNeeds;

/* Calls @func for one article after the other. */
gboolean _pm_bundle_each (PmBundle *bundle,
                          PmBundleNeeds needs,
                          PmBundleItemFunc func,
                          gpointer data,
                          PmBundleProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error);

/* What a part remembers from article to article: about a line for each. */
typedef struct
{
  guint n_articles;
  guint n_items;     /* annotations */
  GString *contents; /* the list of contents */
  GHashTable *ids;   /* (element-type utf8): taken so far */
} PmPartState;

/* A text made article by article, with a beginning that is only known when all have been seen. */
typedef struct
{
  const char *name; /* of its file in a bundle */
  PmBundleNeeds needs;
  void (*article) (PmPartState *state, PmBundleItem *item, GString *out);
  void (*head) (PmPartState *state, PmBundle *bundle, GString *out);
  void (*tail) (PmPartState *state, PmBundle *bundle, GString *out);
} PmBundlePart;

extern const PmBundlePart _pm_bundle_html_part;
extern const PmBundlePart _pm_bundle_markdown_part;
extern const PmBundlePart _pm_bundle_w3c_part;
extern const PmBundlePart _pm_bundle_json_part;
extern const PmBundlePart _pm_bundle_csl_part;

typedef struct
{
  const PmBundlePart *part;
  PmPartState state;
  PmSpool *spool;
} PmPartWriter;

PmPartWriter *_pm_part_writer_new (const PmBundlePart *part, PmBundle *bundle, GError **error);
void _pm_part_writer_free (PmPartWriter *self);
gboolean _pm_part_writer_add (PmPartWriter *self, PmBundleItem *item, GError **error);
/* The whole of one format that is a single part. */
gboolean _pm_bundle_write_part (const PmBundlePart *part,
                                PmBundle *bundle,
                                GOutputStream *stream,
                                PmBundleProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GError **error);

#define PM_BUNDLE_WRITE(name)                                                                      \
  gboolean name (PmBundle *bundle, GOutputStream *stream, PmBundleProgress progress,               \
                 gpointer progress_data, GCancellable *cancellable, GError **error)

PM_BUNDLE_WRITE (_pm_bundle_write_zip);
PM_BUNDLE_WRITE (_pm_bundle_write_json);
PM_BUNDLE_WRITE (_pm_bundle_write_html);
PM_BUNDLE_WRITE (_pm_bundle_write_markdown);
PM_BUNDLE_WRITE (_pm_bundle_write_w3c);
PM_BUNDLE_WRITE (_pm_bundle_write_csl);

/* The README.md of a bundle. */
extern const char *const _pm_bundle_readme;

/* "2025-01-31T09:30:00.000000Z", or to the second. Returns: (nullable): %NULL for 0 and for times
 * beyond the calendar. */
char *_pm_bundle_format_time (gint64 time, gboolean micros);
/* The reverse. Accepts up to six decimals, and UTC only. */
gboolean _pm_bundle_parse_time (const char *string, gint64 *time);
/* Year, month and day of an ISO 8601 date as far as it says them. Returns: how many, 0–3. */
int _pm_bundle_parse_date (const char *string, int parts[3]);
/* A name that every file system takes, UTF-8, at most 200 bytes. */
char *_pm_bundle_file_name (const char *title);
/* Lower-case ASCII letters, digits and hyphens, at most @limit. */
char *_pm_bundle_slug (const char *string, gsize limit);
/* The names of a byline: "Anna Ruiz", "Joe Biden, Jr." @byline: (nullable). Returns: (transfer
 * full) (element-type utf8) */
GPtrArray *_pm_bundle_split_byline (const char *byline);
/* Whether @url may stand behind a link: http, https or mailto. */
gboolean _pm_bundle_is_link (const char *url);
/* Returns: (nullable): the media type of an image, by its first bytes; @extension: "png". */
const char *_pm_bundle_sniff_image (GBytes *bytes, const char **extension);
/* The file of an image in a bundle, which says by its name what it holds. Returns: (transfer full)
 * (nullable): %NULL when @bytes are no image. */
char *_pm_bundle_name_image (GBytes *bytes);
/* The address the article was read from: the final one when it is known. */
const char *_pm_bundle_get_url (PmRecord *record);
void _pm_bundle_append_escaped (GString *out, const char *string, gssize length);

/* A stretch of one block: an inline mark or a highlight. */
typedef struct
{
  PmSpan span;
  const PmMark *mark;           /* (nullable) */
  const PmHighlight *highlight; /* (nullable) */
} PmRun;

typedef struct
{
  void (*open) (const PmRun *run, gpointer data);
  void (*close) (const PmRun *run, gpointer data);
  void (*text) (const char *text, gsize length, gpointer data);
  void (*cell) (gpointer data); /* between two cells of a table row */
} PmRunWriter;

/* Goes through mark @block of @document. What opens is closed in the reverse order, whatever
 * overlaps; marks are outside of highlights. @highlights: (nullable). */
void _pm_bundle_walk_block (PmDocument *document,
                            gsize block,
                            GPtrArray *highlights,
                            const PmRunWriter *writer,
                            gpointer data);

/* The article's title, text, and the list of its highlights, for the report. */
void _pm_bundle_html_title (PmBundleItem *item, GString *out);
void _pm_bundle_html_text (PmBundleItem *item, GString *out);
void _pm_bundle_html_findings (PmBundleItem *item, GString *out);
extern const char *const _pm_bundle_html_style;
/* For people, N_(): "People" */
extern const char *const _pm_bundle_entity_titles[PM_N_ENTITY_TYPES];

/* The article's blocks as Markdown. */
void _pm_bundle_markdown_text (PmBundleItem *item, GString *out);
/* @url in angle brackets, or escaped when nothing may link there. */
void _pm_bundle_markdown_address (GString *out, const char *url);
void _pm_bundle_markdown_escape (GString *out, const char *text, gssize length);

/* JSON. Members without a value are left out. */
void _pm_json_string (JsonBuilder *builder, const char *name, const char *value);
void _pm_json_time (JsonBuilder *builder, const char *name, gint64 time, gboolean micros);
void _pm_json_int (JsonBuilder *builder, const char *name, gint64 value);
void _pm_json_strings (JsonBuilder *builder, const char *name, GPtrArray *values);
/* Appends what @builder made, and a comma before it when @follows. */
void _pm_json_append (GString *out, JsonBuilder *builder, gboolean follows);

/* Reading. Every refusal is %PM_BUNDLE_ERROR_NOT_A_BUNDLE unless said. */

/* For a file that is something else, or beyond repair. Returns: %FALSE. */
gboolean _pm_bundle_refuse_file (GError **error);

/* Adds to @files. Returns: (element-type PmRecord) (transfer full) */
GPtrArray *_pm_bundle_read_json (const char *data,
                                 gsize length,
                                 PmBundleFiles *files,
                                 GCancellable *cancellable,
                                 GError **error);
PmDocument *_pm_bundle_read_document (JsonObject *object, GError **error);
PmAnalysis *_pm_bundle_read_analysis (JsonObject *object, PmOffsetMap *map, GError **error);
/* Its article is 1 when it is about its article alone. */
gboolean _pm_bundle_read_correction (PmEntityCorrection *self, JsonObject *object, GError **error);
PmPage *_pm_bundle_read_page (JsonObject *object, GError **error);

/* Members of an object, judged: a member of another type, too long, or not valid is refused. */
gboolean _pm_json_read_string (JsonObject *object, const char *name, char **value, GError **error);
gboolean _pm_json_need_string (JsonObject *object, const char *name, char **value, GError **error);
gboolean _pm_json_read_time (JsonObject *object, const char *name, gint64 *value, GError **error);
gboolean _pm_json_read_int (JsonObject *object,
                            const char *name,
                            gint64 min,
                            gint64 max,
                            gint64 *value,
                            GError **error);
gboolean
_pm_json_read_boolean (JsonObject *object, const char *name, gboolean *value, GError **error);
/* @value: (nullable) (transfer none): %NULL when there is none. */
gboolean
_pm_json_read_array (JsonObject *object, const char *name, JsonArray **value, GError **error);
gboolean
_pm_json_read_object (JsonObject *object, const char *name, JsonObject **value, GError **error);
gboolean
_pm_json_read_strings (JsonObject *object, const char *name, GPtrArray *values, GError **error);
/* Code points to bytes. An absent span is empty, at 0. */
gboolean _pm_json_read_span (JsonObject *object,
                             const char *name,
                             PmOffsetMap *map,
                             PmSpan *span,
                             GError **error);
gboolean _pm_json_get_span (JsonNode *node, PmOffsetMap *map, PmSpan *span);
/* The @i-th element of @array, an object. Returns: (nullable) (transfer none) */
JsonObject *_pm_json_get_element (JsonArray *array, guint i, const char *name, GError **error);
/* Sets the error for a member that is not as it should be. Returns: %FALSE. */
gboolean _pm_json_refuse (GError **error, const char *name);

/* Finds the articles of a notebook.json without building a tree of the whole. @array: the brackets
 * of "articles" and what is within; @elements: (element-type PmSpan): its elements. Refuses what is
 * not JSON's alphabet and what nests too deeply for a recursive parser. */
gboolean _pm_bundle_split_json (const char *data,
                                gsize length,
                                PmSpan *array,
                                GArray *elements,
                                GError **error);

/* A bundle's zip, checked against its manifests. */
typedef struct _PmBundleZip PmBundleZip;

PmBundleZip *_pm_bundle_zip_open (const char *path, GCancellable *cancellable, GError **error);
void _pm_bundle_zip_free (PmBundleZip *self);
/* Returns: (transfer none) */
GBytes *_pm_bundle_zip_get_notebook (PmBundleZip *self);
/* @names: (element-type utf8 utf8): a set of paths below data/. Returns: (transfer full)
 * (element-type utf8 GBytes): those that are there. */
GHashTable *_pm_bundle_zip_load (PmBundleZip *self,
                                 GHashTable *names,
                                 GCancellable *cancellable,
                                 GError **error);
/* Whether @name, of a zip's entry, is a plain path: relative, without "..", controls or
 * backslashes. */
gboolean _pm_bundle_is_safe_path (const char *name);

/* File names are UTF-8 in a zip, whatever the user's locale. */
gpointer _pm_bundle_enter_utf8 (void);
void _pm_bundle_leave_utf8 (gpointer token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmBundleFiles, _pm_bundle_files_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmSpool, _pm_spool_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmPartWriter, _pm_part_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmBundleZip, _pm_bundle_zip_free)

G_END_DECLS
