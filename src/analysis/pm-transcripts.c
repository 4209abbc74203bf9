/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Transcripts: a line that opens with a name and a colon is what that name says, where two at least
 * take turns. A label that comes once may be a heading or the place a report is from. */

#define MAX_LABEL 5

static guint
find_line_end (const PmTokens *tokens, guint first)
{
  guint end = first + 1;

  while (end < tokens->n_tokens && tokens->tokens[end].gap < PM_GAP_LINE)
    end++;
  return end;
}

/* "SENATOR LIND:", "Host:": somebody. */
static gboolean
is_somebody (PmFrames *self, PmTokenRange label)
{
  const PmToken *tokens = self->tokens->tokens;

  for (guint i = label.first; i < label.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if ((mention != NULL && mention->type == PM_ENTITY_PERSON) ||
          pm_token_is (&tokens[i], PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_OUTLET))
        return TRUE;
    }
  return FALSE;
}

/* The name that opens the line from @first to @end, up to its colon; empty where none does. */
static PmTokenRange
find_label (PmFrames *self, guint first, guint end)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange label = { first, first };

  while (label.end + 1 < MIN (end, first + MAX_LABEL) && tokens[label.end].mark != ':' &&
         (tokens[label.end].mark == '.' ||
          (tokens[label.end].kind == PM_TOKEN_WORD && pm_token_is_capital (&tokens[label.end]))))
    label.end++;
  if (tokens[label.end].mark != ':' || label.end + 1 >= end ||
      tokens[label.end + 1].kind == PM_TOKEN_QUOTE || !is_somebody (self, label))
    label.end = first;
  return label;
}

/* Keeps the turns of those who speak more than once, where two of them do. */
static void
keep_turns (PmFrames *self, GArray *turns)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint speakers = 0;
  guint kept = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      char *label = _pm_context_fold (self->context, g_array_index (turns, PmTurn, i).label);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, label)) + 1;

      speakers += count == 2;
      g_hash_table_insert (counts, label, GUINT_TO_POINTER (count));
    }
  for (guint i = 0; i < turns->len; i++)
    {
      PmTurn turn = g_array_index (turns, PmTurn, i);
      g_autofree char *label = _pm_context_fold (self->context, turn.label);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, label)) > 1)
        g_array_index (turns, PmTurn, kept++) = turn;
    }
  g_array_set_size (turns, speakers > 1 ? kept : 0);
}

GArray *
_pm_transcripts_find (PmFrames *self)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (PmTurn));

  for (guint first = 0, end; first < self->tokens->n_tokens; first = end)
    {
      PmTurn turn;

      end = find_line_end (self->tokens, first);
      turn.label = find_label (self, first, end);
      turn.words = (PmTokenRange){ turn.label.end + 1, end };
      if (turn.label.end > first)
        g_array_append_val (turns, turn);
    }
  keep_turns (self, turns);
  return turns;
}

void
_pm_transcripts_read (PmFrames *self, const PmTurn *turn)
{
  g_auto (PmSpeaker) speaker = { .entity = -1 };

  if (_pm_speakers_resolve (self->speakers, turn->label, &speaker))
    _pm_frames_emit (self, PM_QUOTE_DIRECT, turn->words, &speaker, (PmTokenRange){ 0, 0 });
}
