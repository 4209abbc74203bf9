/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include "fetch-server.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *typed;
  const char *url; /* NULL: not an address */
} addresses[] = {
  { "https://news.example/harbour", "https://news.example/harbour" },
  { "  news.example/harbour \n", "https://news.example/harbour" },
  { "news.example", "https://news.example/" },
  { "//news.example/x", "https://news.example/x" },
  { "HTTP://News.Example/Path", "http://news.example/Path" },
  { "http://news.example:80/", "http://news.example/" },
  { "https://news.example:443", "https://news.example/" },
  { "https://news.example:80/", "https://news.example:80/" },
  { "news.example:8080/x", "https://news.example:8080/x" },
  { "localhost:8080", "https://localhost:8080/" },
  { "https://news.example/a b?c d#e f", "https://news.example/a%20b?c%20d" },
  { "https://news.example?q=1", "https://news.example/?q=1" },
  { "https://news.example#top", "https://news.example/" },
  { "https://news.example/100%", "https://news.example/100%25" },
  { "https://news.example/%E2%82%AC", "https://news.example/%E2%82%AC" },
  { "https://news.example/€", "https://news.example/%E2%82%AC" },
  { "https://bücher.example/", "https://xn--bcher-kva.example/" },
  { "https://BÜCHER.example/", "https://xn--bcher-kva.example/" },
  { "https://news.example/a\nb", "https://news.example/ab" },
  { "https://user:secret@news.example/x", "https://news.example/x" },
  { "https://a@b@news.example/x", "https://news.example/x" },
  { "http://[2001:DB8::1]:8080/x", "http://[2001:db8::1]:8080/x" },
  { "http://127.0.0.1:8000/x?y=[1]", "http://127.0.0.1:8000/x?y=[1]" },
  { "http:///x", NULL },
  { "https://", NULL },
  { "http:news.example", NULL },
  { "", NULL },
  { "   ", NULL },
  { "ftp://news.example/x", NULL },
  { "file:///etc/passwd", NULL },
  { "javascript:alert(1)", NULL },
  { "mailto:desk@news.example", NULL },
  { "data:text/html,x", NULL },
  { "two words", NULL },
  { "https://news example/", NULL },
  { "https://news..example/", NULL },
  { "https://.example/", NULL },
  { "https://news.example:0/", NULL },
  { "https://news.example:99999/", NULL },
  { "https://news.example:x/", NULL },
  { "https://good.example\\@bad.example/", NULL },
  { "http://[::1/", NULL },
  { "http://[zz]/", NULL },
  { "https://news%00.example/", NULL },
  { "https://news\xff.example/", NULL },
};

static void
test_normalize (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *url = pm_fetch_normalize_url (addresses[i].typed, &error);
      g_autofree char *shown = g_strescape (addresses[i].typed, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (url, ==, addresses[i].url);
      if (addresses[i].url == NULL)
        {
          g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_BAD_ADDRESS);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      g_free (g_steal_pointer (&url));
      url = pm_fetch_normalize_url (addresses[i].url, NULL);
      g_assert_cmpstr (url, ==, addresses[i].url);
    }
}

