/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <stdio.h>
#include <string.h>

/* What stands in the cells and attributes of a list. */

#define MAX_WORDS 2000
#define MAX_TAGS 100
#define MAX_TAG 200

char *
_pm_list_dup_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_WORDS));
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean blank = g_unichar_isspace (character) || g_unichar_iscntrl (character);

      if (!blank && gap && words->len > 0)
        g_string_append_c (words, ' ');
      if (!blank)
        g_string_append_unichar (words, character);
      gap = blank;
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* --- times --- */

/* A number of seconds, or of something smaller. */
static gint64
scale_time (gint64 number)
{
  while (number >= G_GINT64_CONSTANT (100000000000))
    number /= 1000;
  return number * G_USEC_PER_SEC;
}

static int
find_month (const char *word)
{
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *start = g_ascii_strdown (word, 3);
  const char *found = strlen (start) == 3 ? strstr (months, start) : NULL;

  return found != NULL && (found - months) % 3 == 0 ? (int) (found - months) / 3 + 1 : 0;
}

/* "Sat, 07 Sep 2002 00:00:01 GMT", the day's name and the seconds optional. A zone that has a name
 * counts as UTC: hours are not worth the date. */
static gint64
parse_mail_date (const char *text)
{
  const char *comma = strchr (text, ',');
  char month[16] = "";
  char zone[8] = "";
  int day = 0, year = 0, hour = 0, minute = 0, second = 0;
  int end = 0;
  g_autoptr (GTimeZone) offset = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (comma != NULL ? comma + 1 : text, "%2d%*[ -]%15[A-Za-z]%*[ -]%4d %2d:%2d%n", &day,
              month, &year, &hour, &minute, &end) < 3)
    return 0;
  if (end > 0)
    {
      const char *rest = (comma != NULL ? comma + 1 : text) + end;

      if (*rest == ':')
        sscanf (rest, ":%2d %7s", &second, zone);
      else
        sscanf (rest, " %7s", zone);
    }
  if (*zone == '+' || *zone == '-')
    offset = g_time_zone_new_identifier (zone);
  if (offset == NULL)
    offset = g_time_zone_new_utc ();
  time = g_date_time_new (offset, year, find_month (month), day, hour, minute, MIN (second, 59));
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

gint64
_pm_list_parse_time (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  guint64 number;
  gint64 found;

  if (g_ascii_string_to_unsigned (trimmed, 10, 1, G_MAXINT64, &number, NULL))
    return scale_time ((gint64) number);
  time = g_date_time_new_from_iso8601 (trimmed, utc);
  if (time == NULL && strlen (trimmed) == strlen ("2024-01-31"))
    {
      g_autofree char *midnight = g_strconcat (trimmed, "T00:00:00Z", NULL);

      time = g_date_time_new_from_iso8601 (midnight, utc);
    }
  found = time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : parse_mail_date (trimmed);
  return MAX (found, 0);
}

/* --- tags --- */

/* Takes what stands between quotes; @text: after "[". */
static void
read_quoted (const char *text, GPtrArray *parts)
{
  while (*text != '\0')
    {
      g_autoptr (GString) part = g_string_new (NULL);
      char quote;

      while (*text != '\0' && *text != '"' && *text != '\'')
        text++;
      quote = *text;
      if (quote == '\0')
        return;
      for (text++; *text != '\0' && *text != quote; text++)
        {
          if (*text == '\\' && text[1] != '\0')
            text++;
          g_string_append_c (part, *text);
        }
      if (*text != '\0')
        text++;
      g_ptr_array_add (parts, g_strdup (part->str));
    }
}

static void
read_parted (const char *text, GPtrArray *parts)
{
  const char *separator = strchr (text, '|') != NULL ? "|" : strchr (text, ';') != NULL ? ";" : ",";
  g_auto (GStrv) words = g_strsplit (text, separator, MAX_TAGS + 1);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (parts, g_steal_pointer (&words[i]));
}

char **
_pm_list_parse_tags (const char *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *start = text != NULL ? text + strspn (text, " \t") : "";

  if (*start == '[')
    read_quoted (start + 1, parts);
  else
    read_parted (start, parts);
  for (guint i = 0; i < parts->len && g_hash_table_size (seen) < MAX_TAGS; i++)
    {
      char *tag = _pm_list_dup_words (parts->pdata[i]);

      if (tag != NULL && strlen (tag) <= MAX_TAG && g_hash_table_add (seen, tag))
        g_strv_builder_add (tags, tag);
      else if (tag != NULL && strlen (tag) > MAX_TAG)
        g_free (tag);
    }
  return g_hash_table_size (seen) > 0 ? g_strv_builder_end (tags) : NULL;
}
