/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tagger-private.h"

/* The third pass over names, where there is a model of the language: what the rules found becomes
 * one opinion among others, and learned weights decide. */

/* No name, and each type of name. */
#define N_OPINIONS (PM_N_ENTITY_TYPES + 1)
#define MAX_OPINION 100
/* A longer text is no article: its names are left to the rules, which need less memory. */
#define MAX_TOKENS 400000

typedef struct
{
  int sums[N_OPINIONS];
  int n;
} Opinion;

static gboolean
is_demonyms (const PmToken *tokens, PmTokenRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (pm_token_is_capital (&tokens[i]) && !pm_token_is (&tokens[i], PM_WORD_DEMONYM))
      return FALSE;
  return TRUE;
}

/* "Per person": a small word with the capital of its sentence. */
static gboolean
is_small_word (PmContext *self, PmTokenRange range)
{
  const PmToken *first = &self->tokens->tokens[range.first];
  PmTokenRange sentence = self->tokens->sentences[first->sentence];

  return range.end - range.first == 1 && range.first == sentence.first &&
         range.end < sentence.end && first->letters == PM_CASE_TITLE &&
         pm_token_is (first, PM_WORD_FUNCTION) && !pm_token_is (first + 1, PM_WORD_SAY);
}

/* "da Saúde" after a minister: no family name, but what the minister is for. */
static gboolean
is_office (const PmToken *tokens, PmTokenRange range)
{
  return range.end - range.first == 2 && tokens[range.first].letters == PM_CASE_LOWER &&
         pm_token_is (&tokens[range.first], PM_WORD_PARTICLE) && range.first > 0 &&
         tokens[range.first - 1].letters == PM_CASE_LOWER &&
         pm_token_is (&tokens[range.first - 1], PM_WORD_ROLE | PM_WORD_TITLE);
}

/* "Ursula" of "Ursula von der Aue": the family name belongs to the given name. Returns: the token
 * after it. */
static guint
find_family_name (PmContext *self, PmTokenRange range)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = self->tokens->sentences[tokens[range.first].sentence].end;
  guint i = range.end;

  if (range.end - range.first != 1 || !pm_token_is (&tokens[range.first], PM_WORD_GIVEN))
    return range.end;
  while (i < limit && i < range.end + 3 && tokens[i].letters == PM_CASE_LOWER &&
         pm_token_is (&tokens[i], PM_WORD_PARTICLE))
    i++;
  return i > range.end + 1 && i < limit && tokens[i].letters == PM_CASE_TITLE &&
                 !pm_token_is (&tokens[i], PM_WORD_KNOWN_ORG | PM_WORD_PLACE | PM_WORD_FUNCTION)
             ? i + 1
             : range.end;
}

/* "Ölkonzern Shell": the noun before the name is none of it. */
static gboolean
is_kind (const PmToken *tokens, PmTokenRange range)
{
  return range.end - range.first > 1 && pm_token_has (&tokens[range.first], PM_TRAIT_KIND) &&
         pm_token_is_capital (&tokens[range.first + 1]);
}

static gboolean
is_taken (const GArray *mentions, guint at)
{
  return mentions->len > 0 && g_array_index (mentions, PmMention, mentions->len - 1).range.end > at;
}

/* What is certain whatever was learned: a title is no part of a name, nor are the two letters after
 * a known one; "Inc" makes a company; "Russian" names nothing. */
static void
add_name (PmContext *self, GArray *mentions, PmTokenRange range, PmEntityType type)
{
  const PmToken *tokens = self->tokens->tokens;
  PmMention mention;

  if (is_taken (mentions, range.first))
    return;
  if (is_kind (tokens, range))
    range.first++;
  if (type == PM_ENTITY_PERSON && is_office (tokens, range))
    {
      range.first++;
      type = PM_ENTITY_ORGANISATION;
    }
  else if (type == PM_ENTITY_PERSON)
    range.end = find_family_name (self, range);
  while (type == PM_ENTITY_PERSON && range.end - range.first > 1 &&
         pm_token_is (&tokens[range.first], PM_WORD_TITLE) &&
         pm_token_is (&tokens[range.first], PM_WORD_ABBREVIATION))
    range.first++;
  if (range.end - range.first == 2 && tokens[range.first + 1].kind == PM_TOKEN_POSSESSIVE &&
      pm_token_is (&tokens[range.first], PM_WORD_KNOWN_ORG | PM_WORD_PLACE))
    range.end--;
  if (range.end - range.first > 1 && pm_token_is (&tokens[range.end - 1], PM_WORD_COMPANY) &&
      pm_token_is_capital (&tokens[range.end - 1]))
    type = PM_ENTITY_ORGANISATION;
  else if ((type == PM_ENTITY_OTHER && is_demonyms (tokens, range)) || is_small_word (self, range))
    return;
  mention = (PmMention){ range, type, PM_SURE_KNOWN, -1 };
  g_array_append_val (mentions, mention);
}

