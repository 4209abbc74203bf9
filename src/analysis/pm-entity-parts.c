/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-groups-private.h"

#include "pm-gazetteer.h"

#include <string.h>

/* How a name is told to be short for another of the text: a person by the last word, or the first,
 * a body by its initials or without its first or last words. */

/* Whose part it is, where two may be meant by it. */
#define NOBODY G_MAXUINT

static char *
make_initials (PmContext *context, const char *name)
{
  GString *initials = g_string_new (NULL);

  for (const char *p = name; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = strcspn (p, " -");

      if (g_unichar_isupper (c))
        g_string_append_unichar (initials, g_unichar_tolower (c));
      p += length;
      p += *p != '\0';
    }
  return g_string_free (initials, FALSE);
}

/* Remembers the parts by which a longer name may be called; a part of two names counts for the one
 * that came first. "J." is nobody's. */
static void
index_part (GHashTable *parts, const char *part, guint index)
{
  if (*part != '\0' && !g_str_has_suffix (part, ".") && !g_hash_table_contains (parts, part))
    g_hash_table_insert (parts, g_strdup (part), GUINT_TO_POINTER (index + 1));
}

static gboolean
is_title (PmContext *context, const char *word)
{
  const PmLexeme *lexeme = pm_lexicon_find (context->lexicon, word);

  return lexeme != NULL && lexeme->classes & PM_WORD_TITLE;
}

/* "Queen Elizabeth II" is "Elizabeth II", and no "Queen" that is named elsewhere. Two who share a
 * given name are not called by it alone. */
static void
index_person (PmContext *context,
              GHashTable *parts,
              GHashTable *given,
              const PmNameGroup *group,
              guint index)
{
  const char *last = strrchr (group->key, ' ');
  const char *space = strchr (group->key, ' ');
  g_autofree char *first = g_strndup (group->key, space - group->key);

  index_part (parts, last + 1, index);
  if (is_title (context, first))
    index_part (parts, space + 1, index);
  else if (g_hash_table_contains (given, first))
    g_hash_table_insert (given, g_steal_pointer (&first), GUINT_TO_POINTER (NOBODY));
  else
    index_part (given, first, index);
  if (group->n_words == 2)
    index_part (parts, group->key, index);
}

/* Whether the first word of "Brookings Institution" can be meant for the whole: "Royal" of the Navy
 * cannot, nor a place whose tribunal it is. */
static gboolean
may_stand_alone (PmContext *context, const char *word)
{
  const PmLexeme *lexeme = pm_lexicon_find (context->lexicon, word);
  const PmGazetteer *gazetteer = pm_gazetteer_get ();
  guint n;

  if (lexeme != NULL && lexeme->classes & (PM_WORD_PLACE | PM_WORD_DEMONYM))
    return FALSE;
  return gazetteer == NULL ||
         !(pm_gazetteer_match (gazetteer, context->code, &word, 1, &n) &
           (PM_GAZETTEER_COUNTRY | PM_GAZETTEER_REGION | PM_GAZETTEER_CITY_BIG | PM_GAZETTEER_CITY |
            PM_GAZETTEER_DEMONYM | PM_GAZETTEER_AMBIGUOUS));
}

