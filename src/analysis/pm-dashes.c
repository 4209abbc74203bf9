/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"

#include <string.h>

/* Speech that dashes set off: «No iremos —dijo X—. Es tarde», and whole paragraphs of dialogue,
 * — Мы не пойдём, — сказал X. What says who speaks is cut out of the quotation. */

/* The verb of speech stands this near behind the dash. */
#define MAX_TO_VERB 4
/* Who speaks is told in so many words between commas. */
#define MAX_INCISE 14

typedef struct
{
  const PmToken *tokens;
  GArray *found;    /* (element-type PmMarked) */
  gboolean incises; /* commas may part from a quotation who says it */
} Dashes;

static gboolean
is_dash (const PmToken *token)
{
  return token->mark == 0x2014 || token->mark == 0x2013;
}

/* Whether the dash at @i opens an aside that says who speaks. Where it stands apart from the words
 * on both sides, a mark must have closed what was said, or the verb come first. */
static gboolean
opens_aside (const Dashes *d, guint i, guint end)
{
  const PmToken *before = &d->tokens[i - 1];

  if (!is_dash (&d->tokens[i]) || i + 1 >= end || d->tokens[i].gap == PM_GAP_NONE)
    return FALSE;
  if (d->tokens[i + 1].gap != PM_GAP_NONE && before->kind != PM_TOKEN_MARK &&
      before->kind != PM_TOKEN_QUOTE)
    end = MIN (end, i + 2);
  for (guint k = i + 1; k < MIN (end, i + 1 + MAX_TO_VERB); k++)
    if (d->tokens[k].kind != PM_TOKEN_WORD)
      return FALSE;
    else if (pm_token_is (&d->tokens[k], PM_WORD_SAY) && d->tokens[k].letters == PM_CASE_LOWER)
      return TRUE;
  return FALSE;
}

static guint
find_dash (const Dashes *d, guint i, guint end)
{
  while (i < end && !is_dash (&d->tokens[i]))
    i++;
  return i;
}

/* Whether a subject stands behind the verb that ends before @i: "-t-il", "le maire", "Anne". */
static gboolean
opens_subject (const Dashes *d, guint i)
{
  const PmToken *token = &d->tokens[i];

  if (token->mark == '-' && token->gap == PM_GAP_NONE)
    return pm_token_has (token + 1, PM_TRAIT_ENCLITIC) &&
           pm_token_is (token + 1, PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY);
  return pm_token_is_capital (token) ||
         (pm_token_is (token, PM_WORD_DETERMINER) && !pm_token_is (token, PM_WORD_AUXILIARY));
}

/* The verb of the incise that the comma at @i opens, its last token; 0 when it opens none:
 * « C'est fini, a dit Anne. Nous rentrons. » */
static guint
find_incise (const Dashes *d, guint i, guint end)
{
  gboolean named = FALSE;

  if (!d->incises || d->tokens[i].mark != ',')
    return 0;
  for (guint k = i + 1; k + 2 < end && k <= i + MAX_TO_VERB + named; k++)
    {
      const PmToken *token = &d->tokens[k];
      guint words = token->phrase_words > 1 && token->phrase_classes & PM_WORD_SAY
                        ? token->phrase_words
                        : 1;

      if (words > 1 || (pm_token_is (token, PM_WORD_SAY) && token->letters == PM_CASE_LOWER))
        return k + words < end && (named || opens_subject (d, k + words)) ? k + words - 1 : 0;
      if (opens_subject (d, k) && token->kind == PM_TOKEN_MARK)
        named = ++k > 0;
      else if (token->letters != PM_CASE_LOWER || !pm_token_is (token, PM_WORD_AUXILIARY))
        return 0;
    }
  return 0;
}

/* The token after the incise whose verb is at @verb: behind its comma or full stop. */
static guint
skip_incise (const Dashes *d, guint verb, guint end)
{
  for (guint i = verb + 1; i < MIN (end, verb + MAX_INCISE); i++)
    if (d->tokens[i].mark == ',' ||
        (d->tokens[i].mark == '.' && !pm_token_is (&d->tokens[i - 1], PM_WORD_ABBREVIATION)))
      return i + 1;
  return 0;
}

static void
add (Dashes *d, guint first, guint end, const PmMarked *whole)
{
  PmMarked part = *whole;

  while (first < end && first > whole->range.first && d->tokens[first].kind == PM_TOKEN_MARK)
    first++;
  part.range = (PmTokenRange){ first, end };
  part.continues = whole->continues && first == whole->range.first;
  if (end > first + 1 || (end > first && d->tokens[first].kind == PM_TOKEN_WORD))
    g_array_append_val (d->found, part);
}

