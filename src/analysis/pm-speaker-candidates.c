/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speakers-private.h"

/* Who may be meant where the words beside a cue name nobody: those named shortly before, and those
 * who spoke last. What speaks for each is gathered here; the ranker weighs it. */

/* How far back a choice looks. */
#define MAX_MENTIONS 60
#define MAX_SENTENCES 8
#define MAX_LINKS 8
#define MAX_ROLE_SENTENCES 2
/* A pronoun tells the gender of one of whom it is not known, when it is as sure as this. */
#define SURE_SHARE 75
/* What still counts as the opening of a sentence. */
#define MAX_OPENING 6

#define BIT(name) (G_GUINT64_CONSTANT (1) << PM_CANDIDATE_##name)

typedef struct
{
  PmSpeakers *speakers;
  PmChoice choice;
  guint at;           /* the token of the pronoun or of the quotation */
  PmTokenRange words; /* what stands for the speaker, empty for nothing */
  guint gender;       /* PM_GENDER_UNKNOWN where none is told */
  gboolean plural;
  gboolean opening; /* its sentence opens a paragraph */
  guint most;       /* how often the entity named most was named so far */
  PmCandidate candidates[PM_MAX_CANDIDATES];
  guint n_candidates;
  gboolean has_nearest;
} Gathering;

static const PmToken *
get_token (const Gathering *g, guint i)
{
  return &g->speakers->context->tokens->tokens[i];
}

static PmEntity *
get_entity (const Gathering *g, int entity)
{
  return g_ptr_array_index (g->speakers->context->analysis->entities, entity);
}

/* The index of the last mention that ends at or before token @at, plus one. */
static guint
find_mentions_before (const Gathering *g)
{
  const GArray *mentions = g->speakers->context->mentions;
  guint low = 0;
  guint high = mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, PmMention, middle).range.end <= g->at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static PmCandidate *
find_candidate (Gathering *g, int entity, const char *name)
{
  for (guint i = 0; i < g->n_candidates; i++)
    if (entity >= 0 ? g->candidates[i].entity == entity
                    : g->candidates[i].entity < 0 && g_strcmp0 (g->candidates[i].name, name) == 0)
      return &g->candidates[i];
  return NULL;
}

static PmCandidate *
add_candidate (Gathering *g, int entity, char *name, PmTokenRange words)
{
  PmCandidate *candidate;

  if (g->n_candidates == PM_MAX_CANDIDATES)
    return NULL;
  candidate = &g->candidates[g->n_candidates++];
  *candidate = (PmCandidate){ .entity = entity, .name = name, .words = words };
  return candidate;
}

/* "it", "the government" may stand for a country; "the company" may not. */
static gboolean
may_be_place (const Gathering *g)
{
  return g->words.end < g->words.first + 2 ||
         pm_token_is (get_token (g, g->words.end - 1), PM_WORD_STATE | PM_WORD_PLACE_HEAD);
}

static gboolean
may_be_meant (const Gathering *g, int entity)
{
  PmEntityType type = get_entity (g, entity)->type;
  guint known = g->speakers->genders[entity];

  if (g->choice == PM_CHOICE_PERSON)
    return type == PM_ENTITY_PERSON &&
           (known == PM_GENDER_UNKNOWN || g->gender == PM_GENDER_UNKNOWN || known == g->gender);
  if (g->choice == PM_CHOICE_BODY)
    return type == PM_ENTITY_ORGANISATION || (type == PM_ENTITY_PLACE && may_be_place (g));
  return type == PM_ENTITY_PERSON || type == PM_ENTITY_ORGANISATION;
}

static guint64
tell_distance (const Gathering *g, guint sentence)
{
  static const guint64 bits[] = { BIT (SAME_SENTENCE), BIT (SENTENCE_BEFORE), BIT (TWO_BEFORE),
                                  BIT (THREE_BEFORE), BIT (FAR) };
  guint distance = get_token (g, g->at)->sentence - sentence;

  return bits[MIN (distance, G_N_ELEMENTS (bits) - 1)];
}

