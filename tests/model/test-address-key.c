/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-address-key.h"

#include <string.h>

/* Each address is the same article as the row's first, or another one. */
static const struct
{
  const char *name;
  const char *address;
  const char *other;
  gboolean same;
} pairs[] = {
  { "scheme", "https://a.example/x", "http://a.example/x", TRUE },
  { "case-of-host", "https://a.example/x", "HTTPS://A.Example/x", TRUE },
  { "case-of-path", "https://a.example/x", "https://a.example/X", FALSE },
  { "fragment", "https://a.example/x", "https://a.example/x#comments", TRUE },
  { "empty-query", "https://a.example/x", "https://a.example/x?", TRUE },
  { "slash", "https://a.example/x", "https://a.example/x/", TRUE },
  { "root", "https://a.example", "https://a.example/", TRUE },
  { "index", "https://a.example/x/", "https://a.example/x/index.html", TRUE },
  { "root-index", "https://a.example/", "https://a.example/index.php", TRUE },
  { "index-in-a-word", "https://a.example/x", "https://a.example/x/price-index.html", FALSE },
  { "port", "https://a.example/x", "https://a.example:443/x", TRUE },
  { "port-of-http", "https://a.example/x", "http://a.example:80/x", TRUE },
  { "other-port", "https://a.example/x", "https://a.example:8080/x", FALSE },
  { "user", "https://a.example/x", "https://me:secret@a.example/x", TRUE },
  { "dot-of-host", "https://a.example/x", "https://a.example./x", TRUE },
  { "idn", "https://xn--bcher-kva.example/x", "https://bücher.example/x", TRUE },

  { "www", "https://a.example/x", "https://www.a.example/x", TRUE },
  { "mobile", "https://a.example/x", "https://m.a.example/x", TRUE },
  { "mobile-word", "https://www.a.example/x", "https://mobile.a.example/x", TRUE },
  { "amp-host", "https://a.example/x", "https://amp.a.example/x", TRUE },
  { "mobile-within", "https://en.a.example/x", "https://en.m.a.example/x", TRUE },
  { "short-site", "https://vg.example/x", "https://m.vg.example/x", TRUE },
  { "short-site-of-a-country", "https://www.ab.no/x", "https://m.ab.no/x", TRUE },
  { "below-a-registry", "https://www.a.co.uk/x", "https://m.a.co.uk/x", TRUE },
  { "registry", "https://m.co.uk/x", "https://amp.co.uk/x", FALSE },
  { "site-called-amp", "https://amp.dev/x", "https://m.dev/x", FALSE },
  { "other-label", "https://a.example/x", "https://blog.a.example/x", FALSE },
  { "label-like-www", "https://a.example/x", "https://www2.a.example/x", FALSE },
  { "address-of-numbers", "http://192.0.2.7/x", "https://192.0.2.7/x", TRUE },
  { "address-of-hex", "http://[2001:DB8::1]/x", "https://[2001:db8::1]/x", TRUE },

  { "utm", "https://a.example/x?id=7", "https://a.example/x?utm_source=n&id=7&utm_medium=m", TRUE },
  { "click", "https://a.example/x", "https://a.example/x?fbclid=abc&gclid=x&mc_cid=1", TRUE },
  { "click-in-capitals", "https://a.example/x", "https://a.example/x?UTM_Source=a&FBCLID=b", TRUE },
  { "order", "https://a.example/x?a=1&b=2", "https://a.example/x?b=2&a=1", TRUE },
  { "order-within-a-name", "https://a.example/x?a=1&a=2", "https://a.example/x?a=2&a=1", FALSE },
  { "id", "https://a.example/x?id=7", "https://a.example/x?id=8", FALSE },
  { "ref-may-mean-something", "https://a.example/x", "https://a.example/x?ref=home", FALSE },
  { "source-may-mean-something", "https://a.example/x?source=7", "https://a.example/x", FALSE },
  { "page", "https://a.example/x", "https://a.example/x?page=2", FALSE },
  { "name-that-begins-like-one", "https://a.example/x", "https://a.example/x?gclids=1", FALSE },
  { "separators", "https://a.example/x?a=1", "https://a.example/x?&&a=1&", TRUE },

  { "escape-not-needed", "https://a.example/a-b~c", "https://a.example/%61%2Db%7ec", TRUE },
  { "escape-in-capitals", "https://a.example/%C3%A9", "https://a.example/%c3%a9", TRUE },
  { "escape-left-out", "https://a.example/%C3%A9", "https://a.example/é", TRUE },
  { "escape-that-matters", "https://a.example/a%2Fb", "https://a.example/a/b", FALSE },
  { "escape-in-query", "https://a.example/?q=%C3%A9", "https://a.example/?q=é", TRUE },
  { "escape-broken", "https://a.example/100%25", "https://a.example/100%", TRUE },

  { "amp-at-end", "https://a.example/2024/x", "https://a.example/2024/x/amp", TRUE },
  { "amp-at-end-slash", "https://a.example/a-story", "https://a.example/a-story/amp/", TRUE },
  { "amp-first", "https://a.example/2024/x", "https://a.example/amp/2024/x", TRUE },
  { "amp-suffix", "https://a.example/x-1.html", "https://a.example/x-1.amp.html", TRUE },
  { "amp-dot", "https://a.example/x-1", "https://a.example/x-1.amp", TRUE },
  { "amp-as-query", "https://a.example/x", "https://a.example/x?amp", TRUE },
  { "amp-is-1", "https://a.example/x?id=7", "https://a.example/x?id=7&amp=1", TRUE },
  { "amp-output", "https://a.example/x", "https://a.example/x?outputType=amp", TRUE },
  { "amp-is-the-subject", "https://a.example/guitar", "https://a.example/guitar/amp", FALSE },
  { "amp-in-a-word", "https://a.example/2024/x", "https://a.example/2024/xamp", FALSE },
  { "amp-cache", "https://a.example/2024/x",
    "https://a-example.cdn.ampproject.org/c/s/a.example/2024/x", TRUE },
  { "amp-cache-of-amp", "https://www.a.example/2024/x?id=7",
    "https://amp-a-example.cdn.ampproject.org/v/s/amp.a.example/2024/x/amp?id=7&amp_js_v=0.1",
    TRUE },
  { "amp-cache-of-http", "http://a.example/x", "https://cdn.ampproject.org/c/a.example/x", TRUE },
  { "amp-viewer", "https://a.example/2024/x", "https://www.google.example/amp/s/a.example/2024/x",
    TRUE },
  { "amp-viewer-of-cache", "https://a.example/x",
    "https://g.example/amp/s/cdn.ampproject.org/c/s/a.example/x", TRUE },
  { "no-cache", "https://a.example/x", "https://notcdn.ampproject.org.example/c/s/a.example/x",
    FALSE },
};

