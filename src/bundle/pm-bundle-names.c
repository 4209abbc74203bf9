/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include "pm-digest.h"

#include <locale.h>
#include <string.h>

/* Names, times and the other small conversions that several formats need. */

char *
_pm_bundle_format_time (gint64 time, gboolean micros)
{
  /* Rounded down, before 1970 too. */
  gint64 seconds = (time >= 0 ? time : time - G_USEC_PER_SEC + 1) / G_USEC_PER_SEC;
  int rest = time - seconds * G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
  g_autofree char *whole = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%S") : NULL;

  if (whole == NULL)
    return NULL;
  return micros ? g_strdup_printf ("%s.%06dZ", whole, rest) : g_strconcat (whole, "Z", NULL);
}

/* Reads @n digits. */
static gboolean
read_digits (const char **p, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *value = *value * 10 + (**p - '0');
    }
  return TRUE;
}

/* GLib's own reader goes through a double, which does not keep every microsecond. */
gboolean
_pm_bundle_parse_time (const char *string, gint64 *time)
{
  static const char separators[] = "--T:: ";
  const char *p = string;
  int parts[6];
  int micros = 0;
  g_autoptr (GDateTime) date = NULL;

  for (int i = 0; i < 6; i++)
    {
      if (!read_digits (&p, i == 0 ? 4 : 2, &parts[i]))
        return FALSE;
      if (i < 5 && *p++ != separators[i])
        return FALSE;
    }
  if (*p == '.')
    {
      p++;
      for (int scale = 100000; g_ascii_isdigit (*p) && scale > 0; scale /= 10)
        micros += (*p++ - '0') * scale;
    }
  date = g_date_time_new_utc (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
  if (date == NULL || !g_str_equal (p, "Z"))
    return FALSE;
  *time = g_date_time_to_unix (date) * G_USEC_PER_SEC + micros;
  return TRUE;
}

int
_pm_bundle_parse_date (const char *string, int parts[3])
{
  const char *p = string;

  if (p == NULL || !read_digits (&p, 4, &parts[0]) || parts[0] == 0)
    return 0;
  if (*p++ != '-' || !read_digits (&p, 2, &parts[1]) || parts[1] < 1 || parts[1] > 12)
    return 1;
  if (*p++ != '-' || !read_digits (&p, 2, &parts[2]) ||
      !g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return 2;
  return 3;
}

char *
_pm_bundle_file_name (const char *title)
{
  g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean gap = !g_unichar_isgraph (c) || (c < 0x80 && strchr ("/\\:*?\"<>|%", c) != NULL);

      if (name->len + g_utf8_next_char (p) - p > 200)
        break;
      if (!gap)
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
    }
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (*name->str == '.' || *name->str == '-' || *name->str == ' ')
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_assign (name, "Pressmark bundle");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
_pm_bundle_slug (const char *string, gsize limit)
{
  g_autofree char *ascii = g_str_to_ascii (string, "C");
  g_autoptr (GString) slug = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && slug->len < limit; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (slug, g_ascii_tolower (*p));
      else if (*p != '?' && *p != '\'' && slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (g_steal_pointer (&slug), FALSE);
}

gboolean
_pm_bundle_is_link (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  return scheme != NULL &&
         (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0 ||
          g_ascii_strcasecmp (scheme, "mailto") == 0);
}

const char *
_pm_bundle_sniff_image (GBytes *bytes, const char **extension)
{
  static const struct
  {
    gsize at;
    const char *magic;
    const char *type;
    const char *extension;
  } types[] = {
    { 0, "\x89PNG\r\n\x1a\n", "image/png", "png" },
    { 0, "\xff\xd8\xff", "image/jpeg", "jpg" },
    { 0, "GIF8", "image/gif", "gif" },
    { 8, "WEBP", "image/webp", "webp" },
    { 4, "ftypavif", "image/avif", "avif" },
  };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gsize length = strlen (types[i].magic);

      if (size >= types[i].at + length && memcmp (data + types[i].at, types[i].magic, length) == 0)
        {
          *extension = types[i].extension;
          return types[i].type;
        }
    }
  return NULL;
}

char *
_pm_bundle_name_image (GBytes *bytes)
{
  const char *extension;
  g_autofree char *digest = NULL;

  if (_pm_bundle_sniff_image (bytes, &extension) == NULL)
    return NULL;
  digest = pm_digest_dup_sha256 (bytes);
  return g_strdup_printf ("images/%s.%s", digest, extension);
}

const char *
_pm_bundle_get_url (PmRecord *record)
{
  return record->page != NULL && record->page->url != NULL ? record->page->url
                                                           : record->article->url;
}

void
_pm_bundle_append_escaped (GString *out, const char *string, gssize length)
{
  const char *end = string + (length < 0 ? (gssize) strlen (string) : length);

  for (const char *p = string; p < end; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        /* Neither HTML nor XML has the other controls, not even as references. */
        if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
          g_string_append_c (out, *p);
      }
}

gpointer
_pm_bundle_enter_utf8 (void)
{
  /* Messages stay in the user's language. */
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t locale = base != (locale_t) 0 ? newlocale (LC_CTYPE_MASK, "C.UTF-8", base)
                                         : (locale_t) 0;

  if (locale != (locale_t) 0)
    return uselocale (locale);
  if (base != (locale_t) 0)
    freelocale (base);
  return NULL;
}

void
_pm_bundle_leave_utf8 (gpointer token)
{
  if (token != NULL)
    freelocale (uselocale (token));
}
