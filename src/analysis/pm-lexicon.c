/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lexicon.h"

#include <string.h>

/* What may follow a stem, and what must stand before an ending, in characters. */
#define MAX_INFLECTION 4
#define MIN_COMPOUND 2
/* Longer words are looked up whole only. */
#define MAX_INFLECTED 90

struct _PmLexicon
{
  GHashTable *lexemes; /* (element-type utf8 PmLexeme): stems and endings with their hyphens */
  gboolean has_stems;
  gboolean has_endings;
  GHashTable *aliases; /* (element-type utf8 utf8): both borrowed from the language */
};

static PmLexeme *
ensure_lexeme (PmLexicon *self, const char *key, gsize length)
{
  g_autofree char *copy = g_strndup (key, length);
  PmLexeme *lexeme = g_hash_table_lookup (self->lexemes, copy);

  if (lexeme == NULL)
    {
      lexeme = g_new0 (PmLexeme, 1);
      g_hash_table_insert (self->lexemes, g_steal_pointer (&copy), lexeme);
    }
  return lexeme;
}

/* The first word of a phrase, which an elision may end as a space does; all of what is none. */
static gsize
find_first_word (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (word[i] == ' ')
      return i;
    else if (word[i] == '\'' && i + 1 < length)
      return i + 1;
  return length;
}

static void
add_word (PmLexicon *self, const char *word, gsize length, const PmWordList *list)
{
  gsize first_length = find_first_word (word, length);
  PmLexeme *lexeme = ensure_lexeme (self, word, length);
  guint n_words = 1;

  lexeme->classes |= list->classes;
  lexeme->traits |= list->traits;
  self->has_stems |= length > 1 && word[length - 1] == '-';
  self->has_endings |= length > 1 && word[0] == '-';
  if (first_length == length)
    return;
  for (gsize i = 0; i < length; i++)
    n_words += word[i] == ' ' || word[i] == '\'' || word[i] == '.'; /* each may part tokens */
  PmLexeme *first = ensure_lexeme (self, word, first_length);
  first->max_words = MAX (first->max_words, n_words);
}

static void
add_list (PmLexicon *self, const PmWordList *list)
{
  for (const char *word = list->words; *word != '\0';)
    {
      gsize length = strcspn (word, "|");

      if (length > 0)
        add_word (self, word, length, list);
      word += length + (word[length] == '|');
    }
}

static PmLexicon *
build (const PmLanguage *language)
{
  PmLexicon *self = g_new0 (PmLexicon, 1);

  self->lexemes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->aliases = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; language != NULL && i < language->n_lists; i++)
    add_list (self, &language->lists[i]);
  for (gsize i = 0; language != NULL && i < language->n_aliases; i++)
    g_hash_table_insert (self->aliases, (char *) language->aliases[i].alias,
                         (char *) language->aliases[i].name);
  return self;
}

const PmLexicon *
pm_lexicon_get (const PmLanguage *language)
{
  static GMutex mutex;
  static GHashTable *built = NULL;
  PmLexicon *self;

  g_mutex_lock (&mutex);
  if (built == NULL)
    built = g_hash_table_new (g_direct_hash, g_direct_equal);
  self = g_hash_table_lookup (built, language);
  if (self == NULL)
    {
      self = build (language);
      g_hash_table_insert (built, (gpointer) language, self);
    }
  g_mutex_unlock (&mutex);
  return self;
}

static const PmLexeme *
find_stem (const PmLexicon *self, const char *key, gsize length)
{
  char stem[MAX_INFLECTED + 2];
  const char *end = key + length;

  for (guint n = 0; n <= MAX_INFLECTION && end > key; n++)
    {
      const PmLexeme *lexeme;

      memcpy (stem, key, end - key);
      strcpy (stem + (end - key), "-");
      lexeme = g_hash_table_lookup (self->lexemes, stem);
      if (lexeme != NULL)
        return lexeme;
      end = g_utf8_prev_char (end);
    }
  return NULL;
}

static const PmLexeme *
find_ending (const PmLexicon *self, const char *key)
{
  char ending[MAX_INFLECTED + 2];
  const char *start = key;

  for (guint n = 0; *start != '\0'; n++, start = g_utf8_next_char (start))
    {
      const PmLexeme *lexeme;

      if (n < MIN_COMPOUND)
        continue;
      ending[0] = '-';
      strcpy (ending + 1, *start == '-' ? start + 1 : start);
      lexeme = g_hash_table_lookup (self->lexemes, ending);
      if (lexeme != NULL)
        return lexeme;
    }
  return NULL;
}

const PmLexeme *
pm_lexicon_find (const PmLexicon *self, const char *key)
{
  const PmLexeme *lexeme = g_hash_table_lookup (self->lexemes, key);
  gsize length;

  if (lexeme != NULL || !(self->has_stems || self->has_endings))
    return lexeme;
  length = strlen (key);
  if (length > MAX_INFLECTED || strchr (key, ' ') != NULL)
    return NULL;
  if (self->has_stems)
    lexeme = find_stem (self, key, length);
  return lexeme == NULL && self->has_endings ? find_ending (self, key) : lexeme;
}

const char *
pm_lexicon_find_alias (const PmLexicon *self, const char *key)
{
  return g_hash_table_lookup (self->aliases, key);
}

gboolean
pm_lexicon_fold (const char *text, gsize length, char *buffer, gsize size)
{
  char *out = buffer;
  char *limit = buffer + size - 7; /* room for one more character and the NUL */

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (out >= limit)
        return FALSE;
      if (c == 0x2019 || c == 0x02bc)
        *out++ = '\'';
      else
        out += c < 0x80 ? (*out = g_ascii_tolower (c), 1)
                        : g_unichar_to_utf8 (g_unichar_tolower (c), out);
    }
  *out = '\0';
  return TRUE;
}
