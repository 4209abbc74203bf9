/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-answer.h"
#include "pm-row.h"

G_BEGIN_DECLS

typedef enum
{
  PM_SOURCE_UNKNOWN, /* not yet looked up, or nothing to look up: only named */
  PM_SOURCE_MISSING,
  PM_SOURCE_BUSY, /* asked for from here, and not there yet */
  PM_SOURCE_HERE
} PmSourceState;

/* What a row is about: the first of the sources that are the same (pm_source_get_key()). */
typedef struct
{
  const PmSource *source; /* of the record */
  guint n_places;         /* how many sources are the same */
  PmSourceState state;
  gint64 article;   /* in the notebook, or 0 */
  PmAnswer *answer; /* (nullable): never asked whether it still answers */
  gboolean asking;  /* whether it does */
} PmSourceItem;

void pm_source_item_free (PmSourceItem *self);

/* One source: its words, its address or the words that name it, what it is, and whether it is in
 * the notebook; item: PmSourceItem. Actions: "source.download", "source.open" (the article in the
 * notebook), "source.browse", "source.copy-link", "source.check" (whether it still answers),
 * "source.archive" (in the browser, as the Internet Archive has it), "source.menu". */
#define PM_TYPE_SOURCE_ROW (pm_source_row_get_type ())
G_DECLARE_FINAL_TYPE (PmSourceRow, pm_source_row, PM, SOURCE_ROW, PmRow)

/* Returns: (transfer none): in the user's language: "primary", "government", … */
const char *pm_source_row_get_kind_title (PmSourceKind kind);

G_END_DECLS
