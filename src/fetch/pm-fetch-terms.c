/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <string.h>

/* When and how to ask a server for the same again: what it said in its headers. */

#define MAX_VALIDATOR 1024
#define MAX_AGE (366 * 24 * 3600)

PmFetchTerms *
_pm_fetch_terms_new (const char *etag, const char *modified)
{
  PmFetchTerms *self = g_new0 (PmFetchTerms, 1);

  self->etag = g_strdup (etag);
  self->modified = g_strdup (modified);
  self->max_age = -1;
  return self;
}

void
pm_fetch_terms_free (PmFetchTerms *self)
{
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->moved_to);
  g_free (self);
}

/* Whether it may stand in a header, whoever says so. */
static gboolean
is_validator (const char *value)
{
  gsize n = 0;

  while (value != NULL && (guchar) value[n] >= ' ' && value[n] != 0x7f)
    n++;
  return n > 0 && n <= MAX_VALIDATOR && value[n] == '\0';
}

void
_pm_fetch_terms_write (const PmFetchTerms *self, SoupMessageHeaders *request)
{
  if (is_validator (self->etag))
    soup_message_headers_replace (request, "If-None-Match", self->etag);
  if (is_validator (self->modified))
    soup_message_headers_replace (request, "If-Modified-Since", self->modified);
}

static void
take_validator (char **kept, const char *value)
{
  g_free (*kept);
  *kept = is_validator (value) ? g_strdup (value) : NULL;
}

/* RFC 9111 §5.2.2.1. */
static gint64
read_max_age (SoupMessageHeaders *answer)
{
  const char *value = soup_message_headers_get_list (answer, "Cache-Control");
  g_autoptr (GHashTable) directives = value != NULL ? soup_header_parse_param_list (value) : NULL;
  const char *age = directives != NULL ? g_hash_table_lookup (directives, "max-age") : NULL;
  guint64 seconds;

  return age != NULL && g_ascii_string_to_unsigned (age, 10, 0, MAX_AGE, &seconds, NULL)
             ? (gint64) seconds
             : -1;
}

void
_pm_fetch_terms_read (PmFetchTerms *self, guint status, SoupMessageHeaders *answer)
{
  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    {
      take_validator (&self->etag, soup_message_headers_get_one (answer, "ETag"));
      take_validator (&self->modified, soup_message_headers_get_one (answer, "Last-Modified"));
    }
  if (SOUP_STATUS_IS_SUCCESSFUL (status) || status == SOUP_STATUS_NOT_MODIFIED)
    self->max_age = read_max_age (answer);
}
