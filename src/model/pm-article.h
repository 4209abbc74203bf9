/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PM_ARTICLE_QUEUED, /* asked for, not yet fetched; taken up again after a restart */
  PM_ARTICLE_READY,
  PM_ARTICLE_FAILED, /* @error says why */
  PM_N_ARTICLE_STATES
} PmArticleState;

/* "queued", "ready", "failed". */
const char *pm_article_state_to_string (PmArticleState state);
gboolean pm_article_state_from_string (const char *string, PmArticleState *state);

#define PM_TYPE_ARTICLE (pm_article_get_type ())

/* One article as lists show it: a plain value without its text. Times are µs UTC, 0 when unset. */
typedef struct
{
  gint64 id;
  char *uuid;      /* stable across bundles */
  char *url;       /* as asked for */
  char *title;     /* never empty: the address until the title is known */
  char *outlet;    /* (nullable) */
  char *byline;    /* (nullable) */
  char *published; /* (nullable): ISO 8601 as given */
  char *language;  /* (nullable) */
  gint64 added;
  gint64 fetched;
  gint64 trashed;
  PmArticleState state;
  char *error; /* (nullable): one sentence */
  gboolean unread;
  char *note;             /* (nullable): about the article as a whole */
  GPtrArray *tags;        /* (element-type utf8): of the article itself */
  GPtrArray *collections; /* (element-type utf8) */
  guint n_highlights;
  guint colors;  /* bit 1 << PmColor set for each colour its highlights have */
  char *snippet; /* (nullable): in search results, the words around the hit, hits between U+0002 and
                    U+0003 */
} PmArticle;

GType pm_article_get_type (void) G_GNUC_CONST;
PmArticle *pm_article_new (const char *url);
PmArticle *pm_article_copy (const PmArticle *self);
void pm_article_free (PmArticle *self);

/* A tag or a collection with what it holds. */
typedef struct
{
  char *name;
  guint n_articles;
  guint n_highlights;
} PmLabel;

PmLabel *pm_label_new (const char *name, guint n_articles, guint n_highlights);
void pm_label_free (PmLabel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmArticle, pm_article_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmLabel, pm_label_free)

G_END_DECLS
