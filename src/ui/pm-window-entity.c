/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

/* An entity's own page and who said what, which stand in the centre until the user goes on to an
 * article. */

static void
show_titles (PmWindow *self, const char *title, const char *subtitle)
{
  g_autofree char *window_title = *title != '\0' ? g_strdup_printf ("%s — Pressmark", title)
                                                 : g_strdup ("Pressmark");

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

void
_pm_window_show_centre (PmWindow *self)
{
  const PmArticle *article = self->record != NULL ? self->record->article : NULL;
  gboolean has_text = self->record != NULL && self->record->document != NULL;
  PmDossier *dossier = pm_entity_page_get_dossier (self->entity_page);

  if (self->on_entity)
    {
      gtk_stack_set_visible_child_name (self->centre, "entity");
      show_titles (self, dossier != NULL ? dossier->name : "", _ ("Entity"));
      return;
    }
  if (self->on_sayings)
    {
      g_autofree char *summary = NULL;

      g_object_get (self->sayings_page, "summary", &summary, NULL);
      gtk_stack_set_visible_child_name (self->centre, "sayings");
      show_titles (self, _ ("Who Said What"), summary);
      return;
    }
  gtk_stack_set_visible_child_name (self->centre,
                                    article != NULL && !has_text ? "status" : "reader");
  show_titles (self, article != NULL ? article->title : "",
               article != NULL && article->outlet != NULL ? article->outlet : "");
}

void
_pm_window_leave_entity (PmWindow *self)
{
  if (!self->on_entity && !self->on_sayings)
    return;
  self->on_entity = FALSE;
  self->on_sayings = FALSE;
  pm_entity_page_close (self->entity_page);
  _pm_window_show_centre (self);
}

void
_pm_window_open_entity (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  guint32 type;
  const char *name;

  g_variant_get (parameter, "(u&s)", &type, &name);
  if (self->notebook == NULL || type >= PM_N_ENTITY_TYPES)
    return;
  self->on_entity = TRUE;
  _pm_window_show_centre (self);
  pm_entity_page_open (self->entity_page, type, name);
}

void
_pm_window_open_sayings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  const char *speaker = g_variant_get_string (parameter, NULL);

  if (self->notebook == NULL)
    return;
  _pm_window_leave_entity (self);
  self->on_sayings = TRUE;
  _pm_window_show_centre (self);
  pm_sayings_page_open (self->sayings_page, *speaker != '\0' ? speaker : NULL);
}

void
_pm_window_close_entity (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  gboolean on_sayings = self->on_entity && self->on_sayings;

  _pm_window_leave_entity (self);
  if (on_sayings)
    {
      self->on_sayings = TRUE;
      _pm_window_show_centre (self);
      return;
    }
  gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}

void
_pm_window_open_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  gint64 article;
  guint64 start, end;
  gboolean here;

  g_variant_get (parameter, "(xtt)", &article, &start, &end);
  here = article == self->article && self->record != NULL;
  pm_window_open_article (self, article);
  if (here)
    pm_reader_go_to (self->reader, (PmSpan){ start, end });
  else
    self->going_to = (PmSpan){ start, end };
  gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}
