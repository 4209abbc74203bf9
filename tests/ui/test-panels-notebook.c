/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "panel-test.h"
#include "pm-diff-dialog.h"
#include "pm-note-popover.h"
#include "pm-story-group.h"
#include "pm-tags-popover.h"
#include "pm-versions.h"
#include "ui-test.h"

/* The panels on a real notebook: what they ask of it, and what they show of its answers. */

typedef struct
{
  PmNotebook *notebook;
  char *folder;
  PmRecord *record;
  PanelTest *fixture;
} Story;

static void
changed_cb (PmNotebook *notebook, gint64 article, guint parts, Story *self)
{
  g_clear_pointer (&self->record, pm_record_unref);
  self->record = pm_notebook_load (notebook, article ? article : 1, FALSE, NULL);
  pm_inspector_set_record (self->fixture->inspector, self->record);
}

static gboolean
is_highlighted (gpointer story)
{
  return ((Story *) story)->record->highlights->len == 1;
}

static gboolean
is_noted (gpointer story)
{
  GPtrArray *highlights = ((Story *) story)->record->highlights;

  return highlights->len == 1 &&
         g_strcmp0 (((PmHighlight *) highlights->pdata[0])->note, "Check this.") == 0;
}

static gboolean
is_tagged (gpointer story)
{
  GPtrArray *highlights = ((Story *) story)->record->highlights;

  return highlights->len == 1 && pm_highlight_has_tag (highlights->pdata[0], "to check");
}

static gboolean
is_removed (gpointer story)
{
  return ((Story *) story)->record->highlights->len == 0 &&
         g_strcmp0 (panel_test_last_asked (((Story *) story)->fixture),
                    "toast-undo 'Highlight removed'") == 0;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(PmArticle **) data = pm_notebook_add_finish (PM_NOTEBOOK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static void
open_story (Story *self)
{
  g_autofree char *path = NULL;
  g_autofree char *page = NULL;
  g_autoptr (PmArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("pressmark-XXXXXX", &error);
  g_assert_no_error (error);
  page = g_build_filename (self->folder, "page.txt", NULL);
  path = g_build_filename (self->folder, "n.pressmark", NULL);
  g_assert_true (g_file_set_contents (page, PANEL_TEST_TEXT, -1, NULL));
  self->notebook = pm_notebook_open (path, TRUE, &error);
  g_assert_no_error (error);
  pm_notebook_add_async (self->notebook, page, FALSE, NULL, NULL, NULL, added_cb, &article);
  ui_test_wait (is_set, &article, "the article");
  self->record = pm_notebook_load (self->notebook, article->id, FALSE, &error);
  g_assert_no_error (error);
  self->fixture = panel_test_new (NULL, "quotes");
  pm_inspector_set_notebook (self->fixture->inspector, self->notebook);
  pm_inspector_set_record (self->fixture->inspector, self->record);
  g_signal_connect (self->notebook, "changed", G_CALLBACK (changed_cb), self);
}

static void
close_story (Story *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_signal_handlers_disconnect_by_data (self->notebook, self);
  panel_test_free (self->fixture);
  pm_notebook_close (self->notebook);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->notebook);
  pm_record_unref (self->record);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
popup (GtkWidget *row, const char *title)
{
  GtkWidget *label = ui_test_find (row, GTK_TYPE_LABEL, "label", title);

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_MENU_BUTTON)));
}

static void
test_story (void)
{
  Story story = { NULL };
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *popover;

  open_story (&story);
  rows = panel_test_list_rows (story.fixture);
  g_assert_cmpuint (rows->len, >=, 1);
  panel_test_open_row (rows->pdata[0]);
  gtk_widget_activate_action (rows->pdata[0], "quote.highlight", NULL);
  ui_test_wait (is_highlighted, &story, "the highlight");
  pm_inspector_set_panel (story.fixture->inspector, "highlights");
  g_ptr_array_unref (rows);
  rows = panel_test_list_rows (story.fixture);
  g_assert_cmpuint (rows->len, ==, 1);
  panel_test_open_row (rows->pdata[0]);
  popup (rows->pdata[0], "Note");
  popover = ui_test_find (story.fixture->window, PM_TYPE_NOTE_POPOVER, NULL, NULL);
  gtk_text_buffer_set_text (pm_note_popover_get_buffer (PM_NOTE_POPOVER (popover)), "Check this.\n",
                            -1);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_wait (is_noted, &story, "the note");
  panel_test_wait (story.fixture);
  popup (rows->pdata[0], "Tag");
  popover = ui_test_find (story.fixture->window, PM_TYPE_TAGS_POPOVER, NULL, NULL);
  pm_tags_popover_add (PM_TAGS_POPOVER (popover), "to check");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_wait (is_tagged, &story, "the tag");
  panel_test_wait (story.fixture);
  gtk_widget_activate_action (rows->pdata[0], "highlight.remove", NULL);
  ui_test_wait (is_removed, &story, "the highlight to go");
  close_story (&story);
}

