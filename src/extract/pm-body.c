/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-body-private.h"

#include "pm-builder-private.h"
#include "pm-data-body-private.h"
#include "pm-finder-private.h"
#include "pm-furniture-private.h"
#include "pm-lead-private.h"
#include "pm-markup-private.h"
#include "pm-repeats-private.h"
#include "pm-trim-private.h"

/* Fewer letters in running text are a label, a menu, a form. */
#define MIN_PROSE 140
/* With so much nobody asks whether there could be more. */
#define ENOUGH_PROSE 500

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
has_text (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (_pm_block_is_text (g_ptr_array_index (blocks, i)))
      return TRUE;
  return FALSE;
}

/* What has a date may well be short. */
static gboolean
is_found (GPtrArray *blocks, const PmMetadata *metadata)
{
  return count_prose (blocks) >= MIN_PROSE ||
         (has_text (blocks) && metadata->values[PM_META_PUBLISHED] != NULL);
}

/* What a page says of itself, for want of anything else. */
static GPtrArray *
quote_summary (const PmMetadata *metadata)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);

  if (metadata->values[PM_META_SUMMARY] != NULL)
    {
      PmBlock *block = _pm_block_new (PM_MARK_PARAGRAPH);

      g_string_append (block->text, metadata->values[PM_META_SUMMARY]);
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

/* All that the page shows, where nothing like an article was found: the headlines of a list, the
 * labels of a form. */
static GPtrArray *
read_all (PmTree *tree, const PmMetadata *metadata, const char *base)
{
  PmNode *top = tree->body != NULL ? tree->body : tree->root;
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = NULL;

  _pm_furniture_mark (tree, PM_BELIEF_ELEMENTS);
  g_ptr_array_add (roots, top);
  blocks = _pm_builder_build (roots, base);
  return has_text (blocks) ? g_steal_pointer (&blocks) : quote_summary (metadata);
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
  g_autoptr (GPtrArray) lead = NULL;
  g_autofree char *summary = NULL;
  GPtrArray *blocks;

  *prose_on_page = _pm_furniture_mark (tree, belief);
  if (metadata->values[PM_META_SUMMARY] != NULL)
    summary = _pm_markup_fold (metadata->values[PM_META_SUMMARY]);
  roots = _pm_finder_find (tree, summary);
  blocks = _pm_builder_build (roots, base);
  _pm_repeats_drop (blocks);
  _pm_trim_blocks (blocks, metadata, base);
  lead = _pm_lead_read (roots, metadata->values[PM_META_LEAD_IMAGE], base);
  while (lead->len > 0)
    g_ptr_array_insert (blocks, 0, g_ptr_array_steal_index (lead, lead->len - 1));
  return blocks;
}

/* When little is left of a page with much text, too much was believed of what it says about its
 * parts; so too when the text is not @body, what the page's data hold for it. */
static GPtrArray *
find_blocks (PmTree *tree, const char *body, const PmMetadata *metadata, const char *base)
{
  g_autoptr (GPtrArray) best = NULL;
  guint best_prose = 0;
  gboolean best_is_it = FALSE;

  for (PmBelief belief = PM_BELIEF_ALL; belief < PM_N_BELIEFS; belief++)
    {
      guint on_page;
      g_autoptr (GPtrArray) blocks = read_blocks (tree, belief, metadata, base, &on_page);
      guint prose = count_prose (blocks);
      gboolean is_it = body == NULL || _pm_data_body_is_in (body, blocks);

      if (best == NULL || (is_it && !best_is_it) ||
          (is_it == best_is_it && prose > 2 * best_prose + MIN_PROSE))
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&blocks);
          best_prose = prose;
          best_is_it = is_it;
        }
      if (best_is_it && best_prose >= ENOUGH_PROSE && best_prose >= on_page / 4)
        break;
    }
  return best_is_it ? g_steal_pointer (&best) : _pm_data_body_read (body);
}

GPtrArray *
_pm_body_read (PmTree *tree, PmJsonLd *json_ld, const PmMetadata *metadata, const char *base)
{
  g_autoptr (GPtrArray) blocks = find_blocks (tree, _pm_data_body_find (json_ld), metadata, base);
  g_autoptr (GPtrArray) all = NULL;

  if (is_found (blocks, metadata))
    return g_steal_pointer (&blocks);
  all = read_all (tree, metadata, base);
  return has_text (all) ? g_steal_pointer (&all) : g_steal_pointer (&blocks);
}
