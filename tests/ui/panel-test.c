/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel-test.h"

#include <string.h>

#include "pm-ui-resources.h"
#include "ui-test.h"

static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *value = g_variant_print (parameter, FALSE);

  g_ptr_array_add (data, g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), value));
}

PanelTest *
panel_test_new (PmRecord *record, const char *panel)
{
  static const struct
  {
    const char *name;
    const char *type;
  } actions[] = {
    { "go-to", "(tt)" }, { "mark", "a(tt)" }, { "open-article", "x" }, { "download", "as" },
    { "open-uri", "s" }, { "toast", "s" },    { "toast-undo", "s" },
  };
  PanelTest *self = g_new0 (PanelTest, 1);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, "About", "app.about");
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name,
                                                              G_VARIANT_TYPE (actions[i].type));

      g_signal_connect (action, "activate", G_CALLBACK (asked_cb), self->asked);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  self->window = adw_window_new ();
  self->inspector = PM_INSPECTOR (pm_inspector_new ());
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->inspector));
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (self->actions));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 372, 860);
  pm_inspector_set_menu (self->inspector, G_MENU_MODEL (menu));
  pm_inspector_set_panel (self->inspector, panel);
  pm_inspector_set_record (self->inspector, record);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  return self;
}

void
panel_test_free (PanelTest *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->actions);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

const char *
panel_test_last_asked (PanelTest *self)
{
  for (guint i = self->asked->len; i > 0; i--)
    if (!g_str_has_prefix (self->asked->pdata[i - 1], "mark"))
      return self->asked->pdata[i - 1];
  return NULL;
}

PmPanel *
panel_test_get_panel (PanelTest *self)
{
  return PM_PANEL (ui_test_find (self->window, PM_TYPE_PANEL, NULL, NULL));
}

static gboolean
is_filled (gpointer panel)
{
  return !pm_panel_is_filling (panel);
}

void
panel_test_wait (PanelTest *self)
{
  ui_test_wait (is_filled, panel_test_get_panel (self), "the rows");
  gtk_test_widget_wait_for_draw (self->window);
}

void
panel_test_collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    panel_test_collect (child, type, found);
}

GPtrArray *
panel_test_list_rows (PanelTest *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  panel_test_wait (self);
  panel_test_collect (self->window, PM_TYPE_ROW, rows);
  return rows;
}

void
panel_test_open_row (PmRow *row)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));

  gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
  g_signal_emit_by_name (list, "row-activated", row);
}

PmSpan
panel_test_find (const char *words, int nth)
{
  const char *at = PANEL_TEST_TEXT;

  for (int i = 0; i <= nth; i++)
    at = strstr (i > 0 ? at + 1 : at, words);
  return (PmSpan){ at - PANEL_TEST_TEXT, at - PANEL_TEST_TEXT + strlen (words) };
}

static void
add_mention (PmEntity *entity, PmSpan span)
{
  g_array_append_val (entity->mentions, span);
}

static void
add_entity (PmAnalysis *analysis,
            const char *name,
            PmEntityType type,
            const char *alias,
            int n_name,
            int n_alias)
{
  PmEntity *entity = pm_entity_new (name, type);

  for (int i = 0; i < n_name; i++)
    add_mention (entity, panel_test_find (name, i));
  if (alias)
    g_ptr_array_add (entity->aliases, g_strdup (alias));
  for (int i = 0; i < n_alias; i++)
    add_mention (entity, panel_test_find (alias, i));
  g_ptr_array_add (analysis->entities, entity);
}

static void
add_quote (PmAnalysis *analysis,
           PmQuoteKind kind,
           const char *words,
           const char *name,
           const char *speaker,
           int entity)
{
  PmQuote *quote = pm_quote_new (kind, panel_test_find (words, 0));

  quote->speaker_name = g_strdup (name);
  quote->speaker = speaker ? panel_test_find (speaker, 0) : (PmSpan){ 0, 0 };
  quote->cue = panel_test_find ("said", 0);
  quote->entity = entity;
  quote->rule = g_strdup ("cue");
  quote->confidence = 0.9;
  g_ptr_array_add (analysis->quotes, quote);
}

void
panel_test_add_highlight (PmRecord *record,
                          const char *words,
                          PmColor color,
                          const char *tag,
                          const char *note,
                          gboolean orphan)
{
  PmHighlight *highlight = pm_highlight_new (1, PANEL_TEST_TEXT, strlen (PANEL_TEST_TEXT),
                                             panel_test_find (words, 0));

  highlight->id = record->highlights->len + 1;
  highlight->color = color;
  if (tag)
    pm_highlight_add_tag (highlight, tag);
  pm_highlight_set_note (highlight, note);
  highlight->orphan = orphan;
  g_ptr_array_add (record->highlights, highlight);
}

