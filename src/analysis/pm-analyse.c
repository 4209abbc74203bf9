/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analyse.h"

#include "pm-tagger-private.h"

#include <string.h>

typedef struct
{
  const char *id;
  void (*analyse) (PmContext *self);
} Analyser;

/* In the order in which they lean on each other. */
static const Analyser analysers[] = {
  { "entities", _pm_entities_analyse },
  { "quotes", _pm_quotes_analyse },
  { "sources", _pm_sources_analyse },
};

char *
_pm_context_fold (PmContext *self, PmTokenRange range)
{
  GString *key = g_string_new (NULL);
  char word[128];

  for (guint i = range.first; i < range.end; i++)
    {
      const PmToken *token = &self->tokens->tokens[i];
      gsize length = pm_span_length (token->span);

      if (i > range.first && token->gap != PM_GAP_NONE)
        g_string_append_c (key, ' ');
      if (pm_lexicon_fold (self->tokens->text + token->span.start, length, word, sizeof word))
        g_string_append (key, word);
      else
        g_string_append_len (key, self->tokens->text + token->span.start, length);
    }
  return g_string_free (key, FALSE);
}

PmMention *
_pm_context_get_mention (PmContext *self, guint at)
{
  if (at >= self->tokens->n_tokens || self->mention_at[at] == 0)
    return NULL;
  return &g_array_index (self->mentions, PmMention, self->mention_at[at] - 1);
}

static const char *
get_language (PmDocument *document)
{
  const char *language = pm_document_get_meta (document, PM_META_LANGUAGE);

  return language != NULL ? language : "en";
}

/* @code: (out): BCP 47, the language alone */
static void
read_code (const char *language, char code[4])
{
  memset (code, 0, 4);
  for (guint i = 0; i < 3 && g_ascii_isalpha (language[i]); i++)
    code[i] = g_ascii_tolower (language[i]);
}

gboolean
pm_analyse_guesses (PmDocument *document)
{
  const char *language = get_language (document);
  char code[4];

  read_code (language, code);
  return pm_language_find (language) == NULL && _pm_tagger_get (code) == NULL;
}

void
_pm_context_init (PmContext *self, PmDocument *document, const char *language)
{
  if (language == NULL)
    language = get_language (document);
  self->document = document;
  self->language = pm_language_find (language);
  read_code (language, self->code);
  self->lexicon = pm_lexicon_get (self->language);
  self->tokens = pm_tokens_new (document, self->lexicon);
  self->analysis = pm_analysis_new ();
  self->mentions = g_array_new (FALSE, FALSE, sizeof (PmMention));
  self->mention_at = g_new0 (guint, self->tokens->n_tokens + 1);
}

void
_pm_context_clear (PmContext *self)
{
  g_free (self->mention_at);
  g_array_unref (self->mentions);
  pm_tokens_free (self->tokens);
}

PmAnalysis *
_pm_analyse_traced (PmDocument *document, const char *language, GArray *trace)
{
  PmContext self = { .trace = trace };

  _pm_context_init (&self, document, language);
  for (gsize i = 0; i < G_N_ELEMENTS (analysers); i++)
    analysers[i].analyse (&self);
  _pm_context_clear (&self);
  return self.analysis;
}

PmAnalysis *
pm_analyse (PmDocument *document, const char *language)
{
  return _pm_analyse_traced (document, language, NULL);
}
