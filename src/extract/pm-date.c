/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-date-private.h"

#include <string.h>

/* Longer texts are sentences with a date in them. */
#define MAX_LENGTH 120

/* First letters that tell a month from the others, in the languages of most of the press. */
static const char *const months[12] = {
  "jan gen ene",  "feb fév fev",     "mar mär maa mrt", "apr avr abr", "may mai mei mag",
  "jun juin giu", "jul juil lug",    "aug aoû aou ago", "sep set",     "oct okt ott out",
  "nov",          "dec dez déc dic",
};

static gboolean
is_day (int year, int month, int day)
{
  return year >= 1900 && year <= 2100 &&
         g_date_valid_dmy (MAX (day, 0), CLAMP (month, 0, 12), year);
}

static char *
format_day (int year, int month, int day)
{
  return is_day (year, month, day) ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : NULL;
}

/* Returns: the number at *@at, moving behind it, or -1 when there is none of @min to @max digits.
 */
static int
read_number (const char **at, guint min, guint max)
{
  guint digits = 0;
  int number = 0;

  while (g_ascii_isdigit ((*at)[digits]) && digits <= max)
    number = number * 10 + ((*at)[digits++] - '0');
  if (digits < min || digits > max)
    return -1;
  *at += digits;
  return number;
}

/* "2019-11-18…" and "2019/11/18…": what follows the day is kept when it is a time of day. */
static char *
parse_iso (const char *text)
{
  const char *at = text;
  int year = read_number (&at, 4, 4);
  int month, day;
  char mark = *at;
  gsize size;

  if (year < 0 || (mark != '-' && mark != '/' && mark != '.'))
    return NULL;
  at++;
  month = read_number (&at, 1, 2);
  if (month < 0 || *at++ != mark)
    return NULL;
  day = read_number (&at, 1, 2);
  if (day < 0 || !is_day (year, month, day))
    return NULL;
  size = strspn (at, "T 0123456789:.,+-Z");
  if ((*at != 'T' && *at != ' ') || !g_ascii_isdigit (at[1]) || at[size] != '\0' || size > 24)
    return format_day (year, month, day);
  if (mark == '-' && *at == 'T')
    return g_strdup (text);
  {
    g_auto (GStrv) rest = g_strsplit (at + 1, " ", -1);
    g_autofree char *time = g_strjoinv ("", rest);

    return g_strdup_printf ("%04d-%02d-%02dT%s", year, month, day, time);
  }
}

/* 1 to 12 for the name that @word is or begins, or 0. */
static int
find_month (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (int month = 1; month <= 12; month++)
    {
      g_auto (GStrv) starts = g_strsplit (months[month - 1], " ", -1);

      for (char **start = starts; *start != NULL; start++)
        if (g_str_has_prefix (lower, *start))
          return month;
    }
  return 0;
}

/* Day, month name and year in any order, other words (weekdays, "de") between them. */
static char *
parse_named (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,.\t\n|-/", -1);
  int year = 0, month = 0, day = 0;

  for (char **word = words; *word != NULL; word++)
    {
      const char *at = *word;
      int number = read_number (&at, 1, 4);

      if (number >= 1900 && year == 0)
        year = number;
      else if (number >= 1 && number <= 31 && day == 0 && at - *word <= 2)
        day = number;
      else if (number < 0 && month == 0 && g_utf8_strlen (*word, -1) >= 3)
        month = find_month (*word);
    }
  return month > 0 && year > 0 && day > 0 ? format_day (year, month, day) : NULL;
}

/* "18.11.2019", "18/11/2019"; when it can only be so, "11/18/2019". */
static char *
parse_numbers (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *end = at;
      int a, b, year;
      char mark;

      if (!g_ascii_isdigit (*at) || (at > text && g_ascii_isdigit (at[-1])))
        continue;
      a = read_number (&end, 1, 2);
      mark = *end;
      if (a < 0 || (mark != '.' && mark != '/' && mark != '-'))
        continue;
      end += 1;
      end += strspn (end, " ");
      b = read_number (&end, 1, 2);
      if (b < 0 || *end++ != mark)
        continue;
      end += strspn (end, " ");
      year = read_number (&end, 4, 4);
      if (year > 0)
        return b <= 12 ? format_day (year, b, a) : format_day (year, a, b);
    }
  return NULL;
}

char *
_pm_date_parse (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char *date = NULL;

  if (*trimmed == '\0' || strlen (trimmed) > MAX_LENGTH)
    return NULL;
  date = parse_iso (trimmed);
  if (date == NULL)
    date = parse_named (trimmed);
  if (date == NULL)
    date = parse_numbers (trimmed);
  return date;
}

char *
_pm_date_find_in_address (const char *url)
{
  for (const char *at = strchr (url, '/'); at != NULL; at = strchr (at + 1, '/'))
    {
      const char *end = at + 1;
      int year = read_number (&end, 4, 4);
      int month, day;

      if (year < 1990 || (*end != '/' && *end != '-'))
        continue;
      end++;
      month = read_number (&end, 1, 2);
      if (month < 1 || (*end != '/' && *end != '-'))
        continue;
      end++;
      day = read_number (&end, 1, 2);
      if (day > 0 && !g_ascii_isalnum (*end))
        return format_day (year, month, day);
    }
  return NULL;
}
