/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-address-key.h"

#include <string.h>

#define LENIENT (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED)
/* Of caches around each other. */
#define MAX_UNWRAPPED 3

/* Parameters that tell where the reader came from and nothing about the page, as the lists of
 * Firefox, ClearURLs and AdGuard have them for every site. "ref", "source" and "id" are not among
 * them: many sites mean something by those. One that ends in "*" stands for all that begin so. */
static const char *const tracking[] = {
  /* campaigns */
  "utm_*",
  "mtm_*",
  "matomo_*",
  "pk_*",
  "piwik_*",
  "ga_source",
  "ga_medium",
  "ga_term",
  "ga_content",
  "ga_campaign",
  "ga_place",
  "itm_*",
  "at_medium",
  "at_campaign",
  "at_custom*",
  "at_link_*",
  "at_format",
  "at_creation",
  "at_variant",
  "at_network",
  "xtor",
  "wt.*",
  "wt_*",
  "hsa_*",
  "ns_*",
  "cmpid",
  "cmp",
  "ncid",
  "ocid",
  "icid",
  "intcid",
  "s_cid",
  "s_kwcid",
  "ef_id",
  "trk",
  "trkcampaign",
  "trkinfo",
  "spm",
  "sr_share",
  "soc_src",
  "soc_trk",
  "ref_src",
  "ref_url",
  "__twitter_impression",
  /* clicks */
  "fbclid",
  "fb_action_*",
  "fb_source",
  "fb_ref",
  "action_object_map",
  "action_type_map",
  "action_ref_map",
  "gclid",
  "gclsrc",
  "dclid",
  "gbraid",
  "wbraid",
  "gad_*",
  "srsltid",
  "msclkid",
  "yclid",
  "ysclid",
  "_openstat",
  "twclid",
  "ttclid",
  "li_fat_id",
  "igshid",
  "igsh",
  "epik",
  "rb_clickid",
  "wickedid",
  "_branch_*",
  "cvid",
  /* mailings */
  "mc_cid",
  "mc_eid",
  "mc_tc",
  "mkt_tok",
  "_hsenc",
  "_hsmi",
  "__hs*",
  "hsctatracking",
  "vero_*",
  "oly_*",
  "ml_subscriber*",
  "ck_subscriber_id",
  "bsft_*",
  "mkwid",
  "elqtrack*",
  "sfmc_*",
  /* sessions and visits */
  "_ga",
  "_gl",
  "_gac",
  "guccounter",
  "guce_*",
  "__cf_chl_*",
  "jsessionid",
  "phpsessid",
};

/* Hosts whose addresses are others' in a wrapping: https://cdn.ampproject.org/caches.json. */
static const char *const amp_caches[] = { "cdn.ampproject.org", "bing-amp.com" };

/* Below these a country's registry gives out names, so that they are no site's own. */
static const char *const registries[] = { "ac",  "co", "com", "edu", "go",  "gob", "gov",
                                          "gub", "ne", "net", "or",  "org", NULL };

