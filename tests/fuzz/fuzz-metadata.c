/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define PROSE                                                                                      \
  "<p>The harbour master said on Monday that the tide gauge had been an hour slow since the "      \
  "clocks "                                                                                        \
  "changed, and that nobody had noticed.</p><p>The council, which pays for the gauge, asked for "  \
  "a "                                                                                             \
  "report before the end of the week.</p>"

/* What follows the next line end is the next one. */
static char *
take_line (const char **at)
{
  gsize length = strcspn (*at, "\n");
  g_autofree char *line = g_strndup (*at, length);

  *at += length + ((*at)[length] == '\n');
  return g_markup_escape_text (line, -1);
}

/* Lines for a title, an author, a date, a byline and a date in words, an address, and then JSON-LD:
 * every parser of metadata gets some. What is found is text, and says where it was found. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *copy = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (copy, -1);
  const char *at = text;
  g_autofree char *title = take_line (&at);
  g_autofree char *author = take_line (&at);
  g_autofree char *date = take_line (&at);
  g_autofree char *byline = take_line (&at);
  g_autofree char *words = take_line (&at);
  g_autofree char *path = take_line (&at);
  g_autofree char *url = g_strconcat ("https://example.com/", path, NULL);
  g_autofree char *html = g_strdup_printf (
      "<!doctype html><title>%s</title><meta name=author content=\"%s\">"
      "<meta property=article:published_time content=\"%s\"><link rel=canonical href=\"%s\">"
      "<script type=application/ld+json>%s</script><article><h1>%s</h1><p class=byline>%s</p>"
      "<time>%s</time>" PROSE "</article>",
      title, author, date, url, at, title, byline, words);
  g_autoptr (PmPage) page = pm_page_new (url);
  g_autoptr (GBytes) body = g_bytes_new (html, strlen (html));
  g_autoptr (PmDocument) document = NULL;

  page->content_type = g_strdup ("text/html");
  page->charset = g_strdup ("utf-8");
  pm_page_set_body (page, body, NULL, NULL);
  document = pm_extract (page, NULL);
  for (guint field = 0; document != NULL && field < PM_N_META; field++)
    {
      const char *value = pm_document_get_meta (document, field);

      if (value != NULL && (!g_utf8_validate (value, -1, NULL) || *value == '\0' ||
                            pm_document_get_meta_key (document, field) == NULL))
        abort ();
    }
  return 0;
}
