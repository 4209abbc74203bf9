/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"
#include "store-fixture.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *search;
  const char *match; /* NULL: nothing to look for */
} expressions[] = {
  { "word", "harbour", "\"harbour\"*" },
  { "words", " the  harbour ", "\"the\" AND \"harbour\"*" },
  { "phrase", "\"the harbour\"", "\"the harbour\"" },
  { "phrase-word", "\"the harbour\" mayor", "\"the harbour\" AND \"mayor\"*" },
  { "word-phrase", "mayor\"the harbour\"", "\"mayor\" AND \"the harbour\"" },
  { "open-phrase", "\"the harb", "\"the harb\"*" },
  { "curly", "“the harbour” x", "\"the harbour\" AND \"x\"*" },
  { "operators", "a OR NOT b", "\"a\" AND \"OR\" AND \"NOT\" AND \"b\"*" },
  { "near", "NEAR(a b)", "\"NEAR(a\" AND \"b)\"*" },
  { "column", "title:x", "\"title:x\"*" },
  { "star", "x*", "\"x*\"*" },
  { "punctuation", "x -- ; y ...", "\"x\" AND \"y\"*" },
  { "one-letter", "a", "\"a\"*" },
  { "only-punctuation", "!?-", NULL },
  { "only-quotes", "\"\"\"", NULL },
  { "only-emoji", "😀", NULL },
  { "empty", "", NULL },
  { "broken-utf8", "a\xff", "\"a\xef\xbf\xbd\"*" },
};

static void
test_expressions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      g_autofree char *match = _pm_store_dup_match (expressions[i].search);

      g_test_message ("%s", expressions[i].name);
      g_assert_cmpstr (match, ==, expressions[i].match);
    }
}

typedef struct
{
  char *folder;
  PmDb *db;
} Fixture;

/* The n-th article's id is n. */
static const char *const texts[] = {
  "Harbour\n\nShips came in. Café au lait, naïveté, straße.",
  "Ships\n\nThe harbour is old. O'Brien don't pay. 3.14 and C++.",
  "Nothing\n\nМэр сказал: «Порт закрыт». 港は静かだ。",
  "Weather\n\nIt rained in the old town by the harbour, said Zoë.",
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *url = g_strdup_printf ("https://a.example/%" G_GSIZE_FORMAT, i);
      g_autofree char *title = g_strndup (texts[i], strcspn (texts[i], "\n"));
      g_autoptr (PmDocument) document = fixture_document (texts[i]);
      g_autoptr (GError) error = NULL;
      gint64 id = fixture_add_article (fixture->db, url, texts[i]);

      pm_document_set_meta (document, PM_META_TITLE, title, "t");
      pm_store_save_document (fixture->db, id, 0, document, NULL, 1, &error);
      g_assert_no_error (error);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pm_db_close (fixture->db);
  fixture_remove_folder (fixture->folder);
}

/* The ids found, best first: "2 4". */
static char *
find (PmDb *db, PmScope scope, const char *label, const char *search, guint limit)
{
  PmQuery query = { scope, label, search, limit };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = pm_store_list_articles (db, &query, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < articles->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((PmArticle *) articles->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

#define ASSERT_FOUND(scope, label, search, limit, expected)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *ids_ = find (fixture->db, scope, label, search, limit);                       \
    g_assert_cmpstr (ids_, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static const struct
{
  const char *search;
  const char *found;
} cases[] = {
  { "harbour", "1 4 2" }, /* the title first, then the shorter text */
  { "HARB", "1 4 2" },
  { "harbour old", "4 2" },
  { "\"old town\"", "4" },
  { "\"town old\"", "" },
  { "harb old", "" }, /* only the last word may be a part */
  { "cafe", "1" },
  { "CAFÉ", "1" },
  { "naivete", "1" },
  { "zoe", "4" },
  { "o'brien", "2" },
  { "don't", "2" },
  { "3.14", "2" },
  { "порт", "3" },
  { "ПОРТ закрыт", "3" },
  { "港", "3" },
  { "nowhere", "" },
  { "!!!", "" },
  { "\"", "" },
  { "'; DROP TABLE article; --", "" },
  { "^harbour", "1 4 2" },
  { "(harbour", "1 4 2" },
  { "   ", "4 3 2 1" },
};

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].search);
      ASSERT_FOUND (PM_SCOPE_ALL, NULL, cases[i].search, 0, cases[i].found);
    }
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "harbour", 1, "1");
}

