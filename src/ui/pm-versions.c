/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-versions.h"

#include "pm-chip.h"
#include "pm-diff-dialog.h"
#include "pm-provenance.h"

#include <glib/gi18n-lib.h>

struct _PmVersions
{
  AdwBin parent_instance;

  PmNotebook *notebook;
  PmRecord *record;
  GPtrArray *versions; /* (nullable) (element-type PmVersion): as listed */
  GCancellable *cancellable;

  GtkLabel *n_versions;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PmVersions, pm_versions, ADW_TYPE_BIN)

/* What is said below the time. @is_first: there is none before it. */
static char *
dup_about (const PmVersion *version, gboolean is_first)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", version->words),
                                            version->words);
  g_autofree char *change = is_first ? NULL : pm_versions_dup_change (version);
  g_autofree char *seen = version->seen > version->fetched ? pm_provenance_dup_time (version->seen)
                                                           : NULL;
  g_autofree char *still = NULL;

  /* Translators: a later moment at which an article's text was still the same. */
  if (seen != NULL)
    still = g_strdup_printf (_ ("still so on %s"), seen);
  if (change == NULL && still == NULL)
    return g_steal_pointer (&words);
  return g_strjoin (" · ", words, change != NULL ? change : still, change != NULL ? still : NULL,
                    NULL);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
heading_new (const PmVersion *version)
{
  g_autofree char *time = pm_provenance_dup_time (version->fetched);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *when = label_new (*time != '\0' ? time : _ ("Unknown time"), NULL);

  gtk_widget_set_hexpand (when, TRUE);
  gtk_box_append (GTK_BOX (box), when);
  if (version->is_shown)
    /* Translators: beside the version of the article that is open. */
    gtk_box_append (GTK_BOX (box), pm_chip_new (_ ("shown")));
  return box;
}

static GtkWidget *
row_new (const PmVersion *version, gboolean is_first)
{
  g_autofree char *text = dup_about (version, is_first);
  g_autofree char *time = pm_provenance_dup_time (version->fetched);
  g_autofree char *name = g_strdup_printf ("%s, %s", time, text);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *about = label_new (text, "caption");

  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_add_css_class (box, "version");
  gtk_box_append (GTK_BOX (box), heading_new (version));
  gtk_box_append (GTK_BOX (box), about);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_first);
  if (!is_first)
    gtk_widget_set_tooltip_text (row, _ ("Show what changed"));
  return row;
}

static void
clear (PmVersions *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmVersions) self = PM_VERSIONS (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = pm_notebook_list_versions_finish (PM_NOTEBOOK (source), result,
                                                                     &error);
  g_autofree char *count = NULL;

  /* Another record was set, or will be: it was asked about after this one. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  if (versions == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (self->list, row_new (versions->pdata[i], i + 1 == versions->len));
  count = g_strdup_printf ("%u", versions->len);
  gtk_label_set_label (self->n_versions, count);
  gtk_widget_set_visible (GTK_WIDGET (self), versions->len > 0);
  self->versions = g_steal_pointer (&versions);
}

static void
activated_cb (PmVersions *self, GtkListBoxRow *row)
{
  guint i = gtk_list_box_row_get_index (row);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = pm_diff_dialog_new (GTK_WINDOW (root), self->notebook, self->record->article,
                                          self->versions->pdata[i + 1], self->versions->pdata[i]);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
cancel (PmVersions *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
pm_versions_dispose (GObject *object)
{
  PmVersions *self = PM_VERSIONS (object);

  cancel (self);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->record, pm_record_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  G_OBJECT_CLASS (pm_versions_parent_class)->dispose (object);
}

static void
pm_versions_class_init (PmVersionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_versions_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-versions.ui");
  gtk_widget_class_bind_template_child (widget_class, PmVersions, n_versions);
  gtk_widget_class_bind_template_child (widget_class, PmVersions, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
pm_versions_init (PmVersions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pm_versions_set_record (PmVersions *self, PmNotebook *notebook, PmRecord *record)
{
  cancel (self);
  if (self->record == NULL || self->record->article->id != record->article->id)
    clear (self);
  g_clear_pointer (&self->record, pm_record_unref);
  self->record = pm_record_ref (record);
  g_set_object (&self->notebook, notebook);
  if (notebook == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  pm_notebook_list_versions_async (notebook, record->article->id, self->cancellable, listed_cb,
                                   g_object_ref (self));
}

char *
pm_versions_dup_change (const PmVersion *version)
{
  /* Translators: how many words an article's new version has gained and lost. */
  return g_strdup_printf (_ ("+%u −%u words"), version->n_added, version->n_removed);
}
