/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-row.h"

#include "pm-entity-actions.h"
#include "pm-entity-name.h"
#include "pm-sparkline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters either side of a mention that are shown with it. */
#define CONTEXT 50

struct _PmEntityRow
{
  PmRow parent_instance;

  const PmEntity *entity; /* of the row's record */
  guint next;             /* the mention that opening goes to */
  GtkLabel *context;      /* (nullable): in the details */
  GtkWidget *menu;        /* (nullable): while it is open */

  GtkLabel *name;
  GtkLabel *aliases;
  PmSparkline *sparkline;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (PmEntityRow, pm_entity_row, PM_TYPE_ROW)

/* Its first words in the text, so that the row stays, with selection and focus, when the user gives
 * it another name. */
static char *
pm_entity_row_dup_key (gconstpointer item)
{
  const PmEntity *entity = item;

  if (entity->mentions->len == 0)
    return g_strdup (entity->name);
  return g_strdup_printf ("%zu", g_array_index (entity->mentions, PmSpan, 0).start);
}

static void
pm_entity_row_bind (PmRow *row, gpointer item)
{
  PmEntityRow *self = PM_ENTITY_ROW (row);
  const PmEntity *entity = item;
  PmDocument *document = pm_row_get_record (row)->document;
  guint n = entity->mentions->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf (ngettext ("%s, %u mention", "%s, %u mentions", n),
                                           entity->name, n);
  g_autoptr (GString) aliases = g_string_new (NULL);

  self->entity = entity;
  self->next = n > 0 ? self->next % n : 0;
  for (guint i = 0; i < entity->aliases->len; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? " · " : "",
                            (char *) entity->aliases->pdata[i]);
  gtk_label_set_label (self->name, entity->name);
  gtk_label_set_label (self->aliases, aliases->str);
  gtk_widget_set_visible (GTK_WIDGET (self->aliases), aliases->len > 0);
  gtk_label_set_label (self->count, count);
  pm_sparkline_set_places (self->sparkline, entity->mentions,
                           document ? pm_document_get_length (document) : 0);
  pm_row_set_name (row, name);
}

/* The words around @span as markup, the mention itself in bold. */
static char *
dup_context (PmDocument *document, PmSpan span)
{
  const char *text = pm_document_get_text (document);
  const char *end = text + pm_document_get_length (document);
  const char *from = text + span.start, *to = text + span.end;
  g_autofree char *before = NULL, *words = NULL, *after = NULL;

  for (int i = 0; i < CONTEXT && from > text && from[-1] != '\n'; i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; i < CONTEXT && to < end && *to != '\n'; i++)
    to = g_utf8_next_char (to);
  /* No word is cut in two, where there are spaces to cut at. */
  if (from > text && from[-1] != '\n' && from[-1] != ' ')
    {
      const char *space = memchr (from, ' ', text + span.start - from);

      from = space != NULL ? space + 1 : from;
    }
  if (to < end && *to != '\n' && *to != ' ')
    {
      const char *space = g_strrstr_len (text + span.end, to - (text + span.end), " ");

      to = space != NULL ? space : to;
    }
  before = g_markup_escape_text (from, text + span.start - from);
  words = g_markup_escape_text (text + span.start, pm_span_length (span));
  after = g_markup_escape_text (text + span.end, to - (text + span.end));
  return g_strdup_printf ("%s%s<b>%s</b>%s%s", from > text && from[-1] != '\n' ? "…" : "", before,
                          words, after, to < end && *to != '\n' ? "…" : "");
}

static void
show_context (PmEntityRow *self, guint mention)
{
  PmDocument *document = pm_row_get_record (PM_ROW (self))->document;
  guint n = self->entity->mentions->len;
  g_autofree char *around = NULL;
  g_autofree char *markup = NULL;

  if (!self->context || !document || mention >= n)
    return;
  around = dup_context (document, g_array_index (self->entity->mentions, PmSpan, mention));
  /* Translators: which of the mentions of a name, of how many: "2 of 14". */
  markup = n > 1 ? g_strdup_printf (_ ("%s  <small>%u of %u</small>"), around, mention + 1, n)
                 : g_steal_pointer (&around);
  gtk_label_set_markup (self->context, markup);
}

static void
pm_entity_row_open (PmRow *row)
{
  PmEntityRow *self = PM_ENTITY_ROW (row);
  guint n = self->entity->mentions->len;

  if (n == 0)
    return;
  pm_panel_go_to (pm_row_get_panel (row),
                  g_array_index (self->entity->mentions, PmSpan, self->next));
  show_context (self, self->next);
  self->next = (self->next + 1) % n;
}

static GArray *
pm_entity_row_list_places (PmRow *row)
{
  return g_array_ref (PM_ENTITY_ROW (row)->entity->mentions);
}

/* The correction that hides @entity, or 0. */
static gint64
find_hiding (PmRecord *record, const PmEntity *entity)
{
  g_autofree char *key = pm_entity_name_dup_key (entity->name);
  gint64 found = 0;

  if (!g_ptr_array_find (record->analysis->hidden, entity, NULL))
    return 0;
  for (guint i = 0; i < record->corrections->len; i++)
    {
      const PmEntityCorrection *correction = record->corrections->pdata[i];
      g_autofree char *own = pm_entity_name_dup_key (correction->name);

      if (correction->kind == PM_CORRECTION_HIDE && correction->type == entity->type &&
          strcmp (own, key) == 0)
        found = correction->id;
    }
  return found;
}

static gboolean
get_subject (GtkWidget *widget, PmEntitySubject *subject)
{
  PmEntityRow *self = PM_ENTITY_ROW (widget);
  PmRecord *record = pm_row_get_record (PM_ROW (self));
  PmPanel *panel = pm_row_get_panel (PM_ROW (self));

  if (!panel || !pm_panel_get_notebook (panel) || !self->entity)
    return FALSE;
  *subject = (PmEntitySubject){
    .notebook = pm_panel_get_notebook (panel),
    .type = self->entity->type,
    .name = self->entity->name,
    .aliases = self->entity->aliases,
    .article = record->article->id,
    .hiding = find_hiding (record, self->entity),
  };
  return TRUE;
}

/* --- the menu --- */

static gboolean
remove_menu_cb (gpointer user_data)
{
  g_clear_pointer (&PM_ENTITY_ROW (user_data)->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* What was chosen is done only after this. */
static void
menu_closed_cb (PmEntityRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu_cb, g_object_ref (self), g_object_unref);
}

static void
show_menu (PmEntityRow *self, double x, double y)
{
  PmEntitySubject subject;
  g_autoptr (GMenuModel) model = NULL;

  if (self->menu || !get_subject (GTK_WIDGET (self), &subject))
    return;
  model = pm_entity_menu_new (&subject);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PmEntityRow *self)
{
  show_menu (self, x, y);
}

static void
open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_menu (PM_ENTITY_ROW (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

static void
clicked_cb (GtkGestureClick *click, int n_press, double x, double y, PmEntityRow *self)
{
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "entity.open", NULL);
}

/* --- dragging one onto another --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, PmEntityRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (PM_TYPE_ENTITY_ROW, self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PmEntityRow *self)
{
  GtkWidget *dragged = g_value_get_object (value);
  PmEntitySubject subject, into;

  if (dragged == GTK_WIDGET (self) || !get_subject (dragged, &subject) ||
      !get_subject (GTK_WIDGET (self), &into) || subject.hiding != 0 || into.hiding != 0)
    return FALSE;
  pm_entity_merge (GTK_WIDGET (self), &subject, &(PmEntityName){ into.type, (char *) into.name });
  return TRUE;
}

static void
add_controllers (PmEntityRow *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PM_TYPE_ENTITY_ROW, GDK_ACTION_COPY);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (primary, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- the details --- */

static GtkWidget *
pm_entity_row_make_details (PmRow *row)
{
  PmEntityRow *self = PM_ENTITY_ROW (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  g_set_weak_pointer (&self->context, GTK_LABEL (label));
  gtk_label_set_xalign (self->context, 0);
  gtk_label_set_wrap (self->context, TRUE);
  gtk_label_set_wrap_mode (self->context, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->context, GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "context");
  show_context (self, self->next);
  gtk_box_append (GTK_BOX (actions),
                  pm_row_action_new (NULL, _ ("Page"), _ ("Open Page"), "entity.open"));
  gtk_box_append (GTK_BOX (actions),
                  pm_row_action_new ("view-more-symbolic", NULL, _ ("Correct"), "entity.menu"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), actions);
  return box;
}

static void
pm_entity_row_dispose (GObject *object)
{
  g_clear_pointer (&PM_ENTITY_ROW (object)->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (pm_entity_row_parent_class)->dispose (object);
}

static void
pm_entity_row_finalize (GObject *object)
{
  g_clear_weak_pointer (&PM_ENTITY_ROW (object)->context);
  G_OBJECT_CLASS (pm_entity_row_parent_class)->finalize (object);
}

static void
pm_entity_row_class_init (PmEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_entity_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_entity_row_finalize;
  row_class->dup_key = pm_entity_row_dup_key;
  row_class->bind = pm_entity_row_bind;
  row_class->open = pm_entity_row_open;
  row_class->list_places = pm_entity_row_list_places;
  row_class->make_details = pm_entity_row_make_details;

  pm_entity_actions_install (widget_class, get_subject);
  gtk_widget_class_install_action (widget_class, "entity.menu", NULL, open_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "entity.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "entity.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "entity.open", NULL);
  g_type_ensure (PM_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-entity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, name);
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, aliases);
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, sparkline);
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, count);
}

static void
pm_entity_row_init (PmEntityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
}

static gboolean
holds (const char *name, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, typed) != NULL;
}

gboolean
pm_entity_row_matches (const PmEntity *entity, const char *typed)
{
  if (holds (entity->name, typed))
    return TRUE;
  for (guint i = 0; i < entity->aliases->len; i++)
    if (holds (entity->aliases->pdata[i], typed))
      return TRUE;
  return FALSE;
}

const PmEntity *
pm_entity_row_get_entity (PmEntityRow *self)
{
  return self->entity;
}
