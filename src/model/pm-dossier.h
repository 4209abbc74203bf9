/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-article.h"
#include "pm-entity-corrections.h"
#include "pm-highlight.h"

G_BEGIN_DECLS

/* What a notebook has on one entity, as the user's corrections have it. */

/* An article that names it. */
typedef struct
{
  PmArticle *article; /* without tags and collections */
  GArray *mentions;   /* (element-type PmSpan): in order */
  char *context;      /* the sentence or so around the first of them */
} PmAppearance;

void pm_appearance_free (PmAppearance *self);

/* Words by it or about it. */
typedef struct
{
  guint appearance; /* the place of its article among the appearances */
  PmQuote *quote;
  char *words;
} PmUtterance;

void pm_utterance_free (PmUtterance *self);

/* An entity in a list. */
typedef struct
{
  PmEntityType type;
  char *name;
  guint n_articles; /* that name it */
} PmNamed;

void pm_named_free (PmNamed *self);

/* A boxed value, immutable once handed on. Articles are in order of their dates, the newest first,
 * and quotes and highlights in the order of the articles. */
typedef struct
{
  PmEntityType type;
  char *name;
  GPtrArray *aliases; /* (element-type utf8): the most frequent first, without @name */
  guint n_mentions;
  guint n_articles;       /* that may name it; all were read unless @cut */
  gboolean cut;           /* only the newest were read, for a first look: nothing below is whole */
  GPtrArray *appearances; /* (element-type PmAppearance) */
  GPtrArray *said;        /* (element-type PmUtterance) */
  GPtrArray *told;        /* (element-type PmUtterance): quotes of others that name it */
  GPtrArray *highlights;  /* (element-type PmHighlight): over a mention of it */
  GPtrArray *neighbours;  /* (element-type PmNamed): who else is named in these articles, the most
                            frequent first */
  GPtrArray *suggestions; /* (element-type PmEntityName): what may be the same and is not joined */
} PmDossier;

#define PM_TYPE_DOSSIER (pm_dossier_get_type ())
GType pm_dossier_get_type (void) G_GNUC_CONST;
PmDossier *pm_dossier_new (PmEntityType type, const char *name);
PmDossier *pm_dossier_ref (PmDossier *self);
void pm_dossier_unref (PmDossier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmDossier, pm_dossier_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmAppearance, pm_appearance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmUtterance, pm_utterance_free)

G_END_DECLS
