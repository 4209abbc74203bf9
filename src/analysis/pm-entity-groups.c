/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-groups-private.h"

#include <string.h>

/* Mentions become entities: first by the same words, then a part joins the whole it is part of, an
 * acronym joins what it stands for. */

/* More forms of one name than this are noise. */
#define MAX_ALIASES 64

static void
group_free (gpointer data)
{
  PmNameGroup *group = data;

  g_free (group->key);
  g_free (group);
}

/* How much of the @length bytes of @word one of the @endings is; 0 for none. Three letters stay. */
static gsize
find_ending (const char *word, gsize length, const char *endings)
{
  gsize longest = 0;

  for (const char *ending = endings; *ending != '\0';)
    {
      gsize n = strcspn (ending, "|");

      if (n > longest && n < length && memcmp (word + length - n, ending, n) == 0 &&
          g_utf8_strlen (word, length - n) > 2)
        longest = n;
      ending += n + (ending[n] == '|');
    }
  return longest;
}

/* The words of @key without what cases add to them. */
static char *
strip_cases (const char *key, const char *endings)
{
  GString *bare = g_string_new (NULL);

  for (const char *word = key; *word != '\0';)
    {
      gsize whole = strcspn (word, " ");
      gsize length = whole;
      gsize ending;

      while ((ending = find_ending (word, length, endings)) > 0)
        length -= ending;
      g_string_append_len (bare, word, length);
      if (word[whole] == ' ')
        g_string_append_c (bare, ' ');
      word += whole + (word[whole] == ' ');
    }
  return g_string_free (bare, FALSE);
}

static gboolean
has_cases (PmContext *context)
{
  return context->language != NULL && context->language->case_endings != NULL;
}

static char *
make_key (PmGrouping *g, const PmMention *mention)
{
  PmTokenRange range = mention->range;
  guint comma = _pm_name_find_comma (g->context, mention);
  g_autofree char *key = NULL;
  const char *alias = NULL;

  if (comma > 0)
    {
      g_autofree char *family = _pm_context_fold (g->context, (PmTokenRange){ range.first, comma });
      g_autofree char *given = _pm_context_fold (g->context,
                                                 (PmTokenRange){ comma + 1, range.end });

      return g_strconcat (given, " ", family, NULL);
    }
  if (range.end - range.first > 1 && pm_token_is_article (&g->context->tokens->tokens[range.first]))
    range.first++;
  key = _pm_context_fold (g->context, range);
  if (mention->type != PM_ENTITY_PERSON)
    alias = pm_lexicon_find_alias (g->context->lexicon, key);
  if (alias != NULL)
    return g_utf8_strdown (alias, -1);
  if (has_cases (g->context) && (mention->type == PM_ENTITY_PERSON ||
                                 mention->type == PM_ENTITY_PLACE || range.end - range.first == 1))
    return strip_cases (key, g->context->language->case_endings);
  return g_steal_pointer (&key);
}

/* What a mention calls its entity: "Wilson, John" is John Wilson. */
static char *
dup_name (PmContext *context, const PmMention *mention)
{
  PmTokenRange range = mention->range;
  guint comma = _pm_name_find_comma (context, mention);
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (comma == 0)
    return pm_tokens_dup_text (context->tokens, range);
  family = pm_tokens_dup_text (context->tokens, (PmTokenRange){ range.first, comma });
  given = pm_tokens_dup_text (context->tokens, (PmTokenRange){ comma + 1, range.end });
  return g_strconcat (given, " ", family, NULL);
}

