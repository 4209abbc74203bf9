/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook-fixture.h"

/* A notebook beside a server that has an article at each path that begins with "/article". */

#define ARTICLES_SECOND                                                                             \
  "“We should have done this ten years ago,” said Ingrid Halvorsen, the harbour master, after " \
  "the vote in the town hall on Monday evening."

/* The second paragraph of each; %ARTICLES_SECOND at first. */
extern const char *articles_second;

void articles_set_up (Fixture *fixture, gconstpointer data);
/* Returns: (transfer full): what is at "/article". */
PmArticle *articles_add (Fixture *fixture);
/* Highlights @words with a tag and a note. Returns: (transfer full) */
PmHighlight *articles_highlight (Fixture *fixture, gint64 id, const char *words);
