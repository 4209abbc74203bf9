/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes @word what the classes know it by: any digit is as good as another. */
void _pm_clusters_fold (char *word);

G_END_DECLS
