/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speakers-private.h"

#include <string.h>

/* Says who the words beside a cue are: a name, a pronoun, a role somebody was seen to hold. Blank
 * rather than wrong. */

/* A choice that is right less often than this, in percent, is not made. */
#define MIN_SHARE 45
/* The same for "the bank", whose words by themselves tell more than a pronoun does. */
#define MIN_NOUN_SHARE 50

/* How often each way to a speaker was right in articles whose speakers are known. */
#define CONFIDENCE_PERSON 0.98
#define CONFIDENCE_BODY 0.95
#define CONFIDENCE_WORDS 0.93
#define CONFIDENCE_ROLE 0.85
#define CONFIDENCE_OTHER_ROLE 0.5

typedef struct
{
  int entity;
  guint modifier; /* the token of "Russian" in "Russian President", plus one; 0 for none */
  guint at;
} Holder;

static PmEntity *
get_entity (PmSpeakers *self, int entity)
{
  return g_ptr_array_index (self->context->analysis->entities, entity);
}

static PmGender
find_gender (const PmToken *token)
{
  gboolean male = pm_token_is (token, PM_WORD_MALE | PM_WORD_TITLE_MALE);
  gboolean female = pm_token_is (token, PM_WORD_FEMALE | PM_WORD_TITLE_FEMALE);

  return male ? (female ? PM_GENDER_UNKNOWN : PM_GENDER_MALE)
              : (female ? PM_GENDER_FEMALE : PM_GENDER_UNKNOWN);
}

/* "Anna Lind, a retired policewoman, …": what stands behind the name may tell. */
static PmGender
find_gender_after (PmSpeakers *self, guint end)
{
  const PmTokens *tokens = self->context->tokens;
  guint limit = MIN (tokens->n_tokens, end + 7);

  if (end + 1 >= limit || tokens->tokens[end].mark != ',' ||
      !pm_token_is (&tokens->tokens[end + 1], PM_WORD_DETERMINER))
    return PM_GENDER_UNKNOWN;
  for (guint i = end + 1; i < limit && tokens->tokens[i].kind == PM_TOKEN_WORD &&
                          !pm_token_is (&tokens->tokens[i], PM_WORD_PREPOSITION | PM_WORD_OF);
       i++)
    if (pm_token_is (&tokens->tokens[i], PM_WORD_ROLE) &&
        tokens->tokens[i].letters == PM_CASE_LOWER)
      return find_gender (&tokens->tokens[i]);
  return PM_GENDER_UNKNOWN;
}

/* The given name tells, or the title before it. */
static void
learn_gender (PmSpeakers *self, const PmMention *mention)
{
  const PmToken *tokens = self->context->tokens->tokens;
  guint first = mention->range.first;
  PmGender gender = PM_GENDER_UNKNOWN;

  if (first > 0 && pm_token_is (&tokens[first - 1], PM_WORD_TITLE_MALE | PM_WORD_TITLE_FEMALE))
    gender = find_gender (&tokens[first - 1]);
  /* "her husband, Anna Lind" */
  else if (first > 1 && tokens[first - 1].mark == ',' &&
           tokens[first - 2].letters == PM_CASE_LOWER &&
           find_gender (&tokens[first - 2]) != PM_GENDER_UNKNOWN)
    gender = find_gender (&tokens[first - 2]);
  else if (mention->range.end - first > 1)
    gender = find_gender (&tokens[first]);
  if (gender == PM_GENDER_UNKNOWN)
    gender = find_gender_after (self, mention->range.end);
  if (gender != PM_GENDER_UNKNOWN && self->genders[mention->entity] == PM_GENDER_UNKNOWN)
    self->genders[mention->entity] = gender;
}

static void
learn_holder (PmSpeakers *self, guint role, const PmMention *mention, guint modifier)
{
  Holder holder = { mention->entity, modifier, mention->range.first };
  g_autofree char *key = _pm_context_fold (self->context, (PmTokenRange){ role, role + 1 });
  GArray *holders = g_hash_table_lookup (self->roles, key);

  if (holders == NULL)
    {
      holders = g_array_new (FALSE, FALSE, sizeof (Holder));
      g_hash_table_insert (self->roles, g_steal_pointer (&key), holders);
    }
  if (holders->len < 64)
    g_array_append_val (holders, holder);
}

