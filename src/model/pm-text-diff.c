/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-text-diff.h"

#include "pm-sequence-diff-private.h"
#include "pm-words-private.h"

#include <string.h>

/* Tokens that are shown of what is the same, on either side of a change; and how many more there
 * must be for it to be worth folding. */
#define CONTEXT 40
#define FOLDABLE 20
/* In passing over what is too little in common. */
#define MAX_PASSES 4

typedef struct
{
  PmTextDiff diff;
  gatomicrefcount ref_count;
} PmTextDiffPrivate;

G_DEFINE_BOXED_TYPE (PmTextDiff, pm_text_diff, pm_text_diff_ref, pm_text_diff_unref)

/* A paragraph, or a word, a sign, a character of a script without spaces. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean is_word;
} Token;

/* One of the two texts, cut up. The white space before a token goes with it. */
typedef struct
{
  const char *text;
  GArray *tokens; /* (element-type Token) */
  guint *ids;     /* the same for the same words in both texts */
  guint8 *changed;
} Side;

/* --- cutting up --- */

static guint
count_tokens (const char *text, PmSpan span, gboolean only_words)
{
  const char *p = text + span.start;
  const char *start;
  gboolean is_word;
  guint n_tokens = 0;

  while ((p = _pm_words_scan (p, text + span.end, &start, &is_word)) != NULL)
    n_tokens += is_word || !only_words;
  return n_tokens;
}

static void
cut_into_words (Side *side, PmSpan span)
{
  const char *p = side->text + span.start;
  const char *start;
  gboolean is_word;

  while ((p = _pm_words_scan (p, side->text + span.end, &start, &is_word)) != NULL)
    {
      Token token = { start - side->text, p - side->text, is_word };

      g_array_append_val (side->tokens, token);
    }
}

static void
cut_into_paragraphs (Side *side)
{
  for (gsize at = 0; side->text[at] != '\0';)
    {
      gsize length = strcspn (side->text + at, "\n");
      Token token = { at, at + length, TRUE };

      if (length > 0)
        g_array_append_val (side->tokens, token);
      at += length + (side->text[at + length] == '\n');
    }
}

static void
side_init (Side *self, const char *text)
{
  *self = (Side){ text, g_array_new (FALSE, FALSE, sizeof (Token)), NULL, NULL };
}

static void
side_clear (Side *self)
{
  g_array_unref (self->tokens);
  g_free (self->ids);
  g_free (self->changed);
}

/* Where token @i begins with the white space before it, not before @from; behind the last, @end. */
static gsize
get_boundary (Side *self, guint i, gsize from, gsize end)
{
  if (i >= self->tokens->len)
    return end;
  return i > 0 ? g_array_index (self->tokens, Token, i - 1).end : from;
}

/* --- comparing --- */

typedef struct
{
  const char *text;
  gsize length;
} Words;

static guint
words_hash (gconstpointer data)
{
  const Words *words = data;
  guint hash = 5381;

  for (gsize i = 0; i < words->length; i++)
    hash = hash * 33 + (guchar) words->text[i];
  return hash;
}

static gboolean
words_equal (gconstpointer a, gconstpointer b)
{
  const Words *first = a;
  const Words *second = b;

  return first->length == second->length && memcmp (first->text, second->text, first->length) == 0;
}

static void
number_tokens (Side *side, GHashTable *known)
{
  /* One more, so that there is something even of nothing. */
  side->ids = g_new (guint, side->tokens->len + 1);
  side->changed = g_new (guint8, side->tokens->len + 1);
  for (guint i = 0; i < side->tokens->len; i++)
    {
      const Token *token = &g_array_index (side->tokens, Token, i);
      Words words = { side->text + token->start, token->end - token->start };
      gpointer id = g_hash_table_lookup (known, &words);

      if (id == NULL)
        {
          id = GUINT_TO_POINTER (g_hash_table_size (known) + 1);
          g_hash_table_insert (known, g_memdup2 (&words, sizeof words), id);
        }
      side->ids[i] = GPOINTER_TO_UINT (id);
    }
}

static void
compare (Side *before, Side *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (words_hash, words_equal, g_free, NULL);

  number_tokens (before, known);
  number_tokens (after, known);
  _pm_sequence_diff (before->ids, before->tokens->len, after->ids, after->tokens->len,
                     before->changed, after->changed);
}

/* A run of tokens: those that changed, and those that are the same behind them. */
typedef struct
{
  guint removed, removed_end;
  guint added, added_end;
  guint n_same;
} Run;

static guint
skip_changed (Side *side, guint i)
{
  while (i < side->tokens->len && side->changed[i])
    i++;
  return i;
}