static guint
count_words (const char *key)
{
  guint n = 1;

  for (const char *p = key; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

static guint
ensure_group (PmGrouping *g, const PmMention *mention)
{
  g_autofree char *key = make_key (g, mention);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (g->keys, key));
  g_autofree char *name = NULL;
  PmNameGroup *group;

  if (index > 0)
    return index - 1;
  group = g_new0 (PmNameGroup, 1);
  name = dup_name (g->context, mention);
  group->entity = pm_entity_new (name, mention->type);
  group->n_words = count_words (key);
  group->key = g_steal_pointer (&key);
  g_ptr_array_add (g->groups, group);
  g_hash_table_insert (g->keys, group->key, GUINT_TO_POINTER (g->groups->len));
  return g->groups->len - 1;
}

/* The group that @index has become part of in the end. */
static guint
find_root (PmGrouping *g, guint index)
{
  PmNameGroup *group = g_ptr_array_index (g->groups, index);

  while (group->merged > 0)
    {
      index = group->merged - 1;
      group = g_ptr_array_index (g->groups, index);
    }
  return index;
}

void
_pm_grouping_merge (PmGrouping *g, guint part, guint whole)
{
  part = find_root (g, part);
  whole = find_root (g, whole);
  if (part != whole)
    ((PmNameGroup *) g_ptr_array_index (g->groups, part))->merged = whole + 1;
}

static void
add_alias (PmEntity *entity, const char *name)
{
  if (strcmp (entity->name, name) == 0 || entity->aliases->len >= MAX_ALIASES)
    return;
  for (guint i = 0; i < entity->aliases->len; i++)
    if (strcmp (g_ptr_array_index (entity->aliases, i), name) == 0)
      return;
  g_ptr_array_add (entity->aliases, g_strdup (name));
}

/* Whether @name names better than @other: it has more words, or is longer. Where cases lengthen
 * names, the shorter one of as many words is the name itself. */
static gboolean
is_better (PmContext *context, const char *name, const char *other)
{
  glong length = g_utf8_strlen (name, -1);
  glong other_length = g_utf8_strlen (other, -1);

  if (has_cases (context) && count_words (name) == count_words (other))
    return length < other_length;
  return length > other_length;
}

/* The best form names the entity; what named it becomes an alias. */
static void
take_name (PmContext *context, PmEntity *entity, const char *name)
{
  g_autofree char *old = NULL;

  if (strcmp (name, entity->name) == 0)
    return;
  if (!is_better (context, name, entity->name) || entity->aliases->len >= MAX_ALIASES)
    {
      add_alias (entity, name);
      return;
    }
  for (guint i = 0; i < entity->aliases->len; i++)
    if (strcmp (g_ptr_array_index (entity->aliases, i), name) == 0)
      {
        g_ptr_array_remove_index (entity->aliases, i);
        break;
      }
  old = g_steal_pointer (&entity->name);
  entity->name = g_strdup (name);
  g_ptr_array_add (entity->aliases, g_steal_pointer (&old));
}

/* A person's name stands in the nominative, the form of the text among the aliases. */
static void
restore_name (PmContext *context, PmEntity *entity)
{
  g_autofree char *name = NULL;

  if (entity->type == PM_ENTITY_PERSON)
    name = _pm_names_restore (context, entity);
  if (name == NULL)
    return;
  g_ptr_array_add (entity->aliases, g_steal_pointer (&entity->name));
  entity->name = g_steal_pointer (&name);
}

/* Numbers the entities by their first mention and hands them over. */
static void
publish (PmGrouping *g)
{
  PmContext *context = g->context;
  g_autofree int *numbers = g_new (int, g->groups->len + 1);

  for (guint i = 0; i < g->groups->len; i++)
    numbers[i] = -1;
  for (guint i = 0; i < context->mentions->len; i++)
    {
      PmMention *mention = &g_array_index (context->mentions, PmMention, i);
      guint root = find_root (g, mention->entity);
      PmEntity *entity = ((PmNameGroup *) g_ptr_array_index (g->groups, root))->entity;
      g_autofree char *name = dup_name (context, mention);
      g_autofree char *form = pm_tokens_dup_text (context->tokens, mention->range);
      PmSpan span = pm_tokens_get_span (context->tokens, mention->range);

      if (numbers[root] < 0)
        {
          numbers[root] = context->analysis->entities->len;
          g_ptr_array_add (context->analysis->entities, entity);
        }
      mention->entity = numbers[root];
      mention->type = entity->type;
      take_name (context, entity, name);
      if (strcmp (form, name) != 0)
        add_alias (entity, form);
      g_array_append_val (entity->mentions, span);
    }
  for (guint i = 0; i < g->groups->len; i++)
    if (numbers[i] < 0)
      pm_entity_free (((PmNameGroup *) g_ptr_array_index (g->groups, i))->entity);
  for (guint i = 0; i < context->analysis->entities->len; i++)
    restore_name (context, g_ptr_array_index (context->analysis->entities, i));
}

void
_pm_entities_group (PmContext *self)
{
  PmGrouping g = { .context = self };

  g.groups = g_ptr_array_new_with_free_func (group_free);
  g.keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      PmMention *mention = &g_array_index (self->mentions, PmMention, i);

      mention->entity = ensure_group (&g, mention);
    }
  _pm_grouping_join_brackets (&g);
  _pm_grouping_join_parts (&g);
  publish (&g);
  g_hash_table_unref (g.keys);
  g_ptr_array_unref (g.groups);
}