static gboolean
is_in_list (const char *const *list, const char *word, gsize length)
{
  for (; *list != NULL; list++)
    if (strlen (*list) == length && g_ascii_strncasecmp (*list, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* RFC 3986 §6.2.2: upper case in escapes, none around what needs none, one around what does. */
static char *
normalise_escapes (const char *text)
{
  GString *string = g_string_new (NULL);

  for (const char *s = text; *s != '\0'; s++)
    {
      int high = *s == '%' ? g_ascii_xdigit_value (s[1]) : -1;
      int low = high >= 0 ? g_ascii_xdigit_value (s[2]) : -1;
      gboolean escaped = low >= 0;
      guchar c = escaped ? high * 16 + low : (guchar) *s;

      if (g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~", c) != NULL) ||
          (!escaped && c > ' ' && c < 0x7f && strchr ("\"<>\\^`{|}%", c) == NULL))
        g_string_append_c (string, c);
      else
        g_string_append_printf (string, "%%%02X", c);
      if (escaped)
        s += 2;
    }
  return g_string_free (string, FALSE);
}

/* --- the host --- */

/* Whether @host, what is left of one without its first label, is a site's own name. */
static gboolean
is_site (const char *host)
{
  const char *dot = strchr (host, '.');

  return dot != NULL && dot[1] != '\0' &&
         !(strlen (dot + 1) == 2 && is_in_list (registries, host, dot - host));
}

/* Takes the labels out of @host that say for which kind of screen it is. */
static char *
drop_labels (const char *host)
{
  static const char *const variants[] = { "www", "m", "mobile", "amp", NULL };
  GString *kept = g_string_new (NULL);
  const char *dot;

  for (; (dot = strchr (host, '.')) != NULL; host = dot + 1)
    if (!is_site (dot + 1) || !is_in_list (variants, host, dot - host))
      g_string_append_len (kept, host, dot + 1 - host);
  g_string_append (kept, host);
  return g_string_free (kept, FALSE);
}

static char *
dup_host (GUri *uri)
{
  const char *given = g_uri_get_host (uri);
  g_autofree char *ascii = g_hostname_to_ascii (given);
  g_autofree char *host = g_ascii_strdown (ascii != NULL ? ascii : given, -1);
  gsize length = strlen (host);

  if (length > 1 && host[length - 1] == '.')
    host[length - 1] = '\0';
  if (g_hostname_is_ip_address (host))
    return strchr (host, ':') != NULL ? g_strdup_printf ("[%s]", host) : g_steal_pointer (&host);
  return drop_labels (host);
}

/* --- the path --- */

/* Whether @path is long for one article rather than a few words of a menu, so that an "amp" at its
 * end is no subject. */
static gboolean
is_specific (const char *path, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (path[i]) || path[i] == '-')
      return TRUE;
  return FALSE;
}

static gboolean
drop_suffix (char *path, const char *suffix)
{
  gsize length = strlen (path);
  gsize n = strlen (suffix);

  if (length <= n || g_ascii_strcasecmp (path + length - n, suffix) != 0)
    return FALSE;
  path[length - n] = '\0';
  return TRUE;
}

static void
drop_slashes (char *path)
{
  while (drop_suffix (path, "/"))
    continue;
}

/* "/amp/2024/story", "/2024/story/amp/", "/story-1.amp.html", "/story-1.amp". */
static void
drop_amp (char *path)
{
  gsize length = strlen (path);

  if (g_ascii_strncasecmp (path, "/amp/", 5) == 0 && is_specific (path + 5, length - 5))
    memmove (path, path + 4, length - 3);
  length = strlen (path);
  if (length > 4 && is_specific (path, length - 4) && !drop_suffix (path, "/amp") &&
      !drop_suffix (path, ".amp") && drop_suffix (path, ".amp.html"))
    strcat (path, ".html");
}

static void
drop_index (char *path)
{
  static const char *const indexes[] = { "index.html", "index.htm", "index.php", NULL };
  char *last = strrchr (path, '/');

  if (last != NULL && is_in_list (indexes, last + 1, strlen (last + 1)))
    last[1] = '\0';
}

static char *
dup_path (const char *given)
{
  char *path = normalise_escapes (*given != '\0' ? given : "/");

  drop_slashes (path);
  drop_amp (path);
  drop_index (path);
  drop_slashes (path);
  return path;
}

/* --- the query --- */

static gboolean
is_tracking (const char *parameter, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tracking); i++)
    {
      gsize n = strlen (tracking[i]);
      gboolean open = tracking[i][n - 1] == '*';

      n -= open;
      if ((length == n || (open && length > n)) &&
          g_ascii_strncasecmp (tracking[i], parameter, n) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
asks_for_amp (const char *parameter)
{
  static const char *const forms[] = { "amp",        "amp=",           "amp=1",     "amp=true",
                                       "output=amp", "outputtype=amp", "amp_js_v*", NULL };

  for (gsize i = 0; forms[i] != NULL; i++)
    {
      gsize n = strcspn (forms[i], "*");

      if (forms[i][n] == '*' ? g_ascii_strncasecmp (forms[i], parameter, n) == 0
                             : g_ascii_strcasecmp (forms[i], parameter) == 0)
        return TRUE;
    }
  return FALSE;
}

/* By name alone: of several with one name the order may matter. */
static int
compare_parameters (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  gsize n_first = strcspn (first, "=");
  gsize n_second = strcspn (second, "=");
  int order = strncmp (first, second, MIN (n_first, n_second));

  return order != 0 ? order : (n_first > n_second) - (n_first < n_second);
}

static void
append_query (GString *key, const char *given)
{
  g_auto (GStrv) parameters = g_strsplit (given != NULL ? given : "", "&", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      g_autofree char *parameter = normalise_escapes (parameters[i]);

      if (*parameter != '\0' && !is_tracking (parameter, strcspn (parameter, "=")) &&
          !asks_for_amp (parameter))
        g_ptr_array_add (kept, g_steal_pointer (&parameter));
    }
  g_ptr_array_sort (kept, compare_parameters);
  for (guint i = 0; i < kept->len; i++)
    g_string_append_printf (key, "%c%s", i == 0 ? '?' : '&', (char *) kept->pdata[i]);
}

/* --- the whole --- */

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0) &&
         host != NULL && *host != '\0';
}

static gboolean
is_amp_cache (const char *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amp_caches); i++)
    {
      gsize n = strlen (amp_caches[i]);
      gsize length = strlen (host);

      if (length >= n && g_ascii_strcasecmp (host + length - n, amp_caches[i]) == 0 &&
          (length == n || host[length - n - 1] == '.'))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): what follows the marks of an AMP cache or viewer in the path of @uri: the
 * host and path of another address. A viewer is any host's "/amp/s/". */
