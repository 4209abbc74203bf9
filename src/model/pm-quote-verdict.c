/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-verdict.h"

#include "pm-entity-name.h"

#include <string.h>

PmQuoteVerdict *
pm_quote_verdict_new (gint64 article,
                      PmDocument *document,
                      const PmQuote *quote,
                      PmVerdict verdict,
                      const char *speaker)
{
  PmQuoteVerdict *self = g_new0 (PmQuoteVerdict, 1);

  *self = (PmQuoteVerdict){
    .uuid = g_uuid_string_random (),
    .article = article,
    .verdict = verdict,
    .kind = quote->kind,
    .anchor = pm_anchor_new (pm_document_get_text (document), pm_document_get_length (document),
                             quote->span),
    .speaker = g_strdup (speaker),
    .span = quote->span,
  };
  return self;
}

PmQuoteVerdict *
pm_quote_verdict_copy (const PmQuoteVerdict *self)
{
  PmQuoteVerdict *copy = g_memdup2 (self, sizeof *self);

  copy->uuid = g_strdup (self->uuid);
  copy->anchor = pm_anchor_copy (self->anchor);
  copy->speaker = g_strdup (self->speaker);
  return copy;
}

void
pm_quote_verdict_free (PmQuoteVerdict *self)
{
  g_free (self->uuid);
  g_clear_pointer (&self->anchor, pm_anchor_free);
  g_free (self->speaker);
  g_free (self);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
pm_quote_verdict_is_valid (const PmQuoteVerdict *self)
{
  if (self->uuid == NULL || *self->uuid == '\0' || self->verdict == PM_VERDICT_NONE ||
      self->anchor == NULL || is_blank (self->anchor->exact))
    return FALSE;
  return self->speaker == NULL ||
         (self->verdict != PM_VERDICT_NO_QUOTE && !is_blank (self->speaker));
}

/* --- applying --- */

static gsize
measure_common (PmSpan a, PmSpan b)
{
  gsize start = MAX (a.start, b.start);
  gsize end = MIN (a.end, b.end);

  return end > start ? end - start : 0;
}

/* Whether half or more of the shorter one stands in the other. */
static gboolean
is_about (PmSpan words, PmSpan quote)
{
  gsize shorter = MIN (pm_span_length (words), pm_span_length (quote));

  return shorter > 0 && measure_common (words, quote) * 2 >= shorter;
}

/* Takes every quote that @words are about out of @quotes. Returns: (nullable) (transfer full): the
 * one that has most in common with them. */
static PmQuote *
steal_quote (GPtrArray *quotes, PmSpan words)
{
  g_autoptr (PmQuote) best = NULL;

  for (guint i = quotes->len; i > 0; i--)
    {
      const PmQuote *quote = quotes->pdata[i - 1];
      g_autoptr (PmQuote) taken = NULL;

      if (!is_about (words, quote->span))
        continue;
      taken = g_ptr_array_steal_index (quotes, i - 1);
      if (best != NULL && measure_common (best->span, words) > measure_common (taken->span, words))
        continue;
      g_clear_pointer (&best, pm_quote_free);
      best = g_steal_pointer (&taken);
    }
  return g_steal_pointer (&best);
}

static gboolean
goes_by (const PmEntity *entity, const char *key, gboolean by_alias)
{
  g_autofree char *own = pm_entity_name_dup_key (entity->name);

  if (!by_alias)
    return strcmp (own, key) == 0;
  for (guint i = 0; i < entity->aliases->len; i++)
    {
      g_autofree char *alias = pm_entity_name_dup_key (entity->aliases->pdata[i]);

      if (strcmp (alias, key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: its place among @entities, or -1. Who has @name as the whole one goes before who has it
 * as one of several: an entity that was renamed still goes by the name it had. */
static int
find_entity (GPtrArray *entities, const char *name)
{
  g_autofree char *key = pm_entity_name_dup_key (name);

  for (int by_alias = 0; by_alias < 2; by_alias++)
    for (guint i = 0; i < entities->len; i++)
      if (goes_by (entities->pdata[i], key, by_alias))
        return (int) i;
  return -1;
}

/* What found the speaker is no evidence for somebody else. */
static void
give_speaker (PmQuote *quote, const char *speaker, GPtrArray *entities)
{
  int entity = speaker != NULL ? find_entity (entities, speaker) : -1;
  const char *name = entity >= 0 ? ((const PmEntity *) entities->pdata[entity])->name : speaker;
  gboolean is_same = entity >= 0 ? quote->entity == entity
                                 : quote->entity < 0 && g_strcmp0 (quote->speaker_name, name) == 0;

  quote->confidence = 1;
  if (is_same)
    return;
  quote->entity = entity;
  g_free (quote->speaker_name);
  quote->speaker_name = g_strdup (name);
  g_clear_pointer (&quote->rule, g_free);
  quote->speaker = (PmSpan){ 0, 0 };
}

static void
apply (const PmQuoteVerdict *verdict, PmAnalysis *outcome)
{
  PmQuote *quote = steal_quote (outcome->quotes, verdict->span);
  g_autoptr (PmQuote) refused = steal_quote (outcome->refused, verdict->span);

  if (quote == NULL)
    quote = g_steal_pointer (&refused);
  if (quote == NULL && verdict->verdict == PM_VERDICT_NO_QUOTE)
    return;
  if (quote == NULL)
    quote = pm_quote_new (verdict->kind, verdict->span);
  quote->span = verdict->span;
  quote->verdict = verdict->verdict;
  if (verdict->verdict == PM_VERDICT_NO_QUOTE)
    {
      g_ptr_array_add (outcome->refused, quote);
      return;
    }
  give_speaker (quote, verdict->speaker, outcome->entities);
  g_ptr_array_add (outcome->quotes, quote);
}

static int
compare_quotes (gconstpointer a, gconstpointer b)
{
  return pm_span_compare (&(*(const PmQuote *const *) a)->span,
                          &(*(const PmQuote *const *) b)->span);
}

static void
share (GPtrArray **to, GPtrArray *from)
{
  g_ptr_array_unref (*to);
  *to = g_ptr_array_ref (from);
}

PmAnalysis *
pm_quote_verdicts_apply (GPtrArray *verdicts, PmAnalysis *analysis, PmDocument *document)
{
  g_autoptr (PmAnalysis) outcome = NULL;

  if (verdicts->len == 0)
    return pm_analysis_ref (analysis);
  outcome = pm_analysis_new ();
  share (&outcome->entities, analysis->entities);
  share (&outcome->sources, analysis->sources);
  share (&outcome->hidden, analysis->hidden);
  for (guint i = 0; i < analysis->quotes->len; i++)
    g_ptr_array_add (outcome->quotes, pm_quote_copy (analysis->quotes->pdata[i]));
  for (guint i = 0; i < verdicts->len; i++)
    {
      PmQuoteVerdict *verdict = verdicts->pdata[i];

      if (pm_anchor_find (verdict->anchor, pm_document_get_text (document),
                          pm_document_get_length (document), &verdict->span))
        apply (verdict, outcome);
    }
  g_ptr_array_sort (outcome->quotes, compare_quotes);
  g_ptr_array_sort (outcome->refused, compare_quotes);
  return g_steal_pointer (&outcome);
}

const PmQuoteVerdict *
pm_quote_verdicts_find (GPtrArray *verdicts, const PmQuote *quote)
{
  for (guint i = verdicts->len; i > 0; i--)
    {
      const PmQuoteVerdict *verdict = verdicts->pdata[i - 1];

      if (verdict->span.start == quote->span.start && verdict->span.end == quote->span.end)
        return verdict;
    }
  return NULL;
}
