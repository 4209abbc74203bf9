/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

/* What the user says of quotes, over one analysis after another. */

#define TEXT                                                                                       \
  "Jen Psaki spoke. She said: “The service did it, as we all know by now.” Ann Lee saw a "     \
  "“thing” there."
#define SAID "“The service did it, as we all know by now.”"
#define THING "“thing”"

typedef struct
{
  char *folder;
  PmDb *db;
  gint64 article;
} Fixture;

static void
add_entity (PmAnalysis *analysis, const char *text, const char *name)
{
  PmEntity *entity = pm_entity_new (name, PM_ENTITY_PERSON);
  PmSpan span = fixture_find (text, name);

  g_array_append_val (entity->mentions, span);
  g_ptr_array_add (analysis->entities, entity);
}

static void
add_quote (PmAnalysis *analysis, PmSpan span, int entity)
{
  PmQuote *quote = pm_quote_new (PM_QUOTE_DIRECT, span);

  quote->entity = entity;
  quote->speaker_name = g_strdup (((PmEntity *) analysis->entities->pdata[entity])->name);
  quote->rule = g_strdup ("subject");
  quote->confidence = 0.5;
  g_ptr_array_add (analysis->quotes, quote);
}

/* Saves @text as a better analysis may have it: @first, @second: (nullable): what it takes for
 * quotes. */
