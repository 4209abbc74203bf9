/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-address-private.h"
#include "pm-composer-private.h"
#include "pm-decode-private.h"
#include "pm-language-private.h"
#include "pm-next-page-private.h"
#include "pm-notice.h"
#include "pm-part-private.h"
#include "pm-pdf-private.h"
#include "pm-plain-text-private.h"
#include "pm-verdict-private.h"

G_DEFINE_QUARK (pm_extract_error, pm_extract_error)

static const char *
judge (PmPart *part, PmDocument *document)
{
  return _pm_verdict_judge (document, &part->census, part->tree, part->json_ld, part->metadata,
                            part->saved->page->url);
}

static PmDocument *
compose (PmPart *part)
{
  return _pm_composer_compose (part->metadata->values[PM_META_TITLE], part->blocks);
}

static PmDocument *
extract_html (PmPart *part, PmPage *page, GError **error)
{
  g_autoptr (PmDocument) document = NULL;
  const char *notice;

  _pm_part_read (part, NULL, 1);
  document = compose (part);
  if (pm_document_get_length (document) == 0 || *pm_document_get_body (document) == '\0')
    {
      g_set_error_literal (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_EMPTY,
                           _ ("The page has no text."));
      return NULL;
    }
  notice = judge (part, document);
  /* The next page of a list is another list. */
  if (!pm_notice_is_article (notice))
    g_clear_pointer (&part->next, g_free);
  else if (page->next != NULL)
    {
      _pm_part_append_pages (part, page);
      pm_document_unref (document);
      document = compose (part);
    }
  _pm_metadata_store (part->metadata, document);
  pm_document_set_meta (document, PM_META_NEXT_PAGE, part->next, "a:next");
  pm_document_set_meta (document, PM_META_NOTICE, notice, "verdict");
  _pm_saved_name (part->saved, document);
  return g_steal_pointer (&document);
}

/* Servers call HTML plain text now and then; nobody begins a text with a doctype. */
static gboolean
is_plain (PmPage *page, const char *text)
{
  text += strspn (text, " \t\n");
  return g_strcmp0 (page->content_type, "text/plain") == 0 &&
         g_ascii_strncasecmp (text, "<!doctype html", 14) != 0 &&
         g_ascii_strncasecmp (text, "<html", 5) != 0;
}

static PmDocument *
extract_plain (PmPage *page, const char *text)
{
  PmDocument *document = _pm_plain_text_read (text);
  g_autofree char *host = _pm_address_dup_host (page->url);

  pm_document_set_meta (document, PM_META_OUTLET, host, "url:host");
  return document;
}

static PmDocument *
extract (PmPage *page, GError **error)
{
  g_auto (PmPart) part = { 0 };

  if (!_pm_part_open (&part, page, error))
    return NULL;
  if (is_plain (part.saved->page, part.text))
    return extract_plain (part.saved->page, part.text);
  return extract_html (&part, page, error);
}

PmDocument *
pm_extract (PmPage *page, GError **error)
{
  PmDocument *document;

  g_return_val_if_fail (page != NULL, NULL);
  document = page->content != NULL && _pm_pdf_is_one (page) ? _pm_pdf_read (page, error)
                                                            : extract (page, error);
  if (document != NULL)
    _pm_language_settle (document);
  return document;
}

void
pm_extract_prepare (void)
{
  _pm_decode_prepare ();
  _pm_next_page_prepare ();
  (void) _ ("The page is empty.");
}

char *
pm_extract_decode (PmPage *page, gsize *length, char **charset)
{
  return _pm_decode (page->content, page->charset, length, charset);
}
