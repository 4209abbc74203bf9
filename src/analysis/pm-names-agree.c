/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"

/* The second pass over names: what one sentence left open, the document decides. A name that is
 * certain somewhere lends its type to the same words elsewhere and, a person's, to its last word.
 */

#define MAX_WORDS 6

typedef struct
{
  double votes[PM_N_ENTITY_TYPES];
  gboolean sure; /* at least one mention was more than a guess */
} Votes;

typedef struct
{
  PmContext *context;
  GHashTable *names; /* (element-type utf8 Votes): by folded words */
  GHashTable *parts; /* (element-type utf8 Votes): a person's last or first name alone */
} Agreement;

static Votes *
ensure_votes (GHashTable *table, const char *key)
{
  Votes *votes = g_hash_table_lookup (table, key);

  if (votes == NULL)
    {
      votes = g_new0 (Votes, 1);
      g_hash_table_insert (table, g_strdup (key), votes);
    }
  return votes;
}

static PmEntityType
find_winner (const Votes *votes)
{
  PmEntityType winner = PM_ENTITY_PERSON;

  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    if (votes->votes[type] > votes->votes[winner])
      winner = type;
  return winner;
}

static void
vote (GHashTable *table, const char *key, const PmMention *mention, double weight)
{
  Votes *votes = ensure_votes (table, key);

  votes->votes[mention->type] += weight;
  votes->sure |= mention->sure >= PM_SURE_SHAPE;
}

/* A word alone that is part of a longer name: "Putin", "Enron". */
static void
vote_parts (Agreement *a, const PmMention *mention)
{
  const PmToken *tokens = a->context->tokens->tokens;
  guint first = mention->range.first;
  guint last = mention->range.end - 1;
  gboolean person = mention->type == PM_ENTITY_PERSON;

  if (last == first || mention->sure < PM_SURE_SHAPE)
    return;
  if (person || (mention->type == PM_ENTITY_ORGANISATION &&
                 pm_token_is (&tokens[last], PM_WORD_COMPANY | PM_WORD_ORG_HEAD) &&
                 !pm_token_is (&tokens[last], PM_WORD_GROUP) &&
                 !pm_token_is (&tokens[first], PM_WORD_COMMON | PM_WORD_ORG_HEAD | PM_WORD_PLACE |
                                                   PM_WORD_DEMONYM | PM_WORD_PLACE_PREFIX |
                                                   PM_WORD_TITLE_PART)))
    {
      guint part = person ? last : first;
      g_autofree char *key = _pm_context_fold (a->context, (PmTokenRange){ part, part + 1 });

      vote (a->parts, key, mention, 5);
    }
  if (person && pm_token_is_capital (&tokens[first]))
    {
      g_autofree char *key = _pm_context_fold (a->context, (PmTokenRange){ first, first + 1 });

      vote (a->parts, key, mention, 2);
    }
}

static void
count (Agreement *a)
{
  static const double weights[] = { 0, 1, 2.5, 4, 8 };

  for (guint i = 0; i < a->context->mentions->len; i++)
    {
      const PmMention *mention = &g_array_index (a->context->mentions, PmMention, i);
      g_autofree char *key = NULL;

      if (mention->sure == PM_SURE_NOT)
        continue;
      key = _pm_context_fold (a->context, mention->range);
      vote (a->names, key, mention, weights[mention->sure]);
      vote_parts (a, mention);
    }
}

static double
get_weight (const Votes *votes)
{
  return votes->votes[find_winner (votes)];
}

static const Votes *
find_votes (Agreement *a, PmTokenRange range)
{
  g_autofree char *key = _pm_context_fold (a->context, range);
  const Votes *part = range.end - range.first == 1 ? g_hash_table_lookup (a->parts, key) : NULL;
  const Votes *name = g_hash_table_lookup (a->names, key);

  if (part == NULL || name == NULL)
    return part != NULL ? part : name;
  return get_weight (name) > 2 * get_weight (part) ? name : part;
}

static void
settle (Agreement *a, PmMention *mention)
{
  const Votes *votes = find_votes (a, mention->range);

  if (votes == NULL)
    return;
  mention->type = find_winner (votes);
  if (votes->sure)
    mention->sure = MAX (mention->sure, PM_SURE_SHAPE);
  else if (mention->sure == PM_SURE_NOT)
    mention->sure = PM_SURE_GUESS;
}

/* Tries the names of the document on capitals that the first pass left alone. */
static guint
match_again (Agreement *a, guint i, guint end, PmMention *mention)
{
  const PmToken *tokens = a->context->tokens->tokens;
  guint limit = MIN (end, i + MAX_WORDS);

  for (guint to = i + 1; to < limit; to++)
    if (tokens[to].gap > PM_GAP_SPACE)
      limit = to;
  for (guint to = limit; to > i; to--)
    {
      const Votes *votes;

      if (!pm_token_is_capital (&tokens[to - 1]) ||
          (to == i + 1 && pm_token_is (&tokens[i], PM_WORD_FUNCTION | PM_WORD_CALENDAR)))
        continue;
      votes = find_votes (a, (PmTokenRange){ i, to });
      if (votes == NULL || !votes->sure)
        continue;
      *mention = (PmMention){ { i, to }, find_winner (votes), PM_SURE_SHAPE, -1 };
      return to;
    }
  return i + 1;
}

static void
fill (Agreement *a, guint from, guint to, GArray *mentions)
{
  const PmToken *tokens = a->context->tokens->tokens;

  for (guint i = from; i < to;)
    {
      PmMention mention = { .sure = PM_SURE_NOT };
      guint next = i + 1;

      if (pm_token_is_capital (&tokens[i]))
        next = match_again (a, i, to, &mention);
      if (mention.sure != PM_SURE_NOT)
        g_array_append_val (mentions, mention);
      i = next;
    }
}

void
_pm_names_agree (PmContext *self)
{
  Agreement a = { .context = self };
  GArray *settled = g_array_new (FALSE, FALSE, sizeof (PmMention));
  guint from = 0;

  a.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  a.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  count (&a);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      PmMention mention = g_array_index (self->mentions, PmMention, i);

      settle (&a, &mention);
      if (mention.sure == PM_SURE_NOT || mention.range.first < from)
        continue;
      fill (&a, from, mention.range.first, settled);
      g_array_append_val (settled, mention);
      from = mention.range.end;
    }
  fill (&a, from, self->tokens->n_tokens, settled);
  g_array_unref (self->mentions);
  self->mentions = settled;
  g_hash_table_unref (a.names);
  g_hash_table_unref (a.parts);
}
