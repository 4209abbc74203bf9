/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user's corrections make of one analysis. Every entity is led through those that are
 * about it by its name at the time; then what has become the same is joined, and quotes and sources
 * are led to where their entity went. */

#include "pm-entity-corrections-private.h"
#include "pm-entity-name.h"

#include <string.h>

/* An entity on its way through the corrections. */
typedef struct
{
  PmEntity *entity;
  guint origin;   /* its place in the analysis */
  guint from;     /* the correction to go on with */
  gboolean named; /* by the user */
  gboolean hidden;
  char *form; /* (nullable): key of what its mentions read, when it was split off */
  int place;  /* in the outcome; -1 when it is not there */
} Part;

static void
part_free (gpointer data)
{
  Part *self = data;

  g_clear_pointer (&self->entity, pm_entity_free);
  g_free (self->form);
  g_free (self);
}

/* @entity: (transfer full). @form: (nullable) */
static Part *
part_new (PmEntity *entity, guint origin, guint from, const char *form)
{
  Part *self = g_new0 (Part, 1);

  *self = (Part){
    .entity = entity,
    .origin = origin,
    .from = from,
    .form = form != NULL ? pm_entity_name_dup_key (form) : NULL,
    .place = -1,
  };
  return self;
}

static void
add_alias (PmEntity *entity, const char *name)
{
  if (strcmp (entity->name, name) != 0 &&
      !g_ptr_array_find_with_equal_func (entity->aliases, name, g_str_equal, NULL))
    g_ptr_array_add (entity->aliases, g_strdup (name));
}

static void
give_name (PmEntity *entity, const char *name)
{
  g_autofree char *before = g_steal_pointer (&entity->name);
  guint index;

  entity->name = g_strdup (name);
  if (g_ptr_array_find_with_equal_func (entity->aliases, name, g_str_equal, &index))
    g_ptr_array_remove_index (entity->aliases, index);
  add_alias (entity, before);
}

static gboolean
reads (PmDocument *document, PmSpan span, const char *key)
{
  g_autofree char *words = pm_document_dup_span (document, span);
  g_autofree char *own = words != NULL ? pm_entity_name_dup_key (words) : NULL;

  return g_strcmp0 (own, key) == 0;
}

/* Returns: (nullable): what @correction splits off @part; %NULL when no mention of it reads so. */
static PmEntity *
split (Part *part, const PmEntityCorrection *correction, PmDocument *document)
{
  g_autofree char *key = pm_entity_name_dup_key (correction->form);
  g_autoptr (PmEntity) off = pm_entity_new (correction->to_name,
                                            _pm_entity_correction_choose_type (correction,
                                                                               part->entity->type));
  GArray *mentions = part->entity->mentions;
  GPtrArray *aliases = part->entity->aliases;

  for (guint i = mentions->len; i > 0; i--)
    {
      PmSpan span = g_array_index (mentions, PmSpan, i - 1);

      if (!reads (document, span, key))
        continue;
      g_array_prepend_val (off->mentions, span);
      g_array_remove_index (mentions, i - 1);
    }
  if (off->mentions->len == 0)
    return NULL;
  for (guint i = aliases->len; i > 0; i--)
    {
      g_autofree char *own = pm_entity_name_dup_key (aliases->pdata[i - 1]);

      if (strcmp (own, key) != 0)
        continue;
      add_alias (off, aliases->pdata[i - 1]);
      g_ptr_array_remove_index (aliases, i - 1);
    }
  return g_steal_pointer (&off);
}

/* Leads one part through its corrections; what is split off joins @parts and waits its turn.
 * @hits: (element-type guint): gets the places of those that had an effect. */
static void
correct_part (PmEntityCorrections *self,
              GPtrArray *parts,
              Part *part,
              PmDocument *document,
              gint64 article,
              GHashTable *hits)
{
  for (;;)
    {
      PmEntity *entity = part->entity;
      const PmEntityCorrection *correction = _pm_entity_corrections_find_next (self, entity->type,
                                                                               entity->name,
                                                                               article,
                                                                               &part->from);
      PmEntity *off;

      if (correction == NULL)
        return;
      if (correction->kind == PM_CORRECTION_HIDE)
        part->hidden = TRUE;
      else if (correction->kind == PM_CORRECTION_SPLIT)
        {
          off = split (part, correction, document);
          if (off == NULL)
            continue;
          g_ptr_array_add (parts, part_new (off, part->origin, part->from, correction->form));
        }
      else
        {
          entity->type = _pm_entity_correction_choose_type (correction, entity->type);
          part->named = part->named || correction->kind != PM_CORRECTION_RETYPE;
          give_name (entity, correction->to_name);
        }
      g_hash_table_add (hits, GUINT_TO_POINTER (part->from - 1));
    }
}

static GPtrArray *
split_up (PmAnalysis *analysis)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < analysis->entities->len; i++)
    g_ptr_array_add (parts, part_new (pm_entity_copy (analysis->entities->pdata[i]), i, 0, NULL));
  return parts;
}

/* @part goes into @whole, which is the same entity. */
static void
absorb (Part *whole, Part *part)
{
  PmEntity *entity = whole->entity;

  if (part->named && !whole->named)
    give_name (entity, part->entity->name);
  else
    add_alias (entity, part->entity->name);
  whole->named = whole->named || part->named;
  for (guint i = 0; i < part->entity->aliases->len; i++)
    add_alias (entity, part->entity->aliases->pdata[i]);
  g_array_append_vals (entity->mentions, part->entity->mentions->data, part->entity->mentions->len);
  g_array_sort (entity->mentions, pm_span_compare);
  g_clear_pointer (&part->entity, pm_entity_free);
}

