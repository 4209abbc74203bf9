/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-model-file.h"

static char *
find_file (const char *name)
{
  const char *chosen = g_getenv ("PRESSMARK_MODELS");
  g_autofree char *running = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = running != NULL ? g_path_get_dirname (running) : NULL;
  g_autofree char *built = NULL;

  if (chosen != NULL)
    return g_build_filename (chosen, name, NULL);
  if (folder != NULL)
    built = g_build_filename (folder, "..", "..", "data", "models", name, NULL);
  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&built);
  return g_build_filename (PM_PKGDATADIR, "models", name, NULL);
}

GBytes *
pm_model_file_open (const char *name)
{
  g_autofree char *path = find_file (name);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}
