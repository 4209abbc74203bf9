/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-trim-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-biography-private.h"
#include "pm-byline-private.h"
#include "pm-date-private.h"
#include "pm-headings-private.h"
#include "pm-markup-private.h"
#include "pm-phrases-private.h"

/* A line that is all link, and short, points elsewhere. */
#define MAX_POINTER 200
#define MAX_LABEL 120
/* A text of fewer letters can be less than what stands under its pictures. */
#define LITTLE_PROSE 1000

static gboolean
is_prose (const PmBlock *block)
{
  return block->kind == PM_MARK_PARAGRAPH || block->kind == PM_MARK_QUOTE ||
         block->kind == PM_MARK_LIST_ITEM;
}

/* Only the first such block repeats the title; later ones may be meant. */
static gboolean
repeats_title (const PmBlock *block, const char *title)
{
  if (title == NULL || block->kind == PM_MARK_CAPTION || block->text->len > 3 * strlen (title) + 16)
    return FALSE;
  return _pm_markup_is_same (block->text->str, title);
}

/* The names of the byline and nothing else but "By", a date, a comma. */
static gboolean
repeats_byline (const PmBlock *block, const char *byline)
{
  g_autoptr (GPtrArray) names = NULL;

  if (byline == NULL || block->text->len > MAX_LABEL)
    return FALSE;
  if (_pm_markup_is_same (block->text->str, byline))
    return TRUE;
  if (!_pm_byline_is_byline (block->text->str))
    return FALSE;
  names = g_ptr_array_new_with_free_func (g_free);
  _pm_byline_add_names (names, block->text->str);
  return names->len > 0 && strstr (byline, g_ptr_array_index (names, 0)) != NULL;
}

static gboolean
is_date_line (const PmBlock *block)
{
  g_autofree char *date = NULL;
  guint letters = 0;

  /* Below a quotation it is the quotation's. */
  if (!is_prose (block) || block->kind == PM_MARK_QUOTE || block->text->len > 60)
    return FALSE;
  for (const char *at = block->text->str; *at != '\0'; at++)
    letters += g_ascii_isalpha (*at) != 0;
  if (letters > 30)
    return FALSE;
  date = _pm_date_parse (block->text->str, NULL);
  return date != NULL;
}

/* A paragraph that is all link. */
static gboolean
is_pointer (const PmBlock *block)
{
  return block->kind == PM_MARK_PARAGRAPH && block->letters < MAX_POINTER &&
         block->linked * 10 > block->letters * 9;
}

/* What points to another site is no teaser but a source, and the reader wants to see it. */
static gboolean
points_to_other_site (const PmBlock *block, const char *page_url)
{
  for (guint i = 0; i < block->inlines->len; i++)
    {
      const PmInline *mark = &g_array_index (block->inlines, PmInline, i);

      if (mark->kind == PM_MARK_LINK && mark->url != NULL &&
          !_pm_address_is_same_site (mark->url, page_url))
        return TRUE;
    }
  return FALSE;
}

/* A line that is an address, of the web or of mail, and nothing else. */
static gboolean
is_bare_address (const PmBlock *block)
{
  const char *text = block->text->str;

  return block->kind == PM_MARK_PARAGRAPH && strchr (text, ' ') == NULL &&
         block->text->len < MAX_LABEL &&
         (strchr (text, '@') != NULL || strstr (text, "://") != NULL ||
          g_str_has_prefix (text, "www.") || g_str_has_prefix (text, "twitter.com/"));
}

/* Markup that a page shows as text by mistake. */
static gboolean
is_raw_markup (const PmBlock *block)
{
  return g_str_has_prefix (block->text->str, "<img ") ||
         g_str_has_prefix (block->text->str, "<script") ||
         g_str_has_prefix (block->text->str, "<iframe") ||
         g_str_has_prefix (block->text->str, "<div ");
}

static gboolean
is_unwanted (const PmBlock *block,
             const PmMetadata *metadata,
             const char *page_url,
             gboolean at_start)
{
  if (!_pm_block_is_text (block) || block->kind == PM_MARK_CODE_BLOCK ||
      block->kind == PM_MARK_TABLE_ROW)
    return FALSE;
  if (at_start &&
      (repeats_title (block, metadata->values[PM_META_TITLE]) ||
       repeats_byline (block, metadata->values[PM_META_BYLINE]) || is_date_line (block)))
    return TRUE;
  if (is_pointer (block))
    return !points_to_other_site (block, page_url);
  return is_bare_address (block) || is_raw_markup (block) ||
         _pm_phrases_is_furniture (block->text->str);
}

/* How many blocks from the start stand before the text proper. */
#define OPENING 8

static void
drop_unwanted (GPtrArray *blocks, const PmMetadata *metadata, const char *page_url)
{
  guint texts = 0;

  for (guint i = 0; i < blocks->len;)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);

      if (is_unwanted (block, metadata, page_url, texts < OPENING))
        g_ptr_array_remove_index (blocks, i);
      else
        {
          texts += _pm_block_is_text (block) && block->kind != PM_MARK_CAPTION;
          i++;
        }
    }
}

/* The page's main heading is the title, in the same words or not; short lines above it are the
 * section, the date. */
