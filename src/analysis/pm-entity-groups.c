/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"

#include <string.h>

/* Mentions become entities: first by the same words, then a part joins the whole it is part of, an
 * acronym joins what it stands for. */

/* More forms of one name than this are noise. */
#define MAX_ALIASES 64

typedef struct
{
  PmEntity *entity;
  char *key; /* the folded name, an alias replaced by what it stands for */
  guint n_words;
  guint first;  /* the first mention's first token */
  guint merged; /* the index of the entity this one has become part of, plus one */
} Group;

typedef struct
{
  PmContext *context;
  GPtrArray *groups; /* (element-type Group) */
  GHashTable *keys;  /* (element-type utf8 guint): key to index plus one */
} Grouping;

static void
group_free (gpointer data)
{
  Group *group = data;

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
make_key (Grouping *g, const PmMention *mention)
{
  PmTokenRange range = mention->range;
  g_autofree char *key = NULL;
  const char *alias = NULL;

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

static guint
count_words (const char *key)
{
  guint n = 1;

  for (const char *p = key; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

static guint
ensure_group (Grouping *g, const PmMention *mention)
{
  g_autofree char *key = make_key (g, mention);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (g->keys, key));
  g_autofree char *name = NULL;
  Group *group;

  if (index > 0)
    return index - 1;
  group = g_new0 (Group, 1);
  name = pm_tokens_dup_text (g->context->tokens, mention->range);
  group->entity = pm_entity_new (name, mention->type);
  group->n_words = count_words (key);
  group->first = mention->range.first;
  group->key = g_steal_pointer (&key);
  g_ptr_array_add (g->groups, group);
  g_hash_table_insert (g->keys, group->key, GUINT_TO_POINTER (g->groups->len));
  return g->groups->len - 1;
}

/* The group that @index has become part of in the end. */
static guint
find_root (Grouping *g, guint index)
{
  Group *group = g_ptr_array_index (g->groups, index);

  while (group->merged > 0)
    {
      index = group->merged - 1;
      group = g_ptr_array_index (g->groups, index);
    }
  return index;
}

static void
merge (Grouping *g, guint part, guint whole)
{
  part = find_root (g, part);
  whole = find_root (g, whole);
  if (part != whole)
    ((Group *) g_ptr_array_index (g->groups, part))->merged = whole + 1;
}

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
 * that came first. */
static void
index_part (GHashTable *parts, const char *part, guint index)
{
  if (*part != '\0' && !g_hash_table_contains (parts, part))
    g_hash_table_insert (parts, g_strdup (part), GUINT_TO_POINTER (index + 1));
}

static void
index_person (GHashTable *parts, const Group *group, guint index)
{
  const char *last = strrchr (group->key, ' ');
  const char *space = strchr (group->key, ' ');
  g_autofree char *first = g_strndup (group->key, space - group->key);
  g_autofree char *ends = g_strconcat (first, last, NULL);

  index_part (parts, last + 1, index);
  index_part (parts, first, index);
  if (group->n_words == 2)
    index_part (parts, ends, index);
}

static void
index_organisation (PmContext *context, GHashTable *parts, const Group *group, guint index)
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
      const PmLexeme *lexeme = pm_lexicon_find (context->lexicon, front);

      if (lexeme == NULL || !(lexeme->classes & (PM_WORD_PLACE | PM_WORD_DEMONYM)))
        index_part (parts, front, index);
    }
}

static void
index_parts (Grouping *g, GHashTable **parts)
{
  for (guint i = 0; i < g->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (g->groups, i);

      if (group->n_words < 2)
        continue;
      if (group->entity->type == PM_ENTITY_PERSON)
        index_person (parts[PM_ENTITY_PERSON], group, i);
      else if (group->entity->type == PM_ENTITY_ORGANISATION)
        index_organisation (g->context, parts[PM_ENTITY_ORGANISATION], group, i);
    }
}

/* "Biden" into "Joe Biden"; "Donald J. Trump" into "Donald Trump"; "WHO" into the long form. */
static void
merge_parts (Grouping *g)
{
  GHashTable *parts[PM_N_ENTITY_TYPES];

  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    parts[type] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_parts (g, parts);
  for (guint i = 0; i < g->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (g->groups, i);
      GHashTable *table = parts[group->entity->type];
      g_autofree char *ends = NULL;
      guint whole;

      if (group->n_words > 2 && group->entity->type == PM_ENTITY_PERSON)
        {
          g_autofree char *first = g_strndup (group->key, strchr (group->key, ' ') - group->key);

          ends = g_strconcat (first, strrchr (group->key, ' '), NULL);
        }
      whole = GPOINTER_TO_UINT (g_hash_table_lookup (table, ends != NULL ? ends : group->key));
      if (whole > 0)
        merge (g, i, whole - 1);
    }
  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    g_hash_table_unref (parts[type]);
}

/* "World Health Organisation (WHO)": the bracket says so, whatever the letters; but "Wien (APA)"
 * says where the agency reports from. */
static void
merge_brackets (Grouping *g)
{
  PmContext *context = g->context;
  const PmToken *tokens = context->tokens->tokens;

  for (guint i = 0; i + 1 < context->mentions->len; i++)
    {
      const PmMention *whole = &g_array_index (context->mentions, PmMention, i);
      const PmMention *part = whole + 1;
      guint bracket = whole->range.end;

      if (bracket + 1 != part->range.first || tokens[bracket].mark != '(' ||
          part->range.end >= context->tokens->n_tokens || tokens[part->range.end].mark != ')' ||
          part->range.end - part->range.first != 1 || whole->type == PM_ENTITY_PERSON ||
          (whole->type == PM_ENTITY_PLACE && part->type != PM_ENTITY_PLACE) ||
          tokens[part->range.first].letters != PM_CASE_UPPER)
        continue;
      merge (g, part->entity, whole->entity);
    }
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
publish (Grouping *g)
{
  PmContext *context = g->context;
  g_autofree int *numbers = g_new (int, g->groups->len + 1);

  for (guint i = 0; i < g->groups->len; i++)
    numbers[i] = -1;
  for (guint i = 0; i < context->mentions->len; i++)
    {
      PmMention *mention = &g_array_index (context->mentions, PmMention, i);
      guint root = find_root (g, mention->entity);
      PmEntity *entity = ((Group *) g_ptr_array_index (g->groups, root))->entity;
      g_autofree char *name = pm_tokens_dup_text (context->tokens, mention->range);
      PmSpan span = pm_tokens_get_span (context->tokens, mention->range);

      if (numbers[root] < 0)
        {
          numbers[root] = context->analysis->entities->len;
          g_ptr_array_add (context->analysis->entities, entity);
        }
      mention->entity = numbers[root];
      mention->type = entity->type;
      take_name (context, entity, name);
      g_array_append_val (entity->mentions, span);
    }
  for (guint i = 0; i < g->groups->len; i++)
    if (numbers[i] < 0)
      pm_entity_free (((Group *) g_ptr_array_index (g->groups, i))->entity);
  for (guint i = 0; i < context->analysis->entities->len; i++)
    restore_name (context, g_ptr_array_index (context->analysis->entities, i));
}

void
_pm_entities_group (PmContext *self)
{
  Grouping g = { .context = self };

  g.groups = g_ptr_array_new_with_free_func (group_free);
  g.keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      PmMention *mention = &g_array_index (self->mentions, PmMention, i);

      mention->entity = ensure_group (&g, mention);
    }
  merge_brackets (&g);
  merge_parts (&g);
  publish (&g);
  g_hash_table_unref (g.keys);
  g_ptr_array_unref (g.groups);
}
