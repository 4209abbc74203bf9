/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <string.h>

/* Which kinds of content are wanted, by what the server calls them or, where it says nothing, by
 * their first bytes, after the WHATWG MIME Sniffing Standard §7. */

static const char *const page_types[] = { "text/html",      "application/xhtml+xml",
                                          "text/plain",     "multipart/related",
                                          "message/rfc822", "application/pdf" };

/* A feed may be sent as one of these, and a page that names a feed is. */
static const char *const marked_types[] = { "text/html", "application/xhtml+xml", "text/plain" };

static const char *const feed_types[] = { "application/rss+xml", "application/atom+xml",
                                          "application/rdf+xml" };

/* A feed as often as anything else. */
static const char *const xml_types[] = { "application/xml", "text/xml" };

static const char *const feed_starts[] = { "<rss", "<feed", "<rdf:RDF", "<atom:feed" };

/* Servers send these for what they do not know. */
static const char *const untold_types[] = { "application/octet-stream", "binary/octet-stream",
                                            "application/unknown", "unknown/unknown" };

static const char *const html_starts[] = {
  "<!doctype html", "<html", "<head",  "<body", "<title", "<meta", "<link", "<script", "<style",
  "<!--",           "<h1",   "<table", "<div",  "<p",     "<a",    "<br",   "<font",   "<b"
};

static const struct
{
  const char *type;
  gsize at;
  const char *bytes;
  gsize length;
} image_starts[] = {
  { "image/png", 0, "\x89PNG\r\n\x1a\n", 8 },
  { "image/jpeg", 0, "\xff\xd8\xff", 3 },
  { "image/gif", 0, "GIF8", 4 },
  { "image/webp", 8, "WEBP", 4 },
  { "image/avif", 4, "ftypavif", 8 },
};

static gboolean
is_listed (const char *type, const char *const *types, gsize n_types)
{
  for (gsize i = 0; i < n_types; i++)
    if (g_str_equal (type, types[i]))
      return TRUE;
  return FALSE;
}

PmTypeVerdict
_pm_fetch_judge_type (PmFetchKind kind, const char *type)
{
  gboolean accepted;

  if (kind == PM_FETCH_ROBOTS)
    return PM_TYPE_ACCEPTED;
  if (type == NULL || is_listed (type, untold_types, G_N_ELEMENTS (untold_types)))
    return PM_TYPE_UNTOLD;
  if (is_listed (type, xml_types, G_N_ELEMENTS (xml_types)) && kind != PM_FETCH_IMAGE)
    return PM_TYPE_UNTOLD;
  if (kind == PM_FETCH_IMAGE)
    accepted = g_str_has_prefix (type, "image/");
  else if (kind == PM_FETCH_FEED)
    accepted = is_listed (type, feed_types, G_N_ELEMENTS (feed_types)) ||
               is_listed (type, marked_types, G_N_ELEMENTS (marked_types));
  else
    accepted = is_listed (type, page_types, G_N_ELEMENTS (page_types));
  return accepted ? PM_TYPE_ACCEPTED : PM_TYPE_REFUSED;
}

static gboolean
begins_as_html (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (html_starts); i++)
    {
      gsize n = strlen (html_starts[i]);

      if (length > n && g_ascii_strncasecmp (text, html_starts[i], n) == 0 &&
          (strchr (" \t\r\n\f>/", text[n]) != NULL || g_str_equal (html_starts[i], "<!--")))
        return TRUE;
    }
  return length > 5 && memcmp (text, "<?xml", 5) == 0 &&
         g_strstr_len (text, length, "<html") != NULL;
}

static gboolean
begins_as_feed (const char *text, gsize length)
{
  for (gsize i = 0; length > 0 && *text == '<' && i < G_N_ELEMENTS (feed_starts); i++)
    {
      const char *found = g_strstr_len (text, length, feed_starts[i]);
      const char *after = found != NULL ? found + strlen (feed_starts[i]) : NULL;

      if (after != NULL && after < text + length && strchr (" \t\r\n>", *after) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A page saved as MHTML is a message, and says so in its header. */
static gboolean
begins_as_mhtml (const char *text, gsize length)
{
  g_autofree char *head = g_ascii_strdown (text, length);

  return g_ascii_isalpha (*head) && strstr (head, "mime-version:") != NULL &&
         strstr (head, "\ncontent-type: multipart/related") != NULL;
}

/* Control characters that no text holds. */
static gboolean
looks_binary (const guint8 *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] < 0x20 && data[i] != 0x1b && (data[i] < 0x09 || data[i] == 0x0b || data[i] > 0x0d))
      return TRUE;
  return FALSE;
}

static const char *
sniff_page (const guint8 *data, gsize length)
{
  const char *text = (const char *) data;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return "text/html";
  if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return "application/pdf";
  if (looks_binary (data, length))
    return NULL;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (begins_as_html (text, length))
    return "text/html";
  if (begins_as_feed (text, length))
    return feed_types[0];
  if (begins_as_mhtml (text, length))
    return "multipart/related";
  return length > 0 && *text != '<' && *text != '{' ? "text/plain" : NULL;
}

const char *
_pm_fetch_sniff_type (PmFetchKind kind, const guint8 *data, gsize length)
{
  length = MIN (length, PM_FETCH_SNIFF_LENGTH);
  if (kind != PM_FETCH_IMAGE)
    return sniff_page (data, length);
  for (gsize i = 0; i < G_N_ELEMENTS (image_starts); i++)
    if (length >= image_starts[i].at + image_starts[i].length &&
        memcmp (data + image_starts[i].at, image_starts[i].bytes, image_starts[i].length) == 0)
      return image_starts[i].type;
  return NULL;
}
