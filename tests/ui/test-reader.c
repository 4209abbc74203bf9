/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader in a window, over a real notebook. */
#include <glib/gstdio.h>
#include <string.h>

#include "pm-note-popover.h"
#include "pm-notice.h"
#include "pm-reader-private.h"
#include "pm-tags-popover.h"
#include "pm-ui-resources.h"
#include "ui-test.h"

#define PAGE                                                                                       \
  "The committee said on Monday that the report would be published.\n\n"                           \
  "“No date has been agreed,” a spokesman for the ministry said.\n\n"

typedef struct
{
  char *folder;
  PmNotebook *notebook;
  PmRecord *record;
  GtkWidget *window;
  PmReader *reader;
  char *toast; /* the last sentence */
} Fixture;

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->toast);
  fixture->toast = g_variant_dup_string (parameter, NULL);
}

static void
install_window_actions (Fixture *fixture)
{
  static const char *const names[] = { "toast", "toast-undo", "open-uri" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], G_VARIANT_TYPE_STRING);

      g_signal_connect (action, "activate", G_CALLBACK (toast_cb), fixture);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PmArticle **article = data;
  g_autoptr (GError) error = NULL;

  *article = pm_notebook_add_finish (PM_NOTEBOOK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gint64
add_page (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "page.txt", NULL);
  g_autoptr (PmArticle) article = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, PAGE);
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  pm_notebook_add_async (fixture->notebook, path, FALSE, NULL, NULL, NULL, added_cb, &article);
  ui_test_wait (is_set, &article, "the page to be added");
  return article->id;
}

static PmRecord *
load (Fixture *fixture, gint64 article)
{
  g_autoptr (GError) error = NULL;
  PmRecord *record = pm_notebook_load (fixture->notebook, article, FALSE, &error);

  g_assert_no_error (error);
  return record;
}

static gboolean
has_column (gpointer data)
{
  return pm_reader_view_get_column (((PmReader *) data)->view) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("pressmark-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "n.pressmark", NULL);
  fixture->notebook = pm_notebook_open (path, TRUE, &error);
  g_assert_no_error (error);
  fixture->record = load (fixture, add_page (fixture));
  fixture->window = adw_window_new ();
  fixture->reader = PM_READER (pm_reader_new ());
  install_window_actions (fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->reader));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  pm_reader_set_notebook (fixture->reader, fixture->notebook);
  gtk_window_present (GTK_WINDOW (fixture->window));
  pm_reader_set_record (fixture->reader, fixture->record);
  ui_test_wait (has_column, fixture->reader, "the article to be laid out");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  pm_record_unref (fixture->record);
  pm_notebook_close (fixture->notebook);
  g_clear_object (&fixture->notebook);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->toast);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return GTK_TEXT_BUFFER (pm_reader_view_get_article (fixture->reader->view));
}

static PmSpan
find_words (Fixture *fixture, const char *words)
{
  const char *text = pm_document_get_text (fixture->record->document);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return (PmSpan){ at - text, at - text + strlen (words) };
}

static void
select_words (Fixture *fixture, const char *words)
{
  GtkTextIter start;
  GtkTextIter end;

  pm_reader_buffer_get_bounds (PM_READER_BUFFER (get_buffer (fixture)), find_words (fixture, words),
                               &start, &end);
  gtk_text_buffer_select_range (get_buffer (fixture), &end, &start);
}

static void
activate (Fixture *fixture, const char *name, const char *parameter)
{
  if (parameter != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->reader), name, "s", parameter));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->reader), name, NULL));
}

static gboolean
has_one_highlight (gpointer reader)
{
  return PM_READER (reader)->highlights->len == 1;
}

static gboolean
has_no_highlight (gpointer reader)
{
  return PM_READER (reader)->highlights->len == 0;
}

static gboolean
has_editor (gpointer reader)
{
  return PM_READER (reader)->editor != NULL;
}

static PmHighlight *
get_highlight (Fixture *fixture)
{
  g_assert_cmpuint (fixture->reader->highlights->len, ==, 1);
  return fixture->reader->highlights->pdata[0];
}