static const char *
find_wrapped (GUri *uri)
{
  static const char *const cached[] = { "/c/s/", "/v/s/", "/wp/s/", "/c/", "/v/" };
  const char *path = g_uri_get_path (uri);
  const char *rest = g_str_has_prefix (path, "/amp/s/") ? path + strlen ("/amp/s/") : NULL;

  if (is_amp_cache (g_uri_get_host (uri)))
    for (gsize i = 0; i < G_N_ELEMENTS (cached) && rest == NULL; i++)
      if (g_str_has_prefix (path, cached[i]))
        rest = path + strlen (cached[i]);
  if (rest == NULL || memchr (rest, '.', strcspn (rest, "/")) == NULL)
    return NULL;
  return rest;
}

static GUri *
parse (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, LENIENT, NULL);

  for (int i = 0; i < MAX_UNWRAPPED && uri != NULL && is_web (uri); i++)
    {
      const char *wrapped = find_wrapped (uri);
      const char *query = g_uri_get_query (uri);
      g_autofree char *inner = NULL;

      if (wrapped == NULL)
        return g_steal_pointer (&uri);
      inner = g_strconcat ("https://", wrapped, query != NULL ? "?" : NULL, query, NULL);
      g_uri_unref (uri);
      uri = g_uri_parse (inner, LENIENT, NULL);
    }
  return uri != NULL && is_web (uri) ? g_steal_pointer (&uri) : NULL;
}

char *
pm_address_dup_key (const char *url)
{
  g_autoptr (GUri) uri = parse (url);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  int port;

  if (uri == NULL)
    return g_strdup (url);
  host = dup_host (uri);
  path = dup_path (g_uri_get_path (uri));
  port = g_uri_get_port (uri);
  g_string_append (key, host);
  if (port != -1 && port != (g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") == 0 ? 80 : 443))
    g_string_append_printf (key, ":%d", port);
  g_string_append (key, path);
  append_query (key, g_uri_get_query (uri));
  return g_string_free (g_steal_pointer (&key), FALSE);
}