static void
drop_main_heading (GPtrArray *blocks, const char *title)
{
  guint heading = 0;

  if (title == NULL)
    return;
  for (; heading < blocks->len && heading < OPENING; heading++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, heading);

      if (block->kind == PM_MARK_HEADING && block->level == 1)
        break;
      if (block->letters > MAX_LABEL)
        return;
    }
  if (heading == blocks->len || heading == OPENING)
    return;
  for (guint i = heading + 1; i > 0; i--)
    if (_pm_block_is_text (g_ptr_array_index (blocks, i - 1)))
      g_ptr_array_remove_index (blocks, i - 1);
}

/* An item that leads to a place in this page, or to another site. */
static gboolean
is_reference (const PmBlock *item, const char *page_url)
{
  for (guint i = 0; i < item->inlines->len; i++)
    {
      const PmInline *mark = &g_array_index (item->inlines, PmInline, i);

      if (mark->kind == PM_MARK_LINK)
        return mark->url == NULL || !_pm_address_is_same_site (mark->url, page_url);
    }
  return FALSE;
}

/* Contents and references belong to the article, and so does a list that a sentence announces. */
static gboolean
is_wanted_list (GPtrArray *blocks, guint first, guint end, const char *page_url)
{
  const PmBlock *before = first > 0 ? g_ptr_array_index (blocks, first - 1) : NULL;
  guint references = 0;

  if (before != NULL && before->kind == PM_MARK_PARAGRAPH &&
      g_str_has_suffix (before->text->str, ":"))
    return TRUE;
  for (guint i = first; i < end; i++)
    references += is_reference (g_ptr_array_index (blocks, i), page_url);
  return references * 2 > end - first;
}

/* Where the list that block @first begins ends; what its items have in links and in all is added
 * up. */
static guint
measure_list (GPtrArray *blocks, guint first, guint *linked, guint *letters)
{
  const PmBlock *item = g_ptr_array_index (blocks, first);
  guint group = item->group;
  guint end = first;

  *linked = *letters = 0;
  for (; end < blocks->len; end++)
    {
      item = g_ptr_array_index (blocks, end);
      if (item->kind != PM_MARK_LIST_ITEM || item->group != group)
        break;
      *linked += item->linked;
      *letters += item->letters;
    }
  return end;
}

/* Lists of links are menus, contents, other articles: not this one. What announced them goes as
 * well. */
static void
drop_link_lists (GPtrArray *blocks, const char *page_url)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);
      guint linked, letters, end;

      if (block->kind != PM_MARK_LIST_ITEM)
        continue;
      end = measure_list (blocks, i, &linked, &letters);
      if (linked * 10 < letters * 7 || is_wanted_list (blocks, i, end, page_url))
        {
          i = end - 1;
          continue;
        }
      block = i > 0 ? g_ptr_array_index (blocks, i - 1) : NULL;
      if (block != NULL && block->kind == PM_MARK_HEADING)
        i--;
      g_ptr_array_remove_range (blocks, i, end - i);
      i--;
    }
}

/* A heading that is a set phrase ("About the author", "More stories") speaks for what is under it.
 */
static void
drop_furniture_sections (GPtrArray *blocks)
{
  guint total = 0;

  for (guint i = 0; i < blocks->len; i++)
    total += ((PmBlock *) g_ptr_array_index (blocks, i))->letters;
  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *heading = g_ptr_array_index (blocks, i);
      guint end = i + 1;
      guint letters = 0;
      guint linked = 0;

      if (!_pm_block_is_text (heading) || !_pm_headings_opens_furniture (heading->text->str))
        continue;
      for (; end < blocks->len; end++)
        {
          const PmBlock *block = g_ptr_array_index (blocks, end);

          if (block->kind == PM_MARK_HEADING &&
              (heading->kind != PM_MARK_HEADING || block->level <= heading->level))
            break;
          letters += block->letters;
          linked += block->linked;
        }
      if (letters * 5 > total || (heading->kind != PM_MARK_HEADING && linked * 3 < letters))
        continue;
      g_ptr_array_remove_range (blocks, i, end - i);
      i--;
    }
}

/* A heading with nothing under it announced what was dropped. */
static void
drop_empty_headings (GPtrArray *blocks)
{
  gboolean followed = FALSE;

  for (guint i = blocks->len; i > 0; i--)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i - 1);

      if (block->kind == PM_MARK_HEADING && !followed)
        g_ptr_array_remove_index (blocks, i - 1);
      else
        followed = followed || _pm_block_is_text (block);
    }
}

/* In a story told by pictures what stands under them is the text. */
static void
read_captions (GPtrArray *blocks)
{
  guint captions = 0;
  guint prose = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PM_MARK_CAPTION)
        captions += block->letters;
      else if (is_prose (block))
        prose += block->letters;
    }
  for (guint i = 0; i < blocks->len && captions > prose && prose < LITTLE_PROSE; i++)
    {
      PmBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PM_MARK_CAPTION && block->letters > MAX_LABEL)
        block->kind = PM_MARK_PARAGRAPH;
    }
}

void
_pm_trim_blocks (GPtrArray *blocks, const PmMetadata *metadata, const char *page_url)
{
  drop_main_heading (blocks, metadata->values[PM_META_TITLE]);
  drop_furniture_sections (blocks);
  drop_unwanted (blocks, metadata, page_url);
  _pm_biography_drop (blocks, metadata->values[PM_META_BYLINE]);
  drop_link_lists (blocks, page_url);
  drop_empty_headings (blocks);
  read_captions (blocks);
}
