/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tokens-private.h"

#include <string.h>

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 ||
         c == 0xff1f || c == 0x0964 || c == 0x061f || c == 0x06d4;
}

/* Quotation marks and brackets that belong to the sentence they close. */
static gboolean
closes (const PmTokens *self, guint i)
{
  const PmToken *token = &self->tokens[i];

  /* French parts its marks from the words: « … ». */
  if (token->mark == 0xbb && token->gap == PM_GAP_SPACE)
    return i + 1 == self->n_tokens || token[1].gap != PM_GAP_NONE || token[1].kind == PM_TOKEN_MARK;
  if (token->kind == PM_TOKEN_QUOTE)
    return token->gap == PM_GAP_NONE && token->mark != 0x2018 && token->mark != 0x201e;
  return token->mark == ')' || token->mark == ']';
}

/* A word that owns its full stop ends a sentence only before a word that is sure to begin one; a
 * state, behind which a comma goes on, before any capital. */
static gboolean
abbreviation_ends (const PmTokens *self, const PmToken *token, const PmToken *next)
{
  if (token->kind != PM_TOKEN_WORD || self->text[token->span.end - 1] != '.')
    return FALSE;
  if (pm_token_is (token, PM_WORD_TITLE) || !pm_token_is_capital (next))
    return FALSE;
  if (pm_token_is (token, PM_WORD_ABBREVIATION) && pm_token_is (token, PM_WORD_PLACE))
    return TRUE;
  return pm_token_is (next, PM_WORD_FUNCTION) && pm_span_length (next->span) > 1;
}

static gboolean
begins (const PmToken *next)
{
  if (next->gap < PM_GAP_SPACE)
    return next->letters == PM_CASE_NONE && next->kind == PM_TOKEN_WORD;
  if (next->kind == PM_TOKEN_WORD)
    return next->letters != PM_CASE_LOWER;
  return next->kind != PM_TOKEN_MARK || next->mark == '(' || next->mark == '[';
}

/* "am 3. Mai": a day of a month, its full stop before @i. */
static gboolean
is_day (const PmTokens *self, guint i)
{
  const PmToken *number = i > 1 ? &self->tokens[i - 2] : NULL;

  return number != NULL && number->kind == PM_TOKEN_NUMBER && pm_span_length (number->span) < 3 &&
         self->tokens[i - 1].mark == '.' && pm_token_is (&self->tokens[i], PM_WORD_CALENDAR);
}

/* The first token of "[38]", "[n 2]" or a row of them behind a full stop and before @i; else @i. */
static guint
skip_footnotes (const PmTokens *self, guint i)
{
  while (i > 2 && self->tokens[i - 1].mark == ']')
    {
      guint open = i - 2;

      while (open > 0 && i - open < 5 && self->tokens[open].mark != '[')
        open--;
      if (self->tokens[open].mark != '[' || self->tokens[open].gap != PM_GAP_NONE)
        break;
      i = open;
    }
  return i;
}

/* Whether a sentence ends before token @i. */
static gboolean
is_boundary (const PmTokens *self, guint i)
{
  const PmToken *next = &self->tokens[i];
  guint end = skip_footnotes (self, i);
  guint last = end;

  if (next->gap >= PM_GAP_LINE)
    return TRUE;
  if (closes (self, i) || !begins (next) || is_day (self, i))
    return FALSE;
  while (last > 0 && closes (self, last - 1) && end - last < 3)
    last--;
  if (last == 0)
    return FALSE;
  return is_stop (self->tokens[last - 1].mark) ||
         (last == i && abbreviation_ends (self, &self->tokens[i - 1], next));
}

void
_pm_tokens_split (PmTokens *self)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (PmTokenRange));
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (PmTokenRange));
  PmTokenRange sentence = { 0, 0 };
  PmTokenRange paragraph = { 0, 0 };

  for (guint i = 0; i <= self->n_tokens; i++)
    {
      gboolean last = i == self->n_tokens;

      if (i > sentence.first && (last || is_boundary (self, i)))
        {
          sentence.end = i;
          g_array_append_val (sentences, sentence);
          sentence.first = i;
        }
      if (i > paragraph.first && (last || self->tokens[i].gap == PM_GAP_PARAGRAPH))
        {
          paragraph.end = i;
          g_array_append_val (paragraphs, paragraph);
          paragraph.first = i;
        }
      if (!last)
        self->tokens[i].sentence = sentences->len;
    }
  self->n_sentences = sentences->len;
  self->sentences = (PmTokenRange *) g_array_free (sentences, FALSE);
  self->n_paragraphs = paragraphs->len;
  self->paragraphs = (PmTokenRange *) g_array_free (paragraphs, FALSE);
}
