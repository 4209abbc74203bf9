/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-name.h"
#include "pm-store-names-private.h"

#include <string.h>

/* More would be no help. */
#define MAX_SUGGESTIONS 8

char *
_pm_names_dup_id (PmEntityType type, const char *name)
{
  g_autofree char *key = pm_entity_name_dup_key (name);

  return g_strdup_printf ("%u%s", type, key);
}

static gboolean
is_same (PmEntityType type, const char *name, PmEntityType other_type, const char *other_name)
{
  g_autofree char *key = NULL;
  g_autofree char *other = NULL;

  if (type != other_type)
    return FALSE;
  key = pm_entity_name_dup_key (name);
  other = pm_entity_name_dup_key (other_name);
  return strcmp (key, other) == 0;
}

/* --- acronyms --- */

/* What is shown of @expansion now joins the others, unless it is one of them. */
static void
add_expansion (PmNames *self, const char *acronym, PmEntityType type, const char *name)
{
  g_autofree char *id = _pm_names_dup_id (type, acronym);
  GPtrArray *expansions = g_hash_table_lookup (self->expansions, id);

  if (!pm_entity_corrections_resolve (self->corrections, &type, &name))
    return;
  for (guint i = 0; expansions != NULL && i < expansions->len; i++)
    {
      const PmEntityName *there = expansions->pdata[i];

      if (is_same (there->type, there->name, type, name))
        return;
    }
  if (expansions == NULL)
    {
      expansions = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_name_free);
      g_hash_table_insert (self->expansions, g_steal_pointer (&id), expansions);
    }
  g_ptr_array_add (expansions, pm_entity_name_new (type, name));
}

PmNames *
_pm_names_load (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT l.acronym, e.type, min(e.name) FROM alias l "
                         "JOIN entity e ON e.article = l.article AND e.position = l.entity "
                         "JOIN article a ON a.id = l.article AND a.trashed = 0 "
                         "WHERE l.acronym IS NOT NULL GROUP BY l.acronym, e.type, e.key");
  g_autoptr (PmNames) self = g_new0 (PmNames, 1);
  g_autoptr (GError) local_error = NULL;

  self->expansions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
  self->corrections = pm_store_load_corrections (db, error);
  if (self->corrections == NULL)
    return NULL;
  while (pm_stmt_step (stmt, &local_error))
    {
      const char *acronym = pm_stmt_get_text (stmt, 0);
      const char *name = pm_stmt_get_text (stmt, 2);
      PmEntityType type;

      if (acronym != NULL && name != NULL &&
          pm_entity_type_from_string (pm_stmt_get_text (stmt, 1), &type))
        add_expansion (self, acronym, type, name);
    }
  if (local_error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

void
_pm_names_free (PmNames *self)
{
  g_clear_pointer (&self->corrections, pm_entity_corrections_free);
  g_hash_table_unref (self->expansions);
  g_free (self);
}

void
_pm_names_expand (PmNames *self, PmEntityType *type, const char **name)
{
  g_autofree char *id = NULL;
  GPtrArray *expansions;
  const PmEntityName *expansion;

  if (g_hash_table_size (self->expansions) == 0)
    return;
  id = _pm_names_dup_id (*type, *name);
  expansions = g_hash_table_lookup (self->expansions, id);
  if (expansions == NULL || expansions->len != 1)
    return;
  expansion = expansions->pdata[0];
  if (pm_entity_corrections_keep_apart (self->corrections, expansion,
                                        &(PmEntityName){ *type, (char *) *name }))
    return;
  *type = expansion->type;
  *name = expansion->name;
}

GPtrArray *
_pm_names_trace (PmNames *self, PmEntityType type, const char *name)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_name_free);
  GHashTableIter iter;
  gpointer id;
  gpointer expansions;

  g_ptr_array_add (names, pm_entity_name_new (type, name));
  g_hash_table_iter_init (&iter, self->expansions);
  while (g_hash_table_iter_next (&iter, &id, &expansions))
    {
      const PmEntityName *expansion = ((GPtrArray *) expansions)->pdata[0];
      const char *acronym = (const char *) id + 1;
      PmEntityType acronym_type = g_ascii_digit_value (*(const char *) id);

      if (is_same (expansion->type, expansion->name, type, name))
        g_ptr_array_add (names, pm_entity_name_new (acronym_type, acronym));
    }
  pm_entity_corrections_trace (self->corrections, names);
  return names;
}

/* --- suggestions --- */

/* Adds the entity that @type and @key, as derived, are now. */
static void
suggest (PmNames *self, const PmEntityName *to, PmEntityType type, const char *name, GPtrArray *out)
{
  PmEntityName from = { type, NULL };

  if (out->len == MAX_SUGGESTIONS ||
      !pm_entity_corrections_resolve (self->corrections, &type, &name))
    return;
  _pm_names_expand (self, &type, &name);
  from = (PmEntityName){ type, (char *) name };
  if (is_same (to->type, to->name, type, name) ||
      pm_entity_corrections_keep_apart (self->corrections, to, &from))
    return;
  for (guint i = 0; i < out->len; i++)
    {
      const PmEntityName *there = out->pdata[i];

      if (is_same (there->type, there->name, type, name))
        return;
    }
  g_ptr_array_add (out, pm_entity_name_new (type, name));
}

