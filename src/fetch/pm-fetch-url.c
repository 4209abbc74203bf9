/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Addresses: how they are written, and how far inside they lead. */

#define MAX_URL 8192

typedef struct
{
  guint8 prefix[16];
  guint bits;
  PmReach reach;
} Network;

/* The IANA special-purpose registries (RFC 6890 and its updates). The first that fits counts. */
static const Network networks4[] = {
  { { 0 }, 8, PM_REACH_LOCAL },               /* this network */
  { { 127 }, 8, PM_REACH_LOCAL },             /* loopback */
  { { 169, 254 }, 16, PM_REACH_LOCAL },       /* link-local, and clouds' metadata services */
  { { 224 }, 4, PM_REACH_LOCAL },             /* multicast */
  { { 240 }, 4, PM_REACH_LOCAL },             /* reserved, broadcast */
  { { 10 }, 8, PM_REACH_PRIVATE },            /* RFC 1918 */
  { { 172, 16 }, 12, PM_REACH_PRIVATE },      /* RFC 1918 */
  { { 192, 168 }, 16, PM_REACH_PRIVATE },     /* RFC 1918 */
  { { 100, 64 }, 10, PM_REACH_PRIVATE },      /* carrier NAT, RFC 6598 */
  { { 192, 0, 0 }, 24, PM_REACH_PRIVATE },    /* protocol assignments */
  { { 192, 0, 2 }, 24, PM_REACH_PRIVATE },    /* documentation */
  { { 198, 18 }, 15, PM_REACH_PRIVATE },      /* benchmarks */
  { { 198, 51, 100 }, 24, PM_REACH_PRIVATE }, /* documentation */
  { { 203, 0, 113 }, 24, PM_REACH_PRIVATE },  /* documentation */
};

static const Network networks6[] = {
  { { 0 }, 127, PM_REACH_LOCAL },                       /* ::, ::1 */
  { { 0xfe, 0x80 }, 10, PM_REACH_LOCAL },               /* link-local */
  { { 0xff }, 8, PM_REACH_LOCAL },                      /* multicast */
  { { 0xfc }, 7, PM_REACH_PRIVATE },                    /* unique local, RFC 4193 */
  { { 0xfe, 0xc0 }, 10, PM_REACH_PRIVATE },             /* site-local, deprecated */
  { { 0x20, 0x01, 0x0d, 0xb8 }, 32, PM_REACH_PRIVATE }, /* documentation */
  { { 0x01 }, 64, PM_REACH_PRIVATE },                   /* discard, RFC 6666 */
};

static gboolean
has_prefix (const guint8 *bytes, const Network *network)
{
  guint whole = network->bits / 8;
  guint rest = network->bits % 8;
  guint8 mask = (guint8) (0xff << (8 - rest));

  if (memcmp (bytes, network->prefix, whole) != 0)
    return FALSE;
  return rest == 0 || (bytes[whole] & mask) == (network->prefix[whole] & mask);
}

static PmReach
find_reach (const guint8 *bytes, const Network *networks, gsize n_networks)
{
  for (gsize i = 0; i < n_networks; i++)
    if (has_prefix (bytes, &networks[i]))
      return networks[i].reach;
  return PM_REACH_PUBLIC;
}

/* Returns: (nullable): the IPv4 address that an IPv6 one carries: mapped, compatible, NAT64
 * (RFC 6052) or 6to4 (RFC 3056). */
static const guint8 *
find_embedded4 (const guint8 *bytes)
{
  static const guint8 zeros[12] = { 0 };
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 nat64[12] = { 0, 0x64, 0xff, 0x9b };

  if (memcmp (bytes, mapped, 12) == 0 || memcmp (bytes, nat64, 12) == 0)
    return bytes + 12;
  if (memcmp (bytes, zeros, 12) == 0 && (bytes[12] | bytes[13] | bytes[14]) != 0)
    return bytes + 12;
  return bytes[0] == 0x20 && bytes[1] == 0x02 ? bytes + 2 : NULL;
}

PmReach
_pm_fetch_reach_of_address (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6)
    {
      const guint8 *embedded = find_embedded4 (bytes);

      if (embedded == NULL)
        return find_reach (bytes, networks6, G_N_ELEMENTS (networks6));
      bytes = embedded;
    }
  return find_reach (bytes, networks4, G_N_ELEMENTS (networks4));
}

PmReach
_pm_fetch_reach_of_host (const char *host)
{
  g_autofree char *bare = g_strndup (host, strcspn (host, "%"));
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (bare);

  if (address != NULL)
    return _pm_fetch_reach_of_address (address);
  if (g_ascii_strcasecmp (host, "localhost") == 0 || g_str_has_suffix (host, ".localhost"))
    return PM_REACH_LOCAL;
  return PM_REACH_PUBLIC;
}

static gboolean
is_escape (const char *s)
{
  return s[0] == '%' && g_ascii_isxdigit (s[1]) && g_ascii_isxdigit (s[2]);
}

/* What may not stand in an address is percent-encoded, as browsers do. */
static void
append_escaped (GString *string, const char *text)
{
  for (const char *s = text; *s != '\0'; s++)
    if ((guchar) *s <= 0x20 || (guchar) *s >= 0x7f || strchr ("\"<>\\^`{|}", *s) != NULL ||
        (*s == '%' && !is_escape (s)))
      g_string_append_printf (string, "%%%02X", (guchar) *s);
    else
      g_string_append_c (string, *s);
}

