/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "panel-test.h"
#include "pm-quotes-panel.h"
#include "pm-sparkline.h"
#include "ui-test.h"

/* --- tests --- */

static void
assert_asked_span (PanelTest *self, PmSpan span)
{
  g_autofree char *expected = g_strdup_printf ("go-to (%" G_GSIZE_FORMAT ", %" G_GSIZE_FORMAT ")",
                                               span.start, span.end);

  g_assert_cmpstr (panel_test_last_asked (self), ==, expected);
}

static void
test_highlights (void)
{
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "highlights");
  g_autoptr (GPtrArray) rows = panel_test_list_rows (fixture);
  GtkWidget *colors;

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", "3 highlights"));
  g_assert_nonnull (
      ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", "No Longer in the Text"));
  g_assert_nonnull (ui_test_find (rows->pdata[1], GTK_TYPE_LABEL, "label", "Who is he?"));
  panel_test_open_row (rows->pdata[1]);
  assert_asked_span (fixture, panel_test_find ("Nobody knows", 0));
  panel_test_open_row (rows->pdata[2]);
  assert_asked_span (fixture, panel_test_find ("Nobody knows", 0));
  g_assert_false (gtk_list_box_row_is_selected (rows->pdata[1]));
  colors = ui_test_find (fixture->window, GTK_TYPE_DROP_DOWN, NULL, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (colors), PM_COLOR_BLUE + 1);
  g_ptr_array_unref (rows);
  rows = panel_test_list_rows (fixture);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_nonnull (ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", "1 of 3"));
}

static gboolean
says_nothing_fits (gpointer window)
{
  return ui_test_find (window, GTK_TYPE_LABEL, "label", "No entity has this in its name.") != NULL;
}

static gboolean
says_one_place (gpointer window)
{
  return ui_test_find (window, GTK_TYPE_LABEL, "label", "People") == NULL;
}

static void
test_entities (void)
{
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "entities");
  g_autoptr (GPtrArray) rows = panel_test_list_rows (fixture);
  GtkWidget *entry = ui_test_find (fixture->window, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  g_autofree char *marked = NULL;

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", "Organisations"));
  g_assert_null (ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", "Other"));
  for (int i = 0; i < 4; i++)
    panel_test_open_row (rows->pdata[0]);
  assert_asked_span (fixture, panel_test_find ("Anna Berg", 0));
  gtk_widget_grab_focus (rows->pdata[1]);
  marked = g_strdup_printf ("mark [(%d, %d)]", (int) panel_test_find ("Nordwire", 0).start,
                            (int) panel_test_find ("Nordwire", 0).end);
  g_assert_true (g_ptr_array_find_with_equal_func (fixture->asked, marked, g_str_equal, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "oSLO");
  ui_test_wait (says_one_place, fixture->window, "the filter");
  g_ptr_array_unref (rows);
  rows = panel_test_list_rows (fixture);
  g_assert_cmpuint (rows->len, ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody of this name");
  ui_test_wait (says_nothing_fits, fixture->window, "the filter");
}

static void
test_sparkline (void)
{
  PmSparkline *line = g_object_ref_sink (g_object_new (PM_TYPE_SPARKLINE, NULL));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  PmSpan spans[] = { { 0, 5 }, { 10, 12 }, { 999, 1000 }, { 1000, 1000 } };

  g_array_append_vals (places, spans, G_N_ELEMENTS (spans));
  pm_sparkline_set_places (line, places, 1000);
  g_assert_cmpuint (pm_sparkline_get_bin (line, 0), ==, 2);
  g_assert_cmpuint (pm_sparkline_get_bin (line, 24), ==, 2);
  g_assert_cmpuint (pm_sparkline_get_bin (line, 25), ==, 0);
  pm_sparkline_set_places (line, places, 0);
  g_assert_cmpuint (pm_sparkline_get_bin (line, 0), ==, 0);
  g_object_unref (line);
}

static void
test_quotes (void)
{
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "quotes");
  g_autoptr (GPtrArray) rows = panel_test_list_rows (fixture);
  g_autoptr (GArray) places = NULL;

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", "3 quotes"));
  g_assert_nonnull (ui_test_find (rows->pdata[0], GTK_TYPE_LABEL, "label", "direct"));
  g_assert_nonnull (ui_test_find (rows->pdata[1], GTK_TYPE_LABEL, "label", "said · <i>Berg</i>"));
  g_assert_nonnull (ui_test_find (rows->pdata[2], GTK_TYPE_LABEL, "label", "Unknown speaker"));
  places = PM_ROW_GET_CLASS (rows->pdata[0])->list_places (rows->pdata[0]);
  g_assert_cmpuint (places->len, ==, 2);
  panel_test_open_row (rows->pdata[2]);
  assert_asked_span (fixture, panel_test_find ("“Nobody knows,”", 0));
  g_assert_nonnull (ui_test_find (rows->pdata[2], GTK_TYPE_BUTTON, "label", "Highlight"));
  gtk_widget_activate_action (rows->pdata[2], "quotes.order", "s", "speaker");
  g_ptr_array_unref (rows);
  rows = panel_test_list_rows (fixture);
  g_assert_cmpuint (rows->len, ==, 3);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = g_ptr_array_new ();
  panel_test_collect (fixture->window, PM_TYPE_GROUP, rows);
  g_assert_cmpuint (rows->len, ==, 2);
}

static void
test_sources (void)
{
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "sources");
  g_autoptr (GPtrArray) rows = panel_test_list_rows (fixture);
  g_autoptr (GArray) places = NULL;

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (ui_test_find (rows->pdata[0], GTK_TYPE_LABEL, "label", "a.example/report ×2"));
  g_assert_nonnull (ui_test_find (rows->pdata[2], GTK_TYPE_LABEL, "label", "“told Nordwire”"));
  places = PM_ROW_GET_CLASS (rows->pdata[0])->list_places (rows->pdata[0]);
  g_assert_cmpuint (places->len, ==, 2);
  panel_test_open_row (rows->pdata[0]);
  assert_asked_span (fixture, panel_test_find ("pipeline", 0));
  gtk_widget_activate_action (rows->pdata[0], "source.browse", NULL);
  g_assert_cmpstr (panel_test_last_asked (fixture), ==, "open-uri 'https://a.example/report'");
  gtk_widget_activate_action (rows->pdata[0], "source.download", NULL);
  g_assert_cmpstr (panel_test_last_asked (fixture), ==, "download ['https://a.example/report']");
  panel_test_wait (fixture);
  g_assert_nonnull (ui_test_find (rows->pdata[0], GTK_TYPE_SPINNER, "tooltip-text", "Downloading"));
  gtk_widget_activate_action (rows->pdata[0], "source.menu", NULL);
  g_assert_nonnull (ui_test_find (rows->pdata[0], GTK_TYPE_POPOVER_MENU, NULL, NULL));
}

static void
test_details (void)
{
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PmRecord) same = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "details");
  static const char *const facts[] = {
    "https://news.example/a",
    "301 → 200",
    "23 Nov 2026, 15:12:08 UTC",
    "192.0.2.7:443 · TLS 1.3",
    "text/html",
    "8 bytes",
    "Olga Pavlova",
    "json-ld:author",
    "Ask for the report.",
    "pipeline",
  };
  GtkWidget *expander = ui_test_find (fixture->window, GTK_TYPE_EXPANDER, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_test_message ("%s", facts[i]);
      g_assert_nonnull (ui_test_find (fixture->window, GTK_TYPE_LABEL, "label", facts[i]));
    }
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (ui_test_find (expander, GTK_TYPE_LABEL, "label", "301"));
  pm_inspector_set_record (fixture->inspector, same);
  g_assert_true (ui_test_find (fixture->window, GTK_TYPE_EXPANDER, NULL, NULL) == expander);
  gtk_widget_activate_action (GTK_WIDGET (panel_test_get_panel (fixture)), "details.browse", NULL);
  g_assert_cmpstr (panel_test_last_asked (fixture), ==, "open-uri 'https://news.example/a'");
}

