/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-source-row.h"

#include "pm-date.h"
#include "pm-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PmSourceRow
{
  PmRow parent_instance;

  char *url; /* (nullable) */
  char *key; /* (nullable): by which other sources are the same */
  PmSpan span;
  gint64 article;
  PmAnswerKind answer;
  GtkWidget *popover; /* (nullable): the context menu */

  GtkLabel *title;
  GtkLabel *address;
  GtkLabel *answer_label;
  GtkSpinner *asking_spinner;
  GtkLabel *kind;
  GtkStack *status;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (PmSourceRow, pm_source_row, PM_TYPE_ROW)

static const char *const kinds[PM_N_SOURCE_KINDS] = {
  [PM_SOURCE_DOCUMENT] = N_ ("primary"),    [PM_SOURCE_GOVERNMENT] = N_ ("government"),
  [PM_SOURCE_AGENCY] = N_ ("agency"),       [PM_SOURCE_NEWS] = N_ ("news"),
  [PM_SOURCE_COMPANY] = N_ ("company"),     [PM_SOURCE_NGO] = N_ ("NGO"),
  [PM_SOURCE_SOCIAL] = N_ ("social"),       [PM_SOURCE_RESEARCH] = N_ ("research"),
  [PM_SOURCE_REFERENCE] = N_ ("reference"), [PM_SOURCE_INTERNAL] = N_ ("same site"),
  [PM_SOURCE_OTHER] = N_ ("other"),
};

static const char *const states[] = {
  [PM_SOURCE_UNKNOWN] = "unknown",
  [PM_SOURCE_MISSING] = "missing",
  [PM_SOURCE_BUSY] = "busy",
  [PM_SOURCE_HERE] = "here",
};

/* @status: of a server. */
static char *
dup_answer (PmAnswerKind kind, guint status)
{
  switch (kind)
    {
    case PM_ANSWER_MOVED:
      return g_strdup (_ ("moved"));
    case PM_ANSWER_GONE:
      /* Translators: a page is; the number is the server's answer, such as 404. */
      return g_strdup_printf (_ ("gone (%u)"), status);
    case PM_ANSWER_REFUSED:
      /* Translators: a page was, by its server; the number is its answer, such as 403. */
      return g_strdup_printf (_ ("refused (%u)"), status);
    case PM_ANSWER_SILENT:
      return g_strdup (_ ("no answer"));
    default:
      return g_strdup ("");
    }
}

/* When it was asked, and what came of it. */
static char *
dup_answer_details (const PmAnswer *answer)
{
  g_autofree char *day = pm_date_dup_human (NULL, answer->checked);
  g_autofree char *what = answer->error ? g_strdup (answer->error)
                                        : g_strdup_printf (_ ("It leads to %s"), answer->url);

  /* Translators: a day such as "Today" or "15 Apr 2021", then a sentence. */
  return g_strdup_printf (_ ("Checked: %s. %s"), day, what);
}

static char *
pm_source_row_dup_key (gconstpointer data)
{
  const PmSourceItem *item = data;

  if (pm_source_get_key (item->source))
    return g_strdup (pm_source_get_key (item->source));
  return g_strdup_printf ("%" G_GSIZE_FORMAT " %s", item->source->span.start, item->source->name);
}

/* An address as people read it: without its scheme, and how often the article links to it. */
static char *
dup_address (const PmSourceItem *item)
{
  const char *start = strstr (item->source->url, "://");
  g_autofree char *address = g_strdup (start ? start + 3 : item->source->url);
  gsize length = strlen (address);

  if (length > 0 && address[length - 1] == '/')
    address[length - 1] = '\0';
  return item->n_places > 1 ? g_strdup_printf ("%s ×%u", address, item->n_places)
                            : g_steal_pointer (&address);
}

/* A named source's name, and how often it is named; the words of a link. */
static char *
dup_title (const PmSourceItem *item)
{
  g_autofree char *name = pm_row_dup_line (item->source->name);

  return item->source->url == NULL && item->n_places > 1
             ? g_strdup_printf ("%s ×%u", name, item->n_places)
             : g_steal_pointer (&name);
}

/* Below a named source stand the words that name it, when they are more than its name. */
static char *
dup_naming (PmRow *row, const PmSource *source)
{
  PmDocument *document = pm_row_get_record (row)->document;
  g_autofree char *words = document ? pm_document_dup_span (document, source->span) : NULL;
  g_autofree char *line = pm_row_dup_line (words ? words : "");

  if (*line == '\0' || g_strcmp0 (line, source->name) == 0)
    return g_strdup ("");
  return g_strdup_printf (_ ("“%s”"), line);
}

static void
set_state (PmSourceRow *self, PmSourceState state)
{
  if (self->url && !pm_source_is_web (self->url) && state == PM_SOURCE_MISSING)
    state = PM_SOURCE_UNKNOWN;
  gtk_widget_set_visible (GTK_WIDGET (self->status), state != PM_SOURCE_UNKNOWN);
  gtk_stack_set_visible_child_name (self->status, states[state]);
  gtk_spinner_set_spinning (self->spinner, state == PM_SOURCE_BUSY);
}

/* Returns: (transfer full): what a screen reader says of it; empty when there is nothing to say. */
static char *
set_answer (PmSourceRow *self, const PmSourceItem *item)
{
  const PmAnswer *answer = item->answer;
  PmAnswerKind kind = answer ? pm_answer_get_kind (answer, self->url) : PM_ANSWER_FINE;
  g_autofree char *words = answer ? dup_answer (kind, answer->status) : g_strdup ("");
  g_autofree char *details = kind != PM_ANSWER_FINE ? dup_answer_details (answer) : NULL;
  gboolean lost = kind == PM_ANSWER_GONE || kind == PM_ANSWER_SILENT;
  const char *classes[] = { "chip", lost ? "lost" : "doubtful", NULL };

  self->answer = kind;
  gtk_label_set_label (self->answer_label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->answer_label), details);
  gtk_widget_set_css_classes (GTK_WIDGET (self->answer_label), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  details ? details : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), *words && !item->asking);
  gtk_widget_set_visible (GTK_WIDGET (self->asking_spinner), item->asking);
  gtk_spinner_set_spinning (self->asking_spinner, item->asking);
  return item->asking ? g_strdup (_ ("checking")) : g_steal_pointer (&words);
}

