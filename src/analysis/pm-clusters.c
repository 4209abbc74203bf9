/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clusters.h"

#include <string.h>

#include "pm-clusters-private.h"
#include "pm-model-file.h"
#include "pm-word-table.h"

/* No word of ours is longer. */
#define MAX_WORD 64

struct _PmClusters
{
  PmWordTable *table;
};

PmClusters *
pm_clusters_new (GBytes *bytes)
{
  PmWordTable *table = pm_word_table_new (bytes);

  if (table == NULL)
    return NULL;

  PmClusters *self = g_new (PmClusters, 1);

  self->table = table;
  return self;
}

void
pm_clusters_free (PmClusters *self)
{
  pm_word_table_free (self->table);
  g_free (self);
}

/* A page may say anything of its language: what is no code of two letters is no part of a file's
 * name. */
static gboolean
is_code (const char *language)
{
  return g_ascii_islower (language[0]) && g_ascii_islower (language[1]) && language[2] == '\0';
}

static PmClusters *
load (const char *language)
{
  g_autofree char *name = g_strdup_printf ("clusters-%s.table", language);
  g_autoptr (GBytes) bytes = pm_model_file_open (name);

  return bytes != NULL ? pm_clusters_new (bytes) : NULL;
}

const PmClusters *
pm_clusters_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *loaded = NULL;
  gpointer self = NULL;

  if (!is_code (language))
    return NULL;
  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (loaded, language, NULL, &self))
    {
      self = load (language);
      g_hash_table_insert (loaded, g_strdup (language), self);
    }
  g_mutex_unlock (&mutex);
  return self;
}

void
_pm_clusters_fold (char *word)
{
  for (char *p = word; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      *p = '0';
}

static guint
find_folded (const PmClusters *self, const char *word)
{
  guint64 path = 0;

  pm_word_table_find (self->table, pm_word_hash_add (PM_WORD_HASH_START, word, strlen (word)),
                      &path);
  return path;
}

/* Makes "WORD" "Word". Returns: %FALSE when @word is not all in capitals. */
static gboolean
fold_capitals (char *word)
{
  char *out = word;

  for (const char *p = word; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean first = p == word;

      if (!g_unichar_isupper (c) && !g_unichar_ispunct (c))
        return FALSE;
      p = g_utf8_next_char (p);
      if (!first)
        c = g_unichar_tolower (c);
      if (out + g_unichar_to_utf8 (c, NULL) > p)
        return FALSE;
      out += g_unichar_to_utf8 (c, out);
    }
  *out = '\0';
  return TRUE;
}

guint
pm_clusters_find (const PmClusters *self, const char *word)
{
  char folded[MAX_WORD];
  guint path;

  if (g_strlcpy (folded, word, sizeof folded) >= sizeof folded)
    return 0;
  _pm_clusters_fold (folded);
  path = find_folded (self, folded);
  if (path == 0 && fold_capitals (folded))
    path = find_folded (self, folded);
  return path;
}

guint
pm_clusters_get_prefix (guint path, guint depth)
{
  guint bits = path != 0 ? g_bit_storage (path) - 1 : 0;

  return bits > depth ? path >> (bits - depth) : path;
}