/* Finds the run that begins at @x of the one and @y of the other.
 * Returns: whether there is anything there. */
static gboolean
find_run (Side *before, Side *after, guint x, guint y, Run *run)
{
  *run = (Run){ x, skip_changed (before, x), y, skip_changed (after, y), 0 };
  for (guint i = run->removed_end, j = run->added_end;
       i < before->tokens->len && j < after->tokens->len && !before->changed[i] &&
       !after->changed[j];
       i++, j++)
    run->n_same++;
  return x < before->tokens->len || y < after->tokens->len;
}

static guint
count_word_tokens (Side *side, guint from, guint to)
{
  guint n_words = 0;

  for (guint i = from; i < to; i++)
    n_words += g_array_index (side->tokens, Token, i).is_word;
  return n_words;
}

static guint
weigh (Side *before, Side *after, const Run *run)
{
  return MAX (count_word_tokens (before, run->removed, run->removed_end),
              count_word_tokens (after, run->added, run->added_end));
}

/* Takes as changed what is the same between two changes that are both longer: a "the" within a
 * sentence written anew tells nobody anything. Returns: whether there was any. */
static gboolean
pass_over (Side *before, Side *after)
{
  gboolean any = FALSE;
  Run run, next;

  if (!find_run (before, after, 0, 0, &run))
    return FALSE;
  while (find_run (before, after, run.removed_end + run.n_same, run.added_end + run.n_same, &next))
    {
      guint n_same = count_word_tokens (before, run.removed_end, run.removed_end + run.n_same);

      if (n_same < weigh (before, after, &run) && n_same < weigh (before, after, &next))
        {
          memset (before->changed + run.removed_end, 1, run.n_same);
          memset (after->changed + run.added_end, 1, run.n_same);
          any = TRUE;
        }
      run = next;
    }
  return any;
}

/* --- pieces --- */

static void
add_piece (PmTextDiff *self, PmDiffKind kind, PmSpan before, PmSpan after)
{
  PmDiffPiece piece = { kind, before, after };
  PmDiffPiece *last = self->pieces->len > 0
                          ? &g_array_index (self->pieces, PmDiffPiece, self->pieces->len - 1)
                          : NULL;

  if (pm_span_is_empty (before) && pm_span_is_empty (after))
    return;
  if (last != NULL && last->kind == kind)
    {
      last->before.end = before.end;
      last->after.end = after.end;
      return;
    }
  g_array_append_val (self->pieces, piece);
}

static void
add_change (PmTextDiff *self, PmSpan before, PmSpan after)
{
  add_piece (self, PM_DIFF_REMOVED, before, (PmSpan){ after.start, after.start });
  add_piece (self, PM_DIFF_ADDED, (PmSpan){ before.end, before.end }, after);
  self->n_removed += count_tokens (self->before, before, TRUE);
  self->n_added += count_tokens (self->after, after, TRUE);
}

/* @add_changed: for a stretch that each of the texts has in its own way. */
static void
add_runs (PmTextDiff *self,
          Side *before,
          Side *after,
          PmSpan whole_before,
          PmSpan whole_after,
          void (*add_changed) (PmTextDiff *self, PmSpan before, PmSpan after))
{
  Run run = { 0 };
  gsize x = whole_before.start;
  gsize y = whole_after.start;

  while (find_run (before, after, run.removed_end + run.n_same, run.added_end + run.n_same, &run))
    {
      gsize x_change = get_boundary (before, run.removed_end, x, whole_before.end);
      gsize y_change = get_boundary (after, run.added_end, y, whole_after.end);
      gsize x_end = get_boundary (before, run.removed_end + run.n_same, x, whole_before.end);
      gsize y_end = get_boundary (after, run.added_end + run.n_same, y, whole_after.end);

      if (run.removed_end > run.removed || run.added_end > run.added)
        add_changed (self, (PmSpan){ x, x_change }, (PmSpan){ y, y_change });
      add_piece (self, PM_DIFF_SAME, (PmSpan){ x_change, x_end }, (PmSpan){ y_change, y_end });
      x = x_end;
      y = y_end;
    }
}

/* Paragraphs that changed: their words. */
static void
add_words (PmTextDiff *self, PmSpan span_before, PmSpan span_after)
{
  Side before, after;

  side_init (&before, self->before);
  side_init (&after, self->after);
  cut_into_words (&before, span_before);
  cut_into_words (&after, span_after);
  compare (&before, &after);
  for (int i = 0; i < MAX_PASSES && pass_over (&before, &after); i++)
    continue;
  if (before.tokens->len > 0 || after.tokens->len > 0)
    add_runs (self, &before, &after, span_before, span_after, add_change);
  else
    add_piece (self, PM_DIFF_SAME, span_before, span_after);
  side_clear (&before);
  side_clear (&after);
}