static void
save (Fixture *fixture, const char *text, const char *first, const char *second)
{
  g_autoptr (PmDocument) document = fixture_document (text);
  g_autoptr (PmAnalysis) analysis = pm_analysis_new ();
  g_autoptr (GError) error = NULL;

  add_entity (analysis, text, "Jen Psaki");
  add_entity (analysis, text, "Ann Lee");
  if (first != NULL)
    add_quote (analysis, fixture_find (text, first), 0);
  if (second != NULL)
    add_quote (analysis, fixture_find (text, second), 1);
  pm_store_save_document (fixture->db, fixture->article, 0, document, analysis, 3, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  fixture->article = fixture_add_article (fixture->db, "https://a.example/", TEXT);
  save (fixture, TEXT, SAID, THING);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pm_db_close (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static PmRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PmRecord *record = pm_store_load_record (fixture->db, fixture->article, FALSE, &error);

  g_assert_no_error (error);
  return record;
}

/* Says @verdict of the quote at @words; what was said of it before is replaced. */
static gint64
judge (Fixture *fixture, const char *words, PmVerdict kind, const char *speaker)
{
  g_autoptr (PmRecord) record = load (fixture);
  PmQuote quote = { PM_QUOTE_DIRECT,
                    fixture_find (pm_document_get_text (record->document), words) };
  g_autoptr (PmQuoteVerdict) verdict = pm_quote_verdict_new (fixture->article, record->document,
                                                             &quote, kind, speaker);
  const PmQuoteVerdict *present = pm_quote_verdicts_find (record->verdicts, &quote);
  g_autoptr (GError) error = NULL;
  gint64 id;

  verdict->id = present != NULL ? present->id : 0;
  id = pm_store_put_verdict (fixture->db, verdict, &error);
  g_assert_no_error (error);
  return id;
}

/* The quotes as "words|speaker|verdict" a line, the refused ones behind "-". */
static void
assert_quotes (Fixture *fixture, const char *expected)
{
  g_autoptr (PmRecord) record = load (fixture);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (int refused = 0; refused < 2; refused++)
    {
      GPtrArray *quotes = refused ? record->analysis->refused : record->analysis->quotes;

      for (guint i = 0; i < quotes->len; i++)
        {
          const PmQuote *quote = quotes->pdata[i];
          g_autofree char *words = pm_document_dup_span (record->document, quote->span);

          g_assert_true (
              quote->entity < 0 ||
              g_str_equal (((PmEntity *) record->analysis->entities->pdata[quote->entity])->name,
                           quote->speaker_name));
          g_string_append_printf (lines, "%s%s|%s|%s\n", refused ? "-" : "", words,
                                  quote->speaker_name != NULL ? quote->speaker_name : "",
                                  pm_verdict_to_string (quote->verdict));
        }
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_speaker (Fixture *fixture, gconstpointer data)
{
  gint64 id = judge (fixture, SAID, PM_VERDICT_SPEAKER, "ann lee");

  assert_quotes (fixture, SAID "|Ann Lee|speaker\n" THING "|Ann Lee|none\n");
  g_assert_cmpint (judge (fixture, SAID, PM_VERDICT_SPEAKER, NULL), ==, id);
  assert_quotes (fixture, SAID "||speaker\n" THING "|Ann Lee|none\n");
  judge (fixture, SAID, PM_VERDICT_SPEAKER, "Somebody Else");
  assert_quotes (fixture, SAID "|Somebody Else|speaker\n" THING "|Ann Lee|none\n");
  pm_store_withdraw_verdict (fixture->db, id, NULL);
  assert_quotes (fixture, SAID "|Jen Psaki|none\n" THING "|Ann Lee|none\n");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  judge (fixture, THING, PM_VERDICT_NO_QUOTE, NULL);
  assert_quotes (fixture, SAID "|Jen Psaki|none\n-" THING "|Ann Lee|no-quote\n");
  judge (fixture, THING, PM_VERDICT_CONFIRMED, "Ann Lee");
  assert_quotes (fixture, SAID "|Jen Psaki|none\n" THING "|Ann Lee|confirmed\n");
}

/* A later analysis finds other quotes, in a text that has changed around them. */
static void
test_analysed_again (Fixture *fixture, gconstpointer data)
{
  judge (fixture, SAID, PM_VERDICT_CONFIRMED, "Jen Psaki");
  judge (fixture, THING, PM_VERDICT_NO_QUOTE, NULL);
  save (fixture, "Correction. " TEXT, NULL, THING);
  assert_quotes (fixture, SAID "|Jen Psaki|confirmed\n-" THING "|Ann Lee|no-quote\n");
  save (fixture, TEXT, "The service did it, as we all know", NULL);
  assert_quotes (fixture, SAID "|Jen Psaki|confirmed\n");
  save (fixture, "Jen Psaki and Ann Lee were silent.", NULL, NULL);
  assert_quotes (fixture, "");
  save (fixture, TEXT, NULL, SAID);
  assert_quotes (fixture, SAID "|Jen Psaki|confirmed\n");
}

/* Who was renamed still is the speaker, by the new name. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmEntityCorrection) rename = pm_entity_correction_new (PM_CORRECTION_RENAME,
                                                                    PM_ENTITY_PERSON, "Ann Lee",
                                                                    NULL, PM_ENTITY_PERSON,
                                                                    "Anna Lee");
  g_autoptr (GError) error = NULL;

  judge (fixture, SAID, PM_VERDICT_SPEAKER, "Ann Lee");
  pm_store_add_correction (fixture->db, rename, &error);
  g_assert_no_error (error);
  assert_quotes (fixture, SAID "|Anna Lee|speaker\n" THING "|Anna Lee|none\n");
}

static PmSayings *
load_sayings (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *articles;
  GPtrArray *places = pm_store_list_sayings (fixture->db, &articles, &error);

  g_assert_no_error (error);
  return pm_sayings_new (articles, places);
}

static void
test_sayings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmSayings) before = load_sayings (fixture);
  g_autoptr (PmSayings) after = NULL;

  g_assert_cmpuint (before->lines->len, ==, 2);
  judge (fixture, SAID, PM_VERDICT_SPEAKER, "Ann Lee");
  judge (fixture, THING, PM_VERDICT_NO_QUOTE, NULL);
  after = load_sayings (fixture);
  g_assert_cmpuint (after->lines->len, ==, 1);
  g_assert_cmpstr (((PmSaying *) after->lines->pdata[0])->speaker, ==, "Ann Lee");
  pm_store_set_trashed (fixture->db, fixture->article, 1, &error);
  g_assert_no_error (error);
  g_clear_pointer (&after, pm_sayings_unref);
  after = load_sayings (fixture);
  g_assert_cmpuint (after->lines->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/verdicts/speaker", Fixture, NULL, set_up, test_speaker, tear_down);
  g_test_add ("/verdicts/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/verdicts/analysed-again", Fixture, NULL, set_up, test_analysed_again, tear_down);
  g_test_add ("/verdicts/renamed", Fixture, NULL, set_up, test_renamed, tear_down);
  g_test_add ("/verdicts/sayings", Fixture, NULL, set_up, test_sayings, tear_down);
  return g_test_run ();
}
