/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* In order, within the text, between characters; those within a block wholly. */
static gboolean
has_sound_marks (PmDocument *document)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);
  PmSpan block = { 0, 0 };

  for (gsize i = 0; i < n_marks; i++)
    {
      g_autofree char *words = pm_document_dup_span (document, marks[i].span);
      gboolean is_block = pm_mark_is_block (&marks[i]);

      if (words == NULL ||
          (is_block ? marks[i].span.start < block.end : !pm_span_contains (block, marks[i].span)))
        return FALSE;
      block = is_block ? marks[i].span : block;
    }
  return TRUE;
}

/* Any bytes are a document that keeps the rules or an error; the first byte chooses what the server
 * called them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const charsets[] = { NULL,     "utf-8", "iso-8859-1", "shift_jis",
                                          "utf-16", "gbk",   "no-such",    "" };
  g_autoptr (PmPage) page = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GPtrArray) images = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;
  page = pm_page_new (data[0] & 0x40 ? "file:///a/b.html" : "https://example.com/a/b?c");
  body = g_bytes_new (data + 1, size - 1);
  page->content_type = g_strdup (data[0] & 0x80 ? "text/plain" : "text/html");
  page->charset = g_strdup (charsets[data[0] % G_N_ELEMENTS (charsets)]);
  pm_page_set_body (page, body, NULL, NULL);
  document = pm_extract (page, &error);
  if ((document == NULL) == (error == NULL))
    abort ();
  if (document != NULL && !has_sound_marks (document))
    abort ();
  if (document != NULL &&
      (!g_utf8_validate (pm_document_get_text (document), -1, NULL) ||
       strlen (pm_document_get_text (document)) != pm_document_get_length (document)))
    abort ();
  if (document != NULL)
    images = pm_extract_images (page, document);
  return 0;
}
