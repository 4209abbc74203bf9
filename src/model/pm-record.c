/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-record.h"

typedef struct
{
  PmRecord record;
  gatomicrefcount ref_count;
} PmRecordPrivate;

G_DEFINE_BOXED_TYPE (PmRecord, pm_record, pm_record_ref, pm_record_unref)

PmRecord *
pm_record_new (PmArticle *article)
{
  PmRecordPrivate *priv = g_new0 (PmRecordPrivate, 1);
  PmRecord *self = &priv->record;

  g_atomic_ref_count_init (&priv->ref_count);
  self->article = article;
  self->highlights = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_highlight_free);
  self->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_correction_free);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_quote_verdict_free);
  self->captures = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_page_unref);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_resource_unref);
  return self;
}

PmRecord *
pm_record_ref (PmRecord *self)
{
  g_atomic_ref_count_inc (&((PmRecordPrivate *) self)->ref_count);
  return self;
}

void
pm_record_unref (PmRecord *self)
{
  if (!g_atomic_ref_count_dec (&((PmRecordPrivate *) self)->ref_count))
    return;
  pm_article_free (self->article);
  g_clear_pointer (&self->document, pm_document_unref);
  g_clear_pointer (&self->analysis, pm_analysis_unref);
  g_ptr_array_unref (self->highlights);
  g_clear_pointer (&self->page, pm_page_unref);
  g_ptr_array_unref (self->corrections);
  g_ptr_array_unref (self->verdicts);
  g_ptr_array_unref (self->captures);
  g_ptr_array_unref (self->images);
  g_free (self);
}
