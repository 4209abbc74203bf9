/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading pages in other processes: the same documents as here, and nothing that a page does to a
 * worker reaches us. */

#include "pm-workers.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "extract-dump.h"

static const char *bad_worker;

static PmPage *
page_new (const char *html)
{
  PmPage *page = pm_page_new ("https://news.example/2024/03/story");
  g_autoptr (GBytes) body = g_bytes_new (html, strlen (html));

  page->content_type = g_strdup ("text/html");
  pm_page_set_body (page, body, NULL, NULL);
  return page;
}

static PmPage *
story_new (void)
{
  return page_new ("<!doctype html><html lang=en><title>Harbour</title><article><h1>Harbour</h1>"
                   "<p>The harbour master said on Monday that the tide gauge had been an hour slow "
                   "since the clocks changed, and that nobody had noticed.</p><p>The town council, "
                   "which pays for the gauge, asked for a report before the end of the week.</p>"
                   "</article></html>");
}

static PmPage *
load_page (const char *path)
{
  g_autofree char *html = NULL;
  gsize length;
  PmPage *page = pm_page_new ("https://news.example/2024/03/story");
  g_autoptr (GBytes) body = NULL;

  g_assert_true (g_file_get_contents (path, &html, &length, NULL));
  body = g_bytes_new (html, length);
  page->content_type = g_strdup ("text/html");
  pm_page_set_body (page, body, NULL, NULL);
  return page;
}

/* The same, over the whole folder of pages, in charsets of all kinds. */
static void
test_same (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);
  g_autoptr (GDir) folder = g_dir_open (PM_TEST_DATA "/extract", 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (PM_TEST_DATA "/extract", name, NULL);
      g_autoptr (PmPage) page = g_str_has_suffix (name, ".html") ? load_page (path) : NULL;
      g_autoptr (GError) here_error = NULL;
      g_autoptr (GError) there_error = NULL;
      g_autoptr (PmDocument) here = page != NULL ? pm_extract (page, &here_error) : NULL;
      g_autoptr (PmDocument) there = NULL;

      if (page == NULL)
        continue;
      there = pm_workers_extract (workers, page, NULL, NULL, &there_error);
      if (here == NULL)
        {
          g_assert_error (there_error, PM_WORKER_ERROR, PM_WORKER_ERROR_PAGE);
          g_assert_cmpstr (there_error->message, ==, here_error->message);
          continue;
        }
      g_autofree char *here_dump = extract_dump (here);
      g_autofree char *there_dump = there != NULL ? extract_dump (there) : NULL;

      g_assert_no_error (there_error);
      g_assert_cmpstr (here_dump, ==, there_dump);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

/* The pages of one article go over together. */
static void
test_pages (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);
  g_autoptr (PmPage) page = story_new ();
  g_autoptr (PmDocument) document = NULL;

  page->next = page_new ("<title>Harbour</title><article><p>On the second page the harbour master "
                         "has an answer, and nobody in the council wants to hear it.</p><p>It is "
                         "longer than the question, and has more numbers in it.</p></article>");
  document = pm_workers_extract (workers, page, NULL, NULL, NULL);
  g_assert_nonnull (document);
  g_assert_nonnull (strstr (pm_document_get_text (document), "clocks changed"));
  g_assert_nonnull (strstr (pm_document_get_text (document), "On the second page"));
}

static const struct
{
  const char *charset;
  const char *bytes;
  const char *text;
} charsets[] = {
  { "windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет" },
  { "shift_jis", "\x93\xfa\x96\x7b", "日本" },
  { "gb18030", "\xd6\xd0\xb9\xfa", "中国" },
  { "big5", "\xa4\xa4\xa4\xe5", "中文" },
  { "euc-kr", "\xc7\xd1\xb1\xdb", "한글" },
  { "euc-jp", "\xc6\xfc\xcb\xdc", "日本" },
  { "koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", "Привет" },
  { "iso-8859-2", "\xbe\xe1\xbb", "žáť" },
  { "windows-874", "\xe4\xb7\xc2", "ไทย" },
  { "macintosh", "\x8e", "é" },
};

/* Tables of charsets lie in files, and a worker opens none. */
static void
test_charsets (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *html = g_strdup_printf (
          "<title>Words</title><article><p>%s. The harbour master said on Monday that the tide "
          "gauge had been an hour slow since the clocks changed, and that nobody had noticed.</p>"
          "<p>The council, which pays for it, asked for a report before the end of the week.</p>"
          "</article>",
          charsets[i].bytes);
      g_autoptr (PmPage) page = page_new (html);
      g_autoptr (GError) error = NULL;
      g_autoptr (PmDocument) document = NULL;

      page->charset = g_strdup (charsets[i].charset);
      document = pm_workers_extract (workers, page, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (pm_document_get_text (document), charsets[i].text));
    }
}