/* "Russian President Vladimir Putin"; "Jane Doe, the chairman of". */
static void
learn_roles (PmSpeakers *self, const PmMention *mention)
{
  const PmTokens *tokens = self->context->tokens;
  guint first = mention->range.first;
  guint end = mention->range.end;
  guint i = first;

  while (i > 0 && first - i < 5 && tokens->tokens[i].gap == PM_GAP_SPACE &&
         pm_token_is (&tokens->tokens[i - 1], PM_WORD_ROLE | PM_WORD_TITLE_PART))
    i--;
  if (i < first && pm_token_is (&tokens->tokens[first - 1], PM_WORD_ROLE))
    learn_holder (self, first - 1, mention,
                  i > 0 && pm_token_is (&tokens->tokens[i - 1], PM_WORD_DEMONYM) ? i : 0);
  if (end + 2 >= tokens->n_tokens || tokens->tokens[end].mark != ',')
    return;
  for (i = end + 1; i < MIN (tokens->n_tokens, end + 5); i++)
    if (tokens->tokens[i].kind != PM_TOKEN_WORD)
      break;
    else if (pm_token_is (&tokens->tokens[i], PM_WORD_ROLE))
      {
        learn_holder (self, i, mention,
                      pm_token_is (&tokens->tokens[i - 1], PM_WORD_DEMONYM) ? i : 0);
        break;
      }
}

/* Whom the text is about is known before it is read: who is named most, and who first. */
static void
find_main_persons (PmSpeakers *self)
{
  const GArray *mentions = self->context->mentions;
  g_autofree guint *named = g_new0 (guint, self->context->analysis->entities->len + 1);

  for (guint i = 0; i < mentions->len; i++)
    {
      const PmMention *mention = &g_array_index (mentions, PmMention, i);

      if (mention->type != PM_ENTITY_PERSON || mention->entity < 0)
        continue;
      named[mention->entity]++;
      if (self->first_of_all < 0 && self->paragraph_of[mention->range.first] > 0)
        self->first_of_all = mention->entity;
      if (self->most_overall < 0 || named[mention->entity] > named[self->most_overall])
        self->most_overall = mention->entity;
    }
}

PmSpeakers *
_pm_speakers_new (PmContext *context, const guint *inside)
{
  PmSpeakers *self = g_new0 (PmSpeakers, 1);

  self->context = context;
  self->inside = inside;
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  self->genders = g_new0 (guint8, context->analysis->entities->len + 1);
  self->named = g_new0 (guint, context->analysis->entities->len + 1);
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (PmLink));
  self->most_entity = -1;
  self->most_overall = self->first_of_all = -1;
  self->paragraph_of = g_new0 (guint, context->tokens->n_tokens + 1);
  for (guint i = 0; i < context->tokens->n_paragraphs; i++)
    for (guint k = context->tokens->paragraphs[i].first; k < context->tokens->paragraphs[i].end;
         k++)
      self->paragraph_of[k] = i;
  for (guint i = 0; i < context->mentions->len; i++)
    {
      const PmMention *mention = &g_array_index (context->mentions, PmMention, i);

      if (mention->type != PM_ENTITY_PERSON)
        continue;
      learn_gender (self, mention);
      learn_roles (self, mention);
    }
  find_main_persons (self);
  return self;
}

void
_pm_speakers_free (PmSpeakers *self)
{
  g_hash_table_unref (self->roles);
  g_free (self->genders);
  g_free (self->named);
  g_array_unref (self->links);
  g_ptr_array_unref (self->phrases);
  g_free (self->paragraph_of);
  for (guint i = 0; i < PM_N_SPOKEN; i++)
    g_free (self->spoken[i].name);
  g_free (self);
}

void
_pm_speaker_clear (PmSpeaker *self)
{
  g_clear_pointer (&self->name, g_free);
}

void
_pm_speaker_copy (const PmSpeaker *self, PmSpeaker *copy)
{
  *copy = *self;
  copy->name = g_strdup (self->name);
}

