/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include "pm-notice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The report as Markdown with YAML front matter, in the keys that Obsidian's clipper writes. */

/* A double-quoted scalar (YAML 1.2.2 §7.3.1): the one form that holds everything. */
static void
append_yaml (GString *out, const char *string)
{
  g_string_append_c (out, '"');
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", (int) c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
  g_string_append_c (out, '"');
}

static void
append_field (GString *out, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "%s: ", key);
  append_yaml (out, value);
  g_string_append_c (out, '\n');
}

/* Dates stand bare: that is what makes them dates. */
static void
append_day (GString *out, const char *key, const char *date)
{
  int parts[3];

  if (_pm_bundle_parse_date (date, parts) == 3)
    g_string_append_printf (out, "%s: %04d-%02d-%02d\n", key, parts[0], parts[1], parts[2]);
  else
    append_field (out, key, date);
}

/* A tag has no spaces and is not a number. */
static void
append_tags (GString *out, GPtrArray *tags)
{
  if (tags->len > 0)
    g_string_append (out, "tags:\n");
  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *tag = g_strdelimit (g_strdup (tags->pdata[i]), " \t\n#,", '-');

      if (tag[strspn (tag, "0123456789")] == '\0')
        {
          char *longer = g_strconcat ("n", tag, NULL);

          g_free (tag);
          tag = longer;
        }
      g_string_append (out, "  - ");
      append_yaml (out, tag);
      g_string_append_c (out, '\n');
    }
}

static void
append_front_matter (GString *out, PmRecord *record)
{
  PmArticle *article = record->article;
  PmDocument *document = record->document;
  g_autofree char *added = _pm_bundle_format_time (article->added, FALSE);
  g_autoptr (GPtrArray) authors = _pm_bundle_split_byline (article->byline);

  g_string_append (out, "---\n");
  append_field (out, "title", article->title);
  append_field (out, "source", _pm_bundle_get_url (record));
  if (authors->len > 0)
    g_string_append (out, "author:\n");
  for (guint i = 0; i < authors->len; i++)
    {
      g_string_append (out, "  - ");
      append_yaml (out, authors->pdata[i]);
      g_string_append_c (out, '\n');
    }
  append_field (out, "outlet", article->outlet);
  append_day (out, "published", article->published);
  append_day (out, "created", added);
  append_field (out, "description",
                document != NULL ? pm_document_get_meta (document, PM_META_SUMMARY) : NULL);
  append_tags (out, article->tags);
  g_string_append (out, "---\n\n");
}

static void
append_heading (GString *out, const char *marks, const char *text)
{
  g_string_append_printf (out, "%s ", marks);
  _pm_bundle_markdown_escape (out, text, -1);
  g_string_append (out, "\n\n");
}

/* A line of the report's own: a term and its value. */
static void
append_line (GString *out, const char *term, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "- %s: ", term);
  _pm_bundle_markdown_escape (out, value, -1);
  g_string_append_c (out, '\n');
}

static void
append_origin (GString *out, PmRecord *record)
{
  PmArticle *article = record->article;
  PmPage *page = record->page;
  g_autofree char *fetched = page != NULL ? _pm_bundle_format_time (page->fetched, FALSE) : NULL;

  append_line (out, _ ("Outlet"), article->outlet);
  append_line (out, _ ("By"), article->byline);
  append_line (out, _ ("Published"), article->published);
  g_string_append_printf (out, "- %s: ", _ ("Address"));
  _pm_bundle_markdown_address (out, _pm_bundle_get_url (record));
  g_string_append_c (out, '\n');
  append_line (out, _ ("Fetched"), fetched);
  append_line (out, "SHA-256", page != NULL ? page->body_sha256 : NULL);
  append_line (out, _ ("Failed"), article->error);
  if (record->document != NULL)
    append_line (out, _ ("Notice"),
                 pm_notice_get_sentence (pm_document_get_meta (record->document, PM_META_NOTICE)));
  g_string_append_c (out, '\n');
}

/* Every line of @text behind @prefix. */
static void
append_prefixed (GString *out, const char *prefix, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (out, prefix);
      _pm_bundle_markdown_escape (out, lines[i], -1);
      g_string_append (out, lines[i + 1] != NULL && *lines[i] != '\0' ? "\\\n" : "\n");
    }
  g_string_append_c (out, '\n');
}