static guint64
tell_paragraph (const Gathering *g, guint token)
{
  guint distance = g->speakers->paragraph_of[g->at] - g->speakers->paragraph_of[token];

  return distance == 0 ? BIT (SAME_PARAGRAPH) : distance == 1 ? BIT (PARAGRAPH_BEFORE) : 0;
}

/* Whether another of its type stands before @mention in its sentence. */
static gboolean
is_first_named (const Gathering *g, const PmMention *mention)
{
  const PmContext *context = g->speakers->context;
  const PmMention *other = mention;

  while (other > &g_array_index (context->mentions, PmMention, 0))
    {
      other--;
      if (get_token (g, other->range.first)->sentence !=
          get_token (g, mention->range.first)->sentence)
        return TRUE;
      if (other->type == mention->type)
        return FALSE;
      if (mention - other > 8)
        return TRUE;
    }
  return TRUE;
}

/* "Her husband, Anna Lind": the name comes in only for another's sake. */
static gboolean
is_relative_of (const Gathering *g, guint first)
{
  guint i = first;

  if (i > 0 && get_token (g, i - 1)->mark == ',')
    i--;
  if (i == first && first > 0 && !pm_token_is (get_token (g, first - 1), PM_WORD_ROLE))
    return FALSE;
  for (; i > 0 && first - i < 5 && get_token (g, i - 1)->kind == PM_TOKEN_WORD; i--)
    if (pm_token_has (get_token (g, i - 1), PM_TRAIT_OWN))
      return TRUE;
  return FALSE;
}

static guint64
tell_place (const Gathering *g, const PmMention *mention)
{
  const PmTokens *tokens = g->speakers->context->tokens;
  const PmToken *first = get_token (g, mention->range.first);
  const PmToken *before = mention->range.first > 0 ? first - 1 : NULL;
  guint opening = tokens->sentences[first->sentence].first;
  guint64 bits = 0;

  if (is_first_named (g, mention))
    bits |= BIT (FIRST_NAMED);
  if (is_relative_of (g, mention->range.first))
    bits |= BIT (RELATIVE);
  while (before != NULL && before->sentence == first->sentence && before > tokens->tokens &&
         pm_token_is (before, PM_WORD_DETERMINER | PM_WORD_TITLE | PM_WORD_ROLE))
    before--;
  if (before != NULL && before->sentence == first->sentence)
    {
      if (pm_token_is (before, PM_WORD_PREPOSITION | PM_WORD_OF))
        bits |= BIT (AFTER_PREPOSITION);
      if (pm_token_is (before, PM_WORD_TELL))
        bits |= BIT (HEARER);
    }
  if (mention->range.end < tokens->n_tokens &&
      get_token (g, mention->range.end)->kind == PM_TOKEN_POSSESSIVE)
    return bits | BIT (OWNER);
  if (mention->range.first - opening <= MAX_OPENING && (bits & BIT (AFTER_PREPOSITION)) == 0)
    {
      bits |= BIT (SUBJECT);
      if (get_token (g, opening)->gap == PM_GAP_PARAGRAPH)
        bits |= BIT (OPENS_PARAGRAPH);
    }
  return bits;
}

static guint64
tell_entity (const Gathering *g, int entity)
{
  const PmEntity *e = get_entity (g, entity);
  guint known = g->speakers->genders[entity];
  guint named = g->speakers->named[entity];
  guint64 bits = named > 3 ? BIT (OFTEN) : named < 2 ? BIT (ONCE) : 0;

  if (e->type == PM_ENTITY_PERSON)
    bits |= BIT (PERSON);
  if (e->type == PM_ENTITY_PLACE)
    bits |= BIT (PLACE);
  if (g->gender != PM_GENDER_UNKNOWN)
    bits |= known == g->gender ? BIT (GENDER_AGREES) : BIT (GENDER_UNKNOWN);
  if (named > 1 && named == g->most)
    bits |= g->opening ? BIT (MOST) | BIT (OPENING_MOST) : BIT (MOST);
  if (entity == g->speakers->most_overall)
    bits |= BIT (MOST_OVERALL);
  if (entity == g->speakers->first_of_all)
    bits |= BIT (FIRST_OF_ALL);
  return bits;
}