/* --- folding --- */

/* Returns: what lies behind the first @n_tokens of @span; its end when no token does. */
static gsize
skip_tokens (const char *text, PmSpan span, guint n_tokens)
{
  const char *p = text + span.start;
  const char *start;
  gboolean is_word;

  for (guint i = 0; i < n_tokens && p != NULL; i++)
    p = _pm_words_scan (p, text + span.end, &start, &is_word);
  if (p == NULL || _pm_words_scan (p, text + span.end, &start, &is_word) == NULL)
    return span.end;
  return p - text;
}

/* @head, @tail: tokens of @piece that stay. */
static void
fold_piece (PmTextDiff *self, const PmDiffPiece *piece, guint head, guint tail, GArray *folded)
{
  guint n_tokens = count_tokens (self->after, piece->after, FALSE);
  PmDiffPiece parts[3] = { *piece, *piece, *piece };

  if (n_tokens < head + tail + FOLDABLE)
    {
      g_array_append_val (folded, *piece);
      return;
    }
  parts[1].kind = PM_DIFF_FOLDED;
  parts[0].before.end = parts[1].before.start = skip_tokens (self->before, piece->before, head);
  parts[0].after.end = parts[1].after.start = skip_tokens (self->after, piece->after, head);
  parts[1].before.end = parts[2].before.start = skip_tokens (self->before, piece->before,
                                                             n_tokens - tail);
  parts[1].after.end = parts[2].after.start = skip_tokens (self->after, piece->after,
                                                           n_tokens - tail);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!pm_span_is_empty (parts[i].after))
      g_array_append_val (folded, parts[i]);
}

static void
fold (PmTextDiff *self)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (PmDiffPiece));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const PmDiffPiece *piece = &g_array_index (self->pieces, PmDiffPiece, i);

      if (piece->kind == PM_DIFF_SAME)
        fold_piece (self, piece, i > 0 ? CONTEXT : 0, i + 1 < self->pieces->len ? CONTEXT : 0,
                    folded);
      else
        g_array_append_val (folded, *piece);
    }
  g_array_unref (self->pieces);
  self->pieces = folded;
}

/* --- public --- */

PmTextDiff *
pm_text_diff_new (const char *before, const char *after)
{
  PmTextDiffPrivate *priv = g_new0 (PmTextDiffPrivate, 1);
  PmTextDiff *self = &priv->diff;
  Side sides[2];

  g_atomic_ref_count_init (&priv->ref_count);
  self->before = g_strdup (before);
  self->after = g_strdup (after);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (PmDiffPiece));
  side_init (&sides[0], self->before);
  side_init (&sides[1], self->after);
  cut_into_paragraphs (&sides[0]);
  cut_into_paragraphs (&sides[1]);
  compare (&sides[0], &sides[1]);
  add_runs (self, &sides[0], &sides[1], (PmSpan){ 0, strlen (before) },
            (PmSpan){ 0, strlen (after) }, add_words);
  side_clear (&sides[0]);
  side_clear (&sides[1]);
  fold (self);
  return self;
}

PmTextDiff *
pm_text_diff_ref (PmTextDiff *self)
{
  g_atomic_ref_count_inc (&((PmTextDiffPrivate *) self)->ref_count);
  return self;
}

void
pm_text_diff_unref (PmTextDiff *self)
{
  if (!g_atomic_ref_count_dec (&((PmTextDiffPrivate *) self)->ref_count))
    return;
  g_free (self->before);
  g_free (self->after);
  g_array_unref (self->pieces);
  g_free (self);
}

char *
pm_text_diff_dup_text (PmTextDiff *self, guint i)
{
  const PmDiffPiece *piece = &g_array_index (self->pieces, PmDiffPiece, i);
  gboolean removed = piece->kind == PM_DIFF_REMOVED;
  /* What is the first of its text has no white space before it, but stands behind something. */
  gboolean first = i > 0 && !removed && piece->after.start == 0;

  if (removed || (first && piece->kind != PM_DIFF_ADDED))
    return g_strndup (self->before + piece->before.start, pm_span_length (piece->before));
  return g_strdup_printf ("%s%.*s", first ? " " : "", (int) pm_span_length (piece->after),
                          self->after + piece->after.start);
}

const char *
pm_diff_kind_to_string (PmDiffKind kind)
{
  static const char *const names[] = { "same", "removed", "added", "folded" };

  return names[kind];
}
