/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-facts.h"
#include "pm-record.h"

G_BEGIN_DECLS

/* What is known of how an article came, as facts for the details panel. */

/* From asking to the bytes: addresses, hops, time, server, type, size, digest. */
void pm_provenance_add_capture (PmFacts *facts, PmRecord *record);
/* What the page says of itself, each with where it says so. */
void pm_provenance_add_metadata (PmFacts *facts, PmDocument *document);
/* One request and its answer, whole. */
void pm_provenance_add_hop (PmFacts *facts, const PmHop *hop);
/* Returns: (transfer full): "301 → 200"; empty when there was no request. */
char *pm_provenance_dup_hops (PmPage *page);
/* @time: µs UTC. Returns: (transfer full): "23 Nov 2026, 15:12:08 UTC"; empty when it is 0. */
char *pm_provenance_dup_time (gint64 time);

G_END_DECLS
