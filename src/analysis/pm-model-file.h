/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Maps the data file @name of data/models into memory: from the folder that PRESSMARK_MODELS names,
 * else from beside the program that runs, in the folder it is built in, else from where it is
 * installed.
 * Returns: (transfer full) (nullable): %NULL when it is not there; analysis does without it. */
GBytes *pm_model_file_open (const char *name);

G_END_DECLS