static GPtrArray *
list_stored (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *stored = pm_notebook_list_highlights (fixture->notebook, fixture->record->article->id,
                                                   &error);

  g_assert_no_error (error);
  return stored;
}

static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stored = NULL;
  const PmHighlight *highlight;

  select_words (fixture, "the report would be published");
  activate (fixture, "article.highlight", "blue");
  /* Nothing is drawn before the notebook has it. */
  g_assert_cmpuint (fixture->reader->highlights->len, ==, 0);
  ui_test_wait (has_one_highlight, fixture->reader, "the highlight");
  stored = list_stored (fixture);
  g_assert_cmpuint (stored->len, ==, 1);
  highlight = stored->pdata[0];
  g_assert_cmpstr (highlight->anchor->exact, ==, "the report would be published");
  g_assert_cmpint (highlight->color, ==, PM_COLOR_BLUE);
  g_assert_true (pm_span_is_empty (pm_reader_get_selection (fixture->reader)));
  g_assert_nonnull (_pm_reader_find_target (fixture->reader));
}

static gboolean
is_green (gpointer reader)
{
  PmHighlight *highlight = PM_READER (reader)->highlights->pdata[0];

  return highlight->color == PM_COLOR_GREEN;
}

static void
test_recolor_and_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stored = NULL;

  select_words (fixture, "Monday");
  activate (fixture, "article.highlight", "yellow");
  ui_test_wait (has_one_highlight, fixture->reader, "the highlight");
  activate (fixture, "article.highlight", "green");
  ui_test_wait (is_green, fixture->reader, "the colour");
  activate (fixture, "article.remove-highlight", NULL);
  ui_test_wait (has_no_highlight, fixture->reader, "the highlight to go");
  g_assert_cmpstr (fixture->toast, ==, "Highlight removed");
  stored = list_stored (fixture);
  g_assert_cmpuint (stored->len, ==, 0);
}

static gboolean
has_tag (gpointer reader)
{
  PmHighlight *highlight = PM_READER (reader)->highlights->pdata[0];

  return pm_highlight_has_tag (highlight, "dates");
}

static gboolean
has_note (gpointer reader)
{
  PmHighlight *highlight = PM_READER (reader)->highlights->pdata[0];

  return g_strcmp0 (highlight->note, "Which date?") == 0;
}

/* Closing the editor, in whatever way, stores what was written. */
static void
test_tag_and_note (Fixture *fixture, gconstpointer data)
{
  PmReader *reader = fixture->reader;
  g_autoptr (GPtrArray) stored = NULL;
  const PmHighlight *highlight;

  select_words (fixture, "No date has been agreed");
  activate (fixture, "article.tag", NULL);
  ui_test_wait (has_editor, reader, "the tag editor");
  pm_tags_popover_add (PM_TAGS_POPOVER (reader->editor), "dates");
  gtk_popover_popdown (GTK_POPOVER (reader->editor));
  ui_test_wait (has_tag, reader, "the tag");

  activate (fixture, "article.note", NULL);
  ui_test_wait (has_editor, reader, "the note editor");
  gtk_text_buffer_set_text (pm_note_popover_get_buffer (PM_NOTE_POPOVER (reader->editor)),
                            "Which date?", -1);
  gtk_popover_popdown (GTK_POPOVER (reader->editor));
  ui_test_wait (has_note, reader, "the note");

  stored = list_stored (fixture);
  g_assert_cmpuint (stored->len, ==, 1);
  highlight = stored->pdata[0];
  g_assert_cmpstr (highlight->note, ==, "Which date?");
  g_assert_true (pm_highlight_has_tag (highlight, "dates"));
}

/* Another article is opened while the editor is: the words still go to their highlight. */
static void
test_note_when_leaving (Fixture *fixture, gconstpointer data)
{
  PmReader *reader = fixture->reader;
  g_autoptr (PmHighlight) stored = NULL;
  gint64 id;

  select_words (fixture, "Monday");
  activate (fixture, "article.note", NULL);
  ui_test_wait (has_editor, reader, "the note editor");
  id = get_highlight (fixture)->id;
  gtk_text_buffer_set_text (pm_note_popover_get_buffer (PM_NOTE_POPOVER (reader->editor)), "Kept",
                            -1);
  pm_reader_set_record (reader, NULL);
  g_assert_null (reader->editor);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&stored, pm_highlight_free);
      stored = pm_notebook_load_highlight (fixture->notebook, id, NULL);
    }
  while (g_strcmp0 (stored->note, "Kept") != 0);
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = pm_notebook_delete_highlight_finish (PM_NOTEBOOK (source), result, NULL);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_toast (gpointer data)
{
  return ((Fixture *) data)->toast != NULL;
}

