/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "pm-gazetteer-private.h"
#include "pm-gazetteer.h"
#include "pm-table-writer.h"

/* Turns a list into the gazetteer's table:
 *
 *     build-gazetteer LIST TABLE
 *
 * A line of the list is a phrase, a tab, and the names of its classes with a space between;
 * "ordinary-en" is for what is an ordinary word of that language too. */

typedef struct
{
  PmTableWriter *writer;
  GHashTable *longest; /* (element-type guint64 guint): by the hash of a phrase's first part */
} Builder;

static const char *const class_names[] = {
  "given", "surname",    "person",   "country",    "region",   "city-big", "city",
  "town",  "nature",     "place",    "org",        "company",  "team",     "media",
  "party", "university", "agency",   "demonym",    "language", "currency", "calendar",
  "event", "role",       "org-word", "place-word", "name",     "brand",
};

static guint64
find_class (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
    if (strcmp (class_names[i], name) == 0)
      return G_GUINT64_CONSTANT (1) << i;
  if (g_str_has_prefix (name, "ordinary-"))
    return _pm_gazetteer_language_bit (name + strlen ("ordinary-"));
  return 0;
}

static gboolean
parse_classes (const char *names, guint64 *classes)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);

  *classes = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 found = find_class (parts[i]);

      if (found == 0)
        return FALSE;
      *classes |= found;
    }
  return *classes != 0;
}

static void
note_longest (Builder *self, const char *phrase, guint parts)
{
  guint64 first = _pm_gazetteer_hash_first (phrase);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->longest, &first));

  if (parts > known)
    g_hash_table_insert (self->longest, g_memdup2 (&first, sizeof first), GUINT_TO_POINTER (parts));
}

/* A phrase too long, or with a mark that would end it in a text, could never be found. */
static gboolean
add_line (Builder *self, char *line)
{
  char *tab = strchr (line, '\t');
  PmGazetteerKey key = _PM_GAZETTEER_KEY_INIT;
  guint64 classes;

  if (tab == NULL || !parse_classes (tab + 1, &classes))
    return FALSE;
  *tab = '\0';
  if (!_pm_gazetteer_key_add (&key, line) || key.parts == 0 || key.parts > _PM_GAZETTEER_MAX_PARTS)
    return FALSE;
  pm_table_writer_add (self->writer, key.hash, classes);
  note_longest (self, line, key.parts);
  return TRUE;
}

static void
add_longest (Builder *self)
{
  GHashTableIter iter;
  gpointer hash;
  gpointer parts;

  g_hash_table_iter_init (&iter, self->longest);
  while (g_hash_table_iter_next (&iter, &hash, &parts))
    if (GPOINTER_TO_UINT (parts) > 1)
      pm_table_writer_add (self->writer, *(guint64 *) hash,
                           (guint64) GPOINTER_TO_UINT (parts) << _PM_GAZETTEER_LONGEST_SHIFT);
}

int
main (int argc, char **argv)
{
  g_autoptr (PmTableWriter) writer = pm_table_writer_new ();
  g_autoptr (GHashTable) longest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;
  Builder builder = { writer, longest };

  if (argc != 3)
    return fputs ("Usage: build-gazetteer LIST TABLE\n", stderr), 2;
  if (!g_file_get_contents (argv[1], &list, NULL, &error))
    return g_printerr ("%s\n", error->message), 1;

  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !add_line (&builder, lines[i]))
      return g_printerr ("%s:%u: not a phrase and its classes\n", argv[1], i + 1), 1;
  add_longest (&builder);
  if (!pm_table_writer_save (writer, argv[2], &error))
    return g_printerr ("%s\n", error->message), 1;
  return 0;
}
