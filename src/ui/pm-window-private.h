/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-article-status.h"
#include "pm-entity-page.h"
#include "pm-inspector.h"
#include "pm-library.h"
#include "pm-reader.h"
#include "pm-sayings-page.h"
#include "pm-window.h"

/* Shared by the window's files: pm-window.c (the widget, its notebook and its state),
 * pm-window-article.c (the article shown), pm-window-articles.c (what is done with any article),
 * pm-window-entity.c (an entity's own page, and who said what), pm-window-capture.c (what comes
 * in), pm-window-feeds.c (and by itself), pm-window-actions.c (the table of actions and keys). */
struct _PmWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  PmNotebook *notebook; /* (nullable) */
  GSignalGroup *notebook_signals;
  GCancellable *opening;  /* of the notebook */
  GCancellable *loading;  /* of the article */
  GCancellable *renewing; /* (nullable): of what older rules derived */
  GPtrArray *waiting; /* (element-type utf8): addresses that came before the notebook was open */

  gint64 article;      /* the one asked for, 0 for none */
  PmRecord *record;    /* (nullable): the one shown; of @article once that is loaded */
  guint n_opened;      /* grows with each article opened, to tell whether the user moved on */
  GHashTable *places;  /* (element-type gint64 gsize): where each article of this run was left */
  gboolean on_entity;  /* its page stands where the article was */
  gboolean on_sayings; /* so does who said what; an entity's page goes before it */
  PmSpan going_to;     /* in @article, once that is loaded; empty for nowhere */
  gboolean inspector_came_last; /* of the two panes beside the article */
  guint placing;                /* tick that gives the inspector its width */
  guint saving;                 /* time-out that writes the state */
  guint checking;               /* time-out that looks for what is new in feeds */
  AdwToast *stepped;            /* (nullable): tells of the last step back or forth */

  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *unusable;
  GtkPaned *outer;
  GtkPaned *inner;
  PmLibrary *library;
  PmReader *reader;
  PmInspector *inspector;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GtkStack *centre;
  PmArticleStatus *status;
  PmEntityPage *entity_page;
  PmSayingsPage *sayings_page;
};

/* pm-window-article.c */
void _pm_window_reload_article (PmWindow *self);
/* Forgets the article shown, for another notebook. */
void _pm_window_clear_article (PmWindow *self);
void _pm_window_keep_place (PmWindow *self);

/* pm-window-articles.c: @parameter is the article's number, 0 for the one shown */
void _pm_window_unread (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_trash (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_restore (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_labels (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_browse (GtkWidget *widget, const char *action, GVariant *parameter);
/* @parameter: an address of an article's text or sources */
void _pm_window_open_uri (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_copy_link (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_refresh (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_remove (GtkWidget *widget, const char *action, GVariant *parameter);

/* pm-window-entity.c */
void _pm_window_open_entity (GtkWidget *widget, const char *action, GVariant *parameter);
/* @parameter: a speaker to look for, or "" */
void _pm_window_open_sayings (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_close_entity (GtkWidget *widget, const char *action, GVariant *parameter);
/* Leads to a place in any article. */
void _pm_window_open_place (GtkWidget *widget, const char *action, GVariant *parameter);
/* The page is left for the article. */
void _pm_window_leave_entity (PmWindow *self);
/* Shows what belongs into the centre, and its title. */
void _pm_window_show_centre (PmWindow *self);

/* Opens @uri with the user's program for it. */
void _pm_window_launch (PmWindow *self, const char *uri);

/* pm-window-feeds.c */
/* @parameter: the address of a feed, or of a page that names one */
void _pm_window_follow (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_feeds (GtkWidget *widget, const char *action, GVariant *parameter);
/* Looks for what is new now, and from now on. */
void _pm_window_start_checks (PmWindow *self);

/* pm-window-links.c */
/* Says what became of many articles, when there were any. @intake: (nullable): %NULL with an
 * @error. */
void _pm_window_report_intake (PmWindow *self, const PmIntake *intake, const GError *error);
/* Takes up what the last run left in the queue, and what older rules derived. */
void _pm_window_resume (PmWindow *self);
void _pm_window_cancel_links (GtkWidget *widget, const char *action, GVariant *parameter);
void _pm_window_cancel_renewal (GtkWidget *widget, const char *action, GVariant *parameter);

/* pm-window-capture.c */
void _pm_window_add_waiting (PmWindow *self);
void _pm_window_paste (PmWindow *self);
void _pm_window_import (PmWindow *self, const char *path);
void _pm_window_accept_drops (PmWindow *self);

/* pm-window-actions.c */
void _pm_window_class_install_actions (GtkWidgetClass *widget_class);
void _pm_window_add_keys (PmWindow *self);
void _pm_window_toast_undo (PmWindow *self, const char *sentence);
void _pm_window_update_undo (PmWindow *self);
/* Says @error, unless it is a cancellation. */
void _pm_window_toast_error (PmWindow *self, const GError *error);
/* Writes the remembered state soon. */
void _pm_window_save_soon (PmWindow *self);
