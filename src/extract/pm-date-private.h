/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): @text as an ISO 8601 date or time. One that is ISO 8601
 * already keeps the precision and offset it was given with; mail dates, "18.11.2019", "18 November
 * 2019", "Nov. 18, 2019", "2019年11月18日" and their like in many languages become a day. %NULL
 * when
 * @text is none of these, or before 1900 or after 2100.
 * @language: (nullable): what "11/8/2019" means depends on it. */
char *_pm_date_parse (const char *text, const char *language);

/* Whether @text begins with a number, a weekday or a month. */
gboolean _pm_date_begins (const char *text);

/* Returns: (transfer full) (nullable): the day that the path of @url names: "/2019/11/18/". */
char *_pm_date_find_in_address (const char *url);

G_END_DECLS
