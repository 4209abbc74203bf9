/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pm-span.h"

G_BEGIN_DECLS

/* How a highlight remembers its words: where they stood, the words themselves, and up to 32
 * characters either side (W3C Web Annotation model §4.2.4 and §4.2.5). The words decide; the
 * position is only a hint. */
typedef struct
{
  char *exact;
  char *prefix;
  char *suffix;
  PmSpan hint; /* where the words stood when they were marked */
} PmAnchor;

/* @text: valid UTF-8. @span must lie within it. Characters are never split. */
PmAnchor *pm_anchor_new (const char *text, gsize length, PmSpan span);
PmAnchor *
pm_anchor_new_from_words (const char *exact, const char *prefix, const char *suffix, PmSpan hint);
PmAnchor *pm_anchor_copy (const PmAnchor *self);
void pm_anchor_free (PmAnchor *self);

/* Finds the words of @self in @text: exact hits first, then approximate ones with at most min(256,
 * length / 2) edits, scored by words, neighbours and nearness as Hypothesis's match-quote does, but
 * refused below 0.7 so that nothing is moved silently onto other words. Returns: %FALSE when they
 * are not there; @span is then empty. */
gboolean pm_anchor_find (const PmAnchor *self, const char *text, gsize length, PmSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmAnchor, pm_anchor_free)

G_END_DECLS
