/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* A language's lists made quick to ask. Built once for each language and kept for the life of the
 * program; immutable after that, so any thread may ask. */
typedef struct _PmLexicon PmLexicon;

typedef struct
{
  guint64 classes; /* of the word by itself; of the phrase, for a phrase */
  guint traits;
  guint max_words; /* of the longest phrase that starts with this word; 0 when none does */
} PmLexeme;

/* @language: (nullable): %NULL for a lexicon without words.
 * Returns: (transfer none) */
const PmLexicon *pm_lexicon_get (const PmLanguage *language);

/* @key: a word or a phrase in lower case; a word is known by its stem or its ending too.
 * Returns: (transfer none) (nullable) */
const PmLexeme *pm_lexicon_find (const PmLexicon *self, const char *key);

/* Returns: (transfer none) (nullable): the name @key is another way to write. */
const char *pm_lexicon_find_alias (const PmLexicon *self, const char *key);

/* Writes the lower case of @length bytes of @text, curly apostrophes made straight, to @buffer.
 * Returns: %FALSE when it does not fit: no word of ours is that long. */
gboolean pm_lexicon_fold (const char *text, gsize length, char *buffer, gsize size);

G_END_DECLS
