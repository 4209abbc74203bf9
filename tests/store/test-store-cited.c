/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  char *folder;
  PmDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pm_db_close (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static void
add_source (PmAnalysis *analysis, PmSourceKind kind, const char *name, const char *url, int entity)
{
  PmSource *source = pm_source_new (kind, (PmSpan){ 0, 3 }, name, url);

  source->entity = entity;
  g_ptr_array_add (analysis->sources, source);
}

/* An article at @url that links to @link and to a page of its own, and names an agency and a study.
 */
static void
add (PmDb *db, const char *url, const char *link, const char *agency)
{
  g_autoptr (PmArticle) article = pm_article_new (url);
  g_autoptr (PmDocument) document = pm_document_new_plain ("One", strlen ("One"));
  g_autoptr (PmAnalysis) analysis = pm_analysis_new ();
  gint64 id;

  article->state = PM_ARTICLE_READY;
  pm_document_set_meta (document, PM_META_TITLE, url, "test");
  g_ptr_array_add (analysis->entities, pm_entity_new (agency, PM_ENTITY_ORGANISATION));
  add_source (analysis, PM_SOURCE_GOVERNMENT, "here", link, -1);
  add_source (analysis, PM_SOURCE_INTERNAL, "more", "https://a.example/more", -1);
  add_source (analysis, PM_SOURCE_AGENCY, agency, NULL, 0);
  add_source (analysis, PM_SOURCE_DOCUMENT, "study", NULL, -1);
  id = pm_store_add_article (db, article, NULL);
  g_assert_true (pm_store_save_document (db, id, 0, document, analysis, 1, NULL));
}

/* @expected: "name:kept:cited by …" */
static void
assert_cited (PmDb *db, guint limit, const char *expected)
{
  g_autoptr (GPtrArray) list = pm_store_list_cited (db, limit, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      PmCited *cited = list->pdata[i];

      g_string_append_printf (found, "%s%s:%" G_GINT64_FORMAT ":", i > 0 ? " " : "", cited->name,
                              cited->kept);
      for (guint j = 0; j < cited->citing->len; j++)
        g_string_append_printf (found, "%" G_GINT64_FORMAT,
                                ((PmArticle *) cited->citing->pdata[j])->id);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_cited (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;

  assert_cited (db, 10, "");
  add (db, "https://a.example/1", "https://law.example/act#1", "Reuters");
  assert_cited (db, 10, "");
  add (db, "https://a.example/2", "http://www.law.example/act?utm_source=x", "REUTERS");
  add (db, "https://law.example/act", "https://c.example/", "Reuters");
  assert_cited (db, 10, "Reuters:0:321 https://law.example/act:3:21");
  assert_cited (db, 1, "Reuters:0:321");
  g_assert_true (pm_store_set_trashed (db, 1, 1, NULL));
  assert_cited (db, 10, "Reuters:0:32");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/cited", Fixture, NULL, set_up, test_cited, tear_down);
  return g_test_run ();
}
