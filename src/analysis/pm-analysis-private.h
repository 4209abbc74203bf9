/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"
#include "pm-tokens.h"

G_BEGIN_DECLS

/* How sure a mention is by itself, before the rest of the document is asked. */
typedef enum
{
  PM_SURE_NOT,   /* only what the rest of the document says can make it a name */
  PM_SURE_GUESS, /* a capital where none is due */
  PM_SURE_HINT,  /* a word beside it speaks for its type */
  PM_SURE_SHAPE, /* its shape or what stands beside it says what it is */
  PM_SURE_KNOWN  /* its words are known */
} PmSureness;

typedef struct
{
  PmTokenRange range;
  PmEntityType type;
  PmSureness sure;
  int entity; /* index among the analysis' entities, or -1 */
} PmMention;

/* Who a title or role was seen with: "the chairman" is she. */
typedef struct
{
  guint at; /* the token where it was learned */
  int entity;
} PmRole;

/* What the analysers share while they work on one document. */
typedef struct
{
  PmDocument *document;
  const PmLanguage *language; /* (nullable) */
  char code[4];               /* BCP 47, the language alone: "en" */
  const PmLexicon *lexicon;
  PmTokens *tokens;
  PmAnalysis *analysis;
  GArray *mentions;  /* (element-type PmMention): in order, not overlapping */
  guint *mention_at; /* for each token the mention that covers it, plus one */
  GArray *trace;     /* (nullable) (element-type PmChoiceTrace): the choices of speakers */
} PmContext;

/* pm_analyse(), which keeps the choices between speakers in @trace. */
PmAnalysis *_pm_analyse_traced (PmDocument *document, const char *language, GArray *trace);

/* @self: zeroed, but for its trace. Breaks @document into tokens; nothing is found yet. */
void _pm_context_init (PmContext *self, PmDocument *document, const char *language);
/* Leaves the analysis to the caller. */
void _pm_context_clear (PmContext *self);

/* Returns: (transfer full): the lower-case words of @range, parted by single spaces. */
char *_pm_context_fold (PmContext *self, PmTokenRange range);

/* Returns: (transfer none) (nullable): the mention that covers token @at. Valid until mentions
 * change. */
PmMention *_pm_context_get_mention (PmContext *self, guint at);

/* First pass: what can be told from a sentence alone. Fills self->mentions. */
void _pm_names_find (PmContext *self);
/* Second pass: one name, one type in a document; names seen whole are found again in parts. */
void _pm_names_agree (PmContext *self);
/* Third pass: what was learned from annotated text, where there is a model of the language. */
void _pm_names_learned (PmContext *self);
/* Instead, where there is neither a model nor a list of words: what capitals and the lists of names
 * say. */
void _pm_names_guess (PmContext *self);
/* Then: a family name, a comma and a given name are one person where works are cited. */
void _pm_names_join_cited (PmContext *self);
/* Returns: the token of the comma in "Wilson, John"; 0 when @mention is no such name. */
guint _pm_name_find_comma (PmContext *self, const PmMention *mention);
/* Returns: (transfer full) (nullable): the nominative of a person named only in another case. */
char *_pm_names_restore (PmContext *self, const PmEntity *entity);
/* Puts the mentions together into entities. */
void _pm_entities_group (PmContext *self);

void _pm_entities_analyse (PmContext *self);
void _pm_quotes_analyse (PmContext *self);
void _pm_sources_analyse (PmContext *self);

G_END_DECLS
