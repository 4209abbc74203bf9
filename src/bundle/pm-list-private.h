/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-list.h"

G_BEGIN_DECLS

/* What is being read. */
typedef struct
{
  GBytes *bytes;    /* as they came */
  char *text;       /* the same as UTF-8 without a byte order mark or NUL */
  GPtrArray *links; /* (element-type PmLink): what was found so far */
  GCancellable *cancellable;
  const char *url;     /* (nullable): where it came from */
  guint most;          /* links, after which a feed is read no further */
  PmFeedContent *feed; /* (nullable): what a feed says of itself goes there */
} PmListInput;

/* One way of writing a list. */
typedef struct
{
  gboolean (*recognise) (const char *text);
  /* Whether what is recognised is a list for sure. (nullable): it is. */
  gboolean (*is_certain) (const char *text);
  gboolean (*read) (PmListInput *input, GError **error);
} PmListReader;

extern const PmListReader _pm_list_bookmarks;
extern const PmListReader _pm_list_csv;
extern const PmListReader _pm_list_feed;
extern const PmListReader _pm_list_json;
extern const PmListReader _pm_list_opml;
extern const PmListReader _pm_list_text;

/* Cleans @link, judges its address and keeps it. @link: (transfer full)
 * Returns: %FALSE when the list is longer than any may be; @error is then set. */
gboolean _pm_list_add (PmListInput *input, PmLink *link, GError **error);

/* --- values --- */

/* Returns: (nullable): the words of @text with single spaces between; %NULL when there are none. */
char *_pm_list_dup_words (const char *text);
/* Seconds, ms or µs since 1970 (by their size), ISO 8601, or the date of a mail.
 * @text: (nullable). Returns: µs UTC, or 0. */
gint64 _pm_list_parse_time (const char *text);
/* @text: (nullable): JSON's or Python's ["a", "b"], or names parted by |, ; or a comma, the first
 * of these that occurs. Returns: (nullable) (transfer full) */
char **_pm_list_parse_tags (const char *text);

/* --- markup --- */

/* The name, in lower case, of the first element of @text, "" when it does not begin with markup. */
char *_pm_list_dup_root (const char *text);

/* @name is in lower case. @attributes: (nullable): pairs of name and value, %NULL-terminated. */
typedef struct
{
  void (*start) (gpointer state, const char *name, const char **attributes);
  void (*end) (gpointer state, const char *name);
  void (*text) (gpointer state, const char *text, gsize length);
} PmListTags;

/* Walks through XML of any quality, until @ends becomes %TRUE. @is_whole: (out) (optional): whether
 * what was walked through is well-formed. */
gboolean _pm_list_walk_xml (PmListInput *input,
                            const PmListTags *tags,
                            gpointer state,
                            const gboolean *ends,
                            gboolean *is_whole,
                            GError **error);
/* The same for HTML, which it takes apart into tags and does not nest. */
gboolean _pm_list_walk_html (PmListInput *input,
                             const PmListTags *tags,
                             gpointer state,
                             const gboolean *ends,
                             GError **error);
/* The character that "&name;" stands for, 0 when it is unknown. */
guint _pm_list_find_entity (const char *name, gsize length);
/* Whatever the case of its name. Returns: (nullable) (transfer none) */
const char *_pm_list_get_attribute (const char **attributes, const char *name);

G_END_DECLS
