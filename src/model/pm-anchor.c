/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-anchor.h"

#include "pm-approximate-private.h"

#include <string.h>

#define CONTEXT 32 /* characters kept either side, as Hypothesis keeps */
#define MAX_EDITS 256
#define FLOOR 0.7
/* Words of fewer bytes stand in any text: their neighbours must be right as well. Longer ones that
 * occur just once need no neighbours. */
#define TELLING 20
#define SHORT_FLOOR 0.8
#define MAX_CANDIDATES 1000

PmAnchor *
pm_anchor_new (const char *text, gsize length, PmSpan span)
{
  const char *from = text + span.start;
  const char *to = text + span.end;

  g_return_val_if_fail (span.start <= span.end && span.end <= length, NULL);
  for (int i = 0; i < CONTEXT && from > text; i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; i < CONTEXT && to < text + length; i++)
    to = g_utf8_next_char (to);

  PmAnchor *self = g_new0 (PmAnchor, 1);
  self->exact = g_strndup (text + span.start, pm_span_length (span));
  self->prefix = g_strndup (from, text + span.start - from);
  self->suffix = g_strndup (text + span.end, to - text - span.end);
  self->hint = span;
  return self;
}

PmAnchor *
pm_anchor_new_from_words (const char *exact, const char *prefix, const char *suffix, PmSpan hint)
{
  PmAnchor *self = g_new0 (PmAnchor, 1);

  self->exact = g_strdup (exact);
  self->prefix = g_strdup (prefix != NULL ? prefix : "");
  self->suffix = g_strdup (suffix != NULL ? suffix : "");
  self->hint = hint;
  return self;
}

PmAnchor *
pm_anchor_copy (const PmAnchor *self)
{
  return pm_anchor_new_from_words (self->exact, self->prefix, self->suffix, self->hint);
}

void
pm_anchor_free (PmAnchor *self)
{
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

/* How much of @words, 0–1, is found in the stretch of text; no words are always there. */
static double
compare_context (const char *words, const char *text, gsize length)
{
  glong n_words;
  glong n_text;
  g_autofree gunichar *pattern = g_utf8_to_ucs4_fast (words, -1, &n_words);
  g_autofree gunichar *stretch = g_utf8_to_ucs4_fast (text, length, &n_text);
  g_autofree guint *scores = NULL;
  guint best = n_words;

  if (n_words == 0)
    return 1;
  scores = _pm_approximate_scores (pattern, n_words, stretch, n_text);
  for (glong i = 0; i <= n_text; i++)
    best = MIN (best, scores[i]);
  return 1 - (double) best / n_words;
}

/* The bytes of up to @n characters before @at. */
static gsize
count_before (const char *text, gsize at, glong n)
{
  const char *p = text + at;

  for (; n > 0 && p > text; n--)
    p = g_utf8_prev_char (p);
  return text + at - p;
}

static gsize
count_after (const char *text, gsize length, gsize at, glong n)
{
  const char *p = text + at;

  for (; n > 0 && p < text + length; n--)
    p = g_utf8_next_char (p);
  return p - text - at;
}

/* Hypothesis's weights (match-quote): 50 for the words, 20 for each neighbour, 2 for nearness, out
 * of 92.
 * @quality: of the words, 0–1. */
static double
score_candidate (const PmAnchor *self, const char *text, gsize length, PmSpan span, double quality)
{
  gsize before = count_before (text, span.start, g_utf8_strlen (self->prefix, -1));
  gsize after = count_after (text, length, span.end, g_utf8_strlen (self->suffix, -1));
  double distance = span.start > self->hint.start ? span.start - self->hint.start
                                                  : self->hint.start - span.start;
  double score = 50 * quality;

  score += 20 * compare_context (self->prefix, text + span.start - before, before);
  score += 20 * compare_context (self->suffix, text + span.end, after);
  score += 2 * (1 - MIN (1, distance / MAX (1, length)));
  return score / 92;
}

static gboolean
find_exact (const PmAnchor *self, const char *text, gsize length, PmSpan *span, double *score)
{
  gsize size = strlen (self->exact);
  guint n_hits = 0;

  *score = 0;
  for (const char *hit = text; n_hits < MAX_CANDIDATES; hit++)
    {
      PmSpan at;
      double this_score;

      hit = g_strstr_len (hit, text + length - hit, self->exact);
      if (hit == NULL)
        break;
      n_hits++;
      at = (PmSpan){ hit - text, hit - text + size };
      this_score = score_candidate (self, text, length, at, 1);
      if (this_score > *score)
        {
          *score = this_score;
          *span = at;
        }
    }
  if (n_hits == 1 && size >= TELLING)
    *score = 1;
  return n_hits > 0;
}

/* How many characters before @end the match of @score edits begins: the shortest such stretch. */
static gsize
measure_match (const gunichar *pattern,
               gsize n_pattern,
               const gunichar *text,
               gsize end,
               guint score)
{
  gsize n = MIN (end, n_pattern + score);
  g_autofree gunichar *reversed_pattern = g_new (gunichar, n_pattern);
  g_autofree gunichar *reversed_text = g_new (gunichar, n + 1);
  g_autofree guint *scores = NULL;

  for (gsize i = 0; i < n_pattern; i++)
    reversed_pattern[i] = pattern[n_pattern - 1 - i];
  for (gsize i = 0; i < n; i++)
    reversed_text[i] = text[end - 1 - i];
  scores = _pm_approximate_scores (reversed_pattern, n_pattern, reversed_text, n);
  for (gsize i = 0; i <= n; i++)
    if (scores[i] <= score)
      return i;
  return n;
}

/* Whether position @i ends a match as good as any around it. */
static gboolean
is_local_best (const guint *scores, gsize n, gsize i)
{
  return (i == 0 || scores[i] < scores[i - 1]) && (i == n || scores[i] <= scores[i + 1]);
}

static void
find_approximate (const PmAnchor *self, const char *text, gsize length, PmSpan *span, double *score)
{
  glong n_pattern;
  glong n_text;
  g_autofree gunichar *pattern = g_utf8_to_ucs4_fast (self->exact, -1, &n_pattern);
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, length, &n_text);
  g_autofree guint *scores = _pm_approximate_scores (pattern, n_pattern, wide, n_text);
  guint allowed = MIN (MAX_EDITS, n_pattern / 2);
  guint n_candidates = 0;
  const char *p = text;

  *score = 0;
  for (glong i = 0; i <= n_text && n_candidates < MAX_CANDIDATES; i++)
    {
      if (i > 0)
        p = g_utf8_next_char (p);
      if (scores[i] <= allowed && is_local_best (scores, n_text, i))
        {
          gsize n = measure_match (pattern, n_pattern, wide, i, scores[i]);
          PmSpan at = { p - text - count_before (text, p - text, n), p - text };
          double this_score = score_candidate (self, text, length, at,
                                               1 - (double) scores[i] / n_pattern);

          n_candidates++;
          if (this_score > *score && !pm_span_is_empty (at))
            {
              *score = this_score;
              *span = at;
            }
        }
    }
}

gboolean
pm_anchor_find (const PmAnchor *self, const char *text, gsize length, PmSpan *span)
{
  double score = 0;

  *span = (PmSpan){ 0, 0 };
  if (*self->exact == '\0')
    return FALSE;
  if (!find_exact (self, text, length, span, &score))
    find_approximate (self, text, length, span, &score);
  if (score >= (strlen (self->exact) < TELLING ? SHORT_FLOOR : FLOOR))
    return TRUE;
  *span = (PmSpan){ 0, 0 };
  return FALSE;
}