static void
test_normalize_long (void)
{
  g_autofree char *path = g_strnfill (1 << 20, 'x');
  g_autofree char *typed = g_strconcat ("https://news.example/", path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pm_fetch_normalize_url (typed, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_BAD_ADDRESS);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static const struct
{
  const char *address;
  PmReach reach;
} reaches[] = {
  { "93.184.216.34", PM_REACH_PUBLIC },
  { "9.255.255.255", PM_REACH_PUBLIC },
  { "11.0.0.0", PM_REACH_PUBLIC },
  { "172.15.255.255", PM_REACH_PUBLIC },
  { "172.32.0.0", PM_REACH_PUBLIC },
  { "100.63.255.255", PM_REACH_PUBLIC },
  { "100.128.0.0", PM_REACH_PUBLIC },
  { "192.167.255.255", PM_REACH_PUBLIC },
  { "198.20.0.0", PM_REACH_PUBLIC },
  { "223.255.255.255", PM_REACH_PUBLIC },
  { "10.0.0.1", PM_REACH_PRIVATE },
  { "172.16.0.0", PM_REACH_PRIVATE },
  { "172.31.255.255", PM_REACH_PRIVATE },
  { "192.168.1.1", PM_REACH_PRIVATE },
  { "100.64.0.1", PM_REACH_PRIVATE },
  { "100.127.255.255", PM_REACH_PRIVATE },
  { "198.19.255.255", PM_REACH_PRIVATE },
  { "0.0.0.0", PM_REACH_LOCAL },
  { "0.1.2.3", PM_REACH_LOCAL },
  { "127.0.0.1", PM_REACH_LOCAL },
  { "127.255.255.255", PM_REACH_LOCAL },
  { "169.254.169.254", PM_REACH_LOCAL },
  { "224.0.0.1", PM_REACH_LOCAL },
  { "239.255.255.255", PM_REACH_LOCAL },
  { "255.255.255.255", PM_REACH_LOCAL },
  { "2606:4700::1", PM_REACH_PUBLIC },
  { "fc00::1", PM_REACH_PRIVATE },
  { "fd12:3456::1", PM_REACH_PRIVATE },
  { "fec0::1", PM_REACH_PRIVATE },
  { "::", PM_REACH_LOCAL },
  { "::1", PM_REACH_LOCAL },
  { "fe80::1", PM_REACH_LOCAL },
  { "fe80::1%eth0", PM_REACH_LOCAL },
  { "ff02::1", PM_REACH_LOCAL },
  { "::ffff:127.0.0.1", PM_REACH_LOCAL },
  { "::ffff:10.0.0.1", PM_REACH_PRIVATE },
  { "::ffff:93.184.216.34", PM_REACH_PUBLIC },
  { "::127.0.0.1", PM_REACH_LOCAL },
  { "64:ff9b::10.0.0.1", PM_REACH_PRIVATE },
  { "2002:7f00:1::", PM_REACH_LOCAL },
  { "localhost", PM_REACH_LOCAL },
  { "LocalHost", PM_REACH_LOCAL },
  { "wiki.localhost", PM_REACH_LOCAL },
  { "news.example", PM_REACH_PUBLIC },
};

static void
test_reach (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_test_message ("%s", reaches[i].address);
      g_assert_cmpint (_pm_fetch_reach_of_host (reaches[i].address), ==, reaches[i].reach);
    }
}

static const struct
{
  const char *location;
  const char *url;
  PmFetchError code; /* without a url */
} redirects[] = {
  { "/x", "https://news.example/x" },
  { "x", "https://news.example/a/x" },
  { "../x", "https://news.example/x" },
  { "?q", "https://news.example/a/b?q" },
  { "//other.example/x#y", "https://other.example/x" },
  { "http://other.example:81", "http://other.example:81/" },
  { "/a b/é", "https://news.example/a%20b/%C3%A9" },
  { " /x ", "https://news.example/x" },
  { "/x:y", "https://news.example/x:y" },
  { "file:///etc/passwd", NULL, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { "FILE:/etc/passwd", NULL, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { " java\nscript:alert(1)", NULL, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { "data:text/html,x", NULL, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { "http://", NULL, PM_FETCH_ERROR_SERVER_STATUS },
  { "http://[", NULL, PM_FETCH_ERROR_SERVER_STATUS },
};

static void
test_resolve (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *url = _pm_fetch_resolve_url ("https://news.example/a/b",
                                                    redirects[i].location, &error);

      g_test_message ("%s", redirects[i].location);
      g_assert_cmpstr (url, ==, redirects[i].url);
      if (url == NULL)
        g_assert_error (error, PM_FETCH_ERROR, (int) redirects[i].code);
    }
}

/* Fed byte by byte, every encoding gives what it gives at once; cut anywhere, it says so. */
static void
check_decoding (const char *encoding, const char *packing, const char *text)
{
  g_autoptr (GBytes) packed = fetch_server_pack (packing, text);
  gsize length;
  const guint8 *data = g_bytes_get_data (packed, &length);

  for (gsize end = 1; end <= length; end++)
    {
      g_autoptr (PmDecoder) decoder = _pm_decoder_new (encoding, 1 << 20);
      g_autoptr (GByteArray) wire = g_byte_array_new ();
      g_autoptr (GByteArray) content = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      for (gsize i = 0; i < end; i++)
        {
          g_byte_array_append (wire, data + i, 1);
          g_assert_true (_pm_decoder_push (decoder, wire, FALSE, content, &error));
        }
      if (!_pm_decoder_push (decoder, wire, TRUE, content, &error))
        g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_CUT_OFF);
      g_assert_true ((error == NULL) == (end == length));
      if (error == NULL)
        g_assert_cmpmem (content->data, content->len, text, strlen (text));
    }
}

static void
test_decode (void)
{
  const char *text = "The harbour was closed on Friday, the mayor said; the harbour, she said.";

  check_decoding ("gzip", "gzip", text);
  check_decoding ("x-gzip", "gzip", text);
  check_decoding ("deflate", "deflate", text);
  check_decoding ("deflate", "raw", text);
  check_decoding ("br", "br", text);
  g_assert_null (_pm_decoder_new ("zstd", 1));
  g_assert_null (_pm_decoder_new ("gzip, br", 1));
}

static void
test_decode_limit (void)
{
  g_autoptr (GBytes) bomb = fetch_server_bomb ();
  g_autoptr (GByteArray) wire = g_bytes_unref_to_array (g_bytes_ref (bomb));
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (PmDecoder) decoder = _pm_decoder_new ("gzip", 3 << 20);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (wire->len, <, 2 << 20);
  while (_pm_decoder_push (decoder, wire, FALSE, content, &error))
    g_assert_true (_pm_decoder_has_more (decoder));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_LARGE);
  g_assert_cmpuint (content->len, <=, 3 << 20);
}

/* Two gzip members make one text; other bytes behind one are not part of it. */
static void
test_decode_members (void)
{
  g_autoptr (GBytes) one = fetch_server_pack ("gzip", "One.");
  g_autoptr (GBytes) two = fetch_server_pack ("gzip", "Two.");
  g_autoptr (GByteArray) wire = g_byte_array_new ();
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (PmDecoder) decoder = _pm_decoder_new ("gzip", 100);
  g_autoptr (GError) error = NULL;

  g_byte_array_append (wire, g_bytes_get_data (one, NULL), g_bytes_get_size (one));
  g_byte_array_append (wire, g_bytes_get_data (two, NULL), g_bytes_get_size (two));
  g_byte_array_append (wire, (const guint8 *) "\0\0junk", 6);
  _pm_decoder_push (decoder, wire, TRUE, content, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content->data, content->len, "One.Two.", 8);
}

static const struct
{
  PmFetchKind kind;
  const char *bytes;
  const char *type;
} sniffs[] = {
  { PM_FETCH_PAGE, "<!doctype HTML><p>x", "text/html" },
  { PM_FETCH_PAGE, "\xef\xbb\xbf \n<HTML lang=en>", "text/html" },
  { PM_FETCH_PAGE, "<?xml version='1.0'?><html xmlns=''>", "text/html" },
  { PM_FETCH_PAGE, "<?xml version='1.0'?><rss>", "application/rss+xml" },
  { PM_FETCH_PAGE, "<?xml version='1.0'?><urlset>", NULL },
  { PM_FETCH_FEED, "<!-- x --><feed xmlns='y'>", "text/html" },
  { PM_FETCH_FEED, "\n<feed xmlns='y'>", "application/rss+xml" },
  { PM_FETCH_PAGE, "Plain words.", "text/plain" },
  { PM_FETCH_PAGE, "{\"json\":1}", NULL },
  { PM_FETCH_PAGE, "%PDF-1.7", "application/pdf" },
  { PM_FETCH_PAGE,
    "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
    "multipart/related" },
  { PM_FETCH_PAGE, "From: Ada\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n", "text/plain" },
  { PM_FETCH_PAGE,
    "\x7f"
    "ELF\x02",
    NULL },
  { PM_FETCH_PAGE, "\xff\xfe<", "text/html" },
  { PM_FETCH_IMAGE, "\x89PNG\r\n\x1a\n", "image/png" },
  { PM_FETCH_IMAGE, "\xff\xd8\xff\xe0", "image/jpeg" },
  { PM_FETCH_IMAGE, "GIF89a", "image/gif" },
  { PM_FETCH_IMAGE, "RIFFxxxxWEBP", "image/webp" },
  { PM_FETCH_IMAGE, "RIFF", NULL },
  { PM_FETCH_IMAGE, "<html>", NULL },
};

static void
test_sniff (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sniffs); i++)
    g_assert_cmpstr (_pm_fetch_sniff_type (sniffs[i].kind, (const guint8 *) sniffs[i].bytes,
                                           strlen (sniffs[i].bytes)),
                     ==, sniffs[i].type);
}

