/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = pm_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (application, argc, argv);
}
