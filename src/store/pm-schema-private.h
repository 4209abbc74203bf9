/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-db.h"

G_BEGIN_DECLS

/* Whose file it is. @is_empty: (out): nothing was ever stored in it; its version is 0 then.
 * Returns: %FALSE with @error set when it is not a notebook, or a newer one. */
gboolean _pm_schema_read (PmDb *db, gboolean *is_empty, int *version, GError **error);
/* Brings an empty or older notebook up to date, within the caller's transaction. */
gboolean _pm_schema_migrate (PmDb *db, int version, GError **error);

G_END_DECLS
