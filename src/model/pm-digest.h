/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The SHA-256 of @bytes, by which what arrived is kept and checked. Returns: (transfer full): in
 * lower-case hex */
char *pm_digest_dup_sha256 (GBytes *bytes);

G_END_DECLS
