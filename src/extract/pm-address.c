/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-address-private.h"

#include <libpsl.h>
#include <string.h>

#define MAX_ADDRESS 8192
#define LENIENT (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED)

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0) && host != NULL &&
         *host != '\0';
}

/* As browsers do before parsing: line ends and tabs vanish, what cannot stand in an address is
 * escaped. */
static char *
escape (const char *reference)
{
  GString *escaped = g_string_new (NULL);
  gsize end = strlen (reference);

  while (end > 0 && (guchar) reference[end - 1] <= ' ')
    end--;
  for (gsize i = 0; i < end; i++)
    {
      guchar c = reference[i];

      if (c == '\t' || c == '\n' || (c <= ' ' && escaped->len == 0))
        continue;
      if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`')
        g_string_append_printf (escaped, "%%%02X", c);
      else
        g_string_append_c (escaped, c);
    }
  return g_string_free (escaped, FALSE);
}

/* Returns: (transfer full): @address in ASCII: the host by IDNA, everything else percent-encoded.
 */
static char *
to_ascii (GUri *uri)
{
  g_autofree char *host = g_hostname_to_ascii (g_uri_get_host (uri));
  g_autofree char *joined = NULL;
  g_autoptr (GUri) plain = NULL;

  if (host == NULL)
    return NULL;
  plain = g_uri_build (LENIENT, g_uri_get_scheme (uri), g_uri_get_userinfo (uri), host,
                       g_uri_get_port (uri),
                       *g_uri_get_path (uri) != '\0' ? g_uri_get_path (uri) : "/",
                       g_uri_get_query (uri), g_uri_get_fragment (uri));
  joined = g_uri_to_string (plain);
  return g_uri_escape_string (joined, ":/?#[]@!$&'()*+,;=%", FALSE);
}

char *
_pm_address_resolve (const char *base, const char *reference)
{
  g_autofree char *escaped = NULL;
  g_autoptr (GUri) from = NULL;
  g_autoptr (GUri) uri = NULL;

  if (reference == NULL || strlen (reference) > MAX_ADDRESS)
    return NULL;
  escaped = escape (reference);
  if (*escaped == '\0' || *escaped == '#')
    return NULL;
  if (base != NULL)
    from = g_uri_parse (base, LENIENT, NULL);
  uri = g_uri_parse_relative (from, escaped, LENIENT, NULL);
  return uri != NULL && is_web (uri) ? to_ascii (uri) : NULL;
}

/* What @node says the page's own address is. Returns: (nullable) */
static const char *
get_own_address (const PmNode *node)
{
  if (node->tag == GUMBO_TAG_LINK && _pm_node_attribute_has_word (node, "rel", "canonical"))
    return _pm_node_get_attribute (node, "href");
  if (node->tag == GUMBO_TAG_META && _pm_node_attribute_has_word (node, "property", "og:url"))
    return _pm_node_get_attribute (node, "content");
  return NULL;
}

char *
_pm_address_find_own (const PmTree *tree)
{
  for (PmNode *node = tree->root; node != NULL && node != tree->body;
       node = _pm_node_next (node, tree->root, FALSE))
    {
      char *address = _pm_address_resolve (NULL, get_own_address (node));

      if (address != NULL)
        return address;
    }
  return NULL;
}

char *
_pm_address_find_base (const PmTree *tree, const char *page_url)
{
  for (PmNode *node = tree->root; node != NULL && node != tree->body;
       node = _pm_node_next (node, tree->root, FALSE))
    if (node->tag == GUMBO_TAG_BASE && _pm_node_get_attribute (node, "href") != NULL)
      {
        char *base = _pm_address_resolve (page_url, _pm_node_get_attribute (node, "href"));

        return base != NULL ? base : g_strdup (page_url);
      }
  return g_strdup (page_url);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_lower_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, LENIENT, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  return g_ascii_strdown (g_uri_get_host (uri), -1);
}

gboolean
_pm_address_is_same_site (const char *a, const char *b)
{
  g_autofree char *host_a = dup_lower_host (a);
  g_autofree char *host_b = dup_lower_host (b);
  const char *site_a, *site_b;

  if (host_a == NULL || host_b == NULL)
    return FALSE;
  if (strcmp (host_a, host_b) == 0)
    return TRUE;
  site_a = psl_registrable_domain (psl_builtin (), host_a);
  site_b = psl_registrable_domain (psl_builtin (), host_b);
  return site_a != NULL && g_strcmp0 (site_a, site_b) == 0;
}

char *
_pm_address_dup_host (const char *url)
{
  char *host = dup_lower_host (url);

  if (host != NULL && g_str_has_prefix (host, "www.") && host[4] != '\0')
    memmove (host, host + 4, strlen (host + 4) + 1);
  return host;
}

gboolean
_pm_address_is_root (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, LENIENT, NULL);

  return uri != NULL && g_uri_get_query (uri) == NULL && strlen (g_uri_get_path (uri)) <= 1;
}
