/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speakers-private.h"

/* What is known of those a document names: their gender and what they hold, learned before it is
 * read; who spoke last and who was named how often, kept while it is. */

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
  PmHolder holder = { mention->entity, modifier, mention->range.first };
  g_autofree char *key = _pm_context_fold (self->context, (PmTokenRange){ role, role + 1 });
  GArray *holders = g_hash_table_lookup (self->roles, key);

  if (holders == NULL)
    {
      holders = g_array_new (FALSE, FALSE, sizeof (PmHolder));
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
