/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-details-panel.h"

#include "pm-facts.h"
#include "pm-note-popover.h"
#include "pm-provenance.h"
#include "pm-tags-popover.h"
#include "pm-story-group.h"
#include "pm-versions.h"
#include "pm-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _PmDetailsPanel
{
  PmPanel parent_instance;

  char *shown;       /* (nullable): what the facts were made of; see dup_signature() */
  gint64 refreshing; /* the article that is fetched anew, or 0 */
  gboolean had_text; /* that one, before */

  GtkWidget *spinner;
  PmFacts *provenance;
  GtkListBox *hops;
  PmWrapBox *tags;
  GtkLabel *note;
  GtkMenuButton *edit_tags;
  GtkMenuButton *edit_note;
  PmFacts *metadata;
  PmVersions *versions;
  PmStoryGroup *story;
};

G_DEFINE_FINAL_TYPE (PmDetailsPanel, pm_details_panel, PM_TYPE_PANEL)

/* The record comes anew with every highlight made. Facts that are the same are left alone, so that
 * unfolded hops and selected words stay. */
static char *
dup_signature (PmRecord *record)
{
  GString *signature = g_string_new (NULL);

  g_string_printf (signature, "%" G_GINT64_FORMAT " %s %s %u", record->article->id,
                   record->article->url, record->article->error ? record->article->error : "",
                   record->captures->len);
  if (record->page)
    g_string_append_printf (signature, " %" G_GINT64_FORMAT " %s", record->page->fetched,
                            record->page->body_sha256 ? record->page->body_sha256 : "");
  for (PmMetaField field = 0; record->document && field < PM_N_META; field++)
    {
      const char *value = pm_document_get_meta (record->document, field);

      g_string_append_printf (signature, "\n%s", value ? value : "");
    }
  return g_string_free (signature, FALSE);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

typedef struct
{
  PmPage *page;
  const PmHop *hop; /* of @page */
} HopView;

static void
hop_view_free (gpointer data, GClosure *closure)
{
  HopView *self = data;

  pm_page_unref (self->page);
  g_free (self);
}

/* The whole of a hop is made when it is asked for: its headers are long and seldom read. */
static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, HopView *view)
{
  GtkWidget *facts;

  if (!gtk_expander_get_expanded (expander) || gtk_expander_get_child (expander))
    return;
  facts = pm_facts_new ();
  pm_provenance_add_hop (PM_FACTS (facts), view->hop);
  gtk_expander_set_child (expander, facts);
}

static GtkWidget *
hop_new (PmPage *page, const PmHop *hop)
{
  g_autofree char *line = g_strdup_printf ("%u  %s", hop->status, hop->url);
  GtkWidget *label = gtk_label_new (line);
  GtkWidget *expander = gtk_expander_new (NULL);
  HopView *view = g_new (HopView, 1);

  view->page = pm_page_ref (page);
  view->hop = hop;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, hop->url);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_widget_add_css_class (expander, "hop");
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), view,
                         hop_view_free, 0);
  return expander;
}

static void
update_facts (PmDetailsPanel *self, PmRecord *record)
{
  g_autofree char *signature = dup_signature (record);

  if (g_strcmp0 (signature, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&signature);
  pm_facts_clear (self->provenance);
  pm_provenance_add_capture (self->provenance, record);
  clear_list (self->hops);
  for (guint i = 0; record->page && i < record->page->hops->len; i++)
    gtk_list_box_append (self->hops, hop_new (record->page, record->page->hops->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->hops), record->page && record->page->hops->len > 0);
  pm_facts_clear (self->metadata);
  if (record->document)
    pm_provenance_add_metadata (self->metadata, record->document);
  pm_versions_set_record (self->versions, pm_panel_get_notebook (PM_PANEL (self)), record);
  pm_story_group_set_article (self->story, pm_panel_get_notebook (PM_PANEL (self)),
                              record->article->id);
}

static void
update_own (PmDetailsPanel *self, PmArticle *article)
{
  gboolean noted = article->note && *article->note;

  pm_wrap_box_set_tags (self->tags, article->tags);
  gtk_label_set_label (self->note, noted ? article->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), noted);
}

static void
update_refreshing (PmDetailsPanel *self)
{
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));
  gboolean busy = record && self->refreshing == record->article->id;

  gtk_widget_set_visible (self->spinner, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.refresh", record && !busy);
}

static void
pm_details_panel_show (PmPanel *panel, PmRecord *record)
{
  PmDetailsPanel *self = PM_DETAILS_PANEL (panel);

  if (record)
    {
      update_facts (self, record);
      update_own (self, record->article);
    }
  update_refreshing (self);
}

static void
put_article_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmPanel) self = data;
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_put_article_finish (PM_NOTEBOOK (source), result, &error))
    pm_panel_toast_error (self, error);
}