/* A source that is in the notebook says so; one that is asked for is busy until the notebook has
 * it, or has failed. */
typedef struct
{
  Story story;
  PmRow *here;
  PmRow *missing;
} Sources;

static gboolean
has_button (PmRow *row, const char *tooltip)
{
  return ui_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "tooltip-text", tooltip) != NULL;
}

static gboolean
is_known (gpointer data)
{
  Sources *self = data;

  return has_button (self->here, "In the notebook: open") && has_button (self->missing, "Download");
}

static gboolean
is_asked (gpointer data)
{
  const char *asked = panel_test_last_asked (((Sources *) data)->story.fixture);

  return g_strcmp0 (asked, "download ['http://127.0.0.1:1/none']") == 0;
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = pm_notebook_add_finish (PM_NOTEBOOK (source), result, NULL, NULL,
                                                          &error);

  g_assert_null (article);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
test_download (void)
{
  Sources test = { { NULL } };
  g_autoptr (PmRecord) record = panel_test_record_new ();
  g_autoptr (GPtrArray) rows = NULL;
  gboolean refused = FALSE;
  PmSource *sources[2];

  open_story (&test.story);
  g_signal_handlers_disconnect_by_data (test.story.notebook, &test.story);
  for (guint i = 0; i < 2; i++)
    {
      sources[i] = record->analysis->sources->pdata[i + 1];
      g_free (sources[i]->url);
    }
  sources[0]->url = g_strdup (test.story.record->article->url);
  sources[1]->url = g_strdup ("http://127.0.0.1:1/none");
  pm_inspector_set_panel (test.story.fixture->inspector, "sources");
  pm_inspector_set_record (test.story.fixture->inspector, record);
  rows = panel_test_list_rows (test.story.fixture);
  test.here = rows->pdata[0];
  test.missing = rows->pdata[1];
  ui_test_wait (is_known, &test, "the look-up");
  gtk_widget_activate_action (rows->pdata[0], "source.open", NULL);
  g_assert_true (g_str_has_prefix (panel_test_last_asked (test.story.fixture), "open-article"));
  gtk_widget_activate_action (rows->pdata[0], "sources.download-all", NULL);
  ui_test_wait (is_asked, &test, "the download");
  panel_test_wait (test.story.fixture);
  g_assert_nonnull (ui_test_find (rows->pdata[1], GTK_TYPE_SPINNER, "tooltip-text", "Downloading"));
  pm_notebook_add_async (test.story.notebook, sources[1]->url, TRUE, NULL, NULL, NULL, refused_cb,
                         &refused);
  ui_test_wait (is_true, &refused, "the refusal");
  ui_test_wait (is_known, &test, "the row to offer it again");
  /* Closing while a look-up is under way. */
  pm_inspector_set_record (test.story.fixture->inspector, NULL);
  pm_inspector_set_record (test.story.fixture->inspector, record);
  close_story (&test.story);
}

/* The page says something else: the panel tells so, lists both texts and shows the difference. */
static gboolean
has_versions (gpointer story)
{
  GtkWidget *list = ui_test_find (((Story *) story)->fixture->window, PM_TYPE_VERSIONS, NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (list)
    panel_test_collect (list, GTK_TYPE_LIST_BOX_ROW, rows);
  return rows->len == 2;
}

static gboolean
is_refetched (gpointer story)
{
  return g_strcmp0 (panel_test_last_asked (((Story *) story)->fixture),
                    "toast 'New version: +3 −2 words'") == 0;
}

static gboolean
is_unchanged (gpointer story)
{
  return g_strcmp0 (panel_test_last_asked (((Story *) story)->fixture),
                    "toast 'No change in the text'") == 0;
}

static gboolean
says (gpointer data)
{
  const char *const *strings = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PM_IS_DIFF_DIALOG (window) && ui_test_find (window, GTK_TYPE_LABEL, "label", strings[0]))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !found; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PM_IS_DIFF_DIALOG (window))
        found = window;
    }
  return found;
}