static const struct
{
  const char *name;
  PmWorkerError code;
} bad[] = {
  { "exit", PM_WORKER_ERROR_DIED },      { "crash", PM_WORKER_ERROR_DIED },
  { "garbage", PM_WORKER_ERROR_DIED },   { "huge", PM_WORKER_ERROR_DIED },
  { "short", PM_WORKER_ERROR_DIED },     { "hang", PM_WORKER_ERROR_TIMED_OUT },
  { "drip", PM_WORKER_ERROR_TIMED_OUT },
};

/* Whatever a page makes of a worker, its error is the page's, and the next page is read. */
static void
test_bad (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);
  g_autofree char *good_worker = g_strdup (g_getenv ("PRESSMARK_WORKER"));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (PmPage) page = story_new ();
      g_autoptr (PmDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].name);
      g_setenv ("PRESSMARK_WORKER", bad_worker, TRUE);
      g_setenv ("BAD_WORKER", bad[i].name, TRUE);
      g_setenv ("PRESSMARK_WORKER_SECONDS", "0.3", TRUE);
      g_assert_null (pm_workers_extract (workers, page, NULL, NULL, &error));
      g_assert_error (error, PM_WORKER_ERROR, bad[i].code);
      g_assert_cmpstr (error->message, !=, "");

      g_setenv ("PRESSMARK_WORKER", good_worker, TRUE);
      g_unsetenv ("PRESSMARK_WORKER_SECONDS");
      g_clear_error (&error);
      document = pm_workers_extract (workers, page, NULL, NULL, &error);
      g_assert_no_error (error);
      /* So that the next one starts anew. */
      g_clear_pointer (&workers, pm_workers_free);
      workers = pm_workers_new (1);
    }
}

static gboolean
is_worker (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/stat", pid);
  g_autofree char *line = NULL;
  g_autofree char *parent = g_strdup_printf (" %d ", (int) getpid ());
  const char *name;

  if (!g_file_get_contents (path, &line, NULL, NULL))
    return FALSE;
  name = strrchr (line, ')');
  return strstr (line, "(pressmark-worke") != NULL &&
         strncmp (name + 3, parent, strlen (parent)) == 0;
}

static guint
kill_workers (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc", 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    if (g_ascii_isdigit (*name) && is_worker (name))
      n += kill (atoi (name), SIGKILL) == 0;
  return n;
}

/* One that was killed between two pages is started again, unseen. */
static void
test_killed (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PmPage) page = story_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PmDocument) document = pm_workers_extract (workers, page, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (document);
      g_assert_cmpuint (kill_workers (), ==, 1);
    }
}

static void
test_missing (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);
  g_autoptr (PmPage) page = story_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *good_worker = g_strdup (g_getenv ("PRESSMARK_WORKER"));

  g_setenv ("PRESSMARK_WORKER", "/nonexistent/worker", TRUE);
  g_assert_null (pm_workers_extract (workers, page, NULL, NULL, &error));
  g_assert_error (error, PM_WORKER_ERROR, PM_WORKER_ERROR_MISSING);
  g_setenv ("PRESSMARK_WORKER", good_worker, TRUE);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_usleep (100 * G_TIME_SPAN_MILLISECOND);
  g_cancellable_cancel (user_data);
  return FALSE;
}

static gpointer
cancel_thread (gpointer user_data)
{
  cancel_cb (user_data);
  return NULL;
}

static void
test_cancelled (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (1);
  g_autoptr (PmPage) page = story_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *good_worker = g_strdup (g_getenv ("PRESSMARK_WORKER"));
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_setenv ("PRESSMARK_WORKER", bad_worker, TRUE);
  g_setenv ("BAD_WORKER", "hang", TRUE);
  g_assert_null (pm_workers_extract (workers, page, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_setenv ("PRESSMARK_WORKER", good_worker, TRUE);
  g_thread_join (thread);
}

static gpointer
extract_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (PmPage) page = story_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PmDocument) document = pm_workers_extract (data, page, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (document);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (PmWorkers) workers = pm_workers_new (2);
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("extract", extract_thread, workers);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  bad_worker = argv[1];
  g_test_add_func ("/workers/same", test_same);
  g_test_add_func ("/workers/pages", test_pages);
  g_test_add_func ("/workers/charsets", test_charsets);
  g_test_add_func ("/workers/bad", test_bad);
  g_test_add_func ("/workers/killed", test_killed);
  g_test_add_func ("/workers/missing", test_missing);
  g_test_add_func ("/workers/cancelled", test_cancelled);
  g_test_add_func ("/workers/threads", test_threads);
  return g_test_run ();
}
