/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-page.h"

#include "pm-date.h"
#include "pm-entity-actions.h"
#include "pm-entity-item.h"
#include "pm-row.h"
#include "pm-timeline.h"

#include <glib/gi18n-lib.h>

/* Lines of a part before “Show All”; suggestions that are made at once. */
#define FEW 5
#define MAX_SUGGESTIONS 3
/* Articles that are read for a first look; all of them may take a second. */
#define FIRST_LOOK 60
/* How long the page waits before it reads again what a stream of articles may change once more. */
#define SOON_SECONDS 2

/* The parts of the list, in their order. */
typedef enum
{
  SAID,
  TOLD,
  HIGHLIGHTS,
  NEIGHBOURS,
  ARTICLES,
  N_PARTS
} Part;

struct _PmEntityPage
{
  AdwBin parent_instance;

  PmNotebook *notebook; /* (nullable) */
  GSignalGroup *notebook_signals;
  GPtrArray *way;        /* (element-type PmEntityName): the last is the one shown */
  PmDossier *dossier;    /* (nullable) */
  GCancellable *loading; /* (nullable) */
  guint load_soon;       /* time-out */
  guint whole;           /* a bit for each part that is shown whole */

  GtkLabel *name;
  GtkLabel *summary;
  GtkLabel *aliases;
  GtkMenuButton *menu;
  PmTimeline *timeline;
  GtkWidget *alike;
  GtkListBox *suggestions;
  GtkStack *stack;
  GListStore *items; /* (element-type PmEntityItem) */
};

G_DEFINE_FINAL_TYPE (PmEntityPage, pm_entity_page, ADW_TYPE_BIN)

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- the lines --- */

static GVariant *
place_new (gint64 article, PmSpan span)
{
  return g_variant_new ("(xtt)", article, (guint64) span.start, (guint64) span.end);
}

/* "Example News · 15 April 2021", as far as it is known. */
static char *
dup_origin (const PmArticle *article)
{
  g_autofree char *date = pm_date_dup_human (article->published, 0);

  if (!article->outlet || *date == '\0')
    return g_strdup (article->outlet ? article->outlet : date);
  return g_strdup_printf ("%s · %s", article->outlet, date);
}

static PmEntityItem *
utterance_item_new (PmDossier *dossier, const PmUtterance *utterance, gboolean told)
{
  const PmAppearance *appearance = dossier->appearances->pdata[utterance->appearance];
  g_autofree char *words = pm_row_dup_line (utterance->words);
  g_autofree char *origin = dup_origin (appearance->article);
  const char *speaker = told ? utterance->quote->speaker_name : NULL;
  g_autofree char *subtitle = g_strjoin (speaker && *origin ? " · " : "", speaker ? speaker : "",
                                         origin, NULL);

  return pm_entity_item_new_words (words, subtitle, "win.open-place",
                                   place_new (appearance->article->id, utterance->quote->span));
}

static PmEntityItem *
said_item_new (PmDossier *dossier, guint i)
{
  return utterance_item_new (dossier, dossier->said->pdata[i], FALSE);
}

static PmEntityItem *
told_item_new (PmDossier *dossier, guint i)
{
  return utterance_item_new (dossier, dossier->told->pdata[i], TRUE);
}

static PmEntityItem *
highlight_item_new (PmDossier *dossier, guint i)
{
  const PmHighlight *highlight = dossier->highlights->pdata[i];
  g_autofree char *words = pm_row_dup_line (highlight->anchor->exact);
  g_autofree char *note = highlight->note ? pm_row_dup_line (highlight->note) : NULL;

  return pm_entity_item_new_words (words, note, "win.open-place",
                                   place_new (highlight->article, highlight->span));
}

static PmEntityItem *
neighbour_item_new (PmDossier *dossier, guint i)
{
  const PmNamed *named = dossier->neighbours->pdata[i];
  g_autofree char *count = g_strdup_printf ("%u", named->n_articles);

  return pm_entity_item_new (named->name, pm_entity_type_get_title (named->type), count,
                             "win.open-entity",
                             g_variant_new ("(us)", (guint32) named->type, named->name));
}