/* What could not be stored is said, and the words come back into the editor. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  PmReader *reader = fixture->reader;
  GtkTextBuffer *note;
  gboolean deleted = FALSE;
  g_autofree char *text = NULL;

  select_words (fixture, "Monday");
  activate (fixture, "article.note", NULL);
  ui_test_wait (has_editor, reader, "the note editor");
  pm_notebook_delete_highlight_async (fixture->notebook, get_highlight (fixture)->id, NULL,
                                      failed_cb, &deleted);
  ui_test_wait (is_true, &deleted, "the highlight to be deleted behind the reader's back");
  note = pm_note_popover_get_buffer (PM_NOTE_POPOVER (reader->editor));
  gtk_text_buffer_set_text (note, "Not lost", -1);
  gtk_popover_popdown (GTK_POPOVER (reader->editor));
  ui_test_wait (has_toast, fixture, "the sentence");
  g_assert_nonnull (reader->editor);
  note = pm_note_popover_get_buffer (PM_NOTE_POPOVER (reader->editor));
  g_object_get (note, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Not lost");
}

/* As a button of the reader shows it. */
static gboolean
get_enabled (Fixture *fixture, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  gtk_widget_set_parent (button, GTK_WIDGET (fixture->reader));
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

static void
test_enabled (Fixture *fixture, gconstpointer data)
{
  g_assert_false (get_enabled (fixture, "article.copy-quotation"));
  g_assert_false (get_enabled (fixture, "article.remove-highlight"));
  g_assert_false (get_enabled (fixture, "article.next-highlight"));
  select_words (fixture, "Monday");
  g_assert_true (get_enabled (fixture, "article.copy-quotation"));
  activate (fixture, "article.copy-quotation", NULL);
  g_assert_cmpstr (fixture->toast, ==, "Quotation copied");
  pm_reader_set_record (fixture->reader, NULL);
  g_assert_false (get_enabled (fixture, "article.copy-quotation"));
  g_assert_false (get_enabled (fixture, "article.find"));
}

/* A picture as wide as there was room for is nothing that the view needs: it makes room for a pane
 * beside it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->reader->view);
  GtkWidget *picture = gtk_drawing_area_new ();
  GtkTextIter iter;
  int minimum;

  gtk_widget_set_size_request (picture, pm_reader_view_get_column (fixture->reader->view), 100);
  gtk_text_buffer_get_start_iter (get_buffer (fixture), &iter);
  gtk_text_view_add_child_at_anchor (view, picture,
                                     gtk_text_buffer_create_child_anchor (get_buffer (fixture),
                                                                          &iter));
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 240);
}

static gboolean
is_at_place (gpointer data)
{
  Fixture *fixture = data;
  gsize place = pm_reader_get_place (fixture->reader);

  return place > 2900 && place <= 3100;
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) again = load (fixture, fixture->record->article->id);
  GtkTextBuffer *buffer;
  PmSpan selection;

  g_assert_cmpuint (pm_reader_get_place (fixture->reader), ==, 0);
  pm_reader_set_place (fixture->reader, 3100);
  ui_test_wait (is_at_place, fixture, "the place");
  select_words (fixture, "Monday");
  buffer = get_buffer (fixture);
  selection = pm_reader_get_selection (fixture->reader);

  /* The same text, loaded anew: nothing moves. */
  g_assert_true (again->document != fixture->record->document);
  pm_reader_set_record (fixture->reader, again);
  g_assert_true (get_buffer (fixture) == buffer);
  g_assert_true (is_at_place (fixture));
  g_assert_cmpuint (pm_reader_get_selection (fixture->reader).start, ==, selection.start);
  g_assert_true (pm_reader_get_record (fixture->reader) == again);
}