/* A record that comes anew keeps the rows of what is still there, their order true to the new one.
 */
static void
test_again (void)
{
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PmRecord) again = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "highlights");
  g_autoptr (GPtrArray) rows = panel_test_list_rows (fixture);
  g_autoptr (GPtrArray) now = NULL;

  for (guint i = 0; i < 3; i++)
    {
      PmHighlight *before = record->highlights->pdata[i], *after = again->highlights->pdata[i];

      g_free (after->uuid);
      after->uuid = g_strdup (before->uuid);
    }
  panel_test_open_row (rows->pdata[1]);
  pm_highlight_set_note (again->highlights->pdata[1], "He is the minister.");
  panel_test_add_highlight (again, "Oslo", PM_COLOR_ORANGE, NULL, NULL, FALSE);
  g_ptr_array_insert (again->highlights, 0, g_ptr_array_steal_index (again->highlights, 3));
  g_ptr_array_remove_index (again->highlights, 1);
  pm_inspector_set_record (fixture->inspector, again);
  now = panel_test_list_rows (fixture);
  g_assert_cmpuint (now->len, ==, 3);
  g_assert_true (now->pdata[1] == rows->pdata[1]);
  g_assert_true (now->pdata[2] == rows->pdata[2]);
  g_assert_true (gtk_list_box_row_is_selected (now->pdata[1]));
  g_assert_nonnull (ui_test_find (now->pdata[1], GTK_TYPE_LABEL, "label", "He is the minister."));
}

