/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-gazetteer.h"

#include <string.h>

#include "pm-gazetteer-private.h"
#include "pm-model-file.h"

struct _PmGazetteer
{
  PmWordTable *table;
};

static const char languages[][3] = { "en", "de", "fr", "es", "pt", "sv", "ru" };

guint64
_pm_gazetteer_language_bit (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i], language) == 0)
      return G_GUINT64_CONSTANT (1) << (_PM_GAZETTEER_LANGUAGE_SHIFT + i);
  return 0;
}

/* --- keys --- */

static gunichar
without_accents (gunichar c)
{
  gunichar letter;
  gunichar accent;

  if (c < 0x80)
    return g_ascii_tolower (c);
  while (g_unichar_decompose (c, &letter, &accent) && g_unichar_ismark (accent))
    c = letter;
  return g_unichar_tolower (c);
}

static void
add_character (PmGazetteerKey *key, gunichar c)
{
  char bytes[6];

  key->hash = pm_word_hash_add (key->hash, bytes, g_unichar_to_utf8 (without_accents (c), bytes));
}

static gboolean
is_joint (gunichar c)
{
  return (c < 0x80 && strchr ("-'.& ", c) != NULL) || c == 0x2019 || c == 0x2010 || c == 0x2011;
}

gboolean
_pm_gazetteer_key_add (PmGazetteerKey *key, const char *word)
{
  gboolean inside = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          if (!is_joint (c))
            return FALSE;
          inside = FALSE;
          continue;
        }
      if (!inside && key->parts++ > 0)
        key->hash = pm_word_hash_add (key->hash, " ", 1);
      inside = TRUE;
      add_character (key, c);
    }
  return TRUE;
}

guint64
_pm_gazetteer_hash_first (const char *word)
{
  PmGazetteerKey key = _PM_GAZETTEER_KEY_INIT;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        add_character (&key, c);
      else if (key.hash != PM_WORD_HASH_START && !g_unichar_ismark (c))
        break;
    }
  return key.hash;
}

/* --- the table --- */

PmGazetteer *
pm_gazetteer_new (GBytes *bytes)
{
  PmWordTable *table = pm_word_table_new (bytes);

  if (table == NULL)
    return NULL;

  PmGazetteer *self = g_new (PmGazetteer, 1);

  self->table = table;
  return self;
}

void
pm_gazetteer_free (PmGazetteer *self)
{
  pm_word_table_free (self->table);
  g_free (self);
}

const PmGazetteer *
pm_gazetteer_get (void)
{
  static gsize ready = 0;
  static PmGazetteer *gazetteer = NULL;

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GBytes) bytes = pm_model_file_open ("gazetteer.table");

      gazetteer = bytes != NULL ? pm_gazetteer_new (bytes) : NULL;
      g_once_init_leave (&ready, 1);
    }
  return gazetteer;
}

guint
pm_gazetteer_match (const PmGazetteer *self,
                    const char *language,
                    const char *const *words,
                    guint n_words,
                    guint *n_matched)
{
  PmGazetteerKey key = _PM_GAZETTEER_KEY_INIT;
  guint64 value = 0;
  guint classes = 0;

  *n_matched = 0;
  if (n_words == 0 ||
      !pm_word_table_find (self->table, _pm_gazetteer_hash_first (words[0]), &value))
    return 0;

  guint longest = MAX (1, value >> _PM_GAZETTEER_LONGEST_SHIFT);

  for (guint i = 0; i < n_words && key.parts < longest; i++)
    {
      guint parts = key.parts;

      if (!_pm_gazetteer_key_add (&key, words[i]) || key.parts > longest)
        break;
      if (key.parts == parts || !pm_word_table_find (self->table, key.hash, &value) ||
          (guint32) value == 0)
        continue;
      classes = (guint32) value;
      if ((value & _pm_gazetteer_language_bit (language)) != 0)
        classes |= PM_GAZETTEER_AMBIGUOUS;
      *n_matched = i + 1;
    }
  return classes;
}
