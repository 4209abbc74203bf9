/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundle-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_round_trip (gconstpointer data)
{
  const char *format = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_export (fixture, format, "a");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pm_bundle_import (path, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_same_records (fixture->records, records, g_str_equal (format, "bundle"));
}

/* The zip alone holds the images. */
static void
test_images (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *zip = fixture_export (fixture, "bundle", "a");
  g_autofree char *json = fixture_export (fixture, "json", "b");
  g_autoptr (GPtrArray) records = pm_bundle_import (zip, NULL, NULL, NULL);
  g_autoptr (GPtrArray) without = pm_bundle_import (json, NULL, NULL, NULL);
  const PmRecord *record = records->pdata[0];
  const PmResource *image = record->images->pdata[0];

  g_assert_cmpuint (record->images->len, ==, 1);
  g_assert_cmpstr (image->url, ==, "https://img.example/a.png");
  g_assert_cmpstr (image->type, ==, "image/png");
  g_assert_true (g_bytes_equal (image->bytes, fixture->image));
  g_assert_cmpuint (((PmRecord *) without->pdata[0])->images->len, ==, 0);
}

/* An empty notebook is one as well. */
static void
test_empty (void)
{
  static const char *const formats[] = { "bundle", "json" };
  g_autoptr (Fixture) fixture = fixture_new ();

  g_array_set_size (fixture->bundle->articles, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = fixture_export (fixture, formats[i], "a");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = pm_bundle_import (path, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, 0);
    }
}

/* Refused, with one sentence, and no records. */
static void
assert_refused (const char *name, const char *path, PmBundleError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pm_bundle_import (path, NULL, NULL, &error);

  g_test_message ("%s: %s", name, error != NULL ? error->message : "no error");
  g_assert_null (records);
  g_assert_error (error, PM_BUNDLE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

typedef struct
{
  const char *name;
  const char *words; /* in a good notebook.json */
  const char *instead;
  PmBundleError code;
} BadJson;

static const BadJson bad_json[] = {
  { "newer", "\"version\":1", "\"version\":2", PM_BUNDLE_ERROR_TOO_NEW },
  { "version 0", "\"version\":1", "\"version\":0" },
  { "no version", "\"version\":1,", "" },
  { "version a string", "\"version\":1", "\"version\":\"1\"" },
  { "other format", "pressmark-notebook", "somebody-else" },
  { "no articles", "\"articles\"", "\"articels\"" },
  { "articles an object", "\"articles\":[", "\"articles\":{" },
  { "an article a number", "\"articles\":[", "\"articles\":[1," },
  { "an article a string", "\"articles\":[", "\"articles\":[\"a\"," },
  { "an article an array", "\"articles\":[", "\"articles\":[[]," },
  { "articles twice", "\"articles\":[", "\"articles\":[],\"articles\":[" },
  { "comment", "\"articles\":[", "/* \" */\"articles\":[" },
  { "single quotes", "\"format\"", "'format'" },
  { "rest cut off", "\"captures\"", NULL },
  { "nested", "\"aliases\":[", "\"aliases\":[[[[[[[[[[[[[[[[[[[[" },
  { "feeds a string", "\"articles\":[", "\"feeds\":\"a\",\"articles\":[" },
  { "a feed a string", "\"articles\":[", "\"feeds\":[\"a\"],\"articles\":[" },
  { "a feed without url", "\"articles\":[", "\"feeds\":[{\"title\":\"a\"}],\"articles\":[" },
  { "a feed that is a file", "\"articles\":[",
    "\"feeds\":[{\"url\":\"file:///etc/passwd\"}],\"articles\":[" },
  { "no uuid", "\"uuid\":\"7d1a6f10", "\"udid\":\"7d1a6f10" },
  { "bad uuid", "\"uuid\":\"7d1a6f10-", "\"uuid\":\"7d1a6f10/" },
  { "same uuid twice", "9b9b-000000000002", "9b9b-000000000001" },
  { "no url", "\"url\":\"https://news.example/harbour\"", "\"ur\":1" },
  { "title a number", "\"title\":\"السوق\"", "\"title\":7" },
  { "empty title", "\"title\":\"السوق\"", "\"title\":\"\"" },
  { "unknown state", "\"state\":\"ready\"", "\"state\":\"asleep\"" },
  { "unread a string", "\"unread\":false", "\"unread\":\"no\"" },
  { "tag a number", "\"tags\":[\"Ports: & harbours\"", "\"tags\":[5" },
  { "tags a string", "\"tags\":[\"Ports: & harbours\",\"2025\"]", "\"tags\":\"a\"" },
  { "not a time", "\"added\":\"2025-01-31T09:30:00.123458Z\"", "\"added\":\"yesterday\"" },
  { "no such day", "\"added\":\"2025-01-31T", "\"added\":\"2025-02-31T" },
  { "time without zone", "00.123458Z\",\"fetched\"", "00.123458\",\"fetched\"" },
  { "half a surrogate pair", "\"text\":\"Harbour", "\"text\":\"\\ud800 Harbour" },
  { "text with CR", "\"text\":\"Harbour", "\"text\":\"\\r Harbour" },
  { "text cut by NUL", "\"text\":\"Harbour", "\"text\":\"\\u0000Harbour" },
  { "no text", "\"text\":\"Harbour", "\"tixt\":\"Harbour" },
  { "unknown mark", "\"kind\":\"paragraph\"", "\"kind\":\"blink\"" },
  { "mark beyond the text", "{\"kind\":\"paragraph\",\"span\":[46,",
    "{\"kind\":\"paragraph\",\"span\":[46,9999" },
  { "mark backwards", "\"kind\":\"title\",\"span\":[0,44]", "\"kind\":\"title\",\"span\":[44,0]" },
  { "mark before 0", "\"kind\":\"title\",\"span\":[0,", "\"kind\":\"title\",\"span\":[-1," },
  { "mark huge", "\"kind\":\"title\",\"span\":[0,44]",
    "\"kind\":\"title\",\"span\":[0,99999999999999999999]" },
  { "mark of three", "\"kind\":\"title\",\"span\":[0,44]",
    "\"kind\":\"title\",\"span\":[0,44,44]" },
  { "mark of a fraction", "\"kind\":\"title\",\"span\":[0,44]",
    "\"kind\":\"title\",\"span\":[0.5,44]" },
  { "blocks overlap", "\"kind\":\"title\",\"span\":[0,44]", "\"kind\":\"title\",\"span\":[0,60]" },
  { "inline out of its block", "\"kind\":\"emphasis\",\"span\":[",
    "\"kind\":\"emphasis\",\"span\":[0,2],\"x\":[" },
  { "level too deep", "\"level\":2", "\"level\":2000000" },
  { "metadata a string", "\"metadata\":{", "\"metadata\":\"\",\"x\":{" },
  { "metadata without value", "{\"value\":\"yes: no # [x]\"}", "{\"key\":\"x\"}" },
  { "unknown entity type", "\"type\":\"PER\"", "\"type\":\"ELF\"" },
  { "mention beyond the text", "\"mentions\":[[", "\"mentions\":[[0,99999],[" },
  { "mention a number", "\"mentions\":[[", "\"mentions\":[7,[" },
  { "quote of nobody there", "\"entity\":0", "\"entity\":2" },
  { "entity below 0", "\"entity\":0", "\"entity\":-1" },
  { "unknown quote kind", "\"kind\":\"direct\"", "\"kind\":\"told\"" },
  { "too sure", "\"confidence\":0.1", "\"confidence\":1.1" },
  { "unknown source kind", "\"kind\":\"government\"", "\"kind\":\"gossip\"" },
  { "unknown correction", "\"kind\":\"rename\"", "\"kind\":\"bury\"" },
  { "correction without an end", "\"to_name\":\"Anna <Ruiz>\"", "\"to_nobody\":1" },
  { "blank correction", "\"to_name\":\"Anna <Ruiz>\"", "\"to_name\":\" \"" },
  { "correction of no type", "\"to_type\":\"PER\"", "\"to_type\":\"ELF\"" },
  { "split without a form", "\"form\":\"Port & Co\"", "\"from\":1" },
  { "correction of a crowd", "\"scope\":\"notebook\"", "\"scope\":\"world\"" },
  { "unknown colour", "\"color\":\"blue\"", "\"color\":\"beige\"" },
  { "highlight beyond the text", "00000\",\"span\":[30,44]", "00000\",\"span\":[30,4400]" },
  { "highlight of nothing", "00000\",\"span\":[30,44]", "00000\",\"span\":[30,30]" },
  { "highlight without words", "\"exact\":\"money & left 😀\"", "\"exact\":\"\"" },
  { "no exact", "\"exact\":\"money & left 😀\",", "" },
  { "highlights an object", "\"highlights\":[", "\"highlights\":{}, \"x\":[" },
  { "digest not one", "\"sha256\":\"7a", "\"sha256\":\"zz" },
  { "status 1000", "\"status\":301", "\"status\":1000" },
  { "hops a string", "\"hops\":[", "\"hops\":\"\",\"x\":[" },
  { "capture a string", "\"capture\":{", "\"capture\":\"\",\"x\":{" },
};

static char *
replace (const char *text, const BadJson *bad)
{
  const char *at = strstr (text, bad->words);
  g_autofree char *before = NULL;

  g_test_message ("%s", bad->name);
  g_assert_nonnull (at);
  before = g_strndup (text, at - text);
  return bad->instead != NULL ? g_strconcat (before, bad->instead, at + strlen (bad->words), NULL)
                              : g_steal_pointer (&before);
}

static void
test_bad_json (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *good = fixture_read (fixture, "json");
  g_autofree char *path = g_build_filename (fixture->folder, "bad.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_json); i++)
    {
      g_autofree char *bad = replace (good, &bad_json[i]);

      write_file (path, bad, -1);
      assert_refused (bad_json[i].name, path,
                      bad_json[i].code != 0 ? bad_json[i].code : PM_BUNDLE_ERROR_NOT_A_BUNDLE);
    }
}

static void
test_not_json (void)
{
  static const struct
  {
    const char *name;
    const char *data;
    gssize length;
  } files[] = {
    { "empty", "", 0 },
    { "a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16 },
    { "half a zip", "PK\3\4", 4 },
    { "zeros", "\0\0\0\0\0\0\0\0", 8 },
    { "a list", "[]", -1 },
    { "a word", "true", -1 },
    { "an open string", "{\"articles", -1 },
    { "a backslash at the end", "{\"articles\\", -1 },
    { "closed twice", "{\"articles\":[]}}", -1 },
    { "crossed", "{\"format\":\"pressmark-notebook\",\"version\":1,\"articles\":[}]", -1 },
    { "not UTF-8", "{\"format\":\"pressmark-notebook\xff\",\"version\":1,\"articles\":[]}", -1 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "bad", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      write_file (path, files[i].data, files[i].length);
      assert_refused (files[i].name, path, PM_BUNDLE_ERROR_NOT_A_BUNDLE);
    }
  assert_refused ("a folder", fixture->folder, PM_BUNDLE_ERROR_NOT_A_BUNDLE);
  assert_refused ("a device", "/dev/zero", PM_BUNDLE_ERROR_NOT_A_BUNDLE);
}

static void
test_missing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "none", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pm_bundle_import (path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A beginning of a good file is a bad one. Only a zip's list of contents, at its very end, can be
 * done without: what was read is checked all the same. */
static void
test_cut_off (void)
{
  static const char *const formats[] = { "bundle", "json" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "cut", NULL);

  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autofree char *whole = fixture_export (fixture, formats[f], "whole");
      g_autofree char *data = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (whole, &data, &length, NULL));
      for (gsize n = 0; n + 2 < length; n += 97)
        {
          g_autoptr (GPtrArray) records = NULL;

          write_file (path, data, n);
          records = pm_bundle_import (path, NULL, NULL, NULL);
          g_assert_true (records == NULL || (f == 0 && length - n < 4000));
          if (records != NULL)
            assert_same_records (fixture->records, records, TRUE);
        }
    }
}

/* One byte of a zip differs: whatever happens, no other records than the true ones come out. */
static void
test_flipped (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *whole = fixture_export (fixture, "bundle", "whole");
  g_autofree char *path = g_build_filename (fixture->folder, "flipped", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &data, &length, NULL));
  for (gsize i = 0; i < length; i += 61)
    {
      g_autoptr (GPtrArray) records = NULL;

      data[i] ^= 0x55;
      write_file (path, data, length);
      records = pm_bundle_import (path, NULL, NULL, NULL);
      if (records != NULL)
        assert_same_records (fixture->records, records, TRUE);
      data[i] ^= 0x55;
    }
}

static void
assert_within (PmRecord *record)
{
  gsize n_marks = 0;
  const PmMark *marks = record->document != NULL
                            ? pm_document_get_marks (record->document, &n_marks)
                            : NULL;

  for (gsize i = 0; i < n_marks; i++)
    {
      g_autofree char *words = pm_document_dup_span (record->document, marks[i].span);

      g_assert_nonnull (words);
    }
  for (guint i = 0; i < record->highlights->len; i++)
    {
      PmHighlight *highlight = record->highlights->pdata[i];
      g_autofree char *words = highlight->orphan
                                   ? NULL
                                   : pm_document_dup_span (record->document, highlight->span);

      g_assert_true (highlight->orphan || words != NULL);
    }
}

/* One byte of a notebook.json differs: it says so in a sentence, or it still has three articles
 * whose places lie within their texts. */
static void
test_flipped_json (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *data = fixture_read (fixture, "json");
  g_autofree char *path = g_build_filename (fixture->folder, "flipped", NULL);
  gsize length = strlen (data);
  static const char instead[] = "\"\\[]{},:0-9eu \x80";

  for (gsize i = 0; i < length; i += 7)
    {
      char before = data[i];
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;

      data[i] = instead[i / 7 % strlen (instead)];
      write_file (path, data, length);
      data[i] = before;
      records = pm_bundle_import (path, NULL, NULL, &error);
      if (records == NULL)
        g_assert_true (error->domain == PM_BUNDLE_ERROR);
      for (guint r = 0; records != NULL && r < records->len; r++)
        assert_within (records->pdata[r]);
      g_assert_true (records == NULL || records->len == 3);
    }
}

/* A good bundle's files as entries; @files owns what they point to. */
static GArray *
list_entries (GHashTable *files)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (ZipEntry));
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      ZipEntry entry = { .path = strchr (name, '/') + 1 };

      entry.data = g_bytes_get_data (bytes, &entry.length);
      g_array_append_val (entries, entry);
    }
  return entries;
}

typedef struct
{
  const char *name;
  const char *change;  /* (nullable): the end of the path of the file to change */
  const char *instead; /* (nullable): its new data; %NULL leaves it out */
  ZipEntry add;
  PmBundleError code;
} BadZip;

static const BadZip bad_zip[] = {
  { "changed report", "report.html", "<p>", { 0 }, PM_BUNDLE_ERROR_CHANGED },
  { "changed original", ".html.br", "x", { 0 }, PM_BUNDLE_ERROR_CHANGED },
  { "changed info", "bag-info.txt", "x", { 0 }, PM_BUNDLE_ERROR_CHANGED },
  { "lost report", "report.html", NULL, { 0 }, PM_BUNDLE_ERROR_CHANGED },
  { "one file too many", NULL, NULL, { "top/data/x", "x", 1 }, PM_BUNDLE_ERROR_CHANGED },
  { "no manifest", "/manifest-sha512.txt", NULL },
  { "not a manifest", "/manifest-sha512.txt", "hello" },
  { "no bag", "bagit.txt", NULL },
  { "no notebook", "notebook.json", NULL },
  { "up", NULL, NULL, { "top/../../x", "x", 1 } },
  { "at the root", NULL, NULL, { "/x", "x", 1 } },
  { "other way round", NULL, NULL, { "top\\..\\x", "x", 1 } },
  { "nothing between", NULL, NULL, { "top//x", "x", 1 } },
  { "control", NULL, NULL, { "top/a\x1b", "x", 1 } },
  { "beside the bag", NULL, NULL, { "x", "x", 1 } },
  { "a second bag", NULL, NULL, { "other/bagit.txt", "x", 1 } },
  { "the same twice", NULL, NULL, { "top/data/report.html", "x", 1 } },
  { "a link", NULL, NULL, { "top/l", "", 0, "/etc/passwd" } },
};

static void
write_bad (const char *path, GArray *entries, const BadZip *bad)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, TRUE, sizeof (ZipEntry));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean found = bad->change == NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      ZipEntry entry = g_array_index (entries, ZipEntry, i);

      g_ptr_array_add (names, g_strconcat ("top/", entry.path, NULL));
      entry.path = names->pdata[names->len - 1];
      if (bad->change != NULL && g_str_has_suffix (entry.path, bad->change))
        {
          found = TRUE;
          if (bad->instead == NULL)
            continue;
          entry.data = bad->instead;
          entry.length = strlen (bad->instead);
        }
      g_array_append_val (changed, entry);
    }
  if (bad->add.path != NULL)
    g_array_append_val (changed, bad->add);
  g_assert_true (found);
  write_zip (path, (ZipEntry *) changed->data, changed->len);
}