static PmEntityItem *
article_item_new (PmDossier *dossier, guint i)
{
  const PmAppearance *appearance = dossier->appearances->pdata[i];
  g_autofree char *count = g_strdup_printf ("%u", appearance->mentions->len);
  g_autofree char *origin = dup_origin (appearance->article);
  PmSpan first = appearance->mentions->len > 0 ? g_array_index (appearance->mentions, PmSpan, 0)
                                               : (PmSpan){ 0, 0 };

  return pm_entity_item_new (appearance->article->title, *origin ? origin : appearance->context,
                             count, "win.open-place", place_new (appearance->article->id, first));
}

static const struct
{
  const char *title;
  gsize offset; /* of its array in the dossier */
  PmEntityItem *(*make) (PmDossier *dossier, guint i);
} parts[N_PARTS] = {
  [SAID] = { N_ ("Quotes By"), G_STRUCT_OFFSET (PmDossier, said), said_item_new },
  [TOLD] = { N_ ("Quotes About"), G_STRUCT_OFFSET (PmDossier, told), told_item_new },
  [HIGHLIGHTS] = { N_ ("Highlights"), G_STRUCT_OFFSET (PmDossier, highlights), highlight_item_new },
  [NEIGHBOURS] = { N_ ("Appears With"), G_STRUCT_OFFSET (PmDossier, neighbours),
                   neighbour_item_new },
  [ARTICLES] = { N_ ("Articles"), G_STRUCT_OFFSET (PmDossier, appearances), article_item_new },
};

static void
add_part (PmEntityPage *self, Part part, GPtrArray *items)
{
  GPtrArray *all = G_STRUCT_MEMBER (GPtrArray *, self->dossier, parts[part].offset);
  gboolean cut = all->len > FEW + 1 && (self->whole & (1u << part)) == 0;
  g_autofree char *count = self->dossier->cut ? NULL : g_strdup_printf ("%u", all->len);

  if (all->len == 0)
    return;
  g_ptr_array_add (items, pm_entity_item_new (_ (parts[part].title), NULL, count, NULL, NULL));
  for (guint i = 0; i < (cut ? FEW : all->len); i++)
    g_ptr_array_add (items, parts[part].make (self->dossier, i));
  if (cut)
    g_ptr_array_add (items, pm_entity_item_new (_ ("Show All"), NULL, NULL, "entity-page.show-all",
                                                g_variant_new_uint32 (part)));
}

static void
fill_list (PmEntityPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (Part part = 0; part < N_PARTS; part++)
    add_part (self, part, items);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
activate_cb (PmEntityPage *self, guint position)
{
  g_autoptr (PmEntityItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item && pm_entity_item_get_action (item))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), pm_entity_item_get_action (item),
                                        pm_entity_item_get_target (item));
}

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntityPage *self = PM_ENTITY_PAGE (widget);

  self->whole |= 1u << g_variant_get_uint32 (parameter);
  fill_list (self);
}

/* --- what may be the same --- */

