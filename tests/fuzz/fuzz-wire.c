/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-wire-private.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What a worker that a page has taken over may answer: a document that keeps the rules, a sentence,
 * or nothing. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PmPage) page = _pm_wire_read_page (bytes);
  g_autoptr (GPtrArray) images = NULL;
  g_autofree char *message = NULL;
  g_autoptr (PmDocument) document = _pm_wire_read_answer (bytes, &images, &message);
  const PmMark *marks;
  gsize n_marks;

  if (page != NULL && (page->url == NULL || page->content == NULL))
    abort ();
  if (document == NULL)
    return 0;
  if (images == NULL || !g_utf8_validate (pm_document_get_text (document), -1, NULL))
    abort ();
  marks = pm_document_get_marks (document, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].span.start > marks[i].span.end ||
        marks[i].span.end > pm_document_get_length (document))
      abort ();
  return 0;
}
