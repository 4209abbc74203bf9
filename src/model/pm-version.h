/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PM_TYPE_VERSION (pm_version_get_type ())

/* The text of an article as one capture of it brought it: a plain value. Times are µs UTC. */
typedef struct
{
  gint64 capture; /* the first that brought this text */
  char *url;      /* where that was fetched */
  char *sha256;   /* (nullable): of its bytes as received, when it is one page */
  gint64 fetched;
  gint64 seen;       /* the last time that a capture brought the same words */
  gboolean is_shown; /* the article's document was made from this or a later capture of the same
                        words */
  gboolean is_known; /* whether the words were counted */
  guint words;       /* 0 when there is no text in what was kept */
  guint n_added;     /* words, against the version before */
  guint n_removed;
} PmVersion;

GType pm_version_get_type (void) G_GNUC_CONST;
/* Returns: (transfer full): one with nothing but its capture. */
PmVersion *pm_version_new (gint64 capture);
PmVersion *pm_version_copy (const PmVersion *self);
void pm_version_free (PmVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmVersion, pm_version_free)

G_END_DECLS
