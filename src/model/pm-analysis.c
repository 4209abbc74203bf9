/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis.h"

typedef struct
{
  PmAnalysis analysis;
  gatomicrefcount ref_count;
} PmAnalysisPrivate;

G_DEFINE_BOXED_TYPE (PmAnalysis, pm_analysis, pm_analysis_ref, pm_analysis_unref)

static const char *const entity_types[PM_N_ENTITY_TYPES] = { "PER", "ORG", "LOC", "MISC" };
static const char *const quote_kinds[PM_N_QUOTE_KINDS] = { "direct", "mixed", "indirect" };
static const char *const verdicts[PM_N_VERDICTS] = { "none", "confirmed", "speaker", "no-quote" };
static const char *const source_kinds[PM_N_SOURCE_KINDS] = { "document", "government", "agency",
                                                             "news",     "company",    "ngo",
                                                             "social",   "research",   "reference",
                                                             "internal", "other" };

static gboolean
find_name (const char *const *names, guint n_names, const char *string, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

const char *
pm_entity_type_to_string (PmEntityType type)
{
  g_return_val_if_fail (type < PM_N_ENTITY_TYPES, NULL);
  return entity_types[type];
}

gboolean
pm_entity_type_from_string (const char *string, PmEntityType *type)
{
  return find_name (entity_types, PM_N_ENTITY_TYPES, string, type);
}

const char *
pm_quote_kind_to_string (PmQuoteKind kind)
{
  g_return_val_if_fail (kind < PM_N_QUOTE_KINDS, NULL);
  return quote_kinds[kind];
}

gboolean
pm_quote_kind_from_string (const char *string, PmQuoteKind *kind)
{
  return find_name (quote_kinds, PM_N_QUOTE_KINDS, string, kind);
}

const char *
pm_verdict_to_string (PmVerdict verdict)
{
  g_return_val_if_fail (verdict < PM_N_VERDICTS, NULL);
  return verdicts[verdict];
}

gboolean
pm_verdict_from_string (const char *string, PmVerdict *verdict)
{
  return find_name (verdicts, PM_N_VERDICTS, string, verdict);
}

const char *
pm_source_kind_to_string (PmSourceKind kind)
{
  g_return_val_if_fail (kind < PM_N_SOURCE_KINDS, NULL);
  return source_kinds[kind];
}

gboolean
pm_source_kind_from_string (const char *string, PmSourceKind *kind)
{
  return find_name (source_kinds, PM_N_SOURCE_KINDS, string, kind);
}

PmEntity *
pm_entity_new (const char *name, PmEntityType type)
{
  PmEntity *self = g_new0 (PmEntity, 1);

  self->name = g_strdup (name);
  self->type = type;
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  return self;
}

PmEntity *
pm_entity_copy (const PmEntity *self)
{
  PmEntity *copy = pm_entity_new (self->name, self->type);

  for (guint i = 0; i < self->aliases->len; i++)
    g_ptr_array_add (copy->aliases, g_strdup (self->aliases->pdata[i]));
  g_array_append_vals (copy->mentions, self->mentions->data, self->mentions->len);
  return copy;
}

void
pm_entity_free (PmEntity *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->mentions);
  g_free (self);
}

PmQuote *
pm_quote_new (PmQuoteKind kind, PmSpan span)
{
  PmQuote *self = g_new0 (PmQuote, 1);

  self->kind = kind;
  self->span = span;
  self->entity = -1;
  return self;
}

PmQuote *
pm_quote_copy (const PmQuote *self)
{
  PmQuote *copy = g_memdup2 (self, sizeof *self);

  copy->speaker_name = g_strdup (self->speaker_name);
  copy->rule = g_strdup (self->rule);
  return copy;
}

void
pm_quote_free (PmQuote *self)
{
  g_free (self->speaker_name);
  g_free (self->rule);
  g_free (self);
}

PmSource *
pm_source_new (PmSourceKind kind, PmSpan span, const char *name, const char *url)
{
  PmSource *self = g_new0 (PmSource, 1);

  self->kind = kind;
  self->span = span;
  self->name = g_strdup (name);
  self->url = g_strdup (url);
  self->entity = -1;
  return self;
}

PmSource *
pm_source_copy (const PmSource *self)
{
  PmSource *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->url = g_strdup (self->url);
  return copy;
}

void
pm_source_free (PmSource *self)
{
  g_free (self->name);
  g_free (self->url);
  g_free (self);
}

const char *
pm_source_get_key (const PmSource *self)
{
  if (self->url != NULL)
    return self->url;
  return self->entity >= 0 ? self->name : NULL;
}

gboolean
pm_source_is_web (const char *url)
{
  return g_ascii_strncasecmp (url, "http://", 7) == 0 ||
         g_ascii_strncasecmp (url, "https://", 8) == 0;
}

PmAnalysis *
pm_analysis_new (void)
{
  PmAnalysisPrivate *priv = g_new0 (PmAnalysisPrivate, 1);

  g_atomic_ref_count_init (&priv->ref_count);
  priv->analysis.entities = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_free);
  priv->analysis.quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_quote_free);
  priv->analysis.sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_source_free);
  priv->analysis.refused = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_quote_free);
  priv->analysis.hidden = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_free);
  return &priv->analysis;
}

PmAnalysis *
pm_analysis_ref (PmAnalysis *self)
{
  g_atomic_ref_count_inc (&((PmAnalysisPrivate *) self)->ref_count);
  return self;
}

void
pm_analysis_unref (PmAnalysis *self)
{
  if (!g_atomic_ref_count_dec (&((PmAnalysisPrivate *) self)->ref_count))
    return;
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->quotes);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->hidden);
  g_ptr_array_unref (self->refused);
  g_free (self);
}