static void
index_organisation (PmContext *context, GHashTable *parts, const PmNameGroup *group, guint index)
{
  g_autofree char *initials = make_initials (context, group->entity->name);
  const char *last = strrchr (group->key, ' ');
  const PmLexeme *suffix = pm_lexicon_find (context->lexicon, last + 1);

  if (strlen (initials) > 1)
    index_part (parts, initials, index);
  for (const char *p = strchr (group->key, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (strchr (p + 1, ' ') != NULL)
      index_part (parts, p + 1, index);
  if (suffix != NULL && suffix->classes & PM_WORD_COMPANY)
    {
      g_autofree char *bare = g_strndup (group->key, last - group->key);

      if (g_str_has_suffix (bare, ","))
        bare[strlen (bare) - 1] = '\0';
      index_part (parts, bare, index);
    }
  else if (group->n_words == 2 && suffix != NULL && suffix->classes & PM_WORD_ORG_HEAD &&
           !(suffix->classes & PM_WORD_GROUP))
    {
      g_autofree char *front = g_strndup (group->key, last - group->key);

      if (may_stand_alone (context, front))
        index_part (parts, front, index);
    }
}

static void
index_parts (PmGrouping *g, GHashTable **parts, GHashTable *given)
{
  for (guint i = 0; i < g->groups->len; i++)
    {
      const PmNameGroup *group = g_ptr_array_index (g->groups, i);

      if (group->n_words < 2)
        continue;
      if (group->entity->type == PM_ENTITY_PERSON)
        index_person (g->context, parts[PM_ENTITY_PERSON], given, group, i);
      else if (group->entity->type == PM_ENTITY_ORGANISATION)
        index_organisation (g->context, parts[PM_ENTITY_ORGANISATION], group, i);
    }
}

/* Returns: the index of the group that @group is part of, plus one; 0 when there is none. */
static guint
find_whole (const PmNameGroup *group, GHashTable **parts, GHashTable *given)
{
  gboolean person = group->entity->type == PM_ENTITY_PERSON;
  GHashTable *table = parts[group->entity->type];
  guint whole = GPOINTER_TO_UINT (g_hash_table_lookup (table, group->key));

  if (group->n_words > 2 && person)
    {
      g_autofree char *first = g_strndup (group->key, strchr (group->key, ' ') - group->key);
      g_autofree char *ends = g_strconcat (first, strrchr (group->key, ' '), NULL);

      return whole > 0 ? whole : GPOINTER_TO_UINT (g_hash_table_lookup (table, ends));
    }
  if (whole == 0 && person)
    whole = GPOINTER_TO_UINT (g_hash_table_lookup (given, group->key));
  return whole == NOBODY ? 0 : whole;
}

/* "Biden" into "Joe Biden"; "Donald J. Trump" into "Donald Trump"; "WHO" into the long form. */
void
_pm_grouping_join_parts (PmGrouping *g)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *parts[PM_N_ENTITY_TYPES];

  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    parts[type] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_parts (g, parts, given);
  for (guint i = 0; i < g->groups->len; i++)
    {
      guint whole = find_whole (g_ptr_array_index (g->groups, i), parts, given);

      if (whole > 0)
        _pm_grouping_merge (g, i, whole - 1);
    }
  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    g_hash_table_unref (parts[type]);
}

/* "World Health Organisation (WHO)"; but "Wien (APA)" says where the agency reports from. */
static gboolean
has_bracket (PmContext *context, const PmMention *whole, const PmMention *part)
{
  const PmToken *tokens = context->tokens->tokens;
  guint bracket = whole->range.end;

  return bracket + 1 == part->range.first && tokens[bracket].mark == '(' &&
         part->range.end < context->tokens->n_tokens && tokens[part->range.end].mark == ')' &&
         part->range.end - part->range.first == 1 && whole->type != PM_ENTITY_PERSON &&
         (whole->type != PM_ENTITY_PLACE || part->type == PM_ENTITY_PLACE) &&
         tokens[part->range.first].letters == PM_CASE_UPPER;
}

/* Whether the letters of @acronym come in @name in this order, both beginning with the same. */
static gboolean
spells (const char *acronym, const char *name)
{
  gunichar first = g_utf8_get_char (acronym);

  if (g_utf8_get_char (name) != first)
    return FALSE;
  for (; *acronym != '\0'; acronym = g_utf8_next_char (acronym))
    {
      const char *at = g_utf8_strchr (name, -1, g_utf8_get_char (acronym));

      if (at == NULL)
        return FALSE;
      name = g_utf8_next_char (at);
    }
  return TRUE;
}

/* The bracket says so. Letters that are others, as those of a translation, must come again; what
 * stands in brackets after several names, as "(PDF)", is short for none of them. */
void
_pm_grouping_join_brackets (PmGrouping *g)
{
  GArray *mentions = g->context->mentions;
  g_autofree guint *wholes = g_new0 (guint, g->groups->len + 1);
  g_autofree guint *counts = g_new0 (guint, g->groups->len + 1);

  for (guint i = 0; i < mentions->len; i++)
    {
      const PmMention *whole = &g_array_index (mentions, PmMention, i);
      guint *of = i + 1 < mentions->len ? &wholes[whole[1].entity] : NULL;

      counts[whole->entity]++;
      if (of != NULL && has_bracket (g->context, whole, whole + 1))
        *of = *of == 0 || *of == whole->entity + 1u ? whole->entity + 1u : NOBODY;
    }
  for (guint i = 0; i < g->groups->len; i++)
    {
      const PmNameGroup *part = g_ptr_array_index (g->groups, i);
      const PmNameGroup *whole;

      if (wholes[i] == 0 || wholes[i] == NOBODY)
        continue;
      whole = g_ptr_array_index (g->groups, wholes[i] - 1);
      if (counts[i] > 1 || spells (part->key, whole->key))
        _pm_grouping_merge (g, i, wholes[i] - 1);
    }
}