static void
pm_source_row_bind (PmRow *row, gpointer data)
{
  PmSourceRow *self = PM_SOURCE_ROW (row);
  const PmSourceItem *item = data;
  g_autofree char *title = dup_title (item);
  const char *kind = pm_source_row_get_kind_title (item->source->kind);
  g_autofree char *below = item->source->url ? dup_address (item) : dup_naming (row, item->source);
  g_autofree char *answer = NULL;
  g_autofree char *name = NULL;

  g_free (self->url);
  self->url = g_strdup (item->source->url);
  g_free (self->key);
  self->key = g_strdup (pm_source_get_key (item->source));
  self->span = item->source->span;
  self->article = item->article;
  gtk_label_set_label (self->title, *title ? title : below);
  gtk_label_set_label (self->address, below);
  gtk_label_set_ellipsize (self->address, self->url ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (GTK_WIDGET (self->address), *below && *title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->address), self->url);
  gtk_label_set_label (self->kind, kind);
  set_state (self, item->state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.menu", self->url != NULL);
  answer = set_answer (self, item);
  name = g_strdup_printf (*answer ? "%s, %s, %s" : "%s, %s", *title ? title : below, kind, answer);
  pm_row_set_name (row, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.check",
                                 self->url && pm_source_is_web (self->url) && !item->asking);
}

static void
pm_source_row_open (PmRow *row)
{
  pm_panel_go_to (pm_row_get_panel (row), PM_SOURCE_ROW (row)->span);
}

static GArray *
pm_source_row_list_places (PmRow *row)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  PmSourceRow *self = PM_SOURCE_ROW (row);
  GPtrArray *sources = pm_row_get_record (row)->analysis->sources;

  for (guint i = 0; i < sources->len && self->key; i++)
    {
      const PmSource *source = sources->pdata[i];

      if (g_strcmp0 (pm_source_get_key (source), self->key) == 0)
        g_array_append_val (places, source->span);
    }
  if (!self->key)
    g_array_append_val (places, self->span);
  return places;
}

/* Whether only a copy elsewhere can show it. */
static gboolean
is_lost (PmSourceRow *self)
{
  return !self->article && (self->answer == PM_ANSWER_GONE || self->answer == PM_ANSWER_SILENT);
}