static void
test_bad_zip (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *whole = fixture_export (fixture, "bundle", "whole");
  g_autofree char *path = g_build_filename (fixture->folder, "bad", NULL);
  g_autoptr (GHashTable) files = read_zip (whole);
  g_autoptr (GArray) entries = list_entries (files);
  g_autoptr (GPtrArray) records = NULL;
  BadZip good = { "good" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad_zip); i++)
    {
      write_bad (path, entries, &bad_zip[i]);
      assert_refused (bad_zip[i].name, path,
                      bad_zip[i].code != 0 ? bad_zip[i].code : PM_BUNDLE_ERROR_NOT_A_BUNDLE);
    }
  /* The rewriting is not what is refused. */
  write_bad (path, entries, &good);
  records = pm_bundle_import (path, NULL, NULL, NULL);
  g_assert_nonnull (records);
}

static void
test_bomb (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "bomb", NULL);
  gsize size = 80 << 20;
  g_autofree char *zeros = g_malloc0 (size);
  ZipEntry entries[] = { { "top/bagit.txt", "BagIt-Version: 1.0\n", 19 },
                         { "top/data/notebook.json", zeros, size } };

  write_zip (path, entries, G_N_ELEMENTS (entries));
  assert_refused ("bomb", path, PM_BUNDLE_ERROR_NOT_A_BUNDLE);
}

static void
test_cancel (void)
{
  static const char *const formats[] = { "bundle", "json" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = fixture_export (fixture, formats[i], "a");
      g_autoptr (GError) error = NULL;

      g_assert_null (pm_bundle_import (path, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/import/round-trip/bundle", "bundle", test_round_trip);
  g_test_add_data_func ("/import/round-trip/json", "json", test_round_trip);
  g_test_add_func ("/import/images", test_images);
  g_test_add_func ("/import/empty", test_empty);
  g_test_add_func ("/import/bad-json", test_bad_json);
  g_test_add_func ("/import/not-json", test_not_json);
  g_test_add_func ("/import/missing", test_missing);
  g_test_add_func ("/import/cut-off", test_cut_off);
  g_test_add_func ("/import/flipped", test_flipped);
  g_test_add_func ("/import/flipped-json", test_flipped_json);
  g_test_add_func ("/import/bad-zip", test_bad_zip);
  g_test_add_func ("/import/bomb", test_bomb);
  g_test_add_func ("/import/cancel", test_cancel);
  return g_test_run ();
}
