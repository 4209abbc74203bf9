/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-corrections-private.h"

#include "pm-entity-name.h"

#include <string.h>

struct _PmEntityCorrections
{
  GPtrArray *list;   /* (element-type PmEntityCorrection) */
  GHashTable *by_id; /* (element-type utf8 GArray): places in @list, of whom each is about */
  GHashTable *apart; /* (element-type utf8): pairs of ids */
};

char *
_pm_entity_dup_id (PmEntityType type, const char *name)
{
  g_autofree char *key = pm_entity_name_dup_key (name);

  return g_strdup_printf ("%u%s", type, key);
}

static char *
dup_pair (PmEntityType type, const char *name, PmEntityType other_type, const char *other_name)
{
  g_autofree char *one = _pm_entity_dup_id (type, name);
  g_autofree char *other = _pm_entity_dup_id (other_type, other_name);
  gboolean ordered = strcmp (one, other) <= 0;

  return g_strdup_printf ("%s\n%s", ordered ? one : other, ordered ? other : one);
}

static void
add_to_index (PmEntityCorrections *self, guint place)
{
  const PmEntityCorrection *correction = self->list->pdata[place];
  g_autofree char *id = NULL;
  GArray *places;

  if (correction->kind == PM_CORRECTION_APART)
    {
      g_hash_table_add (self->apart, dup_pair (correction->type, correction->name,
                                               correction->to_type, correction->to_name));
      return;
    }
  id = _pm_entity_dup_id (correction->type, correction->name);
  places = g_hash_table_lookup (self->by_id, id);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_id, g_steal_pointer (&id), places);
    }
  g_array_append_val (places, place);
}

PmEntityCorrections *
pm_entity_corrections_new (GPtrArray *list)
{
  PmEntityCorrections *self = g_new0 (PmEntityCorrections, 1);

  self->list = list;
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
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
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->apart);
  g_free (self);
}

GPtrArray *
pm_entity_corrections_get_list (PmEntityCorrections *self)
{
  return self->list;
}

const PmEntityCorrection *
_pm_entity_corrections_find_next (PmEntityCorrections *self,
                                  const char *id,
                                  gint64 article,
                                  guint *from)
{
  GArray *places = g_hash_table_lookup (self->by_id, id);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const PmEntityCorrection *correction = self->list->pdata[place];

      if (place < *from || (correction->article != 0 && correction->article != article))
        continue;
      *from = place + 1;
      return correction;
    }
  return NULL;
}

/* --- names --- */

gboolean
pm_entity_corrections_resolve (PmEntityCorrections *self, PmEntityType *type, const char **name)
{
  gboolean shown = TRUE;
  guint from = 0;

  if (g_hash_table_size (self->by_id) == 0)
    return TRUE;
  for (;;)
    {
      g_autofree char *id = _pm_entity_dup_id (*type, *name);
      const PmEntityCorrection *correction = _pm_entity_corrections_find_next (self, id, 0, &from);

      if (correction == NULL)
        return shown;
      if (correction->kind == PM_CORRECTION_HIDE)
        shown = FALSE;
      else if (correction->kind != PM_CORRECTION_SPLIT)
        {
          *type = correction->to_type;
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

void
pm_entity_corrections_trace (PmEntityCorrections *self, GPtrArray *names)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const PmEntityName *name = names->pdata[i];

      g_hash_table_add (ids, _pm_entity_dup_id (name->type, name->name));
    }
  /* Backwards, each correction sees all that those after it make of its outcome. */
  for (guint i = self->list->len; i > 0; i--)
    {
      const PmEntityCorrection *correction = self->list->pdata[i - 1];
      g_autofree char *to = NULL;

      if (correction->to_name == NULL || correction->kind == PM_CORRECTION_APART)
        continue;
      to = _pm_entity_dup_id (correction->to_type, correction->to_name);
      if (g_hash_table_contains (ids, to) &&
          g_hash_table_add (ids, _pm_entity_dup_id (correction->type, correction->name)))
        g_ptr_array_add (names, pm_entity_name_new (correction->type, correction->name));
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