static void
test_scopes (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (PmHighlight) highlight = fixture_highlight (2, texts[1], "old");

  g_ptr_array_add (names, (gpointer) "x");
  pm_highlight_add_tag (highlight, "x");
  pm_store_put_highlight (db, highlight, &error);
  pm_store_set_article_tags (db, 1, names, &error);
  pm_store_set_article_collections (db, 4, names, &error);
  pm_store_set_trashed (db, 3, 1, &error);
  pm_store_set_unread (db, 1, FALSE, &error);
  g_assert_no_error (error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, NULL, 0, "4 2 1");
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, NULL, 2, "4 2");
  ASSERT_FOUND (PM_SCOPE_UNREAD, NULL, NULL, 0, "4 2");
  ASSERT_FOUND (PM_SCOPE_TRASH, NULL, NULL, 0, "3");
  ASSERT_FOUND (PM_SCOPE_TAG, "x", NULL, 0, "2 1");
  ASSERT_FOUND (PM_SCOPE_TAG, "y", NULL, 0, "");
  ASSERT_FOUND (PM_SCOPE_TAG, NULL, NULL, 0, "");
  ASSERT_FOUND (PM_SCOPE_COLLECTION, "x", NULL, 0, "4");
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "harbour", 0, "1 4 2");
  ASSERT_FOUND (PM_SCOPE_UNREAD, NULL, "harbour", 0, "4 2");
  ASSERT_FOUND (PM_SCOPE_TRASH, NULL, "harbour", 0, "");
  ASSERT_FOUND (PM_SCOPE_TRASH, NULL, "порт", 0, "3");
  ASSERT_FOUND (PM_SCOPE_TAG, "x", "harbour", 0, "1 2");
  ASSERT_FOUND (PM_SCOPE_COLLECTION, "x", "harbour", 0, "4");
}

/* The index follows every change in the same step. */
static void
test_in_step (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmHighlight) highlight = fixture_highlight (2, texts[1], "old");
  g_autoptr (PmDocument) document = fixture_document ("New\n\nNothing of that.");

  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "albatross", 0, "");
  pm_highlight_set_note (highlight, "Albatross!");
  highlight->id = pm_store_put_highlight (db, highlight, &error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "albatross", 0, "2");
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "albatross pay", 0, "2");
  pm_highlight_set_note (highlight, "Pelican");
  pm_store_put_highlight (db, highlight, &error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "albatross", 0, "");
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "pelican", 0, "2");
  pm_store_delete_highlight (db, highlight->id, &error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "pelican", 0, "");
  pm_store_set_article_note (db, 3, "a heron", &error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "heron", 0, "3");
  pm_store_save_document (db, 2, 0, document, NULL, 1, &error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "brien", 0, "");
  pm_store_delete_article (db, 1, &error);
  ASSERT_FOUND (PM_SCOPE_ALL, NULL, "cafe", 0, "");
  g_assert_no_error (error);
}

static void
test_snippet (Fixture *fixture, gconstpointer data)
{
  PmQuery query = { PM_SCOPE_ALL, NULL, "cafe lait", 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = pm_store_list_articles (fixture->db, &query, &error);
  const PmArticle *article;

  g_assert_no_error (error);
  article = articles->pdata[0];
  g_assert_nonnull (strstr (article->snippet, "\002Café\003 au \002lait\003"));
}

static void
test_many_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) search = g_string_new (NULL);
  g_autofree char *ids = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (search, "harbour ");
  ids = find (fixture->db, PM_SCOPE_ALL, NULL, search->str, 0);
  g_assert_cmpstr (ids, ==, "1 4 2");
}

