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

static PmEntity *
get_entity (PmSpeakers *self, int entity)
{
  return g_ptr_array_index (self->context->analysis->entities, entity);
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
      const PmHolder *holder = &g_array_index (holders, PmHolder, i - 1);

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
