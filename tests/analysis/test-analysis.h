/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analyse.h"

G_BEGIN_DECLS

/* A text and what is to be found in it, one finding a line. */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

/* Each prints what it found in @text the way the cases write it. */
typedef char *(*Describe) (const char *text);

/* Adds one test for each case, under @path. */
void add_cases (const char *path, const Case *cases, gsize n_cases, Describe describe);

/* "direct | Joe Biden | said | “…”": kind, speaker, cue, words. */
char *describe_quotes_in (const char *text, const char *language);

void add_table_tests (void);
void add_tagger_tests (void);
void add_token_tests (void);
void add_entity_tests (void);
void add_quote_tests (void);
void add_french_quote_tests (void);
void add_german_quote_tests (void);
void add_portuguese_quote_tests (void);
void add_russian_quote_tests (void);
void add_spanish_quote_tests (void);
void add_source_tests (void);
void add_property_tests (void);

G_END_DECLS