static void
append_highlight (GString *out, PmHighlight *highlight)
{
  append_prefixed (out, "> ", highlight->anchor->exact);
  g_string_append_printf (out, "%s", pm_color_to_string (highlight->color));
  for (guint i = 0; i < highlight->tags->len; i++)
    {
      g_string_append (out, i == 0 ? " · " : ", ");
      _pm_bundle_markdown_escape (out, highlight->tags->pdata[i], -1);
    }
  g_string_append (out, "\n\n");
  if (highlight->note != NULL)
    append_prefixed (out, "", highlight->note);
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
        append_heading (out, "##", title);
      some = TRUE;
      append_highlight (out, highlight);
    }
}

static void
append_entities (GString *out, PmAnalysis *analysis, PmEntityType type)
{
  gboolean some = FALSE;

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      PmEntity *entity = analysis->entities->pdata[i];

      if (entity->type != type)
        continue;
      if (!some)
        append_heading (out, "###", _ (_pm_bundle_entity_titles[type]));
      some = TRUE;
      g_string_append (out, "- ");
      _pm_bundle_markdown_escape (out, entity->name, -1);
      g_string_append_printf (out, " (%u)\n", entity->mentions->len);
    }
  if (some)
    g_string_append_c (out, '\n');
}

static void
append_quotes (GString *out, PmAnalysis *analysis, PmDocument *document)
{
  if (analysis->quotes->len > 0)
    append_heading (out, "##", _ ("Quotes"));
  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      PmQuote *quote = analysis->quotes->pdata[i];
      g_autofree char *words = pm_document_dup_span (document, quote->span);
      g_autofree char *cue = pm_document_dup_span (document, quote->cue);

      g_string_append (out, "- ");
      _pm_bundle_markdown_escape (out, words != NULL ? words : "", -1);
      g_string_append (out, " — ");
      _pm_bundle_markdown_escape (out,
                                  quote->speaker_name != NULL ? quote->speaker_name
                                                              : _ ("speaker not known"),
                                  -1);
      g_string_append (out, cue != NULL && *cue != '\0' ? ", " : "");
      _pm_bundle_markdown_escape (out, cue != NULL ? cue : "", -1);
      g_string_append_printf (out, " (%s)\n", pm_quote_kind_to_string (quote->kind));
    }
  if (analysis->quotes->len > 0)
    g_string_append_c (out, '\n');
}

static void
append_sources (GString *out, PmAnalysis *analysis)
{
  if (analysis->sources->len > 0)
    append_heading (out, "##", _ ("Sources"));
  for (guint i = 0; i < analysis->sources->len; i++)
    {
      PmSource *source = analysis->sources->pdata[i];

      g_string_append (out, "- ");
      _pm_bundle_markdown_escape (out, source->name != NULL ? source->name : "", -1);
      g_string_append_printf (out, " (%s)", pm_source_kind_to_string (source->kind));
      if (source->url != NULL)
        {
          g_string_append (out, ": ");
          _pm_bundle_markdown_address (out, source->url);
        }
      g_string_append_c (out, '\n');
    }
  if (analysis->sources->len > 0)
    g_string_append_c (out, '\n');
}

static void
write_article (PmPartState *state, PmBundleItem *item, GString *out)
{
  PmRecord *record = item->record;

  /* One article is a note of its own; several are the sections of one. */
  if (item->bundle->articles->len == 1)
    append_front_matter (out, record);
  append_heading (out, "#", record->article->title);
  append_origin (out, record);
  if (record->article->note != NULL)
    append_prefixed (out, "", record->article->note);
  append_highlights (out, record->highlights, FALSE, _ ("Highlights"));
  append_highlights (out, record->highlights, TRUE, _ ("Highlights no longer in the text"));
  if (record->document == NULL)
    return;
  append_heading (out, "##", _ ("Text"));
  _pm_bundle_markdown_text (item, out);
  if (record->analysis == NULL)
    return;
  if (record->analysis->entities->len > 0)
    append_heading (out, "##", _ ("Entities"));
  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    append_entities (out, record->analysis, type);
  append_quotes (out, record->analysis, record->document);
  append_sources (out, record->analysis);
}

static void
write_head (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_autofree char *created = _pm_bundle_format_time (bundle->created, FALSE);

  if (bundle->articles->len == 1)
    return;
  g_string_append (out, "---\n");
  append_field (out, "title", bundle->title);
  append_day (out, "created", created);
  g_string_append (out, "---\n\n");
}

static void
write_tail (PmPartState *state, PmBundle *bundle, GString *out)
{
}

const PmBundlePart _pm_bundle_markdown_part = { "report.md", 0, write_article, write_head,
                                                write_tail };

PM_BUNDLE_WRITE (_pm_bundle_write_markdown)
{
  return _pm_bundle_write_part (&_pm_bundle_markdown_part, bundle, stream, progress, progress_data,
                                cancellable, error);
}
