/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A server on the loopback, a process of its own so that it costs this one nothing. "/0" to "/N"
 * are the benchmark's pages in turns, without their images and with no host in them but this one:
 * nobody else is asked for anything, not even for a name. */

/* Starts it; it ends with this process. To be called before there is any thread. @pages:
 * (element-type PmPage). Returns: (transfer full): "http://127.0.0.1:12345" */
char *bench_server_start (GPtrArray *pages);
/* Processor seconds it has used: of this machine, though a server is another. */
double bench_server_get_cpu (void);
/* The pages as they are served. Returns: (element-type PmPage) */
GPtrArray *bench_server_make_pages (void);
/* A list of links to @n pages. */
char *bench_server_make_list (const char *base, guint n);

G_END_DECLS
