/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-dossier.h"

typedef struct
{
  PmDossier dossier;
  gatomicrefcount ref_count;
} PmDossierPrivate;

G_DEFINE_BOXED_TYPE (PmDossier, pm_dossier, pm_dossier_ref, pm_dossier_unref)

void
pm_appearance_free (PmAppearance *self)
{
  pm_article_free (self->article);
  g_array_unref (self->mentions);
  g_free (self->context);
  g_free (self);
}

void
pm_utterance_free (PmUtterance *self)
{
  pm_quote_free (self->quote);
  g_free (self->words);
  g_free (self);
}

void
pm_named_free (PmNamed *self)
{
  g_free (self->name);
  g_free (self);
}

PmDossier *
pm_dossier_new (PmEntityType type, const char *name)
{
  PmDossierPrivate *priv = g_new0 (PmDossierPrivate, 1);
  PmDossier *self = &priv->dossier;

  g_atomic_ref_count_init (&priv->ref_count);
  self->type = type;
  self->name = g_strdup (name);
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->appearances = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_appearance_free);
  self->said = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_utterance_free);
  self->told = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_utterance_free);
  self->highlights = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_highlight_free);
  self->neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_named_free);
  self->suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_name_free);
  return self;
}

PmDossier *
pm_dossier_ref (PmDossier *self)
{
  g_atomic_ref_count_inc (&((PmDossierPrivate *) self)->ref_count);
  return self;
}

void
pm_dossier_unref (PmDossier *self)
{
  if (!g_atomic_ref_count_dec (&((PmDossierPrivate *) self)->ref_count))
    return;
  g_free (self->name);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->appearances);
  g_ptr_array_unref (self->said);
  g_ptr_array_unref (self->told);
  g_ptr_array_unref (self->highlights);
  g_ptr_array_unref (self->neighbours);
  g_ptr_array_unref (self->suggestions);
  g_free (self);
}