static const struct
{
  const char *robots; /* NULL: none */
  const char *path;
  gboolean allowed;
} robots[] = {
  { NULL, "/x", TRUE },
  { "", "/x", TRUE },
  { "<!DOCTYPE html><p>User-agent: *", "/x", TRUE },
  { "User-agent: *\nDisallow: /", "/x", FALSE },
  { "User-agent: *\nDisallow: /", "", FALSE },
  { "User-agent: *\nDisallow:", "/x", TRUE },
  { "\xef\xbb\xbfuser-AGENT : *\r\n  DISALLOW\t: /x # why\r\n", "/x/y", FALSE },
  { "User-agent: *\rDisallow: /x\r", "/y", TRUE },
  { "Disallow: /x\nUser-agent: *", "/x", TRUE },
  /* The group that names us counts, wherever it stands, and all that do. */
  { "User-agent: Pressmark\nAllow: /\n\nUser-agent: *\nDisallow: /", "/x", TRUE },
  { "User-agent: *\nAllow: /\nUser-agent: pressmark/1.0\nDisallow: /", "/x", FALSE },
  { "User-agent: pressmark\nDisallow: /a\nUser-agent: PRESSMARK\nDisallow: /b", "/b", FALSE },
  { "User-agent: pressmark\nDisallow: /a\nUser-agent: PRESSMARK\nDisallow: /b", "/a", FALSE },
  { "User-agent: pressmark\n\nUser-agent: other\nDisallow: /", "/x", FALSE },
  { "User-agent: pressmarker\nDisallow: /", "/x", TRUE },
  { "User-agent: press\nDisallow: /", "/x", TRUE },
  { "User-agent: other\nUser-agent: pressmark\nDisallow: /x", "/x", FALSE },
  { "User-agent: other\nDisallow: /x\nUser-agent: pressmark", "/x", TRUE },
  { "User-agent: *\nSitemap: https://x.example/\nDisallow: /x", "/x", FALSE },
  /* The longest decides, and allowing wins a tie. */
  { "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", TRUE },
  { "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", FALSE },
  { "User-agent: *\nDisallow: /a\nAllow: /a", "/a", TRUE },
  { "User-agent: *\nAllow: /a\nDisallow: /a", "/a", TRUE },
  { "User-agent: *\nDisallow: /a$\nAllow: /", "/a", FALSE },
  { "User-agent: *\nDisallow: /a$", "/a/", TRUE },
  { "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", FALSE },
  { "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", TRUE },
  { "User-agent: *\nDisallow: /*.pdf$", "/a.pdf/b.pdf", FALSE },
  { "User-agent: *\nDisallow: /*/b*c$", "/a/b/c/c", FALSE },
  { "User-agent: *\nDisallow: /*?", "/a?x=1", FALSE },
  { "User-agent: *\nDisallow: /*?", "/a", TRUE },
  { "User-agent: *\nDisallow: *", "/a", FALSE },
  { "User-agent: *\nDisallow: /a*", "/a", FALSE },
  /* In whichever way it is encoded. */
  { "User-agent: *\nDisallow: /caf\xc3\xa9", "/caf%c3%A9", FALSE },
  { "User-agent: *\nDisallow: /%7Ejoe", "/~joe/x", FALSE },
  { "User-agent: *\nDisallow: /a%2fb", "/a/b", TRUE },
};