void
_pm_speakers_note (PmSpeakers *self, const PmSpeaker *speaker)
{
  PmSpoken now = { g_strdup (speaker->name), speaker->entity, speaker->words.first, speaker->words,
                   speaker->plural };
  guint i = 0;

  while (i + 1 < PM_N_SPOKEN && self->spoken[i].name != NULL &&
         (now.entity != self->spoken[i].entity || !g_str_equal (now.name, self->spoken[i].name)))
    i++;
  g_free (self->spoken[i].name);
  for (; i > 0; i--)
    self->spoken[i] = self->spoken[i - 1];
  self->spoken[0] = now;
}

void
_pm_speakers_count_named (PmSpeakers *self, guint at)
{
  const GArray *mentions = self->context->mentions;

  for (; self->next_mention < mentions->len; self->next_mention++)
    {
      const PmMention *mention = &g_array_index (mentions, PmMention, self->next_mention);

      if (mention->range.end > at)
        return;
      if (mention->entity >= 0 && mention->type == PM_ENTITY_PERSON &&
          ++self->named[mention->entity] > self->most_named)
        {
          self->most_named = self->named[mention->entity];
          self->most_entity = mention->entity;
        }
    }
}

static gboolean
set_entity (PmSpeakers *self, PmSpeaker *speaker, int entity, const char *rule, double confidence)
{
  speaker->entity = entity;
  speaker->name = g_strdup (get_entity (self, entity)->name);
  speaker->rule = rule;
  speaker->confidence = confidence;
  return TRUE;
}

/* "The army" is no party, though "the company" may be Deutsche Bank: a public body has its noun in
 * its name. */
static gboolean
may_be_called (PmSpeakers *self, guint noun, const char *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *lower = NULL;

  if (!pm_token_is (&self->context->tokens->tokens[noun], PM_WORD_STATE))
    return TRUE;
  folded = _pm_context_fold (self->context, (PmTokenRange){ noun, noun + 1 });
  lower = g_utf8_strdown (name, -1);
  return strstr (lower, folded) != NULL;
}

/* Chooses among those named before and those who spoke; below the threshold nobody is named. */
static gboolean
choose (PmSpeakers *self,
        PmChoice choice,
        PmTokenRange words,
        guint gender,
        gboolean plural,
        const char *rule,
        PmSpeaker *speaker)
{
  PmCandidate chosen;
  guint share;

  gboolean noun = choice == PM_CHOICE_BODY && words.end > words.first + 1;

  if (!_pm_speakers_choose (self, choice, words, gender, plural, &chosen, &share) ||
      share < (noun ? MIN_NOUN_SHARE : MIN_SHARE) ||
      (noun && !may_be_called (self, words.end - 1, chosen.name)))
    return FALSE;
  speaker->entity = chosen.entity;
  speaker->name = g_strdup (chosen.name);
  speaker->plural = chosen.plural;
  speaker->rule = rule;
  speaker->confidence = share / 100.0;
  return TRUE;
}

gboolean
_pm_speakers_guess (PmSpeakers *self, PmTokenRange quotation, gboolean whole, PmSpeaker *speaker)
{
  PmCandidate chosen;
  guint share;

  *speaker = (PmSpeaker){ .entity = -1 };
  if (!_pm_speakers_choose (self, whole ? PM_CHOICE_WHOLE : PM_CHOICE_FRAGMENT, quotation,
                            PM_GENDER_UNKNOWN, FALSE, &chosen, &share) ||
      share < MIN_SHARE)
    return FALSE;
  *speaker = (PmSpeaker){ chosen.words,  g_strdup (chosen.name), chosen.entity,
                          chosen.plural, "carried over",         share / 100.0 };
  return TRUE;
}

static gboolean
same_word (PmSpeakers *self, guint a, guint b)
{
  const PmTokens *tokens = self->context->tokens;
  PmSpan x = tokens->tokens[a].span;
  PmSpan y = tokens->tokens[b].span;

  return pm_span_length (x) == pm_span_length (y) &&
         g_ascii_strncasecmp (tokens->text + x.start, tokens->text + y.start, pm_span_length (x)) ==
             0;
}

