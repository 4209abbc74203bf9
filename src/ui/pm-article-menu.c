/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-article-menu.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  WHEN_READY = 1 << 0,
  WHEN_UNREAD = 1 << 1,
  WHEN_READ = 1 << 2,
  WHEN_KEPT = 1 << 3, /* not in the trash */
  WHEN_TRASHED = 1 << 4,
  WHEN_FAILED = 1 << 5,
} When;

static const struct
{
  When needs;
  guint section;
  const char *label;
  const char *action;
} items[] = {
  { WHEN_READY | WHEN_UNREAD, 0, N_ ("Mark as _Read"), "win.unread" },
  { WHEN_READY | WHEN_READ, 0, N_ ("Mark as _Unread"), "win.unread" },
  { WHEN_READY | WHEN_KEPT, 0, N_ ("_Tags…"), "win.tags" },
  { WHEN_READY | WHEN_KEPT, 0, N_ ("_Collections…"), "win.collections" },
  { 0, 1, N_ ("Open in _Browser"), "win.browse" },
  { 0, 1, N_ ("Copy _Link"), "win.copy-link" },
  { WHEN_READY | WHEN_KEPT, 1, N_ ("Download _Again"), "win.refresh" },
  { WHEN_FAILED, 2, N_ ("R_etry"), "win.refresh" },
  { WHEN_FAILED, 2, N_ ("Re_move"), "win.remove" },
  { WHEN_READY | WHEN_KEPT, 2, N_ ("_Move to Trash"), "win.trash" },
  { WHEN_TRASHED, 2, N_ ("Re_store"), "win.restore" },
  { WHEN_TRASHED, 2, N_ ("_Delete Permanently…"), "win.remove" },
};

static When
article_get_when (const PmArticle *article)
{
  When when = article->trashed != 0 ? WHEN_TRASHED : WHEN_KEPT;

  when |= article->unread ? WHEN_UNREAD : WHEN_READ;
  if (article->state == PM_ARTICLE_READY)
    when |= WHEN_READY;
  else if (article->state == PM_ARTICLE_FAILED)
    when |= WHEN_FAILED;
  return when;
}

GMenuModel *
pm_article_menu_new (const PmArticle *article)
{
  When when = article_get_when (article);
  GMenu *menu = g_menu_new ();
  GMenu *sections[3];

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    sections[i] = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if ((items[i].needs & when) == items[i].needs)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

        g_menu_item_set_action_and_target (item, items[i].action, "x", article->id);
        g_menu_append_item (sections[items[i].section], item);
      }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_menu_model_get_n_items (G_MENU_MODEL (sections[i])) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (sections[i]));
      g_object_unref (sections[i]);
    }
  return G_MENU_MODEL (menu);
}
