/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>

/* Stands in for libFuzzer where it is not built in: gives a fuzz target every file of the folder
 * that is its argument, whole and cut short at some places. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define CUTS 16

static void
replay (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
  for (guint i = 1; i < CUTS; i++)
    LLVMFuzzerTestOneInput ((const uint8_t *) data, length * i / CUTS);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;
  guint files = 0;

  if (folder == NULL)
    {
      fprintf (stderr, "usage: %s FOLDER\n", argv[0]);
      return 2;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      replay (path);
      files++;
    }
  return files > 0 ? 0 : 1;
}
