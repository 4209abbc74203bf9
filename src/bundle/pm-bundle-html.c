/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include "pm-direction.h"
#include "pm-notice.h"

#include <glib/gi18n-lib.h>

/* The report for people: one file, no script, nothing loaded from elsewhere. */

static void
append_tag (GString *out, const char *tag, const char *text)
{
  g_string_append_printf (out, "<%s>", tag);
  _pm_bundle_append_escaped (out, text, -1);
  g_string_append_printf (out, "</%s>", tag);
}

static void
append_link (GString *out, const char *url)
{
  if (!_pm_bundle_is_link (url))
    {
      _pm_bundle_append_escaped (out, url, -1);
      return;
    }
  g_string_append (out, "<a rel=\"noreferrer\" href=\"");
  _pm_bundle_append_escaped (out, url, -1);
  g_string_append (out, "\">");
  _pm_bundle_append_escaped (out, url, -1);
  g_string_append (out, "</a>");
}

/* "The Example · Anna Ruiz · 2025-01-30" */
static void
append_meta (GString *out, PmArticle *article)
{
  const char *parts[] = { article->outlet, article->byline, article->published };
  gboolean some = FALSE;

  g_string_append (out, "<p class=\"meta\">");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int date[3];

      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (some)
        g_string_append (out, " · ");
      some = TRUE;
      /* Of a time the day is enough here; a time element keeps it whole. */
      if (i == 2 && _pm_bundle_parse_date (parts[i], date) == 3)
        {
          g_string_append (out, "<time datetime=\"");
          _pm_bundle_append_escaped (out, parts[i], -1);
          g_string_append_printf (out, "\">%04d-%02d-%02d</time>", date[0], date[1], date[2]);
        }
      else
        append_tag (out, "bdi", parts[i]);
    }
  g_string_append (out, "</p>\n");
}

static void
append_term (GString *out, const char *term, const char *value)
{
  if (value == NULL)
    return;
  append_tag (out, "dt", term);
  append_tag (out, "dd", value);
}

static void
append_origin (GString *out, PmRecord *record)
{
  PmPage *page = record->page;
  g_autofree char *added = _pm_bundle_format_time (record->article->added, FALSE);
  g_autofree char *fetched = page != NULL ? _pm_bundle_format_time (page->fetched, FALSE) : NULL;

  g_string_append (out, "<div class=\"origin\"><dl>");
  append_tag (out, "dt", _ ("Address"));
  g_string_append (out, "<dd>");
  append_link (out, _pm_bundle_get_url (record));
  g_string_append (out, "</dd>");
  append_term (out, _ ("Added"), added);
  append_term (out, _ ("Fetched"), fetched);
  append_term (out, "SHA-256", page != NULL ? page->body_sha256 : NULL);
  append_term (out, _ ("Failed"), record->article->error);
  if (record->document != NULL)
    append_term (out, _ ("Notice"),
                 pm_notice_get_sentence (pm_document_get_meta (record->document, PM_META_NOTICE)));
  g_string_append (out, "</dl></div>\n");
}

static void
append_tags (GString *out, GPtrArray *tags)
{
  if (tags->len == 0)
    return;
  g_string_append (out, "<p class=\"tags\">");
  for (guint i = 0; i < tags->len; i++)
    {
      g_string_append (out, "<span class=\"tag\">");
      _pm_bundle_append_escaped (out, tags->pdata[i], -1);
      g_string_append (out, "</span>");
    }
  g_string_append (out, "</p>\n");
}

static void
append_note (GString *out, const char *note)
{
  if (note == NULL)
    return;
  g_string_append (out, "<p class=\"note\" dir=\"auto\">");
  _pm_bundle_append_escaped (out, note, -1);
  g_string_append (out, "</p>\n");
}

