/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-address-private.h"
#include "pm-byline-private.h"
#include "pm-composer-private.h"
#include "pm-extract.h"
#include "pm-markup-private.h"
#include "pm-pdf-text-private.h"

#define MAX_PAGES 2000
#define MAX_LINES 400000
#define MAX_TEXT (16 * 1024 * 1024)
#define MAX_TITLE 300

gboolean
_pm_pdf_is_one (PmPage *page)
{
  gsize length;
  const char *data = g_bytes_get_data (page->content, &length);

  return length >= 5 && memcmp (data, "%PDF-", 5) == 0;
}

static PopplerDocument *
open_pdf (PmPage *page, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (page->content, NULL, &cause);

  if (pdf != NULL)
    return pdf;
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_NOT_TEXT,
                         _ ("This PDF can only be opened with its password."));
  else
    g_set_error_literal (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_NOT_TEXT,
                         _ ("This PDF is damaged and cannot be read."));
  return NULL;
}

static gsize
count_bytes (GPtrArray *lines, guint from)
{
  gsize bytes = 0;

  for (guint i = from; i < lines->len; i++)
    bytes += ((PmPdfLine *) lines->pdata[i])->block->text->len;
  return bytes;
}

static GPtrArray *
read_lines (PopplerDocument *pdf, PmPage *page, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  int n_pages = poppler_document_get_n_pages (pdf);
  gsize bytes = 0;

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_pdf_line_free);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *at = poppler_document_get_page (pdf, i);
      guint before = lines->len;

      if (at != NULL)
        _pm_pdf_lines_read (lines, at, i, page->url);
      g_clear_object (&at);
      bytes += count_bytes (lines, before);
      if (n_pages > MAX_PAGES || bytes > MAX_TEXT || lines->len > MAX_LINES)
        {
          g_set_error_literal (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_TOO_LARGE,
                               _ ("This PDF is too long to be read."));
          return NULL;
        }
    }
  _pm_pdf_lines_drop_furniture (lines, n_pages);
  if (lines->len == 0)
    {
      g_set_error_literal (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_EMPTY,
                           _ ("This PDF has no text; it may be pictures of pages."));
      return NULL;
    }
  _pm_pdf_lines_mirror (lines);
  _pm_pdf_lines_order (lines);
  return g_steal_pointer (&lines);
}

/* What programs put there when nobody gave the document a title: a file's name, their own. */
static gboolean
is_title (const char *title)
{
  static const char *const endings[] = { ".doc",  ".docx", ".odt", ".rtf", ".pdf",  ".indd",
                                         ".qxd",  ".tex",  ".dvi", ".ppt", ".pptx", ".xls",
                                         ".xlsx", ".pub",  ".pmd", ".eps", ".wpd",  ".txt" };
  static const char *const starts[] = { "microsoft word", "microsoft powerpoint",
                                        "untitled",       "document",
                                        "slide ",         "powerpoint pres",
                                        "layout 1",       "title",
                                        "print" };
  g_autofree char *lower = g_utf8_strdown (title, -1);
  g_autofree char *folded = _pm_markup_fold (title);

  if (strlen (folded) < 4 || g_utf8_strlen (title, -1) > MAX_TITLE || strstr (title, "://") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (lower, starts[i]) && strchr (lower + strlen (starts[i]), ' ') == NULL)
      return FALSE;
  return !g_str_has_prefix (lower, "microsoft word - ");
}

/* Returns: (transfer full) (nullable): collapsed, without control characters. */
static char *
clean (char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
  char *collapsed = valid != NULL ? _pm_markup_collapse (valid) : NULL;

  for (char *at = collapsed; at != NULL && *at != '\0'; at++)
    if ((guchar) *at < ' ' || *at == 0x7f)
      *at = ' ';
  g_free (value);
  return collapsed;
}

/* @largest: (transfer full) (nullable): the largest text of the first page. */
static char *
choose_title (PopplerDocument *pdf, char *largest, const char **key)
{
  g_autofree char *given = clean (poppler_document_get_title (pdf));

  *key = "pdf:title";
  if (given != NULL && is_title (given))
    {
      g_free (largest);
      return g_steal_pointer (&given);
    }
  *key = "pdf:largest-text";
  return largest;
}

/* The title stands over the text, not in it. */
static void
drop_title (GPtrArray *blocks, const char *title)
{
  for (guint i = 0; title != NULL && i < blocks->len; i++)
    {
      const PmBlock *block = blocks->pdata[i];

      if (block->kind == PM_MARK_HEADING && _pm_markup_is_same (block->text->str, title))
        {
          g_ptr_array_remove_index (blocks, i);
          return;
        }
    }
}

static void
store_byline (PmDocument *document, PopplerDocument *pdf)
{
  g_autofree char *author = clean (poppler_document_get_author (pdf));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (author == NULL || strchr (author, '@') != NULL || strchr (author, '\\') != NULL)
    return;
  _pm_byline_add_names (names, author);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  /* A name of one word is that of an account. */
  if (strchr (joined, ' ') != NULL)
    pm_document_set_meta (document, PM_META_BYLINE, joined, "pdf:author");
}

/* @when: (transfer full) (nullable) */
static void
store_date (PmDocument *document, PmMetaField field, GDateTime *when, const char *key)
{
  g_autofree char *iso = when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%M:%S%:z") : NULL;

  pm_document_set_meta (document, field, iso, key);
  g_clear_pointer (&when, g_date_time_unref);
}

static void
store_metadata (PmDocument *document, PopplerDocument *pdf, PmPage *page)
{
  g_autofree char *host = _pm_address_dup_host (page->url);
  g_autofree char *url = _pm_address_resolve (NULL, page->url);

  store_byline (document, pdf);
  store_date (document, PM_META_PUBLISHED, poppler_document_get_creation_date_time (pdf),
              "pdf:creation-date");
  store_date (document, PM_META_MODIFIED, poppler_document_get_modification_date_time (pdf),
              "pdf:modification-date");
  pm_document_set_meta (document, PM_META_OUTLET, host, "url:host");
  pm_document_set_meta (document, PM_META_CANONICAL_URL, url, "url");
}

static PmDocument *
read_document (PopplerDocument *pdf, PmPage *page, GError **error)
{
  g_autoptr (GPtrArray) lines = read_lines (pdf, page, error);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *title = NULL;
  const char *key;
  char *largest;
  PmDocument *document;

  if (lines == NULL)
    return NULL;
  blocks = _pm_pdf_text_build (lines, &largest);
  title = choose_title (pdf, largest, &key);
  drop_title (blocks, title);
  document = _pm_composer_compose (title, blocks);
  pm_document_set_meta (document, PM_META_TITLE, title, key);
  store_metadata (document, pdf, page);
  return document;
}

PmDocument *
_pm_pdf_read (PmPage *page, GError **error)
{
  PopplerDocument *pdf = open_pdf (page, error);
  PmDocument *document = pdf != NULL ? read_document (pdf, page, error) : NULL;

  g_clear_object (&pdf);
  return document;
}