/* Adds the parts of @marked between the asides in it. */
static void
split (Dashes *d, const PmMarked *marked)
{
  guint first = marked->range.first;
  guint end = marked->range.end;
  guint verb;
  guint next;

  for (guint i = first + 1; i < end; i++)
    if (opens_aside (d, i, end))
      {
        add (d, first, i, marked);
        first = MIN (find_dash (d, i + 2, end) + 1, end);
        i = first;
      }
    else if ((verb = find_incise (d, i, end)) > 0 && (next = skip_incise (d, verb, end)) > 0)
      {
        add (d, first, i, marked);
        first = next;
        i = first;
      }
  if (first < end)
    add (d, first, end, marked);
}

static gboolean
has_aside (const Dashes *d, PmTokenRange range)
{
  for (guint i = range.first + 1; i < range.end; i++)
    if (opens_aside (d, i, range.end))
      return TRUE;
  return FALSE;
}

/* The letter or word of who speaks in an interview, "P.", "RESPUESTA.", how many tokens it has; 0
 * for none. */
static guint
count_label (const PmTokens *tokens, guint i)
{
  const PmToken *token = &tokens->tokens[i];

  if (token->letters != PM_CASE_UPPER || i + 1 >= tokens->n_tokens)
    return 0;
  if (token->span.end - token->span.start < 4)
    return tokens->text[token->span.end - 1] == '.' ? 1 : 0;
  return token[1].mark == '.' && token[1].gap == PM_GAP_NONE ? 2 : 0;
}

static gboolean
is_dialogue (const PmTokens *tokens, guint p)
{
  PmTokenRange paragraph;

  if (p >= tokens->n_paragraphs)
    return FALSE;
  paragraph = tokens->paragraphs[p];
  return (is_dash (&tokens->tokens[paragraph.first]) ||
          count_label (tokens, paragraph.first) > 0) &&
         paragraph.end > paragraph.first + 2;
}

static gboolean
asks (const PmTokens *tokens, guint p)
{
  return is_dialogue (tokens, p) && tokens->tokens[tokens->paragraphs[p].end - 1].mark == '?';
}

/* Whether paragraph @p opens as the one before it does: with a dash, or with the same label. */
static gboolean
opens_alike (const PmTokens *tokens, guint p)
{
  const PmToken *one = &tokens->tokens[tokens->paragraphs[p - 1].first];
  const PmToken *other = &tokens->tokens[tokens->paragraphs[p].first];
  gsize length = one->span.end - one->span.start;

  return is_dash (one) || is_dash (other) ||
         (length == other->span.end - other->span.start &&
          strncmp (tokens->text + one->span.start, tokens->text + other->span.start, length) == 0);
}

/* Whether paragraph @p is speech: it says who speaks, or answers a question or another voice.
 * @answered: the paragraph before it is an answer. */
static gboolean
is_speech (const Dashes *d, const PmTokens *tokens, guint p, gboolean answered)
{
  if (!is_dialogue (tokens, p))
    return FALSE;
  return has_aside (d, tokens->paragraphs[p]) ||
         (p > 0 && !asks (tokens, p) &&
          (asks (tokens, p - 1) ||
           (!answered && is_dialogue (tokens, p - 1) && !opens_alike (tokens, p))));
}

GArray *
_pm_dashes_read (PmContext *self, GArray *marked)
{
  const PmTokens *tokens = self->tokens;
  Dashes d = { tokens->tokens, g_array_new (FALSE, FALSE, sizeof (PmMarked)),
               !self->language->noun_capitals && !self->language->that_after_comma };
  gboolean speech = FALSE;
  guint m = 0;

  for (guint p = 0; p < tokens->n_paragraphs; p++)
    {
      PmMarked whole = { .range = tokens->paragraphs[p], .closed = TRUE };

      speech = is_speech (&d, tokens, p, speech);

      /* The dash belongs to the speech as a mark does, the letter does not. */
      if (speech && d.tokens[whole.range.first].kind == PM_TOKEN_WORD)
        whole.range.first += count_label (tokens, whole.range.first);

      if (speech)
        split (&d, &whole);
      for (; m < marked->len && g_array_index (marked, PmMarked, m).range.first < whole.range.end;
           m++)
        if (!speech)
          split (&d, &g_array_index (marked, PmMarked, m));
    }
  g_array_unref (marked);
  return d.found;
}
