/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-address-private.h"
#include "pm-builder-private.h"
#include "pm-composer-private.h"
#include "pm-data-images-private.h"
#include "pm-decode-private.h"
#include "pm-finder-private.h"
#include "pm-furniture-private.h"
#include "pm-json-ld-private.h"
#include "pm-language-private.h"
#include "pm-metadata-private.h"
#include "pm-next-page-private.h"
#include "pm-pdf-private.h"
#include "pm-plain-text-private.h"
#include "pm-repeats-private.h"
#include "pm-saved-private.h"
#include "pm-trim-private.h"
#include "pm-tree-private.h"

/* As much as a page can have when its fetched bytes are within their own limit and it is a page at
 * all. */
#define MAX_LENGTH (64 * 1024 * 1024)
/* Fewer letters in running text are a label, a menu, a form. */
#define MIN_PROSE 140
/* Of lists, tables and notes on one page, kept apart from those of the next. */
#define MAX_GROUPS 1000000
/* With so much nobody asks whether there could be more. */
#define ENOUGH_PROSE 500

G_DEFINE_QUARK (pm_extract_error, pm_extract_error)

static gboolean
refuse (GError **error, PmExtractError code, const char *message)
{
  g_set_error_literal (error, PM_EXTRACT_ERROR, code, message);
  return FALSE;
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  gsize strange = 0;

  if (length > MAX_LENGTH)
    return refuse (error, PM_EXTRACT_ERROR_TOO_LARGE, _ ("The page is too large to be read."));
  if (text[strspn (text, " \t\n")] == '\0')
    return refuse (error, PM_EXTRACT_ERROR_EMPTY, _ ("The page is empty."));
  for (const char *at = strstr (text, "\xef\xbf\xbd"); at != NULL;
       at = strstr (at + 3, "\xef\xbf\xbd"))
    strange += 3;
  if (strange > length / 3)
    return refuse (error, PM_EXTRACT_ERROR_NOT_TEXT, _ ("This is not a page of text."));
  return TRUE;
}

/* Sentences, as opposed to the labels of menus and forms. */
static guint
count_prose (GPtrArray *blocks)
{
  guint prose = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != PM_MARK_CAPTION && block->kind != PM_MARK_HEADING &&
          block->linked * 2 < block->letters)
        prose += block->letters;
    }
  return prose;
}

static gboolean
check_article (PmTree *tree, GPtrArray *blocks, GError **error)
{
  const PmNode *top = tree->body != NULL ? tree->body : tree->root;
  g_autofree char *text = NULL;

  if (count_prose (blocks) >= MIN_PROSE)
    return TRUE;
  text = _pm_node_dup_text (top);
  if (*text == '\0')
    return refuse (error, PM_EXTRACT_ERROR_EMPTY, _ ("The page has no text."));
  return refuse (error, PM_EXTRACT_ERROR_NO_ARTICLE, _ ("There is no article on this page."));
}

/* The blocks of the article, as far as @belief carries. */
static GPtrArray *
read_blocks (PmTree *tree,
             PmBelief belief,
             const PmMetadata *metadata,
             const char *base,
             guint *prose_on_page)
{
  g_autoptr (GPtrArray) roots = NULL;
  GPtrArray *blocks;

  *prose_on_page = _pm_furniture_mark (tree, belief);
  roots = _pm_finder_find (tree);
  blocks = _pm_builder_build (roots, base);
  _pm_repeats_drop (blocks);
  _pm_trim_blocks (blocks, metadata, base);
  return blocks;
}

/* When little is left of a page with much text, too much was believed of what it says about its
 * parts. */
static GPtrArray *
find_blocks (PmTree *tree, const PmMetadata *metadata, const char *base)
{
  g_autoptr (GPtrArray) best = NULL;
  guint best_prose = 0;

  for (PmBelief belief = PM_BELIEF_ALL; belief < PM_N_BELIEFS; belief++)
    {
      guint on_page;
      g_autoptr (GPtrArray) blocks = read_blocks (tree, belief, metadata, base, &on_page);
      guint prose = count_prose (blocks);

      if (best == NULL || prose > 2 * best_prose + MIN_PROSE)
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&blocks);
          best_prose = prose;
        }
      if (best_prose >= ENOUGH_PROSE && best_prose >= on_page / 4)
        break;
    }
  return g_steal_pointer (&best);
}

/* What one page gives to its article. */
typedef struct
{
  PmSaved *saved;
  char *text; /* what the tree stands on */
  gsize length;
  PmTree *tree;
  PmMetadata *metadata;
  GPtrArray *blocks;
  char *next; /* (nullable): the address of the page after it */
} Part;