/* Joins the parts that have become the same. Returns: (transfer container) (element-type Part): for
 * each of @parts the one it is in now. */
static GPtrArray *
join (GPtrArray *parts)
{
  g_autoptr (GHashTable) wholes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *into = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = parts->pdata[i];
      g_autofree char *key = pm_entity_name_dup_key (part->entity->name);
      g_autofree char *id = g_strdup_printf ("%d%u%s", part->hidden, part->entity->type, key);
      Part *whole = g_hash_table_lookup (wholes, id);

      if (whole != NULL)
        absorb (whole, part);
      else
        g_hash_table_insert (wholes, g_steal_pointer (&id), part);
      g_ptr_array_add (into, whole != NULL ? whole : part);
    }
  return into;
}

static gsize
get_first (const Part *part)
{
  GArray *mentions = part->entity->mentions;

  return mentions->len > 0 ? g_array_index (mentions, PmSpan, 0).start : G_MAXSIZE;
}

/* In order of the text; those of one place as they were. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *one = *(const Part *const *) a;
  const Part *two = *(const Part *const *) b;
  gsize first = get_first (one);
  gsize second = get_first (two);

  if (first != second)
    return first < second ? -1 : 1;
  return (one->origin > two->origin) - (one->origin < two->origin);
}

static void
collect (PmAnalysis *outcome, PmAnalysis *analysis, GPtrArray *parts)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = parts->pdata[i];

      /* What was split up to the last mention is gone. */
      if (part->entity != NULL &&
          (part->entity->mentions->len > 0 ||
           ((PmEntity *) analysis->entities->pdata[part->origin])->mentions->len == 0))
        g_ptr_array_add (ordered, part);
    }
  g_ptr_array_sort (ordered, compare_parts);
  for (guint i = 0; i < ordered->len; i++)
    {
      Part *part = ordered->pdata[i];

      part->place = part->hidden ? -1 : (int) outcome->entities->len;
      g_ptr_array_add (part->hidden ? outcome->hidden : outcome->entities,
                       g_steal_pointer (&part->entity));
    }
}

/* Which of @parts has what stands at @span and was of the entity @origin. A pronoun stays with what
 * is left of the entity. */
static guint
find_part (GPtrArray *parts, guint n_origins, int origin, PmDocument *document, PmSpan span)
{
  for (guint i = n_origins; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];

      if (part->origin == (guint) origin && reads (document, span, part->form))
        return i;
    }
  return origin;
}

/* What an analysis is made anew from. */
typedef struct
{
  PmAnalysis *analysis;
  PmDocument *document;
  GPtrArray *parts;
  GPtrArray *into; /* for each of @parts the one it is in */
} Making;

/* Returns: the place in the outcome of what was the entity @origin at @span, or -1. */
static int
lead (const Making *making, int origin, PmSpan span)
{
  guint part;

  if (origin < 0)
    return -1;
  part = find_part (making->parts, making->analysis->entities->len, origin, making->document, span);
  return ((const Part *) making->into->pdata[part])->place;
}

static void
lead_quotes (const Making *making, PmAnalysis *outcome)
{
  for (guint i = 0; i < making->analysis->quotes->len; i++)
    {
      PmQuote *quote = pm_quote_copy (making->analysis->quotes->pdata[i]);

      quote->entity = lead (making, quote->entity, quote->speaker);
      if (quote->entity >= 0)
        {
          g_free (quote->speaker_name);
          quote->speaker_name = g_strdup (
              ((const PmEntity *) outcome->entities->pdata[quote->entity])->name);
        }
      g_ptr_array_add (outcome->quotes, quote);
    }
}

static void
lead_sources (const Making *making, PmAnalysis *outcome)
{
  for (guint i = 0; i < making->analysis->sources->len; i++)
    {
      PmSource *source = pm_source_copy (making->analysis->sources->pdata[i]);

      source->entity = lead (making, source->entity, source->span);
      g_ptr_array_add (outcome->sources, source);
    }
}

static GPtrArray *
list_hits (PmEntityCorrections *self, GHashTable *hits)
{
  GPtrArray *list = pm_entity_corrections_get_list (self);
  GPtrArray *applied = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    if (g_hash_table_contains (hits, GUINT_TO_POINTER (i)))
      g_ptr_array_add (applied, list->pdata[i]);
  return applied;
}

PmAnalysis *
pm_entity_corrections_apply (PmEntityCorrections *self,
                             PmAnalysis *analysis,
                             PmDocument *document,
                             gint64 article,
                             GPtrArray **applied)
{
  g_autoptr (GHashTable) hits = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) into = NULL;
  g_autoptr (PmAnalysis) outcome = NULL;

  if (pm_entity_corrections_get_list (self)->len > 0)
    {
      parts = split_up (analysis);
      for (guint i = 0; i < parts->len; i++)
        correct_part (self, parts, parts->pdata[i], document, article, hits);
    }
  if (applied != NULL)
    *applied = list_hits (self, hits);
  if (g_hash_table_size (hits) == 0)
    return pm_analysis_ref (analysis);
  outcome = pm_analysis_new ();
  into = join (parts);
  collect (outcome, analysis, parts);
  lead_quotes (&(Making){ analysis, document, parts, into }, outcome);
  lead_sources (&(Making){ analysis, document, parts, into }, outcome);
  return g_steal_pointer (&outcome);
}