static GtkWidget *
button_new (const char *label, const char *action, const PmEntityName *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *title = g_strdup_printf ("%s: %s", label, name->name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", (guint32) name->type,
                                    name->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
suggestion_row_new (const PmEntityName *name)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (name->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pm_entity_type_get_title (name->type));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             button_new (_ ("Join"), "entity-page.join", name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             button_new (_ ("Keep Apart"), "entity-page.apart", name));
  return row;
}

static void
fill_suggestions (PmEntityPage *self)
{
  GtkListBoxRow *row;
  guint n = MIN (self->dossier->suggestions->len, MAX_SUGGESTIONS);

  while ((row = gtk_list_box_get_row_at_index (self->suggestions, 0)) != NULL)
    gtk_list_box_remove (self->suggestions, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->suggestions,
                         suggestion_row_new (self->dossier->suggestions->pdata[i]));
  gtk_widget_set_visible (self->alike, n > 0);
}

static gboolean
get_subject (GtkWidget *widget, PmEntitySubject *subject)
{
  PmEntityPage *self = PM_ENTITY_PAGE (widget);

  if (!self->notebook || !self->dossier)
    return FALSE;
  *subject = (PmEntitySubject){ .notebook = self->notebook,
                                .type = self->dossier->type,
                                .name = self->dossier->name,
                                .aliases = self->dossier->aliases };
  return TRUE;
}

/* The shorter one is the other from now on: a full name says more. */
static void
join (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;
  guint32 type;
  const char *name;
  PmEntityName own;

  if (!get_subject (widget, &subject))
    return;
  g_variant_get (parameter, "(u&s)", &type, &name);
  own = (PmEntityName){ subject.type, (char *) subject.name };
  if (g_utf8_strlen (name, -1) > g_utf8_strlen (subject.name, -1))
    pm_entity_merge (widget, &subject, &(PmEntityName){ type, (char *) name });
  else
    {
      subject.type = type;
      subject.name = name;
      pm_entity_merge (widget, &subject, &own);
    }
}

static void
apart (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;
  guint32 type;
  const char *name;

  if (!get_subject (widget, &subject))
    return;
  g_variant_get (parameter, "(u&s)", &type, &name);
  pm_entity_correct (widget, subject.notebook,
                     pm_entity_correction_new (PM_CORRECTION_APART, subject.type, subject.name,
                                               NULL, type, name),
                     g_strdup_printf (_ ("“%s” stays apart"), name));
}

/* --- the page --- */

static char *
dup_summary (const PmDossier *dossier)
{
  const char *type = pm_entity_type_get_title (dossier->type);
  g_autofree char *mentions = NULL;
  g_autofree char *articles = NULL;

  if (dossier->cut)
    {
      articles = g_strdup_printf (ngettext ("reading %'u article…", "reading %'u articles…",
                                            dossier->n_articles),
                                  dossier->n_articles);
      return g_strdup_printf ("%s · %s", type, articles);
    }
  mentions = g_strdup_printf (ngettext ("%'u mention", "%'u mentions", dossier->n_mentions),
                              dossier->n_mentions);
  articles = g_strdup_printf (ngettext ("in %'u article", "in %'u articles",
                                        dossier->appearances->len),
                              dossier->appearances->len);
  /* Translators: the type of an entity, and how often it is named: Person · 14 mentions in 3
   * articles. */
  return g_strdup_printf (_ ("%s · %s %s"), type, mentions, articles);
}

static void
fill_head (PmEntityPage *self)
{
  PmDossier *dossier = self->dossier;
  g_autofree char *summary = dup_summary (dossier);
  g_autoptr (GString) aliases = g_string_new (NULL);
  PmEntitySubject subject;
  g_autoptr (GMenuModel) menu = NULL;

  for (guint i = 0; i < dossier->aliases->len; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? " · " : "",
                            (char *) dossier->aliases->pdata[i]);
  gtk_label_set_label (self->name, dossier->name);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->aliases, aliases->str);
  gtk_widget_set_visible (GTK_WIDGET (self->aliases), aliases->len > 0);
  pm_timeline_set_appearances (self->timeline, dossier->appearances);
  /* Its place is kept: what is below does not jump when all is read. */
  gtk_widget_set_opacity (GTK_WIDGET (self->timeline), dossier->cut ? 0 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), pm_timeline_has_span (self->timeline));
  if (get_subject (GTK_WIDGET (self), &subject))
    menu = pm_entity_menu_new (&subject);
  gtk_menu_button_set_menu_model (self->menu, menu);
}

