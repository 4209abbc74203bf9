/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-composer-private.h"

#include <string.h>

/* Items of one list and rows of one table stand on neighbouring lines. */
static const char *
get_separator (const PmBlock *before, const PmBlock *block)
{
  gboolean is_line = block->kind == PM_MARK_LIST_ITEM || block->kind == PM_MARK_TABLE_ROW;

  if (is_line && before != NULL && before->kind == block->kind && before->group != 0 &&
      before->group == block->group)
    return "\n";
  return "\n\n";
}

/* Appends all texts and notes where each block starts. A block without text is at the start of the
 * next one with text, or at the end. */
static GArray *
lay_out (GPtrArray *blocks, GString *text)
{
  GArray *starts = g_array_sized_new (FALSE, TRUE, sizeof (gsize), blocks->len);
  const PmBlock *before = NULL;
  guint waiting = 0;

  g_array_set_size (starts, blocks->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);

      if (!_pm_block_is_text (block))
        {
          waiting++;
          continue;
        }
      if (text->len > 0)
        g_string_append (text, get_separator (before, block));
      for (; waiting > 0; waiting--)
        g_array_index (starts, gsize, i - waiting) = text->len;
      g_array_index (starts, gsize, i) = text->len;
      g_string_append_len (text, block->text->str, block->text->len);
      before = block;
    }
  for (; waiting > 0; waiting--)
    g_array_index (starts, gsize, blocks->len - waiting) = text->len;
  return starts;
}

/* Numbers anew, from 1 and in their order, the places in @blocks that something leads to.
 * Returns: (transfer full): from the numbers so far. */
static GHashTable *
number_targets (GPtrArray *blocks)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < blocks->len; i++)
      {
        const PmBlock *block = g_ptr_array_index (blocks, i);

        for (guint n = 0; n < block->inlines->len; n++)
          {
            const PmInline *mark = &g_array_index (block->inlines, PmInline, n);
            gpointer key = GINT_TO_POINTER (mark->number);

            if (pass == 0 && mark->kind == PM_MARK_TARGET)
              g_hash_table_add (targets, key);
            else if (pass == 1 && mark->kind == PM_MARK_REFERENCE &&
                     g_hash_table_contains (targets, key) && !g_hash_table_contains (numbers, key))
              g_hash_table_insert (numbers, key, GINT_TO_POINTER (g_hash_table_size (numbers) + 1));
          }
      }
  return numbers;
}

static void
add_inlines (PmDocument *document, const PmBlock *block, gsize start, GHashTable *numbers)
{
  for (guint i = 0; i < block->inlines->len; i++)
    {
      const PmInline *mark = &g_array_index (block->inlines, PmInline, i);
      int number = GPOINTER_TO_INT (g_hash_table_lookup (numbers, GINT_TO_POINTER (mark->number)));

      if (mark->kind == PM_MARK_LINK && mark->url == NULL)
        continue;
      if ((mark->kind == PM_MARK_REFERENCE || mark->kind == PM_MARK_TARGET) && number == 0)
        continue;
      pm_document_add_mark (document, mark->kind,
                            (PmSpan){ start + mark->span.start, start + mark->span.end }, 0, number,
                            mark->url, NULL);
    }
}

static void
add_block (PmDocument *document, const PmBlock *block, gsize start)
{
  pm_document_add_mark (document, block->kind, (PmSpan){ start, start + block->text->len },
                        block->kind == PM_MARK_HEADING ? MAX (block->level, 2) : block->level,
                        block->number, block->url, block->alt);
}

PmDocument *
_pm_composer_compose (const char *title, GPtrArray *blocks)
{
  g_autoptr (GString) text = g_string_new (title);
  gsize title_length = text->len;
  g_autoptr (GArray) starts = lay_out (blocks, text);
  g_autoptr (GHashTable) numbers = number_targets (blocks);
  gsize length = text->len;
  PmDocument *document = pm_document_new (g_string_free (g_steal_pointer (&text), FALSE), length);

  if (title_length > 0)
    pm_document_add_mark (document, PM_MARK_TITLE, (PmSpan){ 0, title_length }, 0, 0, NULL, NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);
      gsize start = g_array_index (starts, gsize, i);

      add_block (document, block, start);
      add_inlines (document, block, start, numbers);
    }
  return document;
}
