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

void
_pm_entities_analyse (PmContext *self)
{
  _pm_names_find (self);
  _pm_names_agree (self);
  if (_pm_tagger_get (self->code) != NULL)
    _pm_names_learned (self);
  else if (self->language == NULL)
    _pm_names_guess (self);
  _pm_names_join_cited (self);
  index_mentions (self);
  _pm_entities_group (self);
}
