/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-corrections-private.h"

#include "pm-entity-name.h"

#include <string.h>

struct _PmEntityCorrections
{
  GPtrArray *list;    /* (element-type PmEntityCorrection) */
  GHashTable *by_key; /* (element-type utf8 GArray): places in @list, by the name it is about */
  GHashTable *apart;  /* (element-type utf8): pairs of ids */
};

/* Type and key in one word. */
static char *
dup_id (PmEntityType type, const char *name)
{
  g_autofree char *key = pm_entity_name_dup_key (name);

  return g_strdup_printf ("%u%s", type, key);
}

static char *
dup_pair (PmEntityType type, const char *name, PmEntityType other_type, const char *other_name)
{
  g_autofree char *one = dup_id (type, name);
  g_autofree char *other = dup_id (other_type, other_name);
  gboolean ordered = strcmp (one, other) <= 0;

  return g_strdup_printf ("%s\n%s", ordered ? one : other, ordered ? other : one);
}

static void
add_to_index (PmEntityCorrections *self, guint place)
{
  const PmEntityCorrection *correction = self->list->pdata[place];
  g_autofree char *key = NULL;
  GArray *places;

  if (correction->kind == PM_CORRECTION_APART)
    {
      g_hash_table_add (self->apart, dup_pair (correction->type, correction->name,
                                               correction->to_type, correction->to_name));
      return;
    }
  key = pm_entity_name_dup_key (correction->name);
  places = g_hash_table_lookup (self->by_key, key);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), places);
    }
  g_array_append_val (places, place);
}

PmEntityCorrections *
pm_entity_corrections_new (GPtrArray *list)
{
  PmEntityCorrections *self = g_new0 (PmEntityCorrections, 1);

  self->list = list;
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  self->apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < list->len; i++)
    add_to_index (self, i);
  return self;
}

void
pm_entity_corrections_free (PmEntityCorrections *self)
{
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->apart);
  g_free (self);
}

GPtrArray *
pm_entity_corrections_get_list (PmEntityCorrections *self)
{
  return self->list;
}

/* Whether @correction means what goes by its name and is of @type. A better analysis may give
 * another type to a name of several words, and that is the same name still; of one word, as
 * "Washington", there are people and places, and to hide one must not hide the other. */
static gboolean
is_about (const PmEntityCorrection *correction, const char *key, PmEntityType type)
{
  return correction->type == type ||
         (correction->kind != PM_CORRECTION_HIDE && strchr (key, ' ') != NULL);
}

const PmEntityCorrection *
_pm_entity_corrections_find_next (PmEntityCorrections *self,
                                  PmEntityType type,
                                  const char *name,
                                  gint64 article,
                                  guint *from)
{
  g_autofree char *key = pm_entity_name_dup_key (name);
  GArray *places = g_hash_table_lookup (self->by_key, key);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const PmEntityCorrection *correction = self->list->pdata[place];

      if (place < *from || (correction->article != 0 && correction->article != article) ||
          !is_about (correction, key, type))
        continue;
      *from = place + 1;
      return correction;
    }
  return NULL;
}

PmEntityType
_pm_entity_correction_choose_type (const PmEntityCorrection *correction, PmEntityType type)
{
  gboolean stays = correction->kind == PM_CORRECTION_RENAME ||
                   (correction->kind == PM_CORRECTION_SPLIT &&
                    correction->to_type == correction->type);

  return stays ? type : correction->to_type;
}

/* --- names --- */

gboolean
pm_entity_corrections_resolve (PmEntityCorrections *self, PmEntityType *type, const char **name)
{
  gboolean shown = TRUE;
  guint from = 0;

  if (g_hash_table_size (self->by_key) == 0)
    return TRUE;
  for (;;)
    {
      const PmEntityCorrection *correction = _pm_entity_corrections_find_next (self, *type, *name,
                                                                               0, &from);

      if (correction == NULL)
        return shown;
      if (correction->kind == PM_CORRECTION_HIDE)
        shown = FALSE;
      else if (correction->kind != PM_CORRECTION_SPLIT)
        {
          *type = _pm_entity_correction_choose_type (correction, *type);
          *name = correction->to_name;
        }
    }
}

PmEntityName *
pm_entity_name_new (PmEntityType type, const char *name)
{
  PmEntityName *self = g_new0 (PmEntityName, 1);

  *self = (PmEntityName){ type, g_strdup (name) };
  return self;
}

void
pm_entity_name_free (PmEntityName *self)
{
  g_free (self->name);
  g_free (self);
}

/* Backwards, each correction sees all that those after it make of its outcome. */
void
pm_entity_corrections_trace (PmEntityCorrections *self, GPtrArray *names)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (keys, pm_entity_name_dup_key (((PmEntityName *) names->pdata[i])->name));
  for (guint i = self->list->len; i > 0; i--)
    {
      const PmEntityCorrection *correction = self->list->pdata[i - 1];
      g_autofree char *to = NULL;

      if (correction->to_name == NULL || correction->kind == PM_CORRECTION_APART)
        continue;
      to = pm_entity_name_dup_key (correction->to_name);
      if (!g_hash_table_contains (keys, to))
        continue;
      g_hash_table_add (keys, pm_entity_name_dup_key (correction->name));
      for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
        g_ptr_array_add (names, pm_entity_name_new (type, correction->name));
    }
}

gboolean
pm_entity_corrections_keep_apart (PmEntityCorrections *self,
                                  const PmEntityName *one,
                                  const PmEntityName *other)
{
  g_autofree char *pair = dup_pair (one->type, one->name, other->type, other->name);

  return g_hash_table_contains (self->apart, pair);
}

static GHashTable *
list_ids (PmAnalysis *analysis)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PmEntity *entity = analysis->entities->pdata[i];

      g_hash_table_add (ids, dup_id (entity->type, entity->name));
      for (guint j = 0; j < entity->aliases->len; j++)
        g_hash_table_add (ids, dup_id (entity->type, entity->aliases->pdata[j]));
    }
  return ids;
}

GPtrArray *
pm_entity_corrections_list_apart (PmEntityCorrections *self, PmAnalysis *analysis)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;

  if (g_hash_table_size (self->apart) == 0)
    return found;
  ids = list_ids (analysis);
  for (guint i = 0; i < self->list->len; i++)
    {
      PmEntityCorrection *correction = self->list->pdata[i];
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      if (correction->kind != PM_CORRECTION_APART)
        continue;
      one = dup_id (correction->type, correction->name);
      other = dup_id (correction->to_type, correction->to_name);
      if (g_hash_table_contains (ids, one) || g_hash_table_contains (ids, other))
        g_ptr_array_add (found, correction);
    }
  return found;
}
