/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-repeats-private.h"

#include <string.h>

/* Letters and digits of a block that is more than a label. */
#define MIN_LONG 60
/* A copy has so many of those, and so many letters and digits in all: refrains, boxes with the same
 * words and the steps of recipes have fewer. */
#define MIN_LONG_BLOCKS 3
#define MIN_COPY 400
#define MIN_PULLED 15
#define MAX_PULLED 400
#define MIN_CUT 30
/* Behind the dots of what is cut off: "Continue reading". */
#define MAX_POINTER 60
/* A longer article is not searched for its quotations, and none for more than these. */
#define MAX_BODY (1024 * 1024)
#define MAX_SEARCHES 64

typedef struct
{
  GPtrArray *blocks;
  GPtrArray *words; /* (element-type utf8): of each block: its letters and digits, in lower case */
  GString *body;    /* those of running text, one after the other */
  GArray *starts;   /* (element-type gsize): of each block in @body */
  GArray *dropped;  /* (element-type gboolean) */
} Repeats;

static char *
fold (const char *text, gsize length)
{
  GString *words = g_string_sized_new (length);

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, g_unichar_tolower (c));
    }
  return g_string_free (words, FALSE);
}

static const PmBlock *
get_block (Repeats *self, guint i)
{
  return g_ptr_array_index (self->blocks, i);
}

static const char *
get_words (Repeats *self, guint i)
{
  return g_ptr_array_index (self->words, i);
}

static gboolean
is_dropped (Repeats *self, guint i)
{
  return g_array_index (self->dropped, gboolean, i);
}

static void
drop (Repeats *self, guint i)
{
  g_array_index (self->dropped, gboolean, i) = TRUE;
}

static gboolean
is_running_text (const PmBlock *block)
{
  return block->kind == PM_MARK_PARAGRAPH || block->kind == PM_MARK_LIST_ITEM ||
         block->kind == PM_MARK_DEFINITION;
}

static void
read_words (Repeats *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PmBlock *block = get_block (self, i);
      char *words = fold (block->text->str, block->text->len);

      g_ptr_array_add (self->words, words);
      g_array_append_val (self->starts, self->body->len);
      if (is_running_text (block))
        g_string_append (self->body, words);
    }
}

static gboolean
is_same (Repeats *self, guint a, guint b)
{
  return get_block (self, a)->kind == get_block (self, b)->kind &&
         strcmp (get_words (self, a), get_words (self, b)) == 0 &&
         g_strcmp0 (get_block (self, a)->url, get_block (self, b)->url) == 0;
}

/* Drops block @copy and those behind it when they say what @first and those behind it do.
 * @seen: (element-type utf8 guint): where each text stands first. Returns: the last one looked at.
 */
static guint
drop_copy (Repeats *self, GHashTable *seen, guint first, guint copy)
{
  guint length = 0;
  guint n_long = 0;
  gsize letters = 0;

  for (; first + length < copy && copy + length < self->blocks->len &&
         is_same (self, first + length, copy + length);
       length++)
    {
      const char *words = get_words (self, copy + length);
      gpointer place = g_hash_table_lookup (seen, words);

      letters += strlen (words);
      n_long += strlen (words) >= MIN_LONG && GPOINTER_TO_UINT (place) == first + length &&
                get_block (self, copy + length)->kind != PM_MARK_TABLE_ROW;
    }
  if (n_long < MIN_LONG_BLOCKS || letters < MIN_COPY)
    return copy + MAX (length, 1) - 1;
  for (guint i = 0; i < length; i++)
    drop (self, copy + i);
  /* Short ones before them, such as a heading, belong to them. */
  for (guint n = 1; n <= first && copy - n >= first + length &&
                    is_same (self, first - n, copy - n) && !is_dropped (self, copy - n);
       n++)
    drop (self, copy - n);
  return copy + length - 1;
}

static void
drop_copies (Repeats *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const char *words = get_words (self, i);
      gpointer first;

      if (strlen (words) < MIN_LONG)
        continue;
      if (g_hash_table_lookup_extended (seen, words, NULL, &first))
        i = drop_copy (self, seen, GPOINTER_TO_UINT (first), i);
      else
        g_hash_table_insert (seen, (gpointer) words, GUINT_TO_POINTER (i));
    }
}

/* Whether everything that blocks @first to @end say stands in the text, but for a name. */
static gboolean
is_pulled (Repeats *self, guint first, guint end)
{
  gsize pulled = 0;

  for (guint i = first; i < end; i++)
    {
      const char *words = get_words (self, i);
      gsize length = strlen (words);

      if (length < MIN_PULLED && i > first)
        continue;
      if (length < MIN_PULLED || strstr (self->body->str, words) == NULL)
        return FALSE;
      pulled += length;
    }
  return pulled <= MAX_PULLED;
}

static void
drop_pull_quotes (Repeats *self)
{
  guint searches = 0;

  for (guint i = 0; i < self->blocks->len && searches < MAX_SEARCHES; i++)
    {
      const PmBlock *block = get_block (self, i);
      guint end = i + 1;

      if (block->kind != PM_MARK_QUOTE || is_dropped (self, i))
        continue;
      while (end < self->blocks->len && get_block (self, end)->kind == PM_MARK_QUOTE &&
             get_block (self, end)->group == block->group)
        end++;
      searches += end - i;
      if (searches <= MAX_SEARCHES && is_pulled (self, i, end))
        for (guint n = i; n < end; n++)
          drop (self, n);
      i = end - 1;
    }
}

/* Returns: the length of what stands before the last three dots, when little is behind them; else
 * 0. */
static gsize
measure_cut (const GString *text)
{
  static const char *const dots[] = { "…", "..." };
  gsize from = text->len > MAX_POINTER ? text->len - MAX_POINTER : 0;

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    {
      const char *at = g_strrstr (text->str + from, dots[i]);

      if (at != NULL)
        return at - text->str;
    }
  return 0;
}

static gboolean
goes_on_elsewhere (Repeats *self, guint cut, const char *words)
{
  gsize length = strlen (words);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      gsize start = g_array_index (self->starts, gsize, i);

      if (i != cut && is_running_text (get_block (self, i)) && !is_dropped (self, i) &&
          strncmp (self->body->str + start, words, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
drop_cut_off (Repeats *self)
{
  guint searches = 0;

  for (guint i = 0; i < self->blocks->len && searches < MAX_SEARCHES; i++)
    {
      const PmBlock *block = get_block (self, i);
      gsize length = is_running_text (block) && !is_dropped (self, i) ? measure_cut (block->text)
                                                                      : 0;
      g_autofree char *words = length > 0 ? fold (block->text->str, length) : NULL;

      if (words == NULL || strlen (words) < MIN_CUT)
        continue;
      searches++;
      if (goes_on_elsewhere (self, i, words))
        drop (self, i);
    }
}

void
_pm_repeats_drop (GPtrArray *blocks)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) dropped = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Repeats self = { blocks, words, body, starts, dropped };

  g_array_set_size (dropped, blocks->len);
  read_words (&self);
  drop_copies (&self);
  if (body->len <= MAX_BODY)
    {
      drop_pull_quotes (&self);
      drop_cut_off (&self);
    }
  for (guint i = blocks->len; i > 0; i--)
    if (is_dropped (&self, i - 1))
      g_ptr_array_remove_index (blocks, i - 1);
}