/* Nothing is built for a panel that is not seen, nor kept of an article that is closed. */
static void
test_lazy (void)
{
  static const char *const ids[] = { "highlights", "entities", "quotes", "sources", "details" };
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (record, "details");
  g_autoptr (GPtrArray) rows = panel_test_list_rows (fixture);

  g_assert_cmpuint (rows->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->inspector), "inspector.panel", "s", ids[i]);
      g_assert_cmpstr (pm_inspector_get_panel (fixture->inspector), ==, ids[i]);
      g_ptr_array_unref (rows);
      rows = panel_test_list_rows (fixture);
      g_assert_cmpuint (rows->len, ==, g_str_equal (ids[i], "details") ? 0 : 3);
    }
  pm_inspector_set_panel (fixture->inspector, "none such");
  g_assert_cmpstr (pm_inspector_get_panel (fixture->inspector), ==, "details");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      pm_inspector_set_record (fixture->inspector, NULL);
      pm_inspector_set_panel (fixture->inspector, ids[i]);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_nonnull (
          ui_test_find (fixture->window, ADW_TYPE_STATUS_PAGE, "title", "No Article Open"));
      pm_inspector_set_record (fixture->inspector, record);
    }
}

/* Words and addresses without a break, and much of everything, at the narrowest pane. */
static void
test_narrow (void)
{
  static const char *const ids[] = { "highlights", "entities", "quotes", "sources", "details" };
  g_autofree char *word = g_strnfill (3000, 'W');
  g_autofree char *url = g_strdup_printf ("https://a.example/%s", word);
  g_autoptr (PmRecord) record = pm_record_new (pm_article_new (url));
  g_autoptr (PanelTest) fixture = NULL;
  PmEntity *entity = pm_entity_new (word, PM_ENTITY_PERSON);
  PmQuote *quote = pm_quote_new (PM_QUOTE_MIXED, (PmSpan){ 0, 3000 });
  PmSpan all = { 0, 3000 };

  record->document = pm_document_new_plain (word, 3000);
  pm_document_set_meta (record->document, PM_META_TITLE, word, url);
  record->analysis = pm_analysis_new ();
  record->page = pm_page_new (url);
  g_array_append_val (entity->mentions, all);
  g_ptr_array_add (entity->aliases, g_strdup (word));
  g_ptr_array_add (record->analysis->entities, entity);
  quote->speaker_name = g_strdup (word);
  quote->cue = quote->speaker = all;
  quote->rule = g_strdup (word);
  g_ptr_array_add (record->analysis->quotes, quote);
  g_ptr_array_add (record->analysis->sources, pm_source_new (PM_SOURCE_GOVERNMENT, all, word, url));
  panel_test_add_highlight (record, "Oslo", PM_COLOR_PURPLE, word, word, FALSE);
  g_ptr_array_add (record->article->tags, g_strdup (word));
  fixture = panel_test_new (record, "highlights");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      int minimum;

      pm_inspector_set_panel (fixture->inspector, ids[i]);
      rows = panel_test_list_rows (fixture);
      if (rows->len > 0)
        gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (rows->pdata[0])),
                                 rows->pdata[0]);
      gtk_widget_measure (GTK_WIDGET (fixture->inspector), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_test_message ("%s: %d px", ids[i], minimum);
      g_assert_cmpint (minimum, <=, 300);
    }
}

/* --- speed --- */

static PmRecord *
big_record_new (void)
{
  PmRecord *record = panel_test_record_new ();

  for (int i = 0; i < 500; i++)
    {
      PmEntity *entity = pm_entity_new (NULL, i % PM_N_ENTITY_TYPES);
      PmSpan span = { i % 100, i % 100 + 3 };

      entity->name = g_strdup_printf ("Entity of the number %d", i);
      g_array_append_val (entity->mentions, span);
      g_ptr_array_add (record->analysis->entities, entity);
    }
  for (int i = 0; i < 300; i++)
    {
      PmQuote *quote = pm_quote_new (i % PM_N_QUOTE_KINDS, (PmSpan){ 9, strlen (PANEL_TEST_TEXT) });

      quote->speaker_name = g_strdup_printf ("Speaker %d", i % 40);
      g_ptr_array_add (record->analysis->quotes, quote);
    }
  for (int i = 0; i < 300; i++)
    panel_test_add_highlight (record, "We will not wait", i % PM_N_COLORS, "plans", "A note.",
                              FALSE);
  return record;
}

