/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-find-bar.h"

#include <glib/gi18n-lib.h>

struct _PmFindBar
{
  AdwBin parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *result;
};

G_DEFINE_FINAL_TYPE (PmFindBar, pm_find_bar, ADW_TYPE_BIN)

enum
{
  SEARCH,
  STEP,
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
changed_cb (PmFindBar *self)
{
  g_signal_emit (self, signals[SEARCH], 0, pm_find_bar_get_words (self));
}

static void
mode_cb (PmFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[STEP], 0, 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[STEP], 0, -1);
}

static void
next_cb (PmFindBar *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
previous_cb (PmFindBar *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
pm_find_bar_class_init (PmFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SEARCH] = g_signal_new ("search", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK,
                                       "find.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK,
                                       "find.previous", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PmFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, PmFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PmFindBar, result);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
pm_find_bar_init (PmFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

void
pm_find_bar_open (PmFindBar *self, const char *words)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
pm_find_bar_close (PmFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

gboolean
pm_find_bar_is_open (PmFindBar *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}

void
pm_find_bar_set_result (PmFindBar *self, guint current, guint n_matches)
{
  g_autofree char *text = NULL;

  if (*pm_find_bar_get_words (self) == '\0')
    text = g_strdup ("");
  else if (n_matches == 0)
    text = g_strdup (_ ("None"));
  else
    /* Translators: which match of how many, in the find bar. */
    text = g_strdup_printf (_ ("%u of %u"), current, n_matches);
  gtk_label_set_label (self->result, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", n_matches > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", n_matches > 0);
}

const char *
pm_find_bar_get_words (PmFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