static char *
dup_selected (GtkWidget *dialog)
{
  GtkWidget *view = ui_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
refetch (Story *story, const char *text, UiTestCondition condition, const char *what)
{
  g_autofree char *page = g_build_filename (story->folder, "page.txt", NULL);

  g_assert_true (g_file_set_contents (page, text, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (panel_test_get_panel (story->fixture)), "details.refresh",
                              NULL);
  ui_test_wait (condition, story, what);
}

static void
test_versions (void)
{
  Story story = { NULL };
  GtkWidget *list;
  GtkWidget *dialog;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const char *said[] = { "Change 1 of 2 · 1 word removed · 2 words added" };

  open_story (&story);
  pm_inspector_set_panel (story.fixture->inspector, "details");
  refetch (&story, PANEL_TEST_TEXT "\n", is_unchanged, "the page as it was");
  refetch (&story,
           "A title\n\nAnna Berg said “We will never ever wait.” Berg told Nordwire that the "
           "pipeline is shut. “Nobody knows,” he said. Anna Berg left Bergen, see the report.",
           is_refetched, "the new version");
  ui_test_wait (has_versions, &story, "both versions");
  ui_test_picture (story.fixture->window, "versions");
  list = ui_test_find (ui_test_find (story.fixture->window, PM_TYPE_VERSIONS, NULL, NULL),
                       GTK_TYPE_LIST_BOX, NULL, NULL);
  g_assert_false (
      gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  ui_test_wait (says, said, "the first change");
  dialog = find_dialog ();
  ui_test_picture (dialog, "diff");
  first = dup_selected (dialog);
  g_assert_cmpstr (first, ==, "not never ever");
  gtk_widget_activate_action (dialog, "diff.next", NULL);
  said[0] = "Change 2 of 2 · 1 word removed · 1 word added";
  ui_test_wait (says, said, "the second change");
  last = dup_selected (dialog);
  g_assert_cmpstr (last, ==, "Oslo Bergen");
  gtk_widget_activate_action (dialog, "diff.next", NULL);
  g_assert_true (says (said));
  gtk_window_close (GTK_WINDOW (dialog));
  close_story (&story);
}

/* A second article with the same words and some more: each stands beside the other. */
static GtkListBox *
find_story_list (Story *story)
{
  GtkWidget *group = ui_test_find (story->fixture->window, PM_TYPE_STORY_GROUP, NULL, NULL);

  return group ? GTK_LIST_BOX (ui_test_find (group, GTK_TYPE_LIST_BOX, NULL, NULL)) : NULL;
}

/* The copy came last. */
static gboolean
has_second (gpointer story)
{
  GtkListBox *list = find_story_list (story);
  GtkListBoxRow *second = list ? gtk_list_box_get_row_at_index (list, 1) : NULL;

  return second && !gtk_list_box_row_get_activatable (second);
}

static void
test_same_story (void)
{
  Story story = { NULL };
  g_autofree char *page = NULL;
  g_autoptr (PmArticle) article = NULL;
  const char *said[] = { "Change 1 of 1 · 6 words added" };
  GtkListBoxRow *rows[2];
  GtkWidget *dialog;

  open_story (&story);
  pm_inspector_set_panel (story.fixture->inspector, "details");
  page = g_build_filename (story.folder, "copy.txt", NULL);
  g_assert_true (
      g_file_set_contents (page, PANEL_TEST_TEXT " Nordwire had no comment on that.", -1, NULL));
  pm_notebook_add_async (story.notebook, page, FALSE, NULL, NULL, NULL, added_cb, &article);
  ui_test_wait (is_set, &article, "the copy");
  /* From now on this one is open, whatever else is heard of. */
  g_signal_handlers_disconnect_by_data (story.notebook, &story);
  changed_cb (story.notebook, article->id, 0, &story);
  ui_test_wait (has_second, &story, "the copy in the panel");
  ui_test_picture (story.fixture->window, "same-story");
  g_assert_nonnull (ui_test_find (story.fixture->window, GTK_TYPE_LABEL, "label",
                                  "2 articles, 1 independent text"));
  for (guint i = 0; i < 2; i++)
    rows[i] = gtk_list_box_get_row_at_index (find_story_list (&story), i);
  g_assert_nonnull (
      ui_test_find (GTK_WIDGET (rows[1]), GTK_TYPE_LABEL, "label", "adds 6 words of 34"));
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (rows[0]), GTK_TYPE_BUTTON, NULL, NULL),
                         "clicked");
  ui_test_wait (says, said, "the difference");
  dialog = find_dialog ();
  gtk_window_close (GTK_WINDOW (dialog));
  g_signal_emit_by_name (find_story_list (&story), "row-activated", rows[0]);
  panel_test_wait (story.fixture);
  g_assert_cmpstr (panel_test_last_asked (story.fixture), ==, "open-article 1");
  close_story (&story);
}

/* What the user says of a quote holds, is said, and can be taken back. */
typedef struct
{
  Story story;
  PmVerdict verdict; /* of the first quote */
  guint n_refused;
  const char *toast;
} Judging;

static gboolean
is_judged (gpointer data)
{
  Judging *self = data;
  PmAnalysis *analysis = self->story.record->analysis;
  GPtrArray *quotes = self->n_refused > 0 ? analysis->refused : analysis->quotes;

  return analysis->refused->len == self->n_refused &&
         ((PmQuote *) quotes->pdata[0])->verdict == self->verdict &&
         g_strcmp0 (panel_test_last_asked (self->story.fixture), self->toast) == 0;
}

static void
judge (Judging *self, const char *detailed, PmVerdict verdict, guint n_refused, const char *toast)
{
  g_autoptr (GPtrArray) rows = panel_test_list_rows (self->story.fixture);
  GtkWidget *row = rows->pdata[n_refused > 0 || self->n_refused == 0 ? 0 : rows->len - 1];
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  self->verdict = verdict;
  self->n_refused = n_refused;
  self->toast = toast;
  g_assert_true (g_action_parse_detailed_name (detailed, &action, &target, NULL));
  panel_test_open_row (PM_ROW (row));
  gtk_widget_activate_action_variant (row, action, target);
  ui_test_wait (is_judged, self, toast);
  panel_test_wait (self->story.fixture);
}

static void
test_verdicts (void)
{
  Judging test = { { NULL } };
  GtkWidget *window;
  GtkWidget *toggle;
  guint n;

  open_story (&test.story);
  window = test.story.fixture->window;
  n = test.story.record->analysis->quotes->len;
  judge (&test, "quote.confirm", PM_VERDICT_CONFIRMED, 0, "toast-undo 'Quote confirmed'");
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_BUTTON, "label", "Confirmed"));
  judge (&test, "quote.speaker::Nordwire", PM_VERDICT_SPEAKER, 0,
         "toast-undo '“Nordwire” is the speaker now'");
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "label", "Nordwire"));
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "label", "You said who the speaker is."));
  ui_test_picture (window, "quote-corrected");
  judge (&test, "quote.nobody", PM_VERDICT_SPEAKER, 0, "toast-undo 'Nobody is the speaker now'");
  judge (&test, "quote.refuse", PM_VERDICT_NO_QUOTE, 1, "toast-undo 'It is no quote now'");
  g_assert_cmpuint (test.story.record->analysis->quotes->len, ==, n - 1);
  toggle = ui_test_find (window, GTK_TYPE_TOGGLE_BUTTON, "label", "Show 1 That Is No Quote");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  panel_test_wait (test.story.fixture);
  judge (&test, "quote.withdraw", PM_VERDICT_NONE, 0, "toast-undo 'The quote is as it was found'");
  g_assert_cmpuint (test.story.record->analysis->quotes->len, ==, n);
  g_assert_cmpuint (test.story.record->verdicts->len, ==, 0);
  close_story (&test.story);
}

int
main (int argc, char *argv[])
{
  panel_test_init (&argc, &argv);
  g_test_add_func ("/panels-notebook/story", test_story);
  g_test_add_func ("/panels-notebook/download", test_download);
  g_test_add_func ("/panels-notebook/versions", test_versions);
  g_test_add_func ("/panels-notebook/same-story", test_same_story);
  g_test_add_func ("/panels-notebook/verdicts", test_verdicts);
  return g_test_run ();
}
