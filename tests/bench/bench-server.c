/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-server.h"

#include <libsoup/soup.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "bench-pages.h"

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  GPtrArray *pages = user_data;
  PmPage *page = pages->pdata[g_ascii_strtoull (path + 1, NULL, 10) % pages->len];

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message),
                                         "text/html; charset=utf-8", NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), page->content);
}

static void
run_server (GPtrArray *pages, int out)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoslist (GUri) uris = NULL;
  g_autofree char *base = NULL;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  soup_server_add_handler (server, NULL, serve_cb, pages, NULL);
  if (!soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL))
    _exit (1);
  uris = soup_server_get_uris (server);
  base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  if (write (out, base, strlen (base)) < 0 || close (out) != 0)
    _exit (1);
  g_main_loop_run (loop);
}

char *
bench_server_start (GPtrArray *pages)
{
  int ends[2];
  char base[64] = "";

  if (pipe (ends) != 0)
    g_error ("No pipe");
  if (fork () == 0)
    {
      run_server (pages, ends[1]);
      _exit (0);
    }
  close (ends[1]);
  if (read (ends[0], base, sizeof base - 1) <= 0)
    g_error ("No server");
  close (ends[0]);
  return g_strdup (base);
}

GPtrArray *
bench_server_make_pages (void)
{
  static const char *const images[] = { "<img",      "<source",   "og:image", "twitter:image",
                                        "image_src", "\"image\"", "<amp-img" };
  GPtrArray *pages = bench_load_pages ();

  for (guint i = 0; i < pages->len; i++)
    {
      PmPage *page = pages->pdata[i];
      gsize size;
      const char *data = g_bytes_get_data (page->content, &size);
      g_autoptr (GString) html = g_string_new_len (data, (gssize) size);
      g_autoptr (GBytes) bytes = NULL;

      for (guint n = 0; n < G_N_ELEMENTS (images); n++)
        {
          g_autofree char *other = g_strdup (images[n]);

          other[strlen (other) - 2] = 'x';
          g_string_replace (html, images[n], other, 0);
        }
      bytes = g_bytes_new (html->str, html->len);
      pm_page_set_body (page, bytes, NULL, NULL);
    }
  return pages;
}

char *
bench_server_make_list (const char *base, guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s/%u\n", base, i);
  return g_string_free (list, FALSE);
}