/* An acronym of several expansions, and the other way round. */
static void
suggest_expansions (PmNames *self, const PmEntityName *to, GPtrArray *out)
{
  g_autofree char *own = _pm_names_dup_id (to->type, to->name);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, self->expansions);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      GPtrArray *expansions = value;
      g_autofree char *acronym = g_utf8_strup ((char *) id + 1, -1);

      for (guint i = 0; i < expansions->len; i++)
        {
          const PmEntityName *expansion = expansions->pdata[i];

          if (strcmp (id, own) == 0)
            suggest (self, to, expansion->type, expansion->name, out);
          else if (is_same (expansion->type, expansion->name, to->type, to->name))
            suggest (self, to, g_ascii_digit_value (*(char *) id), acronym, out);
        }
    }
}

static gboolean
is_like (const PmEntityName *to, const char *own, PmEntityType type, const char *key)
{
  if (type != to->type)
    return strcmp (own, key) == 0;
  return strcmp (own, key) != 0 &&
         (pm_entity_name_is_near (type, key, own) || pm_entity_name_is_near (type, own, key));
}

/* @like: its key for a name. */
static void
suggest_key (PmNames *self,
             PmDb *db,
             const PmEntityName *to,
             const PmEntityName *like,
             GPtrArray *out,
             GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT e.name FROM entity e JOIN article a ON a.id = e.article "
                         "WHERE e.type = ?1 AND e.key = ?2 AND a.trashed = 0 LIMIT 1");

  pm_stmt_bind_text (stmt, 1, pm_entity_type_to_string (like->type));
  pm_stmt_bind_text (stmt, 2, like->name);
  if (pm_stmt_step (stmt, error) && pm_stmt_get_text (stmt, 0) != NULL)
    suggest (self, to, like->type, pm_stmt_get_text (stmt, 0), out);
}

gboolean
_pm_names_suggest (PmNames *self,
                   PmDb *db,
                   PmEntityType type,
                   const char *name,
                   GPtrArray *suggestions,
                   GError **error)
{
  /* By the index alone; a name is looked up only for the few that are like this one. */
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT DISTINCT type, key FROM entity");
  g_autofree char *own = pm_entity_name_dup_key (name);
  g_autoptr (GPtrArray) alike = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_entity_name_free);
  PmEntityName to = { type, (char *) name };
  g_autoptr (GError) local_error = NULL;

  suggest_expansions (self, &to, suggestions);
  while (pm_stmt_step (stmt, &local_error))
    {
      const char *key = pm_stmt_get_text (stmt, 1);
      PmEntityType other;

      if (key != NULL && pm_entity_type_from_string (pm_stmt_get_text (stmt, 0), &other) &&
          is_like (&to, own, other, key))
        g_ptr_array_add (alike, pm_entity_name_new (other, key));
    }
  for (guint i = 0; i < alike->len && local_error == NULL; i++)
    suggest_key (self, db, &to, alike->pdata[i], suggestions, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* --- all of them --- */

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const PmNamed *one = *(const PmNamed *const *) a;
  const PmNamed *two = *(const PmNamed *const *) b;

  if (one->n_articles != two->n_articles)
    return one->n_articles > two->n_articles ? -1 : 1;
  return one->type != two->type ? (int) one->type - (int) two->type : strcmp (one->name, two->name);
}

void
_pm_named_count (GHashTable *by_id, GPtrArray *list, PmEntityType type, const char *name, guint n)
{
  g_autofree char *id = _pm_names_dup_id (type, name);
  PmNamed *named = g_hash_table_lookup (by_id, id);

  if (named == NULL)
    {
      named = g_new0 (PmNamed, 1);
      *named = (PmNamed){ type, g_strdup (name), 0 };
      g_ptr_array_add (list, named);
      g_hash_table_insert (by_id, g_steal_pointer (&id), named);
    }
  named->n_articles += n;
}

void
_pm_named_sort (GPtrArray *list)
{
  g_ptr_array_sort (list, compare_named);
}

/* Counted by the index alone, of which there may be half a million rows. Of the first spellings of
 * a name the last is taken, as capitals come first, and a name is not to shout. */
GPtrArray *
pm_store_list_names (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT e.type, (SELECT max(x.name) FROM ("
          "  SELECT name FROM entity WHERE type = e.type AND key = e.key LIMIT 8) x), count(*) "
          "FROM entity e WHERE e.article NOT IN (SELECT id FROM article WHERE trashed <> 0) "
          "GROUP BY e.type, e.key ORDER BY 3 DESC");
  g_autoptr (PmNames) names = _pm_names_load (db, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_named_free);
  g_autoptr (GError) local_error = NULL;

  if (names == NULL)
    return NULL;
  while (pm_stmt_step (stmt, &local_error))
    {
      const char *name = pm_stmt_get_text (stmt, 1);
      PmEntityType type;

      if (name == NULL || !pm_entity_type_from_string (pm_stmt_get_text (stmt, 0), &type) ||
          !pm_entity_corrections_resolve (names->corrections, &type, &name))
        continue;
      _pm_names_expand (names, &type, &name);
      _pm_named_count (by_id, list, type, name, pm_stmt_get_int64 (stmt, 2));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  _pm_named_sort (list);
  return g_steal_pointer (&list);
}