static void
part_clear (Part *self)
{
  g_clear_pointer (&self->metadata, _pm_metadata_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->tree, _pm_tree_free);
  g_clear_pointer (&self->saved, _pm_saved_free);
  g_free (self->next);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* The text of @page. */
static gboolean
part_open (Part *self, PmPage *page, GError **error)
{
  if (page->content == NULL || g_bytes_get_size (page->content) == 0)
    return refuse (error, PM_EXTRACT_ERROR_EMPTY, _ ("The page is empty."));
  self->saved = _pm_saved_open (page, error);
  if (self->saved == NULL)
    return FALSE;
  if (_pm_decode_is_binary (self->saved->page->content))
    return refuse (error, PM_EXTRACT_ERROR_NOT_TEXT, _ ("This is not a page of text."));
  self->text = pm_extract_decode (self->saved->page, &self->length, NULL);
  return check_text (self->text, self->length, error);
}

/* What stands on it, as HTML. @first: (nullable): the article's first page, when this is not it but
 * page @number. */
static gboolean
part_read (Part *self, const Part *first, int number, GError **error)
{
  char *shorter = _pm_data_images_shorten (self->text, &self->length, NULL, NULL);
  g_autoptr (PmJsonLd) json_ld = NULL;
  g_autofree char *base = NULL;

  if (shorter != NULL)
    {
      g_free (self->text);
      self->text = shorter;
    }
  self->tree = _pm_tree_parse (self->text, self->length, error);
  if (self->tree == NULL)
    return FALSE;
  _pm_saved_place (self->saved, self->text, self->tree);
  base = _pm_address_find_base (self->tree, self->saved->page->url);
  json_ld = _pm_json_ld_new (self->tree);
  _pm_furniture_mark (self->tree, PM_BELIEF_ALL);
  self->metadata = _pm_metadata_read (self->tree, json_ld, self->saved->page, base);
  self->blocks = find_blocks (self->tree, self->metadata, base);
  self->next = _pm_next_page_find (self->tree, (first != NULL ? first : self)->saved->page->url,
                                   number + 1, base);
  return TRUE;
}

static gboolean
has_block (GPtrArray *blocks, const PmBlock *block)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *other = blocks->pdata[i];

      if (other->kind == block->kind && g_string_equal (other->text, block->text) &&
          g_strcmp0 (other->url, block->url) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Lists, tables and notes are counted from 1 on each page. */
static void
set_apart (PmBlock *block, guint number)
{
  if (block->group != 0)
    block->group += number * MAX_GROUPS;
  if (block->kind == PM_MARK_TABLE_ROW)
    block->number += number * MAX_GROUPS;
  for (guint i = 0; i < block->inlines->len; i++)
    {
      PmInline *mark = &g_array_index (block->inlines, PmInline, i);

      if (mark->kind == PM_MARK_REFERENCE || mark->kind == PM_MARK_TARGET)
        mark->number += number * MAX_GROUPS;
    }
}

/* Moves the blocks of page @number behind those of @first; what stands on every page, a standfirst
 * or an author's portrait, stays where it was first. */
static void
append_blocks (Part *first, Part *part, guint number)
{
  g_autoptr (GPtrArray) known = g_ptr_array_copy (first->blocks, NULL, NULL);
  gsize n;
  g_autofree gpointer *blocks = g_ptr_array_steal (part->blocks, &n);

  g_ptr_array_set_free_func (known, NULL);
  for (gsize i = 0; i < n; i++)
    {
      PmBlock *block = blocks[i];

      if (block->kind != PM_MARK_RULE && has_block (known, block))
        {
          _pm_block_free (block);
          continue;
        }
      set_apart (block, number);
      g_ptr_array_add (first->blocks, block);
    }
}

/* Reads the pages after @page; one that cannot be read ends the article. */
static void
append_pages (Part *first, PmPage *page)
{
  int number = 1;

  for (PmPage *at = page->next; at != NULL && number < PM_PAGE_MAX; at = at->next)
    {
      g_auto (Part) part = { 0 };

      if (!part_open (&part, at, NULL) || !part_read (&part, first, ++number, NULL))
        return;
      append_blocks (first, &part, number);
      g_free (first->next);
      first->next = g_steal_pointer (&part.next);
    }
}

static PmDocument *
extract_html (Part *part, PmPage *page, GError **error)
{
  PmDocument *document;

  if (!part_read (part, NULL, 1, error) || !check_article (part->tree, part->blocks, error))
    return NULL;
  append_pages (part, page);
  document = _pm_composer_compose (part->metadata->values[PM_META_TITLE], part->blocks);
  _pm_metadata_store (part->metadata, document);
  pm_document_set_meta (document, PM_META_NEXT_PAGE, part->next, "a:next");
  _pm_saved_name (part->saved, document);
  return document;
}

/* Servers call HTML plain text now and then; nobody begins a text with a doctype. */
static gboolean
is_plain (PmPage *page, const char *text)
{
  text += strspn (text, " \t\n");
  return g_strcmp0 (page->content_type, "text/plain") == 0 &&
         g_ascii_strncasecmp (text, "<!doctype html", 14) != 0 &&
         g_ascii_strncasecmp (text, "<html", 5) != 0;
}

static PmDocument *
extract_plain (PmPage *page, const char *text)
{
  PmDocument *document = _pm_plain_text_read (text);
  g_autofree char *host = _pm_address_dup_host (page->url);

  pm_document_set_meta (document, PM_META_OUTLET, host, "url:host");
  return document;
}

static PmDocument *
extract (PmPage *page, GError **error)
{
  g_auto (Part) part = { 0 };

  if (!part_open (&part, page, error))
    return NULL;
  if (is_plain (part.saved->page, part.text))
    return extract_plain (part.saved->page, part.text);
  return extract_html (&part, page, error);
}

PmDocument *
pm_extract (PmPage *page, GError **error)
{
  PmDocument *document;

  g_return_val_if_fail (page != NULL, NULL);
  document = page->content != NULL && _pm_pdf_is_one (page) ? _pm_pdf_read (page, error)
                                                            : extract (page, error);
  if (document != NULL)
    _pm_language_settle (document);
  return document;
}

void
pm_extract_prepare (void)
{
  g_autoptr (PmTree) tree = _pm_tree_parse ("", 0, NULL);
  g_autofree char *host = _pm_address_dup_host ("https://example.org/");

  _pm_decode_prepare ();
  (void) _ ("The page is empty.");
}

char *
pm_extract_decode (PmPage *page, gsize *length, char **charset)
{
  return _pm_decode (page->content, page->charset, length, charset);
}