static PmAnalysis *
analysis_new (void)
{
  PmAnalysis *analysis = pm_analysis_new ();

  add_entity (analysis, "Anna Berg", PM_ENTITY_PERSON, "Berg", 2, 1);
  add_entity (analysis, "Nordwire", PM_ENTITY_ORGANISATION, NULL, 1, 0);
  add_entity (analysis, "Oslo", PM_ENTITY_PLACE, NULL, 1, 0);
  add_quote (analysis, PM_QUOTE_DIRECT, "“We will not wait.”", "Anna Berg", "Anna Berg", 0);
  add_quote (analysis, PM_QUOTE_INDIRECT, "that the pipeline is shut", "Anna Berg", "Berg", 0);
  add_quote (analysis, PM_QUOTE_DIRECT, "“Nobody knows,”", NULL, "he", -1);
  g_ptr_array_add (analysis->sources,
                   pm_source_new (PM_SOURCE_AGENCY, panel_test_find ("told Nordwire", 0),
                                  "Nordwire", NULL));
  g_ptr_array_add (analysis->sources,
                   pm_source_new (PM_SOURCE_DOCUMENT, panel_test_find ("pipeline", 0), "pipeline",
                                  "https://a.example/report"));
  g_ptr_array_add (analysis->sources,
                   pm_source_new (PM_SOURCE_DOCUMENT, panel_test_find ("report", 0), "report",
                                  "https://a.example/report"));
  g_ptr_array_add (analysis->sources, pm_source_new (PM_SOURCE_OTHER, panel_test_find ("Oslo", 0),
                                                     "Oslo", "mailto:a@a.example"));
  return analysis;
}

static PmPage *
page_new (void)
{
  PmPage *page = pm_page_new ("https://news.example/a?utm_source=x");
  g_autoptr (GBytes) body = g_bytes_new_static ("<p>a</p>", 8);

  for (guint i = 0; i < 2; i++)
    {
      PmHop *hop = pm_hop_new (i == 0 ? "https://news.example/a?utm_source=x"
                                      : "https://news.example/a");

      hop->status = i == 0 ? 301 : 200;
      hop->address = g_strdup ("192.0.2.7:443");
      hop->tls_version = g_strdup ("TLS 1.3");
      hop->certificate_sha256 = g_strnfill (64, 'c');
      hop->response_headers = g_strdup (
          "Content-Length: 8\nLast-Modified: Thu, 15 Apr 2021 09:30:00 GMT\n");
      g_ptr_array_add (page->hops, hop);
    }
  g_free (page->url);
  page->url = g_strdup ("https://news.example/a");
  page->content_type = g_strdup ("text/html");
  page->fetched = G_GINT64_CONSTANT (1795446728000000);
  pm_page_set_body (page, body, NULL, NULL);
  return page;
}

PmRecord *
panel_test_record_new (void)
{
  PmArticle *article = pm_article_new ("https://news.example/a?utm_source=x");
  PmRecord *record = pm_record_new (article);

  article->id = 1;
  article->state = PM_ARTICLE_READY;
  article->note = g_strdup ("Ask for the report.");
  g_ptr_array_add (article->tags, g_strdup ("pipeline"));
  record->document = pm_document_new_plain (PANEL_TEST_TEXT, strlen (PANEL_TEST_TEXT));
  pm_document_set_meta (record->document, PM_META_BYLINE, "Olga Pavlova", "json-ld:author");
  record->analysis = analysis_new ();
  record->page = page_new ();
  g_ptr_array_add (record->captures, pm_page_ref (record->page));
  panel_test_add_highlight (record, "We will not wait", PM_COLOR_YELLOW, "plans", NULL, FALSE);
  panel_test_add_highlight (record, "Nobody knows", PM_COLOR_BLUE, NULL, "Who is he?", FALSE);
  panel_test_add_highlight (record, "pipeline is shut", PM_COLOR_GREEN, "plans", NULL, TRUE);
  return record;
}

void
panel_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  g_resources_register (pm_ui_get_resource ());
  gtk_css_provider_load_from_resource (style, "/io/github/pressmark/Pressmark/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/pressmark/Pressmark/icons");
}
