/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib/gi18n-lib.h>

/* What is said of the links of a list, and of a feed. */

static void
print_json (const PmPlanned *link, const char *state, const char *message)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (link->article != 0)
    json_object_set_int_member (object, "id", link->article);
  else
    json_object_set_null_member (object, "id");
  json_object_set_string_member (object, "url",
                                 link->address != NULL ? link->address : link->link->url);
  if (link->link->title != NULL)
    json_object_set_string_member (object, "title", link->link->title);
  else
    json_object_set_null_member (object, "title");
  json_object_set_string_member (object, "state", state);
  if (message != NULL)
    json_object_set_string_member (object, "error", message);
  pm_cli_print_json (json_node_init_object (json_node_alloc (), object));
}

void
pm_cli_print_planned (PmCli *cli, const PmPlanned *link)
{
  const char *state = pm_fate_to_string (link->fate);
  const char *problem = link->link->problem;

  if (cli->json)
    print_json (link, state, problem);
  else if (problem != NULL)
    pm_cli_print ("%s\t%s\t%s", state, link->link->url, problem);
  else
    pm_cli_print ("%s\t%s", state, link->address);
}

void
pm_cli_print_link (PmCli *cli, const PmPlanned *link, const PmArticle *article, const GError *error)
{
  if (article != NULL && cli->json)
    pm_cli_print_json (pm_cli_article_to_json (article));
  else if (article != NULL)
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", article->id, article->title, article->url);
  else
    {
      pm_cli_fail (link->address, error);
      if (cli->json)
        print_json (link, pm_article_state_to_string (PM_ARTICLE_FAILED), error->message);
    }
}

/* @part: (transfer full): what @n says. */
static void
count (GPtrArray *parts, guint n, char *part)
{
  if (n > 0)
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

void
pm_cli_print_summary (const PmPlan *plan, const PmIntake *intake)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  static const guint none[PM_N_FATES] = { 0 };
  const guint *n_fates = plan != NULL ? plan->n_fates : none;
  guint n_repeated = plan != NULL ? plan->n_repeated : 0;
  guint n_here = intake != NULL ? intake->n_here : n_fates[PM_FATE_HERE];
  g_autofree char *summary = NULL;

  if (intake == NULL)
    count (parts, n_fates[PM_FATE_NEW], g_strdup_printf (_ ("%u new"), n_fates[PM_FATE_NEW]));
  else
    count (parts, intake->n_added, g_strdup_printf (_ ("%u added"), intake->n_added));
  count (parts, n_here, g_strdup_printf (_ ("%u already here"), n_here));
  if (intake != NULL)
    {
      count (parts, intake->missed->len, g_strdup_printf (_ ("%u failed"), intake->missed->len));
      count (parts, intake->n_left,
             g_strdup_printf (_ ("%u left, which adding the list again takes up"), intake->n_left));
    }
  count (parts, n_fates[PM_FATE_FEED],
         g_strdup_printf (_ ("%u feeds, which “follow” is for"), n_fates[PM_FATE_FEED]));
  count (parts, n_fates[PM_FATE_BROKEN],
         g_strdup_printf (_ ("%u broken"), n_fates[PM_FATE_BROKEN]));
  count (parts, n_repeated, g_strdup_printf (_ ("%u repeated"), n_repeated));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (plan != NULL ? _ ("No link is in this list")
                                                   : _ ("Nothing is new")));
  g_ptr_array_add (parts, NULL);
  summary = g_strjoinv (", ", (char **) parts->pdata);
  g_printerr ("%s.\n", summary);
}
