/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-data-images-private.h"

#include "pm-digest.h"

#include <string.h>

#define START "data:image/"
/* "image/svg+xml;charset=utf-8;base64" is about the longest in use. */
#define MAX_TYPE 64
#define MAX_NAME 64
#define MAX_IMAGE (10 * 1024 * 1024)
/* Smaller ones stand in for a picture that is still to come, or part words. */
#define MIN_SIDE 16
#define MIN_BYTES 1024

static guint
read_number (const guint8 *at, guint size, gboolean big_endian)
{
  guint number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | at[big_endian ? i : size - 1 - i];
  return number;
}

/* Whether the bytes are of a kind that readers see, and more than a spacer. A drawing (SVG) in an
 * address is a stand-in or an icon. Returns: (nullable): their media type. */
static const char *
judge_picture (const guint8 *data, gsize length)
{
  if (length >= 24 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return read_number (data + 16, 4, TRUE) >= MIN_SIDE &&
                   read_number (data + 20, 4, TRUE) >= MIN_SIDE
               ? "image/png"
               : NULL;
  if (length >= 10 && memcmp (data, "GIF8", 4) == 0)
    return read_number (data + 6, 2, FALSE) >= MIN_SIDE &&
                   read_number (data + 8, 2, FALSE) >= MIN_SIDE
               ? "image/gif"
               : NULL;
  if (length < MIN_BYTES)
    return NULL;
  if (memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  if (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return "image/webp";
  return memcmp (data + 4, "ftypavif", 8) == 0 ? "image/avif" : NULL;
}

/* @at: an address of @size bytes. Returns: (transfer full) (nullable) */
static GBytes *
decode_picture (const char *at, gsize size, const char **type)
{
  const char *comma = memchr (at, ',', MIN (size, MAX_TYPE));
  g_autofree char *written = NULL;
  guint8 *data;
  gsize length;

  if (comma == NULL || comma - at < 7 || g_ascii_strncasecmp (comma - 7, ";base64", 7) != 0 ||
      size / 4 * 3 > MAX_IMAGE)
    return NULL;
  size -= comma + 1 - at;
  written = memchr (comma + 1, '%', size) != NULL
                ? g_uri_unescape_segment (comma + 1, comma + 1 + size, NULL)
                : g_strndup (comma + 1, size);
  if (written == NULL || *written == '\0')
    return NULL;
  data = g_base64_decode (written, &length);
  *type = judge_picture (data, length);
  if (*type != NULL)
    return g_bytes_new_take (data, length);
  g_free (data);
  return NULL;
}

/* The length of the address at @at: to the quote that opened it, or else to where no address goes
 * on. */
static gsize
measure_address (const char *at, const char *end, char before)
{
  const char *stop;

  if (before == '"' || before == '\'')
    {
      stop = memchr (at, before, end - at);
      return (stop != NULL ? stop : end) - at;
    }
  for (stop = at; stop < end && !g_ascii_isspace (*stop) && strchr ("\"'<>)", *stop) == NULL;)
    stop++;
  return stop - at;
}

/* Whether the markup is within a tag at @to, when it @was at @from. */
static gboolean
is_in_tag (const char *from, const char *to, gboolean was)
{
  while (to > from)
    if (*--to == '<' || *to == '>')
      return *to == '<';
  return was;
}

/* The name of the style sheet's variable that is set to the address at @found: "--sf-img-3" of
 * "--sf-img-3:url(\"". SingleFile keeps there what a page shows twice.
 * Returns: (transfer full) (nullable) */
static char *
dup_variable (const char *markup, const char *found)
{
  const char *at = found;
  const char *end;

  at -= at > markup && (at[-1] == '"' || at[-1] == '\'');
  if (at - markup < 4 || strncmp (at - 4, "url(", 4) != 0)
    return NULL;
  for (at -= 4; at > markup && g_ascii_isspace (at[-1]);)
    at--;
  if (at == markup || *--at != ':')
    return NULL;
  for (end = at; at > markup && (g_ascii_isalnum (at[-1]) || at[-1] == '-') && end - at < MAX_NAME;)
    at--;
  return g_str_has_prefix (at, "--") ? g_strndup (at, end - at) : NULL;
}

/* "var(--sf-img-3)" becomes the address it stands for. */
static void
fill_in_variables (GString *markup, GHashTable *variables)
{
  g_autofree char *before = g_strndup (markup->str, markup->len);
  const char *at = before;
  const char *found;

  g_string_truncate (markup, 0);
  while ((found = strstr (at, "var(--")) != NULL)
    {
      const char *name = found + strlen ("var(");
      gsize size = strspn (name, "-0123456789abcdefghijklmnopqrstuvwxyz");
      g_autofree char *key = g_strndup (name, MIN (size, MAX_NAME));
      const char *url = name[size] == ')' ? g_hash_table_lookup (variables, key) : NULL;

      g_string_append_len (markup, at, found - at);
      if (url != NULL)
        g_string_append_printf (markup, "url(%s)", url);
      else
        g_string_append_len (markup, found, name + size - found);
      at = name + size + (url != NULL);
    }
  g_string_append (markup, at);
}

/* Appends what is between @done and @found, and the name of what is there. Returns: (transfer
 * full): it. */
static char *
replace (GString *shorter, const char *done, const char *found, GBytes *bytes)
{
  g_autofree char *digest = pm_digest_dup_sha256 (bytes);
  char *url = g_strconcat (PM_DATA_IMAGE_PREFIX, digest, NULL);

  g_string_append_len (shorter, done, found - done);
  g_string_append (shorter, url);
  return url;
}

char *
_pm_data_images_shorten (const char *markup, gsize *length, PmDataImageFunc func, gpointer data)
{
  const char *end = markup + *length;
  const char *done = markup, *at = markup;
  const char *found;
  gboolean in_tag = FALSE;
  g_autoptr (GString) shorter = g_string_new (NULL);
  g_autoptr (GHashTable) variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            g_free);

  while ((found = strstr (at, START)) != NULL)
    {
      gsize size = strlen (START);
      const char *type = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *variable = dup_variable (markup, found);
      char *url;

      in_tag = is_in_tag (at, found, in_tag);
      if (in_tag || variable != NULL)
        {
          size = measure_address (found, end, found > markup ? found[-1] : ' ');
          bytes = decode_picture (found, size, &type);
        }
      at = found + size;
      if (bytes == NULL)
        continue;
      url = replace (shorter, done, found, bytes);
      done = at;
      if (func != NULL)
        func (url, type, bytes, data);
      if (variable != NULL)
        g_hash_table_insert (variables, g_steal_pointer (&variable), url);
      else
        g_free (url);
    }
  if (done == markup)
    return NULL;
  g_string_append_len (shorter, done, end - done);
  if (g_hash_table_size (variables) > 0)
    fill_in_variables (shorter, variables);
  *length = shorter->len;
  return g_string_free (g_steal_pointer (&shorter), FALSE);
}
