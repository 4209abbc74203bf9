/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pm-span.h"

G_BEGIN_DECLS

/* An article as one text with marks on it. The text is valid UTF-8 with LF line ends and no NUL;
 * everything else is a mark over a span of it.
 *
 * Block marks cover the text without overlapping, in order, and are parted by "\n\n"; rows of one
 * table and items of one list by "\n"; cells of a row by "\t"; a line break inside a block (<br>,
 * code) is "\n". The first block is the title, when there is one. An image is a block of no length,
 * at the start of the block it precedes or at the end of the text. Inline marks lie within one
 * block and may nest. */

typedef enum
{
  PM_MARK_TITLE,
  PM_MARK_HEADING,   /* level: 2–6 */
  PM_MARK_PARAGRAPH, /* level: 0, or the depth of the list item before it that it goes on with */
  PM_MARK_LIST_ITEM, /* level: depth from 1; number: its number in an ordered list, 0 in a bulleted
                        one */
  PM_MARK_QUOTE,     /* a paragraph of a block quotation; level: depth from 1; number: of the
                        quotation, from 1; 0 goes on with the one before */
  PM_MARK_CODE_BLOCK,
  PM_MARK_TABLE_ROW, /* level: 1 when its cells are header cells, else 0; number: of the table, from
                        1 */
  PM_MARK_TERM,      /* what the definitions behind it are about: a word, a question */
  PM_MARK_DEFINITION, /* a paragraph of what is said about the terms before it */
  PM_MARK_CAPTION,    /* of the image before it, or of the table behind it */
  PM_MARK_IMAGE,      /* no length; url: absolute address; text: (nullable): alternative text */
  PM_MARK_RULE,       /* no length: a thematic break */

  PM_MARK_STRONG, /* the first inline kind */
  PM_MARK_EMPHASIS,
  PM_MARK_CODE,
  PM_MARK_SUPERSCRIPT,
  PM_MARK_SUBSCRIPT,
  PM_MARK_LINK,      /* url: absolute address */
  PM_MARK_REFERENCE, /* leads to another place in the text; number: the target's */
  PM_MARK_TARGET,    /* where references of the same number lead: a footnote, a section; number:
                        from 1 */

  PM_N_MARKS
} PmMarkKind;

typedef struct
{
  PmMarkKind kind;
  PmSpan span;
  int level;
  int number;
  const char *url;  /* (nullable): owned by the document */
  const char *text; /* (nullable): owned by the document */
} PmMark;

static inline gboolean
pm_mark_is_block (const PmMark *mark)
{
  return mark->kind < PM_MARK_STRONG;
}

/* A stable lower-case name, "list-item": what the store and exports write. */
const char *pm_mark_kind_to_string (PmMarkKind kind);
/* Returns: %FALSE when @string names no kind. */
gboolean pm_mark_kind_from_string (const char *string, PmMarkKind *kind);

typedef enum
{
  PM_META_TITLE,
  PM_META_BYLINE,    /* names, comma-separated, no "By" */
  PM_META_PUBLISHED, /* ISO 8601, precision and offset as given */
  PM_META_MODIFIED,
  PM_META_OUTLET,
  PM_META_LANGUAGE, /* BCP 47: "en", "pt-BR" */
  PM_META_CANONICAL_URL,
  PM_META_LEAD_IMAGE,
  PM_META_SUMMARY,
  PM_META_SECTION,
  PM_META_NOTICE,    /* why the text is no article, or not a whole one: a code of pm-notice.h */
  PM_META_NEXT_PAGE, /* the address of a further page of the article that is not in the text */
  PM_META_FEED,      /* the address of the feed that the page names */
  PM_N_META
} PmMetaField;

/* A stable lower-case name, "canonical-url". */
const char *pm_meta_field_to_string (PmMetaField field);
gboolean pm_meta_field_from_string (const char *string, PmMetaField *field);

#define PM_TYPE_DOCUMENT (pm_document_get_type ())

typedef struct _PmDocument PmDocument;

GType pm_document_get_type (void) G_GNUC_CONST;

/* @text: (transfer full): as described above. @length: its bytes, or -1 when NUL-terminated. */
PmDocument *pm_document_new (char *text, gssize length);
/* A document over plain text kept byte for byte: a paragraph for every stretch parted by blank
 * lines. @text must be valid UTF-8. */
PmDocument *pm_document_new_plain (const char *text, gsize length);
PmDocument *pm_document_ref (PmDocument *self);
void pm_document_unref (PmDocument *self);

/* For the document's maker, before it is handed on; immutable after that. Strings are copied. Marks
 * are added in order of their start, a block before the inline marks within it. */
void pm_document_add_mark (PmDocument *self,
                           PmMarkKind kind,
                           PmSpan span,
                           int level,
                           int number,
                           const char *url,
                           const char *text);
/* The same for a mark that another program or a file names: held against every rule above but that
 * it splits no character. Returns: %FALSE, adding nothing, when it breaks one. */
gboolean pm_document_try_mark (PmDocument *self,
                               PmMarkKind kind,
                               PmSpan span,
                               int level,
                               int number,
                               const char *url,
                               const char *text);
/* @value: %NULL or empty leaves the field unset. @key: where it was found, "json-ld:headline". */
void pm_document_set_meta (PmDocument *self, PmMetaField field, const char *value, const char *key);

const char *pm_document_get_text (PmDocument *self);
/* In bytes. */
gsize pm_document_get_length (PmDocument *self);
/* Returns: (transfer none): @n_marks of them, in the order they were added. */
const PmMark *pm_document_get_marks (PmDocument *self, gsize *n_marks);
/* Returns: (transfer container) (element-type utf8): the addresses of the images within the text,
 * as often as it shows them, and of the lead image. */
GPtrArray *pm_document_list_images (PmDocument *self);
/* Returns: (nullable): the value, or %NULL when the page did not say. */
const char *pm_document_get_meta (PmDocument *self, PmMetaField field);
const char *pm_document_get_meta_key (PmDocument *self, PmMetaField field);
/* The text after the title block: what bundles and scorers call the article's text. */
const char *pm_document_get_body (PmDocument *self);
/* Returns: (transfer full): the body's blocks without captions, parted as in the text: what an
 * article says in its own words. */
char *pm_document_dup_running_text (PmDocument *self);
/* The number of words in the body, by white space; in scripts without it, half the letters. */
guint pm_document_count_words (PmDocument *self);

/* Returns: (transfer full) (nullable): the words of @span, or %NULL when it is not in @self or
 * splits a character. */
char *pm_document_dup_span (PmDocument *self, PmSpan span);
/* Returns: (nullable): the block that holds byte @at, or the last one before it. */
const PmMark *pm_document_find_block (PmDocument *self, gsize at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmDocument, pm_document_unref)

G_END_DECLS
