/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-word-table.h"

G_BEGIN_DECLS

/* A value of the table: the classes; above them a bit for each language in which the phrase is an
 * ordinary word; above these the parts of the longest phrase that starts with this one, which is
 * kept for phrases of one part. */
#define _PM_GAZETTEER_LANGUAGE_SHIFT 32
#define _PM_GAZETTEER_LONGEST_SHIFT 40
#define _PM_GAZETTEER_MAX_PARTS 8

/* A phrase as the table knows it: its runs of letters and digits, without case and accents. */
typedef struct
{
  guint64 hash;
  guint parts;
} PmGazetteerKey;

#define _PM_GAZETTEER_KEY_INIT                                                                     \
  {                                                                                                \
    PM_WORD_HASH_START, 0                                                                          \
  }

/* Returns: %FALSE when @word holds a mark that parts phrases. */
gboolean _pm_gazetteer_key_add (PmGazetteerKey *key, const char *word);

/* Returns: the hash of the key of the first part of @word alone. */
guint64 _pm_gazetteer_hash_first (const char *word);

/* Returns: the bit of @language above _PM_GAZETTEER_LANGUAGE_SHIFT, or 0. */
guint64 _pm_gazetteer_language_bit (const char *language);

G_END_DECLS