static void
test_robots (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (robots); i++)
    {
      gsize size = robots[i].robots != NULL ? strlen (robots[i].robots) : 0;
      g_autoptr (GBytes) bytes = g_bytes_new_static (robots[i].robots, size);
      g_autoptr (PmRobots) read = _pm_robots_new (robots[i].robots != NULL ? bytes : NULL);
      g_autofree char *url = g_strconcat ("https://x.example", robots[i].path, NULL);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, url);
      g_assert_true (_pm_robots_allow (read, url) == robots[i].allowed);
    }
}

/* Only its beginning counts, and no pattern takes long. */
static void
test_robots_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("User-agent: *\n");
  g_autofree char *path = g_strnfill (8000, 'a');
  g_autofree char *url = g_strconcat ("https://x.example/", path, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PmRobots) read = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*ab$\n");
  g_string_append_printf (text, "#%600000s\nDisallow: /\n", "");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  read = _pm_robots_new (bytes);
  g_assert_true (_pm_robots_allow (read, url));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static const struct
{
  const char *name;
  const char *content; /* NULL: no such file */
  int code;            /* -1: fine */
  const char *type;
} files[] = {
  { "article.html", "<p>Words.", -1, "text/html" },
  { "Article.HTM", "<p>Words.", -1, "text/html" },
  { "article.xhtml", "<p>Words.</p>", -1, "application/xhtml+xml" },
  { "notes.txt", "Words.", -1, "text/plain" },
  { "Saved Page.mhtml", "MIME-Version: 1.0", -1, "multipart/related" },
  { "old.mht", "MIME-Version: 1.0", -1, "multipart/related" },
  { "report.PDF", "%PDF-1.7", -1, "application/pdf" },
  { "image.png", "PNG", PM_FETCH_ERROR_WRONG_TYPE },
  { "empty.html", "", PM_FETCH_ERROR_EMPTY },
  { "missing.html", NULL, PM_FETCH_ERROR_UNREADABLE },
};

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pressmark-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (PmPage) page = NULL;

      if (files[i].content != NULL)
        g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
      page = pm_fetch_file (file, i == 0 ? "https://news.example/x" : NULL, NULL, &error);
      g_remove (path);
      if (files[i].code != -1)
        {
          g_assert_error (error, PM_FETCH_ERROR, files[i].code);
          g_assert_nonnull (strstr (error->message, files[i].name));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (page->requested_url, ==, uri);
      g_assert_cmpstr (page->url, ==, i == 0 ? "https://news.example/x" : uri);
      g_assert_cmpstr (page->content_type, ==, files[i].type);
      g_assert_cmpuint (page->hops->len, ==, 0);
      g_assert_cmpuint (g_bytes_get_size (page->body), ==, strlen (files[i].content));
    }
  g_rmdir (folder);
}

