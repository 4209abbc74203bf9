/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-addresses.h"

#include <string.h>

#define MAX_ADDRESSES 10000

static gboolean
has_known_scheme (const char *word)
{
  g_autoptr (GUri) uri = g_uri_parse (word, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (g_str_equal (scheme, "file"))
    return *g_uri_get_path (uri) == '/';
  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && host != NULL &&
         *host != '\0';
}

static gboolean
looks_like_host (const char *word)
{
  gsize host = strcspn (word, "/?#");
  const char *dot = memchr (word, '.', host);

  return dot != NULL && dot > word && dot + 1 < word + host && strchr (word, '@') == NULL &&
         strstr (word, "://") == NULL;
}

GStrv
pm_addresses_parse (const char *text, gboolean typed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f\v", -1);

  for (guint i = 0; words[i] != NULL && g_hash_table_size (seen) < MAX_ADDRESSES; i++)
    if ((has_known_scheme (words[i]) || (typed && looks_like_host (words[i]))) &&
        g_hash_table_add (seen, words[i]))
      g_strv_builder_add (addresses, words[i]);
  return g_strv_builder_end (addresses);
}
