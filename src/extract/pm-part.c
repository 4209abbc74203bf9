/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-part-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-address-private.h"
#include "pm-block-private.h"
#include "pm-body-private.h"
#include "pm-data-images-private.h"
#include "pm-decode-private.h"
#include "pm-furniture-private.h"
#include "pm-next-page-private.h"

/* As much as a page can have when its fetched bytes are within their own limit and it is a page at
 * all. */
#define MAX_LENGTH (64 * 1024 * 1024)
/* Of lists, tables and notes on one page, kept apart from those of the next. */
#define MAX_GROUPS 1000000

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

void
_pm_part_clear (PmPart *self)
{
  g_clear_pointer (&self->metadata, _pm_metadata_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->json_ld, _pm_json_ld_free);
  g_clear_pointer (&self->tree, _pm_tree_free);
  g_clear_pointer (&self->saved, _pm_saved_free);
  g_free (self->next);
  g_free (self->text);
}

gboolean
_pm_part_open (PmPart *self, PmPage *page, GError **error)
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

void
_pm_part_read (PmPart *self, const PmPart *first, int number)
{
  char *shorter = _pm_data_images_shorten (self->text, &self->length, NULL, NULL);
  g_autofree char *base = NULL;

  if (shorter != NULL)
    {
      g_free (self->text);
      self->text = shorter;
    }
  self->tree = _pm_tree_parse (self->text, self->length);
  _pm_saved_place (self->saved, self->text, self->tree);
  base = _pm_address_find_base (self->tree, self->saved->page->url);
  self->json_ld = _pm_json_ld_new (self->tree);
  _pm_furniture_mark (self->tree, PM_BELIEF_ALL);
  _pm_census_take (&self->census, self->tree);
  self->metadata = _pm_metadata_read (self->tree, self->json_ld, self->saved->page, base);
  self->blocks = _pm_body_read (self->tree, self->json_ld, self->metadata, base);
  self->next = _pm_next_page_find (self->tree, (first != NULL ? first : self)->saved->page->url,
                                   number + 1, base);
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
append_blocks (PmPart *first, PmPart *part, guint number)
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

void
_pm_part_append_pages (PmPart *first, PmPage *page)
{
  int number = 1;

  for (PmPage *at = page->next; at != NULL && number < PM_PAGE_MAX; at = at->next)
    {
      g_auto (PmPart) part = { 0 };

      if (!_pm_part_open (&part, at, NULL))
        return;
      _pm_part_read (&part, first, ++number);
      append_blocks (first, &part, number);
      g_free (first->next);
      first->next = g_steal_pointer (&part.next);
    }
}