static void
add_many (PmDb *db, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new ("Title\n\n");

  g_ptr_array_add (names, (gpointer) "politics");
  g_ptr_array_add (names, (gpointer) "harbour");
  for (int i = 0; i < 500; i++)
    g_string_append_printf (text, "word%d %s ", i, i % 50 == 0 ? "common" : "stuff");
  g_assert_true (pm_db_begin (db, &error));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *url = g_strdup_printf ("https://many.example/%u", i);
      gint64 id = fixture_add_article (db, url, text->str);
      g_autoptr (PmHighlight) highlight = fixture_highlight (id, text->str, "word7 stuff");

      highlight->color = i % PM_N_COLORS;
      g_assert_cmpint (pm_store_put_highlight (db, highlight, &error), >, 0);
      g_assert_true (pm_store_set_article_tags (db, id, names, &error));
    }
  g_assert_true (pm_db_commit (db, &error));
}

static void
measure (PmDb *db,
         const char *what,
         PmScope scope,
         const char *label,
         const char *search,
         guint limit)
{
  PmQuery query = { scope, label, search, limit };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = pm_store_list_articles (db, &query, &error);

  g_assert_no_error (error);
  g_test_message ("%s: %u in %.1f ms", what, articles->len,
                  (g_get_monotonic_time () - start) / 1000.0);
}

/* Times are told, not judged: the machine may be busy. PM_MANY says how many articles. */
static void
test_many_articles (Fixture *fixture, gconstpointer data)
{
  const char *number = g_getenv ("PM_MANY");
  guint n = number != NULL ? (guint) g_ascii_strtoull (number, NULL, 10) : 200;
  gint64 start = g_get_monotonic_time ();
  PmQuery query = { PM_SCOPE_TAG, "politics", NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  add_many (fixture->db, n);
  g_test_message ("adding %u: %.1f ms", n, (g_get_monotonic_time () - start) / 1000.0);
  for (int i = 0; i < 2; i++)
    {
      measure (fixture->db, "all", PM_SCOPE_ALL, NULL, NULL, 0);
      measure (fixture->db, "unread", PM_SCOPE_UNREAD, NULL, NULL, 0);
      measure (fixture->db, "tag", PM_SCOPE_TAG, "politics", NULL, 0);
      measure (fixture->db, "rare word", PM_SCOPE_ALL, NULL, "cafe", 0);
      measure (fixture->db, "common word, 100", PM_SCOPE_ALL, NULL, "common", 100);
      measure (fixture->db, "common word, all", PM_SCOPE_ALL, NULL, "common", 0);
    }
  start = g_get_monotonic_time ();
  g_ptr_array_unref (pm_store_list_tags (fixture->db, &error));
  g_test_message ("tags: %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  g_ptr_array_unref (pm_store_list_highlights (fixture->db, 0, &error));
  g_test_message ("highlights: %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  articles = pm_store_list_articles (fixture->db, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, n);
  for (guint i = 0; i < articles->len; i++)
    {
      const PmArticle *article = articles->pdata[i];

      g_assert_cmpuint (article->tags->len, ==, 2);
      g_assert_cmpstr (article->tags->pdata[0], ==, "politics");
      g_assert_cmpuint (article->n_highlights, ==, 1);
      g_assert_cmpuint (article->colors, ==, 1u << ((n - 1 - i) % PM_N_COLORS));
      g_assert_cmpint (article->fetched, >, 0);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/search/expressions", test_expressions);
  ADD ("/store/search/cases", test_cases);
  ADD ("/store/search/scopes", test_scopes);
  ADD ("/store/search/in-step", test_in_step);
  ADD ("/store/search/snippet", test_snippet);
  ADD ("/store/search/many-words", test_many_words);
  ADD ("/store/search/many-articles", test_many_articles);
  return g_test_run ();
}