static void
put_article (PmDetailsPanel *self, PmArticle *article, PmArticleField field)
{
  PmNotebook *notebook = pm_panel_get_notebook (PM_PANEL (self));

  if (notebook)
    pm_notebook_put_article_async (notebook, article, field, NULL, put_article_cb,
                                   g_object_ref (self));
}

static void
note_saved_cb (PmDetailsPanel *self, const char *text, PmNotePopover *popover)
{
  g_autoptr (PmArticle) article = pm_article_copy (
      g_object_get_data (G_OBJECT (popover), "article"));

  g_free (article->note);
  article->note = *text ? g_strdup (text) : NULL;
  put_article (self, article, PM_FIELD_NOTE);
}

static void
tags_saved_cb (PmDetailsPanel *self, GStrv tags, PmTagsPopover *popover)
{
  g_autoptr (PmArticle) article = pm_article_copy (
      g_object_get_data (G_OBJECT (popover), "article"));

  g_ptr_array_set_size (article->tags, 0);
  for (guint i = 0; tags[i]; i++)
    g_ptr_array_add (article->tags, g_strdup (tags[i]));
  put_article (self, article, PM_FIELD_TAGS);
}

/* What is written belongs to the article it was begun for, even when another is opened meanwhile.
 */
static void
set_popover (PmDetailsPanel *self, GtkMenuButton *button, GtkWidget *popover, GCallback saved)
{
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));

  g_object_set_data_full (G_OBJECT (popover), "article", pm_article_copy (record->article),
                          (GDestroyNotify) pm_article_free);
  g_signal_connect_object (popover, "saved", saved, self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
create_note_popup (GtkMenuButton *button, gpointer data)
{
  PmRecord *record = pm_panel_get_record (data);

  if (record)
    set_popover (data, button, pm_note_popover_new (record->article->note),
                 G_CALLBACK (note_saved_cb));
}

static void
create_tags_popup (GtkMenuButton *button, gpointer data)
{
  PmRecord *record = pm_panel_get_record (data);

  if (record)
    set_popover (data, button,
                 pm_tags_popover_new (pm_panel_get_notebook (data), record->article->tags),
                 G_CALLBACK (tags_saved_cb));
}

static void
say_version (PmDetailsPanel *self, const PmVersion *version)
{
  g_autofree char *change = version ? pm_versions_dup_change (version) : NULL;
  /* Translators: then “+12 −3 words”. */
  g_autofree char *sentence = version ? g_strdup_printf (_ ("New version: %s"), change)
                                      : g_strdup (_ ("No change in the text"));

  pm_panel_toast (PM_PANEL (self), sentence);
}

static void
refresh_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmDetailsPanel) self = data;
  g_autoptr (PmVersion) version = NULL;
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_revisit_finish (PM_NOTEBOOK (source), result, &version, &error))
    pm_panel_toast_error (PM_PANEL (self), error);
  else if (self->had_text)
    say_version (self, version);
  self->refreshing = 0;
  update_refreshing (self);
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmDetailsPanel *self = PM_DETAILS_PANEL (widget);
  PmNotebook *notebook = pm_panel_get_notebook (PM_PANEL (self));
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));

  if (!notebook || !record)
    return;
  self->refreshing = record->article->id;
  self->had_text = record->document != NULL;
  update_refreshing (self);
  pm_notebook_revisit_async (notebook, record->article, 0, NULL, refresh_cb, g_object_ref (self));
}

static const char *
get_address (PmDetailsPanel *self)
{
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));

  if (!record)
    return "";
  return record->page ? record->page->url : record->article->url;
}

static void
browse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-uri", "s", get_address (PM_DETAILS_PANEL (widget)));
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pm_panel_copy (PM_PANEL (widget), get_address (PM_DETAILS_PANEL (widget)));
}

static void
pm_details_panel_finalize (GObject *object)
{
  g_free (PM_DETAILS_PANEL (object)->shown);
  G_OBJECT_CLASS (pm_details_panel_parent_class)->finalize (object);
}

static void
pm_details_panel_class_init (PmDetailsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_details_panel_finalize;
  PM_PANEL_CLASS (klass)->show = pm_details_panel_show;
  gtk_widget_class_install_action (widget_class, "details.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "details.browse", NULL, browse_action);
  gtk_widget_class_install_action (widget_class, "details.copy-link", NULL, copy_link_action);

  g_type_ensure (PM_TYPE_FACTS);
  g_type_ensure (PM_TYPE_STORY_GROUP);
  g_type_ensure (PM_TYPE_VERSIONS);
  g_type_ensure (PM_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-details-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, provenance);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, hops);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, tags);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, note);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, edit_tags);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, edit_note);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, metadata);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, versions);
  gtk_widget_class_bind_template_child (widget_class, PmDetailsPanel, story);
}

static void
pm_details_panel_init (PmDetailsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->edit_note, create_note_popup, self, NULL);
  gtk_menu_button_set_create_popup_func (self->edit_tags, create_tags_popup, self, NULL);
}
