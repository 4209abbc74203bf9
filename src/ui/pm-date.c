/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static char *
dup_day (GDateTime *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  if (g_date_time_get_year (day) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (day) == g_date_time_get_day_of_year (now))
    return g_strdup (_ ("Today"));
  if (g_date_time_get_year (day) == g_date_time_get_year (yesterday) &&
      g_date_time_get_day_of_year (day) == g_date_time_get_day_of_year (yesterday))
    return g_strdup (_ ("Yesterday"));
  /* Translators: a day as strftime() writes it: 15 Apr 2021. */
  return g_date_time_format (day, _ ("%-e %b %Y"));
}

static char *
dup_published (const char *published)
{
  int year = 0, month = 1, day = 1;
  int n_parts = sscanf (published, "%4d-%2d-%2d", &year, &month, &day);
  g_autoptr (GDateTime) date = NULL;

  if (n_parts < 1 || year < 1000)
    return NULL;
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (date == NULL)
    return NULL;
  if (n_parts == 1)
    return g_date_time_format (date, "%Y");
  /* Translators: a month as strftime() writes it: Apr 2021. */
  return n_parts == 2 ? g_date_time_format (date, _ ("%b %Y")) : dup_day (date);
}

char *
pm_date_dup_human (const char *published, gint64 otherwise)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  char *known = published != NULL ? dup_published (published) : NULL;

  if (known != NULL)
    return known;
  if (otherwise > 0)
    utc = g_date_time_new_from_unix_utc (otherwise / G_USEC_PER_SEC);
  if (utc != NULL)
    local = g_date_time_to_local (utc);
  return local != NULL ? dup_day (local) : g_strdup ("");
}