/* "WHO" among small letters: the word it could be is not written so. */
static gboolean
is_known_acronym (PmContext *self, PmTokenRange sentence, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];

  return token->letters == PM_CASE_UPPER && pm_token_is (token, PM_WORD_ACRONYM) &&
         pm_token_is (token, PM_WORD_FUNCTION) && pm_token_is (token, PM_WORD_KNOWN_ORG) &&
         (at == sentence.first || token[-1].letters != PM_CASE_UPPER) &&
         (at + 1 == sentence.end || token[1].letters != PM_CASE_UPPER);
}

static void
read_labels (PmContext *self, PmTokenRange sentence, const guint8 *labels, GArray *mentions)
{
  guint first = sentence.first;

  for (guint i = sentence.first; i < sentence.end; i++)
    {
      guint8 label = labels[i - sentence.first];

      if (pm_label_opens (label))
        first = i;
      if (label != 0 && pm_label_closes (label))
        add_name (self, mentions, (PmTokenRange){ first, i + 1 }, PM_LABEL_TYPE (label));
      else if (label == 0 && is_known_acronym (self, sentence, i))
        add_name (self, mentions, (PmTokenRange){ i, i + 1 }, PM_ENTITY_ORGANISATION);
    }
}

/* --- what the same word is elsewhere --- */

/* What a token weighs as no name, and as part of a name of each type: the best of its labels less
 * the best of all. */
static void
judge (const int *scores, int *opinion)
{
  int best = G_MININT32;

  opinion[PM_N_ENTITY_TYPES] = scores[0];
  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    {
      opinion[type] = G_MININT32;
      for (guint place = 0; place < 4; place++)
        opinion[type] = MAX (opinion[type], scores[PM_LABEL (type, place)]);
    }
  for (guint i = 0; i < N_OPINIONS; i++)
    best = MAX (best, opinion[i]);
  for (guint i = 0; i < N_OPINIONS; i++)
    opinion[i] = MAX (opinion[i] - best, -MAX_OPINION);
}

static Opinion *
collect (PmContext *self, PmFeatures *features, const int *scores)
{
  Opinion *opinions = g_new0 (Opinion, self->tokens->n_tokens + 1);

  for (guint i = 0; i < self->tokens->n_tokens; i++)
    {
      Opinion *all = &opinions[_pm_features_get_first (features, i)];
      int own[N_OPINIONS];

      if (!pm_token_is_capital (&self->tokens->tokens[i]))
        continue;
      judge (scores + (gsize) i * PM_N_LABELS, own);
      for (guint k = 0; k < N_OPINIONS; k++)
        all->sums[k] += own[k];
      all->n++;
    }
  return opinions;
}

/* "Per" opens a sentence as often as a name. */
static gboolean
is_shared (const PmToken *token)
{
  return pm_token_is_capital (token) && !pm_token_is (token, PM_WORD_FUNCTION);
}

/* Adds to each word's scores what speaks for them where the document has the word again: "Psaki" is
 * whoever "Jen Psaki" is. */
static void
share (PmContext *self, PmFeatures *features, int *scores)
{
  g_autofree Opinion *opinions = collect (self, features, scores);

  for (guint i = 0; i < self->tokens->n_tokens; i++)
    {
      const Opinion *all = &opinions[_pm_features_get_first (features, i)];
      int *mine = scores + (gsize) i * PM_N_LABELS;
      int own[N_OPINIONS];

      if (!is_shared (&self->tokens->tokens[i]) || all->n < 2)
        continue;
      judge (mine, own);
      mine[0] += (all->sums[PM_N_ENTITY_TYPES] - own[PM_N_ENTITY_TYPES]) / all->n;
      for (guint label = 1; label < PM_N_LABELS; label++)
        mine[label] += (all->sums[PM_LABEL_TYPE (label)] - own[PM_LABEL_TYPE (label)]) / all->n;
    }
}

void
_pm_names_learned (PmContext *self)
{
  const PmTagger *tagger = _pm_tagger_get (self->code);
  gsize n_tokens = self->tokens->n_tokens;
  GArray *mentions;
  PmFeatures *features;
  g_autofree guint8 *labels = NULL;
  g_autofree int *scores = NULL;

  if (tagger == NULL || n_tokens > MAX_TOKENS)
    return;
  features = _pm_features_new (self);
  labels = g_new (guint8, n_tokens + 1);
  scores = g_new (int, (n_tokens + 1) * PM_N_LABELS);
  mentions = g_array_new (FALSE, FALSE, sizeof (PmMention));
  for (guint i = 0; i < n_tokens; i++)
    _pm_tagger_score (tagger, features, i, scores + (gsize) i * PM_N_LABELS);
  share (self, features, scores);
  for (guint s = 0; s < self->tokens->n_sentences; s++)
    {
      PmTokenRange sentence = self->tokens->sentences[s];

      _pm_tagger_decode (tagger, scores + (gsize) sentence.first * PM_N_LABELS,
                         sentence.end - sentence.first, labels);
      read_labels (self, sentence, labels, mentions);
    }
  _pm_features_free (features);
  g_array_unref (self->mentions);
  self->mentions = mentions;
}
