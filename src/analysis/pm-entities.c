/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tagger-private.h"

/* Who and what is named: names are found sentence by sentence, made to agree within the document,
 * then grouped. Each of the three has its own file. */

static void
index_mentions (PmContext *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const PmMention *mention = &g_array_index (self->mentions, PmMention, i);

      for (guint at = mention->range.first; at < mention->range.end; at++)
        self->mention_at[at] = i + 1;
    }
}

/* Without words of its language a text gives no types, and single capitals mean little: in German
 * every noun has one. Several together, or an acronym, are worth showing. */
static void
drop_guesses (PmContext *self)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (PmMention));

  for (guint i = 0; i < self->mentions->len; i++)
    {
      PmMention mention = g_array_index (self->mentions, PmMention, i);
      const PmToken *first = &self->tokens->tokens[mention.range.first];

      mention.type = PM_ENTITY_OTHER;
      if (mention.range.end - mention.range.first > 1 || first->letters == PM_CASE_UPPER)
        g_array_append_val (kept, mention);
    }
  g_array_unref (self->mentions);
  self->mentions = kept;
}

void
_pm_entities_analyse (PmContext *self)
{
  _pm_names_find (self);
  _pm_names_agree (self);
  if (_pm_tagger_get (self->code) != NULL)
    _pm_names_learned (self);
  else if (self->language == NULL)
    drop_guesses (self);
  _pm_names_join_cited (self);
  index_mentions (self);
  _pm_entities_group (self);
}
