/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"
#include "pm-gazetteer.h"

#include <string.h>

/* "Wilson, John (2005)": lists of works name a person family name first. What was found as two
 * people is one. */

/* "John", "J.". */
static gboolean
is_given (PmContext *self, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];
  const PmGazetteer *gazetteer = pm_gazetteer_get ();
  g_autofree char *word = pm_tokens_dup_text (self->tokens, (PmTokenRange){ at, at + 1 });
  const char *words = word;
  guint n;

  if (!pm_token_is_capital (token))
    return FALSE;
  return pm_token_is (token, PM_WORD_GIVEN) || g_utf8_strlen (word, -1) == 1 ||
         (g_utf8_strlen (word, -1) == 2 && g_str_has_suffix (word, ".")) ||
         (gazetteer != NULL &&
          pm_gazetteer_match (gazetteer, self->code, &words, 1, &n) & PM_GAZETTEER_GIVEN);
}

static gboolean
are_given (PmContext *self, PmTokenRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (self->tokens->tokens[i].mark != '.' && !is_given (self, i))
      return FALSE;
  return range.end > range.first;
}

/* Whether what stands after a comma within one name is a given name: "Jr." and "III" are none. */
static gboolean
may_be_given (PmContext *self, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];

  return is_given (self, at) ||
         (token->letters == PM_CASE_TITLE && pm_span_length (token->span) > strlen ("Jr."));
}

guint
_pm_name_find_comma (PmContext *self, const PmMention *mention)
{
  PmTokenRange range = mention->range;

  if (mention->type != PM_ENTITY_PERSON)
    return 0;
  for (guint i = range.first + 1; i + 1 < range.end; i++)
    if (self->tokens->tokens[i].mark == ',')
      return may_be_given (self, i + 1) ? i : 0;
  return 0;
}

/* Where the name of an author may begin. */
static gboolean
is_start (PmContext *self, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];

  return at == self->tokens->sentences[token->sentence].first || token[-1].mark == ';' ||
         token[-1].mark == '&' || token[-1].mark == '^';
}

/* Where it may end: never where a sentence goes on, but before ", ed.". */
static gboolean
is_end (PmContext *self, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];

  return at >= self->tokens->n_tokens || token->gap > PM_GAP_SPACE ||
         (token->mark == ',' && at + 2 < self->tokens->n_tokens &&
          token[1].letters == PM_CASE_LOWER && token[2].mark == '.') ||
         (token->mark != 0 && token->mark < 128 && strchr (".;&(:", (int) token->mark) != NULL);
}

/* Whether @given is the given name after the comma after @family. */
static gboolean
is_cited (PmContext *self, const PmMention *family, const PmMention *given)
{
  return (family->type == PM_ENTITY_PERSON || family->range.end - family->range.first == 1) &&
         given->type == PM_ENTITY_PERSON && given->range.first == family->range.end + 1 &&
         self->tokens->tokens[family->range.end].mark == ',' &&
         is_start (self, family->range.first) && is_end (self, given->range.end) &&
         !pm_token_is (&self->tokens->tokens[family->range.first], PM_WORD_GIVEN) &&
         are_given (self, given->range);
}

void
_pm_names_join_cited (PmContext *self)
{
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      PmMention mention = g_array_index (self->mentions, PmMention, i);
      const PmMention *next = &g_array_index (self->mentions, PmMention, i + 1);

      if (i + 1 < self->mentions->len && is_cited (self, &mention, next))
        {
          mention.range.end = next->range.end;
          mention.type = PM_ENTITY_PERSON;
          i++;
        }
      g_array_index (self->mentions, PmMention, n++) = mention;
    }
  g_array_set_size (self->mentions, n);
}
