/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quotes-private.h"

/* `Wilson, John (2009). "The tide". Harbour Press. Retrieved 24 January 2011.`: an entry in a list
 * of sources. What its marks hold is a title, which nobody says. Told by its form, not by words:
 * names and dates, a title in marks, a full stop or comma behind it, and names and dates again. */

/* What is looked at on either side of the title. */
#define MAX_BEFORE 60
#define MAX_BEHIND 24
/* Words that are neither names nor dates, nor hold others together: "Archived from the original".
 */
#define MAX_PLAIN 1
#define FIRST_YEAR 1000
#define LAST_YEAR 2100

/* Scripts without case show no names by their form. */
static gboolean
is_plain (const PmToken *token)
{
  return token->kind == PM_TOKEN_WORD && token->letters <= PM_CASE_LOWER &&
         pm_span_length (token->span) > 2 &&
         !pm_token_is (token, PM_WORD_FUNCTION | PM_WORD_CALENDAR);
}

static gboolean
is_year (const PmTokens *tokens, guint i)
{
  const PmToken *token = &tokens->tokens[i];
  guint64 year;

  if (token->kind != PM_TOKEN_NUMBER || pm_span_length (token->span) != 4)
    return FALSE;
  year = g_ascii_strtoull (tokens->text + token->span.start, NULL, 10);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* Whether @range holds names and dates and little else.
 * @dated: (inout): set when it holds a year */
static gboolean
is_bare (const PmTokens *tokens, PmTokenRange range, gboolean *dated)
{
  guint plain = 0;

  for (guint i = range.first; i < range.end; i++)
    {
      plain += is_plain (&tokens->tokens[i]);
      *dated = *dated || is_year (tokens, i);
    }
  return plain <= MAX_PLAIN;
}

/* The token behind the marks that open at @first, or 0. */
static guint
find_close (const PmTokens *tokens, guint first, guint end)
{
  for (guint i = first + 1; i < end; i++)
    if (tokens->tokens[i].kind == PM_TOKEN_QUOTE && tokens->tokens[i].gap == PM_GAP_NONE &&
        (i + 1 == end || tokens->tokens[i + 1].gap != PM_GAP_NONE ||
         tokens->tokens[i + 1].kind == PM_TOKEN_MARK))
      return i + 1;
  return 0;
}

static gboolean
is_entry (const PmTokens *tokens, PmTokenRange paragraph)
{
  guint limit = MIN (paragraph.end, paragraph.first + MAX_BEFORE);
  guint open = paragraph.first;
  gboolean dated = FALSE;
  guint close;

  while (open < limit && tokens->tokens[open].kind != PM_TOKEN_QUOTE)
    open++;
  if (open == limit)
    return FALSE;
  close = find_close (tokens, open, paragraph.end);
  if (close == 0 || (open > paragraph.first && tokens->tokens[open - 1].mark != '.' &&
                     tokens->tokens[open - 1].mark != ')' && tokens->tokens[open - 1].mark != ','))
    return FALSE;
  if (close < paragraph.end && tokens->tokens[close].mark == '(')
    while (close < paragraph.end && tokens->tokens[close++].mark != ')')
      ;
  return close < paragraph.end &&
         (tokens->tokens[close].mark == '.' || tokens->tokens[close].mark == ',') &&
         is_bare (tokens, (PmTokenRange){ paragraph.first, open }, &dated) &&
         is_bare (tokens, (PmTokenRange){ close, MIN (paragraph.end, close + MAX_BEHIND) },
                  &dated) &&
         dated;
}

void
_pm_references_drop (const PmTokens *tokens, GArray *marked)
{
  gboolean entry = FALSE;
  guint paragraph = 0;
  guint judged = 0; /* the paragraph that @entry is about, plus one */
  guint kept = 0;

  for (guint m = 0; m < marked->len; m++)
    {
      PmMarked *own = &g_array_index (marked, PmMarked, m);

      while (tokens->paragraphs[paragraph].end <= own->range.first)
        paragraph++;
      if (judged != paragraph + 1)
        entry = is_entry (tokens, tokens->paragraphs[paragraph]);
      judged = paragraph + 1;
      if (!entry)
        g_array_index (marked, PmMarked, kept++) = *own;
    }
  g_array_set_size (marked, kept);
}