static void
append_highlights (GString *out, GPtrArray *highlights, gboolean orphans, const char *title)
{
  gboolean some = FALSE;

  for (guint i = 0; i < highlights->len; i++)
    {
      PmHighlight *highlight = highlights->pdata[i];

      if (highlight->orphan != orphans)
        continue;
      if (!some)
        {
          append_tag (out, "h3", title);
          g_string_append (out, "\n<ul class=\"highlights\">\n");
        }
      some = TRUE;
      g_string_append_printf (out, "<li class=\"%s\" dir=\"auto\">",
                              pm_color_to_string (highlight->color));
      if (!orphans)
        {
          g_string_append (out, "<a href=\"#h-");
          _pm_bundle_append_escaped (out, highlight->uuid, -1);
          g_string_append (out, "\" title=\"");
          _pm_bundle_append_escaped (out, _ ("Show in the text"), -1);
          g_string_append (out, "\">↑</a> ");
        }
      append_tag (out, "q", highlight->anchor->exact);
      append_note (out, highlight->note);
      append_tags (out, highlight->tags);
      g_string_append (out, "</li>\n");
    }
  if (some)
    g_string_append (out, "</ul>\n");
}

static void
write_article (PmPartState *state, PmBundleItem *item, GString *out)
{
  PmRecord *record = item->record;
  PmArticle *article = record->article;

  g_string_append_printf (state->contents, "<li><a href=\"#a-%u\">", item->number);
  _pm_bundle_append_escaped (state->contents, article->title, -1);
  g_string_append (state->contents, "</a></li>\n");

  g_string_append_printf (out, "<article id=\"a-%u\"", item->number);
  if (article->language != NULL)
    {
      g_string_append (out, " lang=\"");
      _pm_bundle_append_escaped (out, article->language, -1);
      g_string_append_c (out, '"');
    }
  g_string_append_printf (out, " dir=\"%s\">\n<h2>",
                          pm_direction_is_rtl (record->document != NULL
                                                   ? pm_document_get_text (record->document)
                                                   : article->title)
                              ? "rtl"
                              : "ltr");
  _pm_bundle_html_title (item, out);
  g_string_append (out, "</h2>\n");
  append_meta (out, article);
  append_origin (out, record);
  append_tags (out, article->tags);
  append_note (out, article->note);
  if (record->document != NULL)
    _pm_bundle_html_text (item, out);
  g_string_append_printf (out, "<aside lang=\"%s\" dir=\"%s\">\n",
                          C_ ("the code of the language you translate to", "en"),
                          pm_direction_is_rtl (_ ("Highlights")) ? "rtl" : "ltr");
  append_highlights (out, record->highlights, FALSE, _ ("Highlights"));
  append_highlights (out, record->highlights, TRUE, _ ("Highlights no longer in the text"));
  _pm_bundle_html_findings (item, out);
  g_string_append (out, "</aside>\n</article>\n");
}

static void
write_head (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_autofree char *created = _pm_bundle_format_time (bundle->created, FALSE);
  g_autofree char *count = g_strdup_printf (ngettext ("%u article", "%u articles",
                                                      state->n_articles),
                                            state->n_articles);

  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
                          C_ ("the code of the language you translate to", "en"));
  g_string_append (out, "<meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                        "'none'; style-src 'unsafe-inline'; img-src data:\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, "
                        "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                        "<meta name=\"generator\" content=\"" PM_BUNDLE_AGENT "\">\n");
  append_tag (out, "title", bundle->title);
  g_string_append_printf (out, "\n<style>\n%s</style>\n</head>\n<body>\n<header class=\"report\">",
                          _pm_bundle_html_style);
  append_tag (out, "h1", bundle->title);
  g_string_append (out, "\n<p class=\"meta\">");
  _pm_bundle_append_escaped (out, count, -1);
  if (created != NULL)
    g_string_append_printf (out, " · <time>%s</time>", created);
  g_string_append (out, "</p>\n");
  if (state->n_articles > 1)
    {
      g_string_append (out, "<nav>");
      append_tag (out, "h3", _ ("Contents"));
      g_string_append_printf (out, "\n<ol>\n%s</ol>\n</nav>\n", state->contents->str);
    }
  g_string_append (out, "</header>\n<main>\n");
}

static void
write_tail (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_string_append (out, "</main>\n<footer>" PM_BUNDLE_AGENT "</footer>\n</body>\n</html>\n");
}

const PmBundlePart _pm_bundle_html_part = { "report.html", PM_BUNDLE_IMAGES, write_article,
                                            write_head, write_tail };

PM_BUNDLE_WRITE (_pm_bundle_write_html)
{
  return _pm_bundle_write_part (&_pm_bundle_html_part, bundle, stream, progress, progress_data,
                                cancellable, error);
}
