/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-bundle.h"

#define MAX_BYTES (64 << 20)
#define MAX_LINKS 200000
#define MAX_ADDRESS 8192

/* In the order in which they are asked; the last takes everything. */
static const PmListReader *const readers[] = {
  &_pm_list_opml, &_pm_list_feed, &_pm_list_bookmarks,
  &_pm_list_json, &_pm_list_csv,  &_pm_list_text,
};

/* --- one link --- */

/* Why an address with such a scheme leads to no page. */
static const struct
{
  const char *scheme;
  const char *problem;
} problems[] = {
  { "javascript", N_ ("This is a program of a browser, not the address of a page.") },
  { "data", N_ ("This holds data itself, and is not the address of a page.") },
  { "file", N_ ("This is a file on somebody’s computer, not the address of a page.") },
  { "mailto", N_ ("This is a mail address, not the address of a page.") },
};

/* Returns: (nullable): what is wrong with @url. */
static char *
dup_problem (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  if (*url == '\0')
    return g_strdup (_ ("There is no address."));
  if (strlen (url) > MAX_ADDRESS)
    return g_strdup (_ ("This address is too long."));
  /* Without a scheme "example.org:8080/news" has a dot in what looks like one. */
  if (scheme == NULL || strchr (scheme, '.') != NULL || g_ascii_strcasecmp (scheme, "http") == 0 ||
      g_ascii_strcasecmp (scheme, "https") == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (g_ascii_strcasecmp (scheme, problems[i].scheme) == 0)
      return g_strdup (_ (problems[i].problem));
  return g_strdup (_ ("This is not the address of a page of the web."));
}

gboolean
_pm_list_add (PmListInput *input, PmLink *link, GError **error)
{
  g_autoptr (PmLink) owned = link;

  if (input->links->len >= MAX_LINKS)
    {
      g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST,
                   _ ("This list has more than %d links; add it in parts."), MAX_LINKS);
      return FALSE;
    }
  if (!g_utf8_validate (owned->url, -1, NULL))
    {
      g_autofree char *raw = g_steal_pointer (&owned->url);

      owned->url = g_utf8_make_valid (raw, -1);
    }
  g_strstrip (owned->url);
  if (owned->problem == NULL)
    owned->problem = dup_problem (owned->url);
  /* What is shown of a broken link need not be whole. */
  if (owned->problem != NULL && strlen (owned->url) > MAX_ADDRESS)
    {
      g_autofree char *start = g_strndup (owned->url, 200);

      g_free (owned->url);
      owned->url = g_utf8_make_valid (start, -1);
    }
  g_ptr_array_add (input->links, g_steal_pointer (&owned));
  return TRUE;
}

/* --- the whole list --- */

/* Returns: (nullable): @bytes as UTF-8; %NULL when they are no text. */
static char *
decode (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      gsize length = 0;

      text = g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, &length, NULL);
      if (text != NULL && strlen (text) < length)
        g_clear_pointer (&text, g_free);
      return text;
    }
  if (size == 0 || memchr (data, '\0', size) != NULL)
    return size == 0 ? g_strdup ("") : NULL;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_utf8_make_valid (data + 3, (gssize) size - 3);
  if (!g_utf8_validate_len (data, size, NULL))
    text = g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (data, (gssize) size);
}

static const PmListReader *
find_reader (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers) - 1; i++)
    if (readers[i]->recognise (text))
      return readers[i];
  return readers[G_N_ELEMENTS (readers) - 1];
}

GPtrArray *
pm_list_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_link_free);
  g_autofree char *text = g_bytes_get_size (bytes) <= MAX_BYTES ? decode (bytes) : NULL;
  PmListInput input = { bytes, text, links, cancellable, NULL, G_MAXUINT, NULL };

  if (text == NULL)
    {
      g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST,
                           g_bytes_get_size (bytes) > MAX_BYTES
                               ? _ ("This file is too large for a list of links.")
                               : _ ("This file is not a list of links."));
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !find_reader (text)->read (&input, error))
    return NULL;
  return g_steal_pointer (&links);
}

/* --- one feed --- */

void
pm_feed_content_free (PmFeedContent *self)
{
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self->title);
  g_free (self);
}

PmFeedContent *
pm_list_read_feed (GBytes *bytes,
                   const char *url,
                   guint most,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (PmFeedContent) feed = g_new0 (PmFeedContent, 1);
  g_autofree char *text = g_bytes_get_size (bytes) <= MAX_BYTES ? decode (bytes) : NULL;
  PmListInput input = { bytes, text, NULL, cancellable, url, most, feed };

  feed->links = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_link_free);
  feed->ttl = -1;
  input.links = feed->links;
  if (text == NULL || !_pm_list_feed.recognise (text))
    {
      g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST,
                           _ ("What is at this address is not a feed."));
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !_pm_list_feed.read (&input, error))
    return NULL;
  if (feed->is_whole || feed->links->len > 0)
    return g_steal_pointer (&feed);
  g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST,
                       _ ("This feed is damaged: nothing in it could be read."));
  return NULL;
}

gboolean
pm_list_recognise (GBytes *bytes)
{
  g_autofree char *text = g_bytes_get_size (bytes) <= MAX_BYTES ? decode (bytes) : NULL;
  const PmListReader *reader = text != NULL ? find_reader (text) : NULL;

  return reader != NULL && (reader->is_certain == NULL || reader->is_certain (text));
}
