/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <glib/gi18n-lib.h>

/* What the three panels show beside an article, as lists below it. */

const char *const _pm_bundle_entity_titles[PM_N_ENTITY_TYPES] = { N_ ("People"),
                                                                  N_ ("Organisations"),
                                                                  N_ ("Places"), N_ ("Other") };

static void
append_heading (GString *out, int level, const char *text)
{
  g_string_append_printf (out, "<h%d>", level);
  _pm_bundle_append_escaped (out, text, -1);
  g_string_append_printf (out, "</h%d>\n", level);
}

static void
append_entity (GString *out, PmEntity *entity)
{
  g_string_append (out, "<li><bdi>");
  _pm_bundle_append_escaped (out, entity->name, -1);
  g_string_append_printf (out, "</bdi> <span class=\"n\">× %u", entity->mentions->len);
  for (guint i = 0; i < entity->aliases->len; i++)
    {
      g_string_append (out, i == 0 ? " · " : ", ");
      _pm_bundle_append_escaped (out, entity->aliases->pdata[i], -1);
    }
  g_string_append (out, "</span></li>\n");
}

static void
append_entities (GString *out, GPtrArray *entities, PmEntityType type)
{
  gboolean some = FALSE;

  for (guint i = 0; i < entities->len; i++)
    {
      PmEntity *entity = entities->pdata[i];

      if (entity->type != type)
        continue;
      if (!some)
        {
          append_heading (out, 4, _ (_pm_bundle_entity_titles[type]));
          g_string_append (out, "<ul>\n");
        }
      some = TRUE;
      append_entity (out, entity);
    }
  if (some)
    g_string_append (out, "</ul>\n");
}

static void
append_quote (GString *out, PmDocument *document, PmQuote *quote)
{
  g_autofree char *words = pm_document_dup_span (document, quote->span);
  g_autofree char *cue = pm_document_dup_span (document, quote->cue);

  g_string_append (out, "<li><bdi>");
  _pm_bundle_append_escaped (out, words != NULL ? words : "", -1);
  g_string_append (out, "</bdi><br><span class=\"kind\">— <bdi>");
  _pm_bundle_append_escaped (out,
                             quote->speaker_name != NULL ? quote->speaker_name
                                                         : _ ("speaker not known"),
                             -1);
  g_string_append (out, "</bdi>");
  if (cue != NULL && *cue != '\0')
    {
      g_string_append (out, ", <bdi>");
      _pm_bundle_append_escaped (out, cue, -1);
      g_string_append (out, "</bdi>");
    }
  g_string_append_printf (out, " (%s)</span></li>\n", pm_quote_kind_to_string (quote->kind));
}

static void
append_source (GString *out, PmSource *source)
{
  g_string_append (out, "<li><bdi>");
  if (_pm_bundle_is_link (source->url))
    {
      g_string_append (out, "<a rel=\"noreferrer\" href=\"");
      _pm_bundle_append_escaped (out, source->url, -1);
      g_string_append (out, "\">");
    }
  _pm_bundle_append_escaped (out, source->name != NULL ? source->name : "", -1);
  g_string_append (out, _pm_bundle_is_link (source->url) ? "</a></bdi>" : "</bdi>");
  g_string_append_printf (out, " <span class=\"kind\">%s", pm_source_kind_to_string (source->kind));
  if (source->url != NULL)
    {
      g_string_append (out, " · ");
      _pm_bundle_append_escaped (out, source->url, -1);
    }
  g_string_append (out, "</span></li>\n");
}

static void
append_sources (GString *out, GPtrArray *sources, gboolean linked, const char *title)
{
  gboolean some = FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      PmSource *source = sources->pdata[i];

      if ((source->url != NULL) != linked)
        continue;
      if (!some)
        {
          append_heading (out, 4, title);
          g_string_append (out, "<ul>\n");
        }
      some = TRUE;
      append_source (out, source);
    }
  if (some)
    g_string_append (out, "</ul>\n");
}

void
_pm_bundle_html_findings (PmBundleItem *item, GString *out)
{
  PmAnalysis *analysis = item->record->analysis;

  if (analysis == NULL || item->record->document == NULL)
    return;
  if (analysis->entities->len > 0)
    append_heading (out, 3, _ ("Entities"));
  for (guint type = 0; type < PM_N_ENTITY_TYPES; type++)
    append_entities (out, analysis->entities, type);
  if (analysis->quotes->len > 0)
    {
      append_heading (out, 3, _ ("Quotes"));
      g_string_append (out, "<ul>\n");
      for (guint i = 0; i < analysis->quotes->len; i++)
        append_quote (out, item->record->document, analysis->quotes->pdata[i]);
      g_string_append (out, "</ul>\n");
    }
  if (analysis->sources->len > 0)
    append_heading (out, 3, _ ("Sources"));
  append_sources (out, analysis->sources, TRUE, _ ("Linked"));
  append_sources (out, analysis->sources, FALSE, _ ("Named"));
}
