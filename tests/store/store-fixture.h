/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-store.h"

/* What the store's tests share: a folder of their own, and an article with everything in it. */

/* A new folder, removed with what is in it by fixture_remove_folder(). Returns: (transfer full) */
char *fixture_make_folder (void);
void fixture_remove_folder (char *folder);

/* Opens a new notebook in @folder. */
PmDb *fixture_open (const char *folder, const char *name, PmDbMode mode);

/* Runs @sql, which gives one text or number. Returns: (transfer full) */
char *fixture_query (PmDb *db, const char *sql);
#define fixture_assert_query(db, sql, expected)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *value_ = fixture_query (db, sql);                                             \
    g_assert_cmpstr (value_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

/* Every authored value of @db as one digest. Returns: (transfer full) */
char *fixture_digest_authored (PmDb *db);

/* A text with characters of one to four bytes. */
#define FIXTURE_TEXT                                                                               \
  "Der Hafen 😀\n\nThe mayor, Zoë Müller, said: “I never took money.” Ærøskøbing was far away."

PmDocument *fixture_document (const char *text);
/* One entity, one quote, two sources over FIXTURE_TEXT. */
PmAnalysis *fixture_analysis (void);
PmPage *fixture_page (const char *url, const char *body);
/* The stretch of @text that is @words, which must be there. */
PmSpan fixture_find (const char *text, const char *words);
PmHighlight *fixture_highlight (gint64 article, const char *text, const char *words);
/* Adds a ready article with a capture, a document and an analysis. Returns: its id */
gint64 fixture_add_article (PmDb *db, const char *url, const char *text);
/* pm_store_check() finds nothing. */
void fixture_assert_sound (PmDb *db);
/* @second: (nullable). Returns: (transfer full) (element-type utf8) */
GPtrArray *fixture_make_names (const char *first, const char *second);
