/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analyse.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *const languages[] = { "en", "de", "fr", "es", "ru", "pt", "sv", "xx" };

static void
check_span (PmSpan span, gsize length)
{
  if (span.start > span.end || span.end > length)
    abort ();
}

/* An article of any bytes: what is found stands within it, and no words are quoted twice. The first
 * byte says in which language. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *language = languages[size > 0 ? data[0] % G_N_ELEMENTS (languages) : 0];
  g_autofree char *text = g_utf8_make_valid ((const char *) data + (size > 0), size - (size > 0));
  gsize length = strlen (text);
  g_autoptr (PmDocument) document = pm_document_new_plain (text, length);
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, language);
  gsize end = 0;

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PmEntity *entity = g_ptr_array_index (analysis->entities, i);

      for (guint k = 0; k < entity->mentions->len; k++)
        check_span (g_array_index (entity->mentions, PmSpan, k), length);
    }
  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = g_ptr_array_index (analysis->quotes, i);

      check_span (quote->span, length);
      check_span (quote->cue, length);
      check_span (quote->speaker, length);
      if (quote->span.start < end || quote->entity >= (int) analysis->entities->len)
        abort ();
      end = quote->span.end;
    }
  for (guint i = 0; i < analysis->sources->len; i++)
    check_span (((PmSource *) g_ptr_array_index (analysis->sources, i))->span, length);
  return 0;
}
