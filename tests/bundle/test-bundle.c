/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundle-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static void
test_formats (void)
{
  static const char *const ids[] = { "bundle", "json", "html", "markdown", "w3c", "csl" };
  gsize n_formats;
  const PmBundleFormat *formats = pm_bundle_list_formats (&n_formats);

  g_assert_cmpuint (n_formats, ==, G_N_ELEMENTS (ids));
  for (gsize i = 0; i < n_formats; i++)
    {
      g_assert_cmpstr (formats[i].id, ==, ids[i]);
      g_assert_true (pm_bundle_find_format (ids[i]) == &formats[i]);
    }
  g_assert_null (pm_bundle_find_format ("docx"));
}

static const char *
get_text (GHashTable *files, const char *name, gsize *length)
{
  GBytes *bytes = g_hash_table_lookup (files, name);

  g_assert_nonnull (bytes);
  return g_bytes_get_data (bytes, length);
}

/* Checks every line of @manifest; returns how many there are. */
static guint
check_manifest (GHashTable *files, const char *top, const char *manifest)
{
  g_autofree char *name = g_strconcat (top, manifest, NULL);
  gsize length;
  const char *text = get_text (files, name, &length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (; *lines[n] != '\0'; n++)
    {
      g_autofree char *path = g_strconcat (top, lines[n] + 130, NULL);
      GBytes *bytes = g_hash_table_lookup (files, path);
      g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA512, bytes)
                                           : NULL;

      g_assert_true (g_str_has_prefix (lines[n] + 128, "  "));
      lines[n][128] = '\0';
      g_assert_cmpstr (lines[n], ==, sum);
    }
  return n;
}

static void
test_bag (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_export (fixture, "bundle", "a.zip");
  g_autoptr (GHashTable) files = read_zip (path);
  const char *top = "Порт & “harbour” 1 2/";
  g_autofree char *declaration = g_strconcat (top, "bagit.txt", NULL);
  g_autofree char *info = g_strconcat (top, "bag-info.txt", NULL);
  g_autofree char *oxum = NULL;
  gsize length;
  guint64 bytes = 0;
  guint n = 0;
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_assert_true (g_str_has_prefix (name, top));
      if (!g_str_has_prefix ((char *) name + strlen (top), "data/"))
        continue;
      n++;
      bytes += g_bytes_get_size (value);
    }
  g_assert_cmpuint (check_manifest (files, top, "manifest-sha512.txt"), ==, n);
  g_assert_cmpuint (check_manifest (files, top, "tagmanifest-sha512.txt"), ==, 3);
  g_assert_cmpuint (g_hash_table_size (files), ==, n + 4);
  g_assert_cmpstr (get_text (files, declaration, &length), ==,
                   "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  oxum = g_strdup_printf ("Payload-Oxum: %" G_GUINT64_FORMAT ".%u\n", bytes, n);
  g_assert_nonnull (strstr (get_text (files, info, &length), oxum));
  g_assert_nonnull (strstr (get_text (files, info, &length), "Bagging-Date: 2025-01-31\n"));
}

static void
test_payload (void)
{
  static const char *const names[] = {
    "report.html",
    "report.md",
    "annotations.jsonld",
    "notebook.json",
    "citations.csl.json",
    "README.md",
    "originals/0001-news-example-harbour-chief-never-took-money-left.html.br",
    "originals/0001-news-example-harbour-chief-never-took-money-left.decoded.html",
    "originals/0001-news-example-harbour-chief-never-took-money-left.headers.txt",
    "originals/0002-news-example.html",
    "originals/0002-news-example.headers.txt",
    "images/", /* its digest is computed below */
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_export (fixture, "bundle", "a.zip");
  g_autoptr (GHashTable) files = read_zip (path);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fixture->image);
  GBytes *original = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean is_image = g_str_has_suffix (names[i], "/");
      g_autofree char *name = g_strconcat ("Порт & “harbour” 1 2/data/", names[i],
                                           is_image ? digest : "", is_image ? ".png" : "", NULL);

      g_test_message ("%s", name);
      g_assert_true (g_hash_table_contains (files, name));
      if (g_str_has_suffix (name, ".br"))
        original = g_hash_table_lookup (files, name);
    }
  g_assert_true (g_bytes_equal (original, ((PmRecord *) fixture->records->pdata[0])->page->body));
  g_assert_cmpuint (g_hash_table_size (files), ==, G_N_ELEMENTS (names) + 4);
}

static void
test_headers (void)
{
  static const char *const expected[] = {
    "Final address: https://news.example/harbour?x=1&y=2\n",
    "Fetched: 2025-01-31T09:30:00.123457Z\n",
    "== Request 2 ==\nGET https://news.example/harbour?x=1&y=2\n",
    "Server: [2001:db8::1]:443\nTLS: TLS 1.3\nCertificate SHA-256: 00112233",
    "Accept: text/html\n",
    "Response: HTTP/1.1 301 OK & well\n",
    "Server: \"x\"\n",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_export (fixture, "bundle", "a.zip");
  g_autoptr (GHashTable) files = read_zip (path);
  gsize length;
  const char *data = get_text (files,
                               "Порт & “harbour” 1 2/data/originals/"
                               "0002-news-example.headers.txt",
                               &length);
  g_autofree char *text = g_strndup (data, length);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (text, expected[i]));
    }
}