static void
add_mention (Gathering *g, const PmMention *mention)
{
  PmCandidate *candidate = find_candidate (g, mention->entity, NULL);
  gboolean inside = g->speakers->inside[mention->range.first] > 0;
  guint64 bits;

  if (candidate != NULL && (inside || (candidate->bits & BIT (INSIDE)) == 0))
    return;
  if (candidate == NULL)
    candidate = add_candidate (g, mention->entity, get_entity (g, mention->entity)->name,
                               mention->range);
  if (candidate == NULL)
    return;
  candidate->words = mention->range;
  if (inside)
    {
      candidate->bits = BIT (INSIDE) | tell_entity (g, mention->entity);
      return;
    }
  bits = tell_distance (g, get_token (g, mention->range.first)->sentence) |
         tell_paragraph (g, mention->range.first) | tell_place (g, mention) |
         tell_entity (g, mention->entity);
  if (bits & BIT (SUBJECT))
    bits |= bits & BIT (SENTENCE_BEFORE) ? BIT (SUBJECT_BEFORE)
            : bits & BIT (SAME_SENTENCE) ? BIT (SUBJECT_SAME)
                                         : 0;
  if (g->opening && bits & BIT (SUBJECT_BEFORE))
    bits |= BIT (OPENING_SUBJECT);
  if (mention->range.end - mention->range.first > 1)
    bits |= BIT (WHOLE_NAME);
  if (!g->has_nearest)
    bits |= BIT (NEAREST);
  g->has_nearest = TRUE;
  candidate->bits = bits;
}

static void
gather_named (Gathering *g)
{
  const GArray *mentions = g->speakers->context->mentions;
  guint n = find_mentions_before (g);
  guint limit = n > MAX_MENTIONS ? n - MAX_MENTIONS : 0;

  for (guint i = n; i > limit; i--)
    {
      const PmMention *mention = &g_array_index (mentions, PmMention, i - 1);

      if (get_token (g, mention->range.first)->sentence + MAX_SENTENCES <
          get_token (g, g->at)->sentence)
        break;
      if (mention->entity >= 0 && may_be_meant (g, mention->entity))
        add_mention (g, mention);
    }
}

static void
gather_linked (Gathering *g)
{
  const GArray *links = g->speakers->links;

  for (guint n = 0; n < MIN (MAX_LINKS, links->len); n++)
    {
      const PmLink *link = &g_array_index (links, PmLink, links->len - 1 - n);
      PmCandidate *candidate;

      if (link->at >= g->at || !may_be_meant (g, link->entity))
        continue;
      candidate = find_candidate (g, link->entity, NULL);
      if (candidate == NULL)
        {
          candidate = add_candidate (g, link->entity, get_entity (g, link->entity)->name,
                                     (PmTokenRange){ link->at, link->at + 1 });
          if (candidate == NULL)
            return;
          candidate->bits = BIT (UNNAMED) | tell_entity (g, link->entity);
        }
      if (candidate->bits & BIT (PRONOUN))
        continue;
      candidate->bits |= BIT (PRONOUN);
      if (n == 0)
        candidate->bits |= BIT (PRONOUN_NEAREST);
      if (g->speakers->paragraph_of[link->at] == g->speakers->paragraph_of[g->at])
        candidate->bits |= BIT (PRONOUN_SAME_PARAGRAPH);
    }
}

static gboolean
may_be_gender (const Gathering *g, guint role)
{
  const PmToken *token = get_token (g, role);
  gboolean male = pm_token_is (token, PM_WORD_TITLE_MALE);
  gboolean female = pm_token_is (token, PM_WORD_TITLE_FEMALE);

  return g->gender == PM_GENDER_UNKNOWN || male == female ||
         (g->gender == PM_GENDER_MALE ? male : female);
}

