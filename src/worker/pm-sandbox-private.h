/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives up, for good, all that reading a page has no need of: opening files and sockets, starting
 * processes and threads, making memory executable, and more than @memory bytes of it. What is open
 * stays open. @folder: (nullable): files in it may still be read where the kernel can tell them
 * from others (landlock(7)); where it cannot, nothing may. Limits of the process (setrlimit(2))
 * stand by themselves where the kernel has no seccomp(2). Does nothing under AddressSanitizer,
 * which needs all of that itself. Returns: whether the limits hold. */
gboolean _pm_sandbox_enter (guint64 memory, const char *folder);

/* From now on @seconds of processor time, until the next call; what goes on longer is killed. */
void _pm_sandbox_set_time (guint seconds);

G_END_DECLS