/* A link copied from a mail is often broken over lines; no address holds a line break or a tab. */
static char *
dup_without_breaks (const char *typed)
{
  GString *string = g_string_new (NULL);

  for (const char *s = typed; *s != '\0'; s++)
    if (*s != '\n' && *s != '\r' && *s != '\t')
      g_string_append_c (string, *s);
  return g_strstrip (g_string_free (string, FALSE));
}

/* Returns: the length of the scheme before its colon, 0 when there is none. "example.com:8080/x"
 * has none: digits follow the colon. */
static gsize
scan_scheme (const char *text)
{
  gsize n = 0;
  gsize digits;

  if (!g_ascii_isalpha (text[0]))
    return 0;
  while (g_ascii_isalnum (text[n]) || (text[n] != '\0' && strchr ("+-.", text[n]) != NULL))
    n++;
  if (text[n] != ':')
    return 0;
  digits = strspn (text + n + 1, "0123456789");
  if (digits > 0 && strchr ("/?#", text[n + 1 + digits]) != NULL)
    return 0;
  return n;
}

static GError *
bad_address (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 80));

  return g_error_new (PM_FETCH_ERROR, PM_FETCH_ERROR_BAD_ADDRESS,
                      _ ("“%s” is not a web address Pressmark can fetch."), shown);
}

static gboolean
is_host_valid (const char *host)
{
  const char *bare = strchr (host, ':') != NULL ? "" : host;

  if (*host == '\0' || strlen (host) > 253 || *host == '.' || strstr (host, "..") != NULL)
    return FALSE;
  for (; *bare != '\0'; bare++)
    if (!g_ascii_isalnum (*bare) && strchr ("-._", *bare) == NULL)
      return FALSE;
  return strchr (host, ':') == NULL || g_hostname_is_ip_address (host) ||
         strchr (host, '%') != NULL;
}

/* @rest: what follows "//". Returns: (nullable) */
static char *
normalize_rest (const char *scheme, const char *rest)
{
  gsize length = strcspn (rest, "/?#");
  g_autofree char *authority = g_strndup (rest, length);
  const char *at = strrchr (authority, '@');
  g_autofree char *base = g_strconcat (scheme, "://", at != NULL ? at + 1 : authority, "/", NULL);
  g_autofree char *beyond = g_strndup (rest + length, strcspn (rest + length, "#"));
  g_autofree char *host = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GString) escaped = g_string_new (*beyond == '/' ? NULL : "/");
  int port;

  if (strchr (authority, '\\') != NULL)
    return NULL;
  uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return NULL;
  host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (host == NULL || !is_host_valid (host) || g_uri_get_port (uri) == 0)
    return NULL;
  for (char *c = host; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  port = g_uri_get_port (uri);
  if (port == (strcmp (scheme, "http") == 0 ? 80 : 443))
    port = -1;
  append_escaped (escaped, beyond);
  g_clear_pointer (&base, g_free);
  base = g_uri_join (G_URI_FLAGS_NONE, scheme, NULL, host, port, "", NULL, NULL);
  return g_strconcat (base, escaped->str, NULL);
}

char *
pm_fetch_normalize_url (const char *typed, GError **error)
{
  g_autofree char *text = dup_without_breaks (typed);
  gsize n = scan_scheme (text);
  g_autofree char *scheme = n > 0 ? g_ascii_strdown (text, n) : g_strdup ("https");
  const char *rest = n > 0 ? text + n + 1 : text;
  char *url = NULL;

  if (n > 0 && strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0)
    {
      g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_BAD_ADDRESS,
                   _ ("Pressmark fetches http and https addresses, not “%.20s:”."), scheme);
      return NULL;
    }
  if (g_str_has_prefix (rest, "//"))
    rest += 2;
  else if (n > 0)
    rest = "";
  if (strlen (rest) <= MAX_URL && g_utf8_validate (rest, -1, NULL))
    url = normalize_rest (scheme, rest);
  if (url == NULL)
    g_propagate_error (error, bad_address (typed));
  return url;
}

char *
_pm_fetch_dup_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "");
}

gboolean
_pm_fetch_same_site (const char *url, const char *other)
{
  g_autoptr (GUri) a = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) b = g_uri_parse (other, SOUP_HTTP_URI_FLAGS, NULL);

  return a != NULL && b != NULL && g_strcmp0 (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         g_uri_get_port (a) == g_uri_get_port (b);
}

char *
_pm_fetch_resolve_url (const char *base, const char *location, GError **error)
{
  g_autofree char *host = _pm_fetch_dup_host (base);
  g_autofree char *trimmed = dup_without_breaks (location);
  gsize n = scan_scheme (trimmed);
  g_autofree char *scheme = g_ascii_strdown (trimmed, n);
  g_autoptr (GString) escaped = g_string_new (NULL);
  g_autofree char *absolute = NULL;
  char *url = NULL;

  if (n > 0 && strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0)
    {
      g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_FORBIDDEN_ADDRESS,
                   _ ("%s redirects to a “%.20s:” address, which Pressmark does not follow."), host,
                   scheme);
      return NULL;
    }
  append_escaped (escaped, trimmed);
  absolute = g_uri_resolve_relative (base, escaped->str, G_URI_FLAGS_ENCODED, NULL);
  if (absolute != NULL)
    url = pm_fetch_normalize_url (absolute, NULL);
  if (url == NULL)
    g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_SERVER_STATUS,
                 _ ("%s redirects to an address that makes no sense."), host);
  return url;
}