static void
test_pair (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *key = pm_address_dup_key (pairs[i].address);
  g_autofree char *other = pm_address_dup_key (pairs[i].other);

  if (pairs[i].same)
    g_assert_cmpstr (key, ==, other);
  else
    g_assert_cmpstr (key, !=, other);
}

/* What is no web address is left alone. */
static void
test_junk (void)
{
  static const char *const junk[] = { "",
                                      "#",
                                      "x",
                                      "file:///home/me/A%20page.html",
                                      "mailto:me@a.example",
                                      "http://",
                                      "https:///x",
                                      "http://[::1",
                                      "http://a.example:99999999/",
                                      "ht tp://a/",
                                      "\xff\xfe",
                                      "http://a.example\x01\xff/" };

  for (gsize i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autofree char *key = pm_address_dup_key (junk[i]);

      g_assert_cmpstr (key, ==, junk[i]);
    }
}

/* A key is short of nothing, does not grow, and takes time by the length of the address. */
static void
test_long (void)
{
  g_autoptr (GString) url = g_string_new ("https://a.example/");
  g_autofree char *key = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (url, "amp/s/");
  g_string_append (url, "?");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (url, "p%u=%%41&", 20000 - i);
  key = pm_address_dup_key (url->str);
  g_assert_cmpuint (strlen (key), >, 20000);
  g_assert_cmpuint (strlen (key), <=, url->len);
  g_assert_nonnull (strstr (key, "?p1=A&p10=A&"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/address-key/%s", pairs[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/address-key/junk", test_junk);
  g_test_add_func ("/address-key/long", test_long);
  return g_test_run ();
}