static gboolean
is_in_sight (gpointer data)
{
  PmReader *reader = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader->view));
  GdkRectangle visible;
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (reader->view), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader->view), &iter, &place);
  return place.y > visible.y + 50 && place.y < visible.y + visible.height / 2;
}

static gboolean
has_tick_in_the_middle (gpointer data)
{
  PmReader *reader = data;
  PmSpan span;

  return pm_marker_strip_find (reader->strip,
                               gtk_widget_get_height (GTK_WIDGET (reader->strip)) / 2, &span);
}

static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  gsize length = pm_document_get_length (fixture->record->document);
  PmSpan spans[2] = { { 100, 110 }, { length / 2, length / 2 + 10 } };

  pm_reader_go_to (fixture->reader, spans[1]);
  ui_test_wait (is_in_sight, fixture->reader, "the place to be in sight");
  g_assert_false (has_tick_in_the_middle (fixture->reader));
  pm_reader_mark (fixture->reader, spans, 2);
  ui_test_wait (has_tick_in_the_middle, fixture->reader, "the tick");
  pm_reader_mark (fixture->reader, NULL, 0);
  g_assert_false (has_tick_in_the_middle (fixture->reader));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  PmReader *reader = fixture->reader;
  PmSpan selection;

  activate (fixture, "article.find", NULL);
  g_assert_true (pm_find_bar_is_open (reader->find_bar));
  _pm_reader_search_cb (reader, "SPOKESMAN for");
  g_assert_cmpuint (reader->matches->len, ==, 40);
  _pm_reader_step_cb (reader, -1);
  g_assert_cmpuint (reader->match, ==, 39);
  _pm_reader_step_cb (reader, 1);
  _pm_reader_step_cb (reader, 1);
  g_assert_cmpuint (reader->match, ==, 1);
  pm_find_bar_close (reader->find_bar);
  selection = pm_reader_get_selection (reader);
  g_assert_cmpuint (pm_span_length (selection), ==, strlen ("spokesman for"));
  g_assert_cmpuint (reader->matches->len, ==, 0);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  PmArticle *article = pm_article_new ("https://example.org/");
  g_autoptr (PmRecord) failed = pm_record_new (article);

  article->id = 77;
  article->state = PM_ARTICLE_FAILED;
  article->error = g_strdup ("The server does not answer.");
  pm_reader_set_record (fixture->reader, failed);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->reader), ADW_TYPE_STATUS_PAGE, "description",
                                  "The server does not answer."));
  pm_reader_set_record (fixture->reader, NULL);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->reader), ADW_TYPE_STATUS_PAGE, "title",
                                  "No Article Open"));
}

static PmRecord *
make_record_with_notice (const char *notice)
{
  PmDocument *document = pm_document_new_plain ("News from the harbour.", 22);
  PmRecord *record = pm_record_new (pm_article_new ("https://news.example/"));

  pm_document_set_meta (document, PM_META_NOTICE, notice, "verdict");
  record->document = document;
  return record;
}

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code; /* (nullable) */
    gboolean shown;
  } cases[] = {
    { "index", TRUE },
    { NULL, FALSE },
    { "paywalled", TRUE },
    { "of a newer version", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PmRecord) record = make_record_with_notice (cases[i].code);

      pm_reader_set_record (fixture->reader, record);
      g_assert_cmpint (gtk_widget_get_mapped (fixture->reader->notice_bar), ==, cases[i].shown);
      g_assert_cmpstr (gtk_label_get_label (fixture->reader->notice), ==,
                       cases[i].shown ? pm_notice_get_sentence (cases[i].code) : "");
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/reader/highlight", test_highlight },
    { "/reader/recolor-and-remove", test_recolor_and_remove },
    { "/reader/tag-and-note", test_tag_and_note },
    { "/reader/note-when-leaving", test_note_when_leaving },
    { "/reader/failure", test_failure },
    { "/reader/enabled", test_enabled },
    { "/reader/narrow", test_narrow },
    { "/reader/place", test_place },
    { "/reader/go-to", test_go_to },
    { "/reader/find", test_find },
    { "/reader/states", test_states },
    { "/reader/notice", test_notice },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (pm_ui_get_resource ());
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