/* "the president", "the Russian president": who was seen with that title. Where only presidents of
 * somewhere were, "the president" may be whoever the article is about. */
static gboolean
resolve_role (PmSpeakers *self, PmTokenRange words, guint role, PmSpeaker *speaker)
{
  const PmTokens *tokens = self->context->tokens;
  g_autofree char *key = _pm_context_fold (self->context, (PmTokenRange){ role, role + 1 });
  const GArray *holders = g_hash_table_lookup (self->roles, key);
  guint modifier = 0;
  int other = -1;

  for (guint i = words.first; i < role; i++)
    if (pm_token_is (&tokens->tokens[i], PM_WORD_DEMONYM))
      modifier = i + 1;
  for (guint i = holders != NULL ? holders->len : 0; i > 0; i--)
    {
      const Holder *holder = &g_array_index (holders, Holder, i - 1);

      if (holder->at > words.first)
        continue;
      if (modifier > 0
              ? holder->modifier > 0 && same_word (self, modifier - 1, holder->modifier - 1)
              : holder->modifier == 0)
        return set_entity (self, speaker, holder->entity, "role", CONFIDENCE_ROLE);
      other = holder->entity;
    }
  if (modifier > 0 || other < 0)
    return FALSE;
  if (tokens->tokens[role].letters == PM_CASE_LOWER &&
      pm_token_is (&tokens->tokens[role], PM_WORD_TITLE) &&
      choose (self, PM_CHOICE_PERSON, words, PM_GENDER_UNKNOWN, FALSE, "office", speaker))
    return TRUE;
  return set_entity (self, speaker, other, "role", CONFIDENCE_OTHER_ROLE);
}

static gboolean
is_possessive (PmSpeakers *self, const PmMention *mention)
{
  const PmTokens *tokens = self->context->tokens;
  guint end = mention->range.end;

  return end < tokens->n_tokens &&
         (tokens->tokens[end].kind == PM_TOKEN_POSSESSIVE ||
          (tokens->tokens[end].kind == PM_TOKEN_QUOTE && tokens->tokens[end].gap == PM_GAP_NONE));
}

/* "An inquiry into the loss of the ferry Alma Rosen": the name at @at is only part of what the
 * subject is about. */
static gboolean
is_about (PmSpeakers *self, PmTokenRange words, guint at)
{
  const PmToken *tokens = self->context->tokens->tokens;

  if (!pm_token_is (&tokens[words.first], PM_WORD_DETERMINER))
    return FALSE;
  for (guint i = at; i > words.first + 1; i--)
    {
      if (pm_token_is (&tokens[i - 1], PM_WORD_PREPOSITION | PM_WORD_OF))
        return TRUE;
      if (tokens[i - 1].letters != PM_CASE_LOWER ||
          pm_token_is (&tokens[i - 1], PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_WHO | PM_WORD_AND))
        return FALSE;
    }
  return FALSE;
}

/* Whether @mention, among @words, only says something about their head: "the Akron-based parent",
 * "the Holy See press office", "a notice on the airline's page". */
static gboolean
is_modifier (PmSpeakers *self, PmTokenRange words, const PmMention *mention)
{
  const PmToken *tokens = self->context->tokens->tokens;
  const PmToken *next = mention->range.end < words.end ? &tokens[mention->range.end] : NULL;
  guint before = mention->range.first;

  while (before > words.first && pm_token_is (&tokens[before - 1], PM_WORD_DETERMINER))
    before--;
  if (before > words.first && pm_token_is (&tokens[before - 1], PM_WORD_PREPOSITION | PM_WORD_OF))
    return TRUE;
  if (is_possessive (self, mention) || is_about (self, words, mention->range.first))
    return TRUE;
  if (mention->type == PM_ENTITY_PERSON || next == NULL)
    return FALSE;
  if (mention->type == PM_ENTITY_PLACE && next->letters == PM_CASE_LOWER &&
      pm_token_is (next, PM_WORD_ORG_HEAD) && !pm_token_is (next, PM_WORD_STATE))
    return TRUE;
  return next->gap == PM_GAP_NONE ? next->mark == '-'
                                  : next->kind == PM_TOKEN_WORD && next->gap == PM_GAP_SPACE &&
                                        !pm_token_is (next, PM_WORD_AND | PM_WORD_PREPOSITION |
                                                                PM_WORD_ORG_HEAD | PM_WORD_WHO);
}

