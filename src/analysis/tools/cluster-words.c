/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "pm-class-tree.h"
#include "pm-clusters-private.h"
#include "pm-table-writer.h"
#include "pm-tokens.h"
#include "pm-word-classes.h"
#include "pm-word-table.h"

/* Learns classes of words from a text:
 *
 *     cluster-words LANGUAGE CLASSES TEXT TABLE
 *
 * TEXT has a paragraph a line. Prints the classes, a line each: path, and its words by frequency.
 */

#define MIN_FREQUENCY 3
#define ROUNDS 20
#define LONGEST_PATH 31 /* pm_clusters_find() answers in 32 bits */

typedef struct
{
  char *word;
  guint n;
} Word;

typedef struct
{
  GArray *text;        /* (element-type guint): words by first appearance, then by frequency */
  GHashTable *numbers; /* (element-type utf8 guint) */
  GArray *words;       /* (element-type Word) */
} Corpus;

static guint
number_word (Corpus *self, const char *word)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->numbers, word, NULL, &number))
    {
      Word fresh = { g_strdup (word), 0 };

      number = GUINT_TO_POINTER (self->words->len);
      g_array_append_val (self->words, fresh);
      g_hash_table_insert (self->numbers, fresh.word, number);
    }
  g_array_index (self->words, Word, GPOINTER_TO_UINT (number)).n++;
  return GPOINTER_TO_UINT (number);
}

static void
add_word (Corpus *self, const char *word)
{
  guint number = number_word (self, word);

  g_array_append_val (self->text, number);
}

static void
read_line (Corpus *self, const char *line, const PmLexicon *lexicon)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (line, strlen (line));
  g_autoptr (PmTokens) tokens = pm_tokens_new (document, lexicon);

  for (guint i = 0; i < tokens->n_tokens; i++)
    {
      g_autofree char *word = pm_tokens_dup_text (tokens, (PmTokenRange){ i, i + 1 });

      if (i == 0 || tokens->tokens[i].sentence != tokens->tokens[i - 1].sentence)
        add_word (self, "");
      _pm_clusters_fold (word);
      add_word (self, word);
    }
}

static Corpus *
read_corpus (const char *path, const char *language, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const PmLexicon *lexicon = pm_lexicon_get (pm_language_find (language));
  Corpus *self = g_new0 (Corpus, 1);

  self->text = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  number_word (self, "");
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (self, lines[i], lexicon);
  add_word (self, "");
  return self;
}

static void
corpus_free (Corpus *self)
{
  for (guint i = 0; i < self->words->len; i++)
    g_free (g_array_index (self->words, Word, i).word);
  g_array_unref (self->words);
  g_array_unref (self->text);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Corpus, corpus_free)

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *first = a;
  const Word *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->word, second->word);
}

/* Numbers the words anew: the end of a sentence, all rare words as one, the others by frequency.
 * Returns: (transfer container): the words by number. */
static GPtrArray *
rank (Corpus *self)
{
  g_autofree guint *ranks = g_new (guint, self->words->len);
  g_autoptr (GArray) sorted = g_array_copy (self->words);
  GPtrArray *ranked = g_ptr_array_new ();

  g_array_sort (sorted, compare_words);
  g_ptr_array_set_size (ranked, PM_WORD_FIXED);
  for (guint i = 0; i < sorted->len; i++)
    {
      Word *word = &g_array_index (sorted, Word, i);
      guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, word->word));
      gboolean ranks_itself = *word->word != '\0' && word->n >= MIN_FREQUENCY;

      ranks[old] = ranks_itself ? ranked->len : *word->word != '\0';
      if (ranks_itself)
        g_ptr_array_add (ranked, word->word);
    }
  for (guint i = 0; i < self->text->len; i++)
    {
      guint *number = &g_array_index (self->text, guint, i);

      *number = ranks[*number];
    }
  return ranked;
}

static guint64 *
find_paths (Corpus *corpus, const guint *classes, guint n_classes)
{
  const guint *text = (const guint *) corpus->text->data;
  gsize n = corpus->text->len;
  g_autofree gint32 *pairs = pm_word_classes_count_pairs (text, n, classes, n_classes);

  return pm_class_tree_find_paths (pairs, n_classes, n, PM_WORD_FIXED);
}

static gboolean
save (GPtrArray *words,
      const guint *classes,
      const guint64 *paths,
      const char *path,
      GError **error)
{
  g_autoptr (PmTableWriter) writer = pm_table_writer_new ();

  for (guint i = PM_WORD_FIXED; i < words->len; i++)
    {
      guint64 value = paths[classes[i]];

      if (value >> (LONGEST_PATH + 1) != 0)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "more than %d branches",
                       LONGEST_PATH);
          return FALSE;
        }
      pm_table_writer_add (writer,
                           pm_word_hash_add (PM_WORD_HASH_START, words->pdata[i],
                                             strlen (words->pdata[i])),
                           value);
    }
  return pm_table_writer_save (writer, path, error);
}

static void
print_classes (GPtrArray *words, const guint *classes, const guint64 *paths, guint n_classes)
{
  for (guint class = PM_WORD_FIXED; class < n_classes; class ++)
    {
      printf ("%" G_GINT64_MODIFIER "x", paths[class]);
      for (guint i = PM_WORD_FIXED; i < words->len; i++)
        if (classes[i] == class)
          printf (" %s", (const char *) words->pdata[i]);
      putchar ('\n');
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint64 n_classes = 0;

  if (argc != 5 ||
      !g_ascii_string_to_unsigned (argv[2], 10, PM_WORD_FIXED + 1, 4096, &n_classes, NULL))
    return fputs ("Usage: cluster-words LANGUAGE CLASSES TEXT TABLE\n", stderr), 2;

  g_autoptr (Corpus) corpus = read_corpus (argv[3], argv[1], &error);

  if (corpus == NULL)
    return g_printerr ("%s\n", error->message), 1;

  g_autoptr (GPtrArray) words = rank (corpus);
  g_autofree guint *classes = pm_word_classes_find ((const guint *) corpus->text->data,
                                                    corpus->text->len, words->len, n_classes,
                                                    ROUNDS);
  g_autofree guint64 *paths = find_paths (corpus, classes, n_classes);

  print_classes (words, classes, paths, n_classes);
  if (!save (words, classes, paths, argv[4], &error))
    return g_printerr ("%s\n", error->message), 1;
  return 0;
}
