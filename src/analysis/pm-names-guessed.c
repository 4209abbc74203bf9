/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"
#include "pm-gazetteer.h"

/* Without words of its language a single capital means little: in some languages every noun has
 * one. Several together, an acronym, a known place and the last name of a person are worth
 * showing; the lists of names, which are of no one language, say of which type they are. */

#define MAX_WORDS 8
#define PLACES                                                                                     \
  (PM_GAZETTEER_COUNTRY | PM_GAZETTEER_REGION | PM_GAZETTEER_CITY_BIG | PM_GAZETTEER_CITY |        \
   PM_GAZETTEER_NATURE)
#define BODIES                                                                                     \
  (PM_GAZETTEER_ORG | PM_GAZETTEER_COMPANY | PM_GAZETTEER_TEAM | PM_GAZETTEER_MEDIA |              \
   PM_GAZETTEER_PARTY | PM_GAZETTEER_UNIVERSITY | PM_GAZETTEER_AGENCY)

/* The classes of the words from @at on: of all of them, or of the first alone.
 * @whole: (out): whether of all */
static guint32
look_up (PmContext *self, PmTokenRange range, gboolean *whole)
{
  const PmGazetteer *gazetteer = pm_gazetteer_get ();
  const char *words[MAX_WORDS];
  guint n = MIN (range.end - range.first, MAX_WORDS);
  guint matched = 0;
  guint32 classes = 0;

  for (guint i = 0; i < n; i++)
    words[i] = pm_tokens_dup_text (self->tokens,
                                   (PmTokenRange){ range.first + i, range.first + i + 1 });
  if (gazetteer != NULL)
    classes = pm_gazetteer_match (gazetteer, self->code, words, n, &matched);
  *whole = matched > 0 && matched == range.end - range.first;
  if (gazetteer != NULL && !*whole && n > 1)
    classes = pm_gazetteer_match (gazetteer, self->code, words, 1, &matched);
  for (guint i = 0; i < n; i++)
    g_free ((char *) words[i]);
  return classes;
}

static gboolean
opens_sentence (PmContext *self, guint at)
{
  return at == self->tokens->sentences[self->tokens->tokens[at].sentence].first;
}

/* "Ministro Mario Rossi", "dell'Economia Mario Rossi", "Secondo Rossi": what somebody is, a word
 * that begins small and one that only opens the sentence are no part of the name. */
static gboolean
is_part (PmContext *self, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];
  gunichar first = g_utf8_get_char (self->tokens->text + token->span.start);
  gboolean whole;
  guint32 classes = look_up (self, (PmTokenRange){ at, at + 1 }, &whole);

  return g_unichar_isupper (first) && !(classes & PM_GAZETTEER_ROLE) &&
         (!opens_sentence (self, at) || token->letters == PM_CASE_UPPER ||
          classes & (PM_GAZETTEER_GIVEN | PLACES | BODIES));
}

static void
trim (PmContext *self, PmTokenRange *range)
{
  gboolean whole;

  look_up (self, *range, &whole);
  while (!whole && range->end - range->first > 1 && !is_part (self, range->first))
    range->first++;
}

static PmEntityType
guess_type (PmContext *self, PmTokenRange range)
{
  gboolean whole;
  guint32 classes = look_up (self, range, &whole);
  gboolean several = range.end - range.first > 1;

  if (whole && classes & PLACES && !(classes & PM_GAZETTEER_AMBIGUOUS) &&
      (!(classes & PM_GAZETTEER_GIVEN) || classes & (PM_GAZETTEER_COUNTRY | PM_GAZETTEER_CITY_BIG)))
    return PM_ENTITY_PLACE;
  if (whole && classes & BODIES &&
      (several || self->tokens->tokens[range.first].letters == PM_CASE_UPPER))
    return PM_ENTITY_ORGANISATION;
  if ((whole && classes & PM_GAZETTEER_PERSON) || (several && classes & PM_GAZETTEER_GIVEN))
    return PM_ENTITY_PERSON;
  return PM_ENTITY_OTHER;
}

static void
guess (PmContext *self, PmMention *mention, GHashTable *last_names)
{
  guint end = mention->range.end;

  trim (self, &mention->range);
  mention->type = guess_type (self, mention->range);
  if (mention->type == PM_ENTITY_PERSON && end - mention->range.first > 1)
    g_hash_table_add (last_names, _pm_context_fold (self, (PmTokenRange){ end - 1, end }));
}

/* "Rossi" of "Mario Rossi", or "Secondo Rossi", which opens a sentence with another word. */
static gboolean
is_last_name (PmContext *self, PmMention *mention, GHashTable *last_names)
{
  PmTokenRange range = mention->range;
  g_autofree char *key = _pm_context_fold (self, (PmTokenRange){ range.end - 1, range.end });

  if (!g_hash_table_contains (last_names, key) || range.end - range.first > 2 ||
      (range.end - range.first == 2 && !opens_sentence (self, range.first)))
    return FALSE;
  mention->range.first = range.end - 1;
  return TRUE;
}

void
_pm_names_guess (PmContext *self)
{
  g_autoptr (GHashTable) last_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *mentions = self->mentions;
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    if (!opens_sentence (self, g_array_index (mentions, PmMention, i).range.first))
      guess (self, &g_array_index (mentions, PmMention, i), last_names);
  for (guint i = 0; i < mentions->len; i++)
    {
      PmMention mention = g_array_index (mentions, PmMention, i);

      if (is_last_name (self, &mention, last_names))
        mention.type = PM_ENTITY_PERSON;
      else if (opens_sentence (self, mention.range.first))
        guess (self, &mention, last_names);
      if (mention.range.end - mention.range.first > 1 || mention.type != PM_ENTITY_OTHER ||
          self->tokens->tokens[mention.range.first].letters == PM_CASE_UPPER)
        g_array_index (mentions, PmMention, n++) = mention;
    }
  g_array_set_size (mentions, n);
}