static void
show_dossier (PmEntityPage *self)
{
  fill_head (self);
  fill_suggestions (self);
  fill_list (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->dossier->appearances->len > 0 ? "items" : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
cancel (PmEntityPage *self)
{
  g_clear_handle_id (&self->load_soon, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* Returns: whether there is something new to see. */
static gboolean
take (PmEntityPage *self, PmNotebook *notebook, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = pm_notebook_load_dossier_finish (notebook, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || notebook != self->notebook ||
      self->way->len == 0)
    return FALSE;
  if (!dossier)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return FALSE;
    }
  g_clear_pointer (&self->dossier, pm_dossier_unref);
  self->dossier = g_steal_pointer (&dossier);
  show_dossier (self);
  return TRUE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmEntityPage) self = PM_ENTITY_PAGE (user_data);

  take (self, PM_NOTEBOOK (source), result);
}

/* @newest: as pm_notebook_load_dossier_async() has it. */
static void
ask (PmEntityPage *self, guint newest, GAsyncReadyCallback callback)
{
  const PmEntityName *name = self->way->pdata[self->way->len - 1];

  pm_notebook_load_dossier_async (self->notebook, name->type, name->name, newest, self->loading,
                                  callback, g_object_ref (self));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmEntityPage) self = PM_ENTITY_PAGE (user_data);

  if (take (self, PM_NOTEBOOK (source), result) && self->dossier->cut)
    ask (self, 0, loaded_cb);
}

/* One that is shown already stays until all of it is read anew. */
static void
load (PmEntityPage *self)
{
  gboolean shown = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") != 0;

  cancel (self);
  if (!self->notebook || self->way->len == 0)
    return;
  self->loading = g_cancellable_new ();
  if (shown)
    ask (self, 0, loaded_cb);
  else
    ask (self, FIRST_LOOK, looked_cb);
}

static gboolean
load_soon_cb (gpointer user_data)
{
  PmEntityPage *self = PM_ENTITY_PAGE (user_data);

  self->load_soon = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What the user does is seen at once. */
static void
changed_cb (PmEntityPage *self, gint64 article, guint changed)
{
  if (self->way->len == 0)
    return;
  if (changed & (PM_NOTEBOOK_ENTITIES | PM_NOTEBOOK_HIGHLIGHTS))
    load (self);
  else if ((changed & (PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT)) && self->load_soon == 0)
    self->load_soon = g_timeout_add_seconds (SOON_SECONDS, load_soon_cb, self);
}

static void
show_last (PmEntityPage *self)
{
  const PmEntityName *name = self->way->pdata[self->way->len - 1];

  self->whole = 0;
  gtk_label_set_label (self->name, name->name);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  load (self);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntityPage *self = PM_ENTITY_PAGE (widget);

  if (self->way->len <= 1)
    {
      gtk_widget_activate_action (widget, "win.close-entity", NULL);
      return;
    }
  g_ptr_array_set_size (self->way, self->way->len - 1);
  show_last (self);
}

static void
pm_entity_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmEntityPage *self = PM_ENTITY_PAGE (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->dossier ? self->dossier->name : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_entity_page_dispose (GObject *object)
{
  PmEntityPage *self = PM_ENTITY_PAGE (object);

  cancel (self);
  g_clear_object (&self->notebook_signals);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->dossier, pm_dossier_unref);
  g_ptr_array_set_size (self->way, 0);
  G_OBJECT_CLASS (pm_entity_page_parent_class)->dispose (object);
}

static void
pm_entity_page_finalize (GObject *object)
{
  g_ptr_array_unref (PM_ENTITY_PAGE (object)->way);
  G_OBJECT_CLASS (pm_entity_page_parent_class)->finalize (object);
}

static void
pm_entity_page_class_init (PmEntityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_entity_page_get_property;
  object_class->dispose = pm_entity_page_dispose;
  object_class->finalize = pm_entity_page_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PM_TYPE_ENTITY_ITEM);
  g_type_ensure (PM_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-entity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, name);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, summary);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, aliases);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, menu);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, alike);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, suggestions);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PmEntityPage, items);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  pm_entity_actions_install (widget_class, get_subject);
  gtk_widget_class_install_action (widget_class, "entity-page.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "entity-page.show-all", "u", show_all);
  gtk_widget_class_install_action (widget_class, "entity-page.join", "(us)", join);
  gtk_widget_class_install_action (widget_class, "entity-page.apart", "(us)", apart);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "entity-page.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "entity-page.back",
                                       NULL);
}

static void
pm_entity_page_init (PmEntityPage *self)
{
  self->way = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_entity_name_free);
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pm_entity_page_set_notebook (PmEntityPage *self, PmNotebook *notebook)
{
  g_return_if_fail (PM_IS_ENTITY_PAGE (self));

  pm_entity_page_close (self);
  g_set_object (&self->notebook, notebook);
  g_signal_group_set_target (self->notebook_signals, notebook);
}

void
pm_entity_page_open (PmEntityPage *self, PmEntityType type, const char *name)
{
  g_return_if_fail (PM_IS_ENTITY_PAGE (self));

  g_ptr_array_add (self->way, pm_entity_name_new (type, name));
  show_last (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
pm_entity_page_close (PmEntityPage *self)
{
  g_return_if_fail (PM_IS_ENTITY_PAGE (self));

  cancel (self);
  g_ptr_array_set_size (self->way, 0);
  g_clear_pointer (&self->dossier, pm_dossier_unref);
  g_list_store_remove_all (self->items);
}

PmDossier *
pm_entity_page_get_dossier (PmEntityPage *self)
{
  g_return_val_if_fail (PM_IS_ENTITY_PAGE (self), NULL);
  return self->dossier;
}