static GtkWidget *
pm_source_row_make_details (PmRow *row)
{
  PmSourceRow *self = PM_SOURCE_ROW (row);
  PmWrapBox *box = PM_WRAP_BOX (pm_wrap_box_new ());

  if (self->article)
    pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Open"), _ ("Open in Pressmark"),
                                                "source.open"));
  if (self->url)
    {
      pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Open in Browser"),
                                                  _ ("Open in Browser"), "source.browse"));
      pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Copy Link"), _ ("Copy Link"),
                                                  "source.copy-link"));
    }
  if (self->url && pm_source_is_web (self->url))
    pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Check Link"),
                                                _ ("Check whether the link still answers"),
                                                "source.check"));
  if (is_lost (self))
    pm_wrap_box_append (box,
                        pm_row_action_new (NULL, _ ("Internet Archive"),
                                           _ ("Open at the Internet Archive"), "source.archive"));
  gtk_widget_set_visible (GTK_WIDGET (box), self->url != NULL);
  return GTK_WIDGET (box);
}

static void
download_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const urls[] = { PM_SOURCE_ROW (widget)->url, NULL };

  gtk_widget_activate_action (widget, "sources.download", "^as", urls);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-article", "x", PM_SOURCE_ROW (widget)->article);
}

static void
browse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-uri", "s", PM_SOURCE_ROW (widget)->url);
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pm_panel_copy (pm_row_get_panel (PM_ROW (widget)), PM_SOURCE_ROW (widget)->url);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const urls[] = { PM_SOURCE_ROW (widget)->url, NULL };

  gtk_widget_activate_action (widget, "sources.check", "^as", urls);
}

/* The last copy that the archive has of it. */
static void
archive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *url = g_strconcat ("https://web.archive.org/web/2/", PM_SOURCE_ROW (widget)->url,
                                      NULL);

  gtk_widget_activate_action (widget, "win.open-uri", "s", url);
}

static void
show_menu (PmSourceRow *self, double x, double y)
{
  if (!self->url)
    return;
  if (!self->popover)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("Open in Browser"), "source.browse");
      g_menu_append (menu, _ ("Copy Link"), "source.copy-link");
      g_menu_append (menu, _ ("Check Link"), "source.check");
      self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (PmSourceRow *self, int n_press, double x, double y)
{
  show_menu (self, x, y);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_menu (PM_SOURCE_ROW (widget), gtk_widget_get_width (widget) / 2,
             gtk_widget_get_height (widget) / 2);
}

static void
pm_source_row_dispose (GObject *object)
{
  g_clear_pointer (&PM_SOURCE_ROW (object)->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (pm_source_row_parent_class)->dispose (object);
}

static void
pm_source_row_finalize (GObject *object)
{
  g_free (PM_SOURCE_ROW (object)->url);
  g_free (PM_SOURCE_ROW (object)->key);
  G_OBJECT_CLASS (pm_source_row_parent_class)->finalize (object);
}

static void
pm_source_row_class_init (PmSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_source_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_source_row_finalize;
  row_class->dup_key = pm_source_row_dup_key;
  row_class->bind = pm_source_row_bind;
  row_class->open = pm_source_row_open;
  row_class->list_places = pm_source_row_list_places;
  row_class->make_details = pm_source_row_make_details;
  gtk_widget_class_install_action (widget_class, "source.download", NULL, download_action);
  gtk_widget_class_install_action (widget_class, "source.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "source.browse", NULL, browse_action);
  gtk_widget_class_install_action (widget_class, "source.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "source.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "source.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "source.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "source.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "source.menu",
                                       NULL);

  g_type_ensure (PM_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, title);
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, address);
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, answer_label);
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, asking_spinner);
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, kind);
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, status);
  gtk_widget_class_bind_template_child (widget_class, PmSourceRow, spinner);
}

static void
pm_source_row_init (PmSourceRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

const char *
pm_source_row_get_kind_title (PmSourceKind kind)
{
  g_return_val_if_fail (kind < PM_N_SOURCE_KINDS, NULL);
  return _ (kinds[kind]);
}

void
pm_source_item_free (PmSourceItem *self)
{
  g_clear_pointer (&self->answer, pm_answer_free);
  g_free (self);
}
