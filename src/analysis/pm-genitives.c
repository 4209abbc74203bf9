/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-gazetteer.h"
#include "pm-tokens-private.h"

#include <string.h>

/* "Polens Präsident", "der Rücktritt Donald Tusks": where a language marks a genitive by a letter
 * without an apostrophe, the letter is parted from a name that is known without it: from a list or
 * from elsewhere in the text, or for its last part. */

#define SHORTEST 5
/* What is shorter is an ordinary word: "des Vereins". */
#define SHORTEST_BODY 10
#define LISTED                                                                                     \
  (PM_GAZETTEER_COUNTRY | PM_GAZETTEER_REGION | PM_GAZETTEER_CITY_BIG | PM_GAZETTEER_CITY |        \
   PM_GAZETTEER_NATURE)

static gboolean
is_listed (const char *word)
{
  const PmGazetteer *gazetteer = pm_gazetteer_get ();
  guint n;

  return gazetteer != NULL && (pm_gazetteer_match (gazetteer, "de", &word, 1, &n) & LISTED) != 0;
}

/* "des Bundeskriminalamts": a compound's last word makes a body of it. */
static gboolean
is_body (const char *word, const PmLexicon *lexicon)
{
  PmToken token = { .span = { 0, strlen (word) } };

  if (token.span.end < SHORTEST_BODY)
    return FALSE;
  _pm_token_look_up (&token, word, lexicon);
  return pm_token_is (&token, PM_WORD_ORG_HEAD | PM_WORD_KNOWN_ORG);
}

static gboolean
may_be_genitive (const char *text, const PmToken *token)
{
  gsize length = pm_span_length (token->span);
  const char *end = text + token->span.end;

  return token->kind == PM_TOKEN_WORD &&
         (token->letters == PM_CASE_TITLE || token->letters == PM_CASE_MIXED) &&
         length >= SHORTEST && end[-1] == 's' && strchr ("sxz", end[-2]) == NULL;
}

static GHashTable *
list_words (const char *text, GArray *tokens)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      const PmToken *token = &g_array_index (tokens, PmToken, i);

      if (pm_token_is_capital (token))
        g_hash_table_add (words,
                          g_strndup (text + token->span.start, pm_span_length (token->span)));
    }
  return words;
}

GArray *
_pm_tokens_part_genitives (GArray *tokens, const char *text, const PmLexicon *lexicon)
{
  const PmLexeme *ending = pm_lexicon_find (lexicon, "s");
  g_autoptr (GHashTable) words = NULL;
  GArray *parted;

  if (ending == NULL || !(ending->traits & PM_TRAIT_GENITIVE))
    return tokens;
  words = list_words (text, tokens);
  parted = g_array_new (FALSE, TRUE, sizeof (PmToken));
  for (guint i = 0; i < tokens->len; i++)
    {
      PmToken token = g_array_index (tokens, PmToken, i);
      PmToken letter = { .kind = PM_TOKEN_POSSESSIVE };
      g_autofree char *stem = NULL;

      if (may_be_genitive (text, &token))
        stem = g_strndup (text + token.span.start, pm_span_length (token.span) - 1);
      if (stem == NULL ||
          (!g_hash_table_contains (words, stem) && !is_listed (stem) && !is_body (stem, lexicon)))
        {
          g_array_append_val (parted, token);
          continue;
        }
      letter.span = (PmSpan){ --token.span.end, token.span.end + 1 };
      _pm_token_look_up (&token, text, lexicon);
      g_array_append_val (parted, token);
      g_array_append_val (parted, letter);
    }
  g_array_unref (tokens);
  return parted;
}