/* An image by its bytes, whatever its name; nothing else, and no link to one. */
static void
test_file_image (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  g_autofree char *folder = g_dir_make_tmp ("pressmark-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "image(1)", NULL);
  g_autofree char *link = g_build_filename (folder, "link.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) linked = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) page = NULL;

  g_assert_true (g_file_set_contents (path, png, sizeof png - 1, NULL));
  g_assert_true (g_file_make_symbolic_link (linked, path, NULL, NULL));
  page = pm_fetch_image_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->content_type, ==, "image/png");
  g_assert_cmpuint (g_bytes_get_size (page->content), ==, sizeof png - 1);
  g_assert_null (pm_fetch_image_file (linked, NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "root:x:0:0", -1, NULL));
  g_assert_null (pm_fetch_image_file (file, NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_WRONG_TYPE);
  g_remove (link);
  g_remove (path);
  g_rmdir (folder);
}

/* A folder, a file larger than the limit (sparse, so it costs nothing), and a cancelled read. */
static void
test_file_odd (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pressmark-XXXXXX.html", NULL);
  g_autofree char *path = g_build_filename (folder, "large.txt", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = g_file_create_readwrite (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 65 << 20, NULL, NULL));
  g_assert_null (pm_fetch_file (file, NULL, NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (pm_fetch_file (directory, NULL, NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (pm_fetch_file (file, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/normalize", test_normalize);
  g_test_add_func ("/fetch/normalize-long", test_normalize_long);
  g_test_add_func ("/fetch/reach", test_reach);
  g_test_add_func ("/fetch/resolve", test_resolve);
  g_test_add_func ("/fetch/decode", test_decode);
  g_test_add_func ("/fetch/decode-limit", test_decode_limit);
  g_test_add_func ("/fetch/decode-members", test_decode_members);
  g_test_add_func ("/fetch/sniff", test_sniff);
  g_test_add_func ("/fetch/robots", test_robots);
  g_test_add_func ("/fetch/robots-hostile", test_robots_hostile);
  g_test_add_func ("/fetch/file", test_file);
  g_test_add_func ("/fetch/file-image", test_file_image);
  g_test_add_func ("/fetch/file-odd", test_file_odd);
  return g_test_run ();
}