/* The mention among @words that is their head, and not somebody's whose head it is. A person may
 * stand in apposition, behind a comma; a body may not. */
static const PmMention *
find_head (PmSpeakers *self, PmTokenRange words, gboolean person)
{
  const PmToken *tokens = self->context->tokens->tokens;
  const PmMention *head = NULL;

  for (guint i = words.first; i < words.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (mention == NULL || mention->range.first != i)
        {
          if (tokens[i].mark == ',' && (head != NULL || !person))
            break;
          if (head != NULL &&
              pm_token_is (&tokens[i], PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_AND))
            break;
          continue;
        }
      i = mention->range.end - 1;
      if ((mention->type == PM_ENTITY_PERSON) == person && !is_modifier (self, words, mention))
        head = mention;
    }
  return head;
}

/* "France and Germany": both speak. Returns: %FALSE when @head speaks alone. */
static gboolean
set_both (PmSpeakers *self, PmTokenRange words, const PmMention *head, PmSpeaker *speaker)
{
  PmTokens *tokens = self->context->tokens;
  guint i = head->range.end;
  const PmMention *other;

  if (i >= words.end || !pm_token_is (&tokens->tokens[i], PM_WORD_AND))
    return FALSE;
  i++;
  while (i < words.end && (pm_token_is (&tokens->tokens[i], PM_WORD_DETERMINER | PM_WORD_TITLE)))
    i++;
  other = i < words.end ? _pm_context_get_mention (self->context, i) : NULL;
  if (other == NULL || (other->type == PM_ENTITY_PERSON) != (head->type == PM_ENTITY_PERSON))
    return FALSE;
  speaker->name = pm_tokens_dup_text (tokens,
                                      (PmTokenRange){ head->range.first, other->range.end });
  speaker->plural = TRUE;
  speaker->rule = "name";
  speaker->confidence = CONFIDENCE_BODY;
  return TRUE;
}

static guint
find_word (PmSpeakers *self, PmTokenRange words, guint64 classes)
{
  const PmTokens *tokens = self->context->tokens;

  for (guint i = words.first; i < words.end && tokens->tokens[i].mark != ','; i++)
    if (pm_token_is (&tokens->tokens[i], PM_WORD_PREPOSITION) && i > words.first)
      break;
    else if (pm_token_is (&tokens->tokens[i], classes) &&
             tokens->tokens[i].letters == PM_CASE_LOWER)
      return i + 1;
  return 0;
}

/* "its coalition partner, the Greens": the body that the words before the comma are about. */
static const PmMention *
find_apposed (PmSpeakers *self, PmTokenRange words)
{
  const PmToken *tokens = self->context->tokens->tokens;
  const PmMention *mention = _pm_context_get_mention (self->context, words.end - 1);
  guint i;

  if (mention == NULL || mention->type != PM_ENTITY_ORGANISATION ||
      mention->range.end != words.end || mention->range.first < words.first + 2)
    return NULL;
  i = mention->range.first - 1;
  if (pm_token_is_article (&tokens[i]))
    i--;
  return i > words.first && tokens[i].mark == ',' ? mention : NULL;
}

/* "Wired's recent analysis" speaks for Wired. */
static const PmMention *
find_owner (PmSpeakers *self, PmTokenRange words)
{
  const PmMention *mention = _pm_context_get_mention (self->context, words.first);

  if (mention == NULL && words.first + 1 < words.end)
    mention = _pm_context_get_mention (self->context, words.first + 1);
  if (mention == NULL || !is_possessive (self, mention) ||
      find_word (self, words, PM_WORD_WRITING) == 0)
    return NULL;
  return mention;
}