static void
test_sha512sum (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *unzip = g_find_program_in_path ("unzip");
  g_autofree char *sum = g_find_program_in_path ("sha512sum");
  g_autofree char *path = NULL;
  g_autofree char *command = NULL;
  int status;

  if (unzip == NULL || sum == NULL)
    {
      g_test_skip ("unzip or sha512sum is not installed");
      return;
    }
  path = fixture_export (fixture, "bundle", "a.zip");
  command = g_strdup_printf ("cd '%s' && unzip -q a.zip -d out && cd out/* && "
                             "sha512sum --strict --quiet -c manifest-sha512.txt && "
                             "sha512sum --strict --quiet -c tagmanifest-sha512.txt && "
                             "test $(find data -type f | wc -l) = $(wc -l < manifest-sha512.txt) "
                             "&& rm -r '%s/out'",
                             fixture->folder, fixture->folder);
  g_assert_true (g_spawn_sync (NULL, (char *[]){ "sh", "-c", command, NULL }, NULL,
                               G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
test_deterministic (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  for (gsize i = 0; i < 2; i++)
    {
      static const char *const formats[] = { "bundle", "html" };
      g_autofree char *a = fixture_export (fixture, formats[i], "a");
      g_autofree char *b = fixture_export (fixture, formats[i], "b");
      g_autofree char *data_a = NULL;
      g_autofree char *data_b = NULL;
      gsize length_a;
      gsize length_b;

      g_assert_true (g_file_get_contents (a, &data_a, &length_a, NULL));
      g_assert_true (g_file_get_contents (b, &data_b, &length_b, NULL));
      g_assert_cmpmem (data_a, length_a, data_b, length_b);
    }
}

static void
count_cb (guint done, guint total, gpointer data)
{
  guint *calls = data;

  g_assert_cmpuint (total, ==, 3);
  g_assert_cmpuint (done, ==, ++*calls);
}

static void
cancel_cb (guint done, guint total, gpointer data)
{
  if (done == 2)
    g_cancellable_cancel (data);
}

/* Neither the old file nor the folder shows that something was begun. */
static void
assert_untouched (Fixture *fixture, const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "target", NULL);
  gsize n_formats;
  const PmBundleFormat *formats = pm_bundle_list_formats (&n_formats);
  guint calls = 0;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  for (gsize i = 0; i < n_formats; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (pm_bundle_export (fixture->bundle, &formats[i], path, cancel_cb, cancellable,
                                        cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_untouched (fixture, path);
    }
  g_assert_true (
      pm_bundle_export (fixture->bundle, &formats[0], path, count_cb, &calls, NULL, NULL));
  g_assert_cmpuint (calls, ==, 3);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The kernel refuses to let any file grow beyond some hundred bytes. */
static void
test_limit (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "target", NULL);
  gsize n_formats;
  const PmBundleFormat *formats = pm_bundle_list_formats (&n_formats);
  struct rlimit before;
  struct rlimit small;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  getrlimit (RLIMIT_FSIZE, &before);
  small = (struct rlimit){ 400, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 0; i < n_formats; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean written;

      setrlimit (RLIMIT_FSIZE, &small);
      written = pm_bundle_export (fixture->bundle, &formats[i], path, NULL, NULL, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_false (written);
      g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_WRITE);
      assert_untouched (fixture, path);
    }
}

static void
test_full (void)
{
  gsize n_formats;
  const PmBundleFormat *formats = pm_bundle_list_formats (&n_formats);
  g_autoptr (Fixture) fixture = fixture_new ();

  if (g_access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("there is no /dev/full");
      return;
    }
  for (gsize i = 0; i < n_formats; i++)
    {
      g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
      g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (
          g_file_append_to (full, G_FILE_CREATE_NONE, NULL, NULL));
      g_autoptr (GError) error = NULL;

      g_assert_false (formats[i].write (fixture->bundle, stream, NULL, NULL, NULL, &error));
      g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_FULL);
    }
}

static void
test_no_folder (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "no", "a.zip", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (pm_bundle_export (fixture->bundle, pm_bundle_find_format ("bundle"), path, NULL,
                                    NULL, NULL, &error));
  g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (pm_bundle_export (fixture->bundle, NULL, path, NULL, NULL, NULL, &error));
  g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_UNKNOWN_FORMAT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/formats", test_formats);
  g_test_add_func ("/bundle/bag", test_bag);
  g_test_add_func ("/bundle/payload", test_payload);
  g_test_add_func ("/bundle/headers", test_headers);
  g_test_add_func ("/bundle/sha512sum", test_sha512sum);
  g_test_add_func ("/bundle/deterministic", test_deterministic);
  g_test_add_func ("/bundle/export/cancel", test_cancel);
  g_test_add_func ("/bundle/export/limit", test_limit);
  g_test_add_func ("/bundle/export/full", test_full);
  g_test_add_func ("/bundle/export/no-folder", test_no_folder);
  return g_test_run ();
}
