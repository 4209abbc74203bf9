/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-date-private.h"

#include <string.h>

/* Longer texts are sentences with a date in them. */
#define MAX_LENGTH 120

/* The names of the months in the languages of most of the press, as they stand in a date. Any
 * beginning of three letters is taken for the month too. */
static const char *const months[12] = {
  "january januar januari janvier enero gennaio janeiro jänner stycznia января січня ledna",
  "february februar februari février fevrier febrero febbraio fevereiro lutego февраля лютого",
  "march märz mrz maart mars marzo março marca марта березня března",
  "april avril abril aprile kwietnia апреля квітня dubna",
  "may mai mei mayo maggio maio maj maja мая травня května",
  "june juni juin junio giugno junho czerwca июня червня června",
  "july juli juillet julio luglio julho lipca июля липня července",
  "august augustus août aout agosto augusti sierpnia августа серпня srpna",
  "september septembre septiembre settembre setembro września сентября вересня září",
  "october oktober octobre octubre ottobre outubro października октября жовтня října",
  "november novembre noviembre novembro listopada ноября листопада",
  "december dezember décembre decembre diciembre dicembre dezembro grudnia декабря грудня prosince",
};

static const char weekdays[] =
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat "
    "sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa "
    "so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag "
    "woensdag "
    "donderdag vrijdag zaterdag zondag segunda terça quarta quinta sexta ";

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
  if (mark == '-' && at - text == 10 && strchr (at + 1, ' ') == NULL)
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
  g_autofree char *start = g_strconcat (" ", lower, NULL);

  if (g_utf8_strlen (word, -1) < 3)
    return 0;
  for (int month = 1; month <= 12; month++)
    if (g_str_has_prefix (months[month - 1], lower) || strstr (months[month - 1], start) != NULL)
      return month;
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
      else if (number < 0 && month == 0)
        month = find_month (*word);
    }
  return month > 0 && year > 0 && day > 0 ? format_day (year, month, day) : NULL;
}

/* "18.11.2019", "18/11/2019"; when it can only be so or @month_first, "11/18/2019". */
static char *
parse_numbers (const char *text, gboolean month_first)
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
      if (year < 0)
        continue;
      if (b > 12 || (month_first && mark == '/' && a <= 12))
        return format_day (year, a, b);
      return format_day (year, b, a);
    }
  return NULL;
}

/* "2019年11月18日", "2019년 11월 18일", and "2019.11.18" behind other words. */
static char *
parse_year_first (const char *text)
{
  static const char *const marks[][2] = {
    { "年", "月" }, { "년", "월" }, { ".", "." }, { "-", "-" }
  };

  for (const char *at = text; *at != '\0'; at++)
    for (guint i = 0; i < G_N_ELEMENTS (marks) && g_ascii_isdigit (*at); i++)
      {
        const char *end = at;
        int year = read_number (&end, 4, 4);
        int month, day;

        if (year < 0 || !g_str_has_prefix (end, marks[i][0]))
          continue;
        end += strlen (marks[i][0]);
        end += strspn (end, " ");
        month = read_number (&end, 1, 2);
        if (month < 0 || !g_str_has_prefix (end, marks[i][1]))
          continue;
        end += strlen (marks[i][1]);
        end += strspn (end, " ");
        day = read_number (&end, 1, 2);
        if (day > 0)
          return format_day (year, month, day);
      }
  return NULL;
}

char *
_pm_date_parse (const char *text, const char *language)
{
  gboolean month_first = language != NULL &&
                         (strcmp (language, "en") == 0 || strcmp (language, "en-US") == 0);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char *date = NULL;

  if (*trimmed == '\0' || strlen (trimmed) > MAX_LENGTH)
    return NULL;
  date = parse_iso (trimmed);
  if (date == NULL)
    date = parse_named (trimmed);
  if (date == NULL)
    date = parse_numbers (trimmed, month_first);
  return date != NULL ? date : parse_year_first (trimmed);
}

gboolean
_pm_date_begins (const char *text)
{
  gsize length = strcspn (text, " .,|");
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *spaced = g_strdup_printf (" %s ", lower);

  return g_ascii_isdigit (*text) || find_month (word) > 0 ||
         (length > 0 && strstr (weekdays, spaced) != NULL);
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
