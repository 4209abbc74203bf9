/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"
#include "pm-article.h"

G_BEGIN_DECLS

/* A source that several articles of a notebook lean on: a plain value. */
typedef struct
{
  char *name;        /* the title of @kept, else what it is called, else its address */
  char *url;         /* (nullable): named only */
  PmSourceKind kind; /* for the first of the articles */
  gint64 kept;       /* the notebook's own article of it, or 0 */
  GPtrArray *citing; /* (element-type PmArticle): who leans on it, the newest first */
} PmCited;

PmCited *pm_cited_new (const char *name, const char *url, PmSourceKind kind);
void pm_cited_free (PmCited *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmCited, pm_cited_free)

G_END_DECLS
