/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day for people, in the user's language and with the precision that is known: "Today", "15 Apr
 * 2021", "Apr 2021".
 * @published: (nullable): ISO 8601 as an outlet gave it. @otherwise: µs UTC, used when @published
 * is unset or makes no sense; 0 when unset too. A date with a time is shown as the day it was at
 * the outlet, not at the reader. Returns: (transfer full): empty when nothing is known. */
char *pm_date_dup_human (const char *published, gint64 otherwise);

G_END_DECLS
