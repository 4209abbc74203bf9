/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"

G_BEGIN_DECLS

/* What kind of source an address is, judged by its host, its path and the words it hangs on.
 * @own_url: (nullable): the article's own address; other pages of its site are internal.
 * @guessed: (out): the end of the host says as much and no more; whoever knows better is right. */
PmSourceKind
pm_source_kind_of_url (const char *url, const char *words, const char *own_url, gboolean *guessed);

G_END_DECLS