/* In µs of this thread: what else a busy machine does meanwhile is not counted. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* A turn of the main loop far above a frame would be seen. The bound is loose for slow and
 * instrumented machines; the figure itself is in the log. */
static void
test_many (void)
{
  static const char *const ids[] = { "highlights", "entities", "quotes" };
  g_autoptr (PmRecord) record = big_record_new ();
  g_autoptr (PanelTest) fixture = panel_test_new (NULL, "details");

  pm_inspector_set_record (fixture->inspector, record);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gint64 start = get_cpu_time (), worst = 0;
      PmPanel *panel;
      guint n_turns = 0;

      pm_inspector_set_panel (fixture->inspector, ids[i]);
      panel = panel_test_get_panel (fixture);
      do
        {
          gint64 turn = get_cpu_time ();

          g_main_context_iteration (NULL, FALSE);
          turn = get_cpu_time () - turn;
          n_turns += turn > 16000;
          worst = MAX (worst, turn);
        }
      while (pm_panel_is_filling (panel));
      g_test_message ("%s: filled in %.0f ms, longest turn %.1f ms, %u turns above 16 ms", ids[i],
                      (get_cpu_time () - start) / 1000.0, worst / 1000.0, n_turns);
      g_assert_cmpint (worst, <, 250000);
    }
}

/* --- pictures, for people to look at --- */

static PmRecord *
gold_record_new (void)
{
  g_autofree char *path = g_build_filename (PM_TEST_SHARED, "gold", "sanctions.html", NULL);
  g_autoptr (PmExtractor) extractor = pm_extractor_new ();
  PmRecord *record;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  record = panel_test_record_new ();
  pm_document_unref (record->document);
  record->document = pm_extractor_read_file (extractor, path, "https://news.example/sanctions",
                                             NULL, NULL);
  g_assert_nonnull (record->document);
  pm_analysis_unref (record->analysis);
  record->analysis = pm_notebook_analyse (record->document);
  return record;
}

/* Every panel in each look, with its second row selected. */
static void
test_pictures (void)
{
  static const char *const ids[] = { "highlights", "entities", "quotes", "sources", "details" };
  static const struct
  {
    const char *name;
    int width;
    gboolean dark;
    int scale; /* of the text, in per cent */
    GtkTextDirection direction;
  } looks[] = {
    { "light", 372, FALSE, 100, GTK_TEXT_DIR_LTR },  { "dark", 372, TRUE, 100, GTK_TEXT_DIR_LTR },
    { "narrow", 300, FALSE, 100, GTK_TEXT_DIR_LTR }, { "large", 372, FALSE, 200, GTK_TEXT_DIR_LTR },
    { "rtl", 372, FALSE, 100, GTK_TEXT_DIR_RTL },
  };
  g_autoptr (PmRecord) record = gold_record_new ();

  if (!record)
    {
      g_test_skip ("the gold document is not here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (PanelTest) fixture = NULL;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          looks[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                        : ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_widget_set_default_direction (looks[i].direction);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * looks[i].scale / 100,
                    NULL);
      fixture = panel_test_new (record, ids[0]);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), looks[i].width, 860);
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%s", ids[j], looks[i].name);
          g_autoptr (GPtrArray) rows = NULL;

          pm_inspector_set_panel (fixture->inspector, ids[j]);
          rows = panel_test_list_rows (fixture);
          if (rows->len > 1)
            panel_test_open_row (rows->pdata[1]);
          gtk_test_widget_wait_for_draw (fixture->window);
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->inspector)), <=,
                           MAX (looks[i].width, looks[i].scale * 4));
          ui_test_picture (fixture->window, name);
          if (!g_str_equal (ids[j], "quotes"))
            continue;
          g_object_set (panel_test_get_panel (fixture), "order", "speaker", NULL);
          panel_test_wait (fixture);
          g_free (name);
          name = g_strdup_printf ("speakers-%s", looks[i].name);
          ui_test_picture (fixture->window, name);
          g_object_set (panel_test_get_panel (fixture), "order", "text", NULL);
        }
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  panel_test_init (&argc, &argv);
  g_test_add_func ("/panels/highlights", test_highlights);
  g_test_add_func ("/panels/entities", test_entities);
  g_test_add_func ("/panels/sparkline", test_sparkline);
  g_test_add_func ("/panels/quotes", test_quotes);
  g_test_add_func ("/panels/sources", test_sources);
  g_test_add_func ("/panels/details", test_details);
  g_test_add_func ("/panels/again", test_again);
  g_test_add_func ("/panels/lazy", test_lazy);
  g_test_add_func ("/panels/narrow", test_narrow);
  g_test_add_func ("/panels/many", test_many);
  g_test_add_func ("/panels/pictures", test_pictures);
  return g_test_run ();
}