/* Persons without a name: "A dealer came in. …" */
static void
gather_roles (Gathering *g)
{
  PmTokens *tokens = g->speakers->context->tokens;
  guint here = get_token (g, g->at)->sentence;

  if (g->choice != PM_CHOICE_PERSON)
    return;
  for (guint back = 0; back <= MAX_ROLE_SENTENCES && back <= here; back++)
    {
      PmTokenRange sentence = tokens->sentences[here - back];
      PmTokenRange words = _pm_speakers_find_role (g->speakers, sentence);
      PmCandidate *candidate;
      char *name;

      if (words.end == 0 || words.end > g->at || g->speakers->inside[words.first] > 0 ||
          !may_be_gender (g, words.end - 1))
        continue;
      name = pm_tokens_dup_text (tokens, (PmTokenRange){ words.first + 1, words.end });
      g_ptr_array_add (g->speakers->phrases, name);
      candidate = find_candidate (g, -1, name);
      if (candidate == NULL)
        candidate = add_candidate (g, -1, name, words);
      if (candidate != NULL)
        candidate->bits |= BIT (ROLE) | BIT (NAMELESS) | tell_distance (g, here - back) |
                           tell_paragraph (g, words.first);
    }
}

/* Whoever the article is about may be meant from afar. */
static void
gather_most_named (Gathering *g)
{
  int entity = g->speakers->most_entity;

  if (entity < 0 || g->most < 2 || !may_be_meant (g, entity) ||
      find_candidate (g, entity, NULL) != NULL)
    return;
  if (add_candidate (g, entity, get_entity (g, entity)->name, (PmTokenRange){ 0, 0 }) != NULL)
    g->candidates[g->n_candidates - 1].bits = BIT (UNNAMED) | tell_entity (g, entity);
}

static guint64
tell_last (const Gathering *g, const PmSpoken *spoken)
{
  guint64 bits = BIT (LAST) | BIT (SPOKE);
  guint paragraphs;

  if (g->opening)
    bits |= BIT (OPENING_LAST);

  if (spoken->at > g->at)
    return bits;
  paragraphs = g->speakers->paragraph_of[g->at] - g->speakers->paragraph_of[spoken->at];
  if (get_token (g, spoken->at)->sentence == get_token (g, g->at)->sentence)
    bits |= BIT (LAST_SAME_SENTENCE);
  else if (get_token (g, spoken->at)->sentence + 1 == get_token (g, g->at)->sentence)
    bits |= BIT (LAST_SENTENCE_BEFORE);
  return bits | (paragraphs == 0   ? BIT (LAST_SAME_PARAGRAPH)
                 : paragraphs == 1 ? BIT (LAST_PARAGRAPH_BEFORE)
                                   : BIT (LAST_FAR));
}

/* "The council", "a report": no person. */
static gboolean
is_body (const Gathering *g, PmTokenRange words)
{
  for (guint i = words.first; i < words.end; i++)
    if (get_token (g, i)->mark == ',' || pm_token_is (get_token (g, i), PM_WORD_ROLE))
      break;
    else if (pm_token_is (get_token (g, i), PM_WORD_ORG_HEAD | PM_WORD_WRITING))
      return TRUE;
  return FALSE;
}

/* Whether one who spoke may be meant by a word for one person, or for a body. */
static gboolean
may_speak_on (const Gathering *g, const PmSpoken *spoken)
{
  if (spoken->name == NULL)
    return FALSE;
  if (spoken->entity >= 0)
    return may_be_meant (g, spoken->entity);
  if (g->choice == PM_CHOICE_BODY)
    return g->plural || is_body (g, spoken->words);
  return g->choice != PM_CHOICE_PERSON || !spoken->plural;
}

static void
gather_spoken (Gathering *g)
{
  for (guint i = 0; i < PM_N_SPOKEN; i++)
    {
      const PmSpoken *spoken = &g->speakers->spoken[i];
      PmCandidate *candidate;

      if (!may_speak_on (g, spoken))
        continue;
      candidate = find_candidate (g, spoken->entity, spoken->name);
      if (candidate == NULL)
        {
          candidate = add_candidate (g, spoken->entity, spoken->name, spoken->words);
          if (candidate == NULL)
            return;
          candidate->bits = BIT (UNNAMED);
          if (spoken->entity >= 0)
            candidate->bits |= tell_entity (g, spoken->entity);
        }
      candidate->plural = spoken->plural;
      candidate->bits |= i == 0   ? tell_last (g, spoken)
                         : i == 1 ? BIT (LAST_BUT_ONE) | BIT (SPOKE)
                                  : BIT (SPOKE);
      if (i == 0 && candidate->bits & BIT (GENDER_AGREES))
        candidate->bits |= BIT (LAST_AGREES);
      if (spoken->entity < 0)
        candidate->bits |= BIT (NAMELESS);
      if (spoken->plural)
        candidate->bits |= BIT (PLURAL);
      if (spoken->plural == g->plural)
        candidate->bits |= BIT (PLURAL_AGREES);
    }
}