static gboolean
set_words (PmSpeakers *self, PmTokenRange words, PmSpeaker *speaker)
{
  PmTokens *tokens = self->context->tokens;

  for (guint i = words.first; i < words.end; i++)
    if (tokens->tokens[i].mark == ',')
      words.end = i;
  if (words.end - words.first > 1 &&
      pm_token_is (&tokens->tokens[words.first], PM_WORD_DETERMINER) &&
      !pm_token_is (&tokens->tokens[words.first + 1], PM_WORD_OF | PM_WORD_PREPOSITION))
    words.first++;
  if (words.end <= words.first || words.end - words.first > 14)
    return FALSE;
  speaker->name = pm_tokens_dup_text (tokens, words);
  speaker->entity = -1;
  speaker->plural = find_word (self, words, PM_WORD_PLURAL) > 0;
  speaker->rule = "words";
  speaker->confidence = CONFIDENCE_WORDS;
  return TRUE;
}

static gboolean
has_comma (PmSpeakers *self, PmTokenRange words)
{
  for (guint i = words.first; i < words.end; i++)
    if (self->context->tokens->tokens[i].mark == ',')
      return TRUE;
  return FALSE;
}

static gboolean
resolve_pronoun (PmSpeakers *self, guint at, PmSpeaker *speaker)
{
  const PmToken *token = &self->context->tokens->tokens[at];
  PmTokenRange words = { at, at + 1 };

  if (pm_token_is (token, PM_WORD_HE | PM_WORD_SHE))
    choose (self, PM_CHOICE_PERSON, words,
            pm_token_is (token, PM_WORD_SHE) ? PM_GENDER_FEMALE : PM_GENDER_MALE, FALSE, "pronoun",
            speaker);
  else
    choose (self, PM_CHOICE_BODY, words, PM_GENDER_UNKNOWN, pm_token_is (token, PM_WORD_THEY),
            "pronoun", speaker);
  speaker->words = words;
  return TRUE;
}

/* "the bank", "the Irish bank", "the Boston bank" */
static gboolean
is_body_unnamed (PmSpeakers *self, PmTokenRange words)
{
  const PmToken *tokens = self->context->tokens->tokens;
  const PmMention *between = _pm_context_get_mention (self->context, words.first + 1);

  if (!pm_token_is (&tokens[words.first], PM_WORD_DETERMINER) || words.end < words.first + 2)
    return FALSE;
  return words.end - words.first == 2 ||
         (between != NULL && between->type == PM_ENTITY_PLACE &&
          between->range.end == words.end - 1) ||
         (words.end - words.first == 3 && pm_token_is (&tokens[words.first + 1], PM_WORD_DEMONYM));
}

gboolean
_pm_speakers_resolve (PmSpeakers *self, PmTokenRange words, PmSpeaker *speaker)
{
  const PmTokens *tokens = self->context->tokens;
  const PmToken *last = &tokens->tokens[words.end - 1];
  const PmMention *head;
  guint role;

  *speaker = (PmSpeaker){ .words = words, .entity = -1, .rule = "none" };
  if (pm_token_is (last, PM_WORD_PRONOUN) && last->letters != PM_CASE_NONE &&
      !has_comma (self, words))
    return resolve_pronoun (self, words.end - 1, speaker);
  head = find_head (self, words, TRUE);
  if (head != NULL)
    return set_both (self, words, head, speaker) ||
           set_entity (self, speaker, head->entity, "name", CONFIDENCE_PERSON);
  role = find_word (self, words, PM_WORD_ROLE);
  if (role > 0 && pm_token_is (&tokens->tokens[words.first], PM_WORD_DETERMINER) &&
      resolve_role (self, words, role - 1, speaker))
    return TRUE;
  head = role == 0 ? find_head (self, words, FALSE) : NULL;
  if (head == NULL)
    head = find_apposed (self, words);
  if (head == NULL)
    head = find_owner (self, words);
  if (head != NULL)
    return set_both (self, words, head, speaker) ||
           set_entity (self, speaker, head->entity, "name", CONFIDENCE_BODY);
  if (role == 0 && is_body_unnamed (self, words) && pm_token_is (last, PM_WORD_ORG_HEAD) &&
      !pm_token_is (last, PM_WORD_PLURAL | PM_WORD_GROUP) &&
      choose (self, PM_CHOICE_BODY, words, PM_GENDER_UNKNOWN, FALSE, "head noun", speaker))
    return TRUE;
  set_words (self, words, speaker);
  return TRUE;
}