/* "the bank" for "Deutsche Bank". */
static void
compare_nouns (Gathering *g)
{
  g_autofree char *noun = NULL;

  if (g->words.end < g->words.first + 2)
    return;
  noun = _pm_context_fold (g->speakers->context, (PmTokenRange){ g->words.end - 1, g->words.end });
  for (guint i = 0; i < g->n_candidates; i++)
    {
      g_autofree char *name = g_utf8_strdown (g->candidates[i].name, -1);

      if (g_str_has_suffix (name, noun))
        g->candidates[i].bits |= BIT (SAME_NOUN);
    }
}

static void
compare_genders (Gathering *g)
{
  PmCandidate *only = NULL;

  for (guint i = 0; i < g->n_candidates; i++)
    if (g->candidates[i].bits & BIT (GENDER_AGREES))
      {
        if (only != NULL)
          return;
        only = &g->candidates[i];
      }
  if (only != NULL)
    only->bits |= BIT (ONLY_AGREES);
}

static void
keep_trace (const Gathering *g)
{
  PmContext *context = g->speakers->context;

  for (guint i = 0; i < g->n_candidates; i++)
    {
      PmChoiceTrace trace = { g->choice, get_token (g, g->at)->span.start, g->candidates[i].bits,
                              g_strdup (g->candidates[i].name), i == 0 };

      g_array_append_val (context->trace, trace);
    }
}

static gboolean
decide (Gathering *g, gboolean traced, PmCandidate *chosen, guint *share)
{
  const PmTokens *tokens = g->speakers->context->tokens;

  g->opening = tokens->tokens[tokens->sentences[get_token (g, g->at)->sentence].first].gap ==
               PM_GAP_PARAGRAPH;
  _pm_speakers_count_named (g->speakers, g->at);
  g->most = g->speakers->most_named;
  gather_named (g);
  gather_linked (g);
  gather_roles (g);
  gather_most_named (g);
  gather_spoken (g);
  if (g->n_candidates == 0)
    return FALSE;
  compare_nouns (g);
  compare_genders (g);
  if (traced && g->speakers->context->trace != NULL)
    keep_trace (g);
  *chosen = g->candidates[_pm_ranker_choose (g->choice, g->candidates, g->n_candidates, share)];
  return TRUE;
}

/* Says whom the pronouns before @at stand for, so that a name is not lost when only they carry it
 * on. */
static void
link_pronouns (PmSpeakers *self, guint at)
{
  for (; self->next_pronoun < at; self->next_pronoun++)
    {
      guint i = self->next_pronoun;
      const PmToken *token = &self->context->tokens->tokens[i];
      Gathering g = { .speakers = self, .choice = PM_CHOICE_PERSON, .at = i };
      PmCandidate chosen;
      guint share;

      if (!pm_token_is (token, PM_WORD_HE | PM_WORD_SHE) || self->inside[i] > 0)
        continue;
      g.gender = pm_token_is (token, PM_WORD_SHE) ? PM_GENDER_FEMALE : PM_GENDER_MALE;
      if (!decide (&g, FALSE, &chosen, &share) || chosen.entity < 0)
        continue;
      if (share >= SURE_SHARE && self->genders[chosen.entity] == PM_GENDER_UNKNOWN)
        self->genders[chosen.entity] = g.gender;
      g_array_append_val (self->links, ((PmLink){ i, chosen.entity }));
    }
}

gboolean
_pm_speakers_choose (PmSpeakers *self,
                     PmChoice choice,
                     PmTokenRange words,
                     guint gender,
                     gboolean plural,
                     PmCandidate *chosen,
                     guint *share)
{
  Gathering g = { .speakers = self,
                  .choice = choice,
                  .at = words.first,
                  .words = words,
                  .gender = gender,
                  .plural = plural };

  link_pronouns (self, words.first);
  return decide (&g, TRUE, chosen, share);
}
