/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

/* What the user says of entities: over the analysis of one article, and across the notebook. */

typedef struct
{
  char *folder;
  PmDb *db;
  gint64 first;  /* names Jen Psaki, as Psaki too, and the service in full */
  gint64 second; /* names Psaki and the FIS alone */
} Fixture;

static void
add_entity (PmAnalysis *analysis, const char *text, PmEntityType type, const char *const *forms)
{
  PmEntity *entity = pm_entity_new (forms[0], type);

  for (gsize i = 0; forms[i] != NULL; i++)
    {
      gsize n = strlen (forms[i]);

      if (i > 0)
        g_ptr_array_add (entity->aliases, g_strdup (forms[i]));
      for (const char *at = strstr (text, forms[i]); at != NULL; at = strstr (at + n, forms[i]))
        {
          PmSpan span = { at - text, at - text + n };
          gboolean within = FALSE;

          for (guint j = 0; j < entity->mentions->len; j++)
            within = within || pm_span_overlaps (span, g_array_index (entity->mentions, PmSpan, j));
          if (!within)
            g_array_append_val (entity->mentions, span);
        }
    }
  g_array_sort (entity->mentions, pm_span_compare);
  g_ptr_array_add (analysis->entities, entity);
}

static void
add_quote (PmAnalysis *analysis, const char *text, const char *words, int entity, const char *by)
{
  PmQuote *quote = pm_quote_new (PM_QUOTE_DIRECT, fixture_find (text, words));
  PmSource *source = pm_source_new (PM_SOURCE_OTHER, fixture_find (text, by), by, NULL);

  quote->entity = entity;
  quote->speaker = fixture_find (text, by);
  quote->speaker_name = g_strdup (((PmEntity *) analysis->entities->pdata[entity])->name);
  g_ptr_array_add (analysis->quotes, quote);
  source->entity = entity;
  g_ptr_array_add (analysis->sources, source);
}

#define FIRST                                                                                      \
  "Jen Psaki spoke. Psaki said: “The Foreign Intelligence Service did it.” The FIS denied it."
#define SECOND "In Moscow the FIS met. Ann Lee said: “Psaki is wrong about Moscow.”"

static PmAnalysis *
make_first (void)
{
  PmAnalysis *analysis = pm_analysis_new ();

  add_entity (analysis, FIRST, PM_ENTITY_PERSON, (const char *[]){ "Jen Psaki", "Psaki", NULL });
  add_entity (analysis, FIRST, PM_ENTITY_ORGANISATION,
              (const char *[]){ "Foreign Intelligence Service", "FIS", NULL });
  add_quote (analysis, FIRST, "“The Foreign Intelligence Service did it.”", 0, "Psaki said");
  ((PmQuote *) analysis->quotes->pdata[0])->speaker = (PmSpan){ 17, 22 };
  return analysis;
}

static PmAnalysis *
make_second (void)
{
  PmAnalysis *analysis = pm_analysis_new ();

  add_entity (analysis, SECOND, PM_ENTITY_PLACE, (const char *[]){ "Moscow", NULL });
  add_entity (analysis, SECOND, PM_ENTITY_ORGANISATION, (const char *[]){ "FIS", NULL });
  add_entity (analysis, SECOND, PM_ENTITY_PERSON, (const char *[]){ "Ann Lee", NULL });
  add_entity (analysis, SECOND, PM_ENTITY_ORGANISATION, (const char *[]){ "Psaki", NULL });
  add_quote (analysis, SECOND, "“Psaki is wrong about Moscow.”", 2, "Ann Lee");
  return analysis;
}

static void
save (PmDb *db, gint64 article, const char *text, PmAnalysis *analysis)
{
  g_autoptr (PmDocument) document = fixture_document (text);
  g_autoptr (GError) error = NULL;

  pm_store_save_document (db, article, 0, document, analysis, 3, &error);
  g_assert_no_error (error);
  pm_analysis_unref (analysis);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  fixture->first = fixture_add_article (fixture->db, "https://a.example/", FIRST);
  fixture->second = fixture_add_article (fixture->db, "https://b.example/", SECOND);
  save (fixture->db, fixture->first, FIRST, make_first ());
  save (fixture->db, fixture->second, SECOND, make_second ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pm_db_close (fixture->db);
  fixture_remove_folder (fixture->folder);
}

/* One step of the user's. */
typedef struct
{
  PmCorrectionKind kind;
  PmEntityType type;
  const char *name;
  const char *form;
  PmEntityType to_type;
  const char *to_name;
  int article; /* 0, or the first or second */
} Step;

static gint64
take_step (Fixture *fixture, const Step *step)
{
  g_autoptr (PmEntityCorrection) correction = pm_entity_correction_new (step->kind, step->type,
                                                                        step->name, step->form,
                                                                        step->to_type,
                                                                        step->to_name);
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (step->article != 0)
    correction->article = step->article == 1 ? fixture->first : fixture->second;
  id = pm_store_add_correction (fixture->db, correction, &error);
  g_assert_no_error (error);
  return id;
}

/* "PER Jen Psaki[Psaki] 2, …; hidden; "words" by whom". */
static char *
describe (Fixture *fixture, gint64 article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = pm_store_load_record (fixture->db, article, FALSE, &error);
  PmAnalysis *analysis = record->analysis;
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < analysis->entities->len + analysis->hidden->len; i++)
    {
      const PmEntity *entity = i < analysis->entities->len
                                   ? analysis->entities->pdata[i]
                                   : analysis->hidden->pdata[i - analysis->entities->len];

      g_string_append_printf (out, "%s%s%s %s", i > 0 ? ", " : "",
                              i >= analysis->entities->len ? "-" : "",
                              pm_entity_type_to_string (entity->type), entity->name);
      for (guint j = 0; j < entity->aliases->len; j++)
        g_string_append_printf (out, "/%s", (char *) entity->aliases->pdata[j]);
      g_string_append_printf (out, " %u", entity->mentions->len);
    }
  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = analysis->quotes->pdata[i];
      const PmSource *source = analysis->sources->pdata[i];

      g_string_append_printf (out, "; %s %d %d", quote->speaker_name, quote->entity,
                              source->entity);
      g_assert_cmpint (quote->entity, <, (int) analysis->entities->len);
    }
  return g_strdup (out->str);
}

#define PER PM_ENTITY_PERSON
#define ORG PM_ENTITY_ORGANISATION
#define LOC PM_ENTITY_PLACE

#define PLAIN_FIRST "PER Jen Psaki/Psaki 2, ORG Foreign Intelligence Service/FIS 2; Jen Psaki 0 0"
#define PLAIN_SECOND "LOC Moscow 2, ORG FIS 1, PER Ann Lee 1, ORG Psaki 1; Ann Lee 2 2"

static const struct
{
  const char *name;
  Step steps[3];
  const char *first;
  const char *second;
} cases[] = {
  { "rename",
    { { PM_CORRECTION_RENAME, PER, "jen psaki", NULL, PER, "Jennifer Psaki", 0 } },
    "PER Jennifer Psaki/Psaki/Jen Psaki 2, ORG Foreign Intelligence Service/FIS 2; "
    "Jennifer Psaki 0 0",
    PLAIN_SECOND },
  { "retype",
    { { PM_CORRECTION_RETYPE, ORG, "Psaki", NULL, PER, "Psaki", 0 } },
    PLAIN_FIRST,
    "LOC Moscow 2, ORG FIS 1, PER Ann Lee 1, PER Psaki 1; Ann Lee 2 2" },
  { "merge-across-articles",
    { { PM_CORRECTION_MERGE, ORG, "Psaki", NULL, PER, "Jen Psaki", 0 } },
    PLAIN_FIRST,
    "LOC Moscow 2, ORG FIS 1, PER Ann Lee 1, PER Jen Psaki/Psaki 1; Ann Lee 2 2" },
  { "merge-within-article",
    { { PM_CORRECTION_MERGE, ORG, "FIS", NULL, LOC, "Moscow", 0 } },
    PLAIN_FIRST,
    "LOC Moscow/FIS 3, PER Ann Lee 1, ORG Psaki 1; Ann Lee 1 1" },
  { "merge-speaker",
    { { PM_CORRECTION_MERGE, PER, "Ann Lee", NULL, ORG, "FIS", 2 } },
    PLAIN_FIRST,
    "LOC Moscow 2, ORG FIS/Ann Lee 2, ORG Psaki 1; FIS 1 1" },
  { "split",
    { { PM_CORRECTION_SPLIT, PER, "Jen Psaki", "Psaki", PER, "Psaki", 1 } },
    "PER Jen Psaki 1, PER Psaki 1, ORG Foreign Intelligence Service/FIS 2; Psaki 1 0",
    PLAIN_SECOND },
  { "split-of-the-other-article",
    { { PM_CORRECTION_SPLIT, PER, "Jen Psaki", "Psaki", PER, "Psaki", 2 } },
    PLAIN_FIRST,
    PLAIN_SECOND },
  { "split-renamed",
    { { PM_CORRECTION_SPLIT, PER, "Jen Psaki", "psaki", PER, "Psaki", 0 },
      { PM_CORRECTION_RENAME, PER, "Psaki", NULL, PER, "Otto Psaki", 0 } },
    "PER Jen Psaki 1, PER Otto Psaki/Psaki 1, ORG Foreign Intelligence Service/FIS 2; "
    "Otto Psaki 1 0",
    PLAIN_SECOND },
  { "hide",
    { { PM_CORRECTION_HIDE, PER, "Ann Lee", NULL, PER, NULL, 0 } },
    PLAIN_FIRST,
    "LOC Moscow 2, ORG FIS 1, ORG Psaki 1, -PER Ann Lee 1; Ann Lee -1 -1" },
  { "there-and-back",
    { { PM_CORRECTION_RENAME, PER, "Ann Lee", NULL, PER, "Anna Lee", 0 },
      { PM_CORRECTION_RENAME, PER, "Anna Lee", NULL, PER, "Ann Lee", 0 } },
    PLAIN_FIRST,
    "LOC Moscow 2, ORG FIS 1, PER Ann Lee/Anna Lee 1, ORG Psaki 1; Ann Lee 2 2" },
  { "another-type-by-now",
    { { PM_CORRECTION_RENAME, ORG, "Jen Psaki", NULL, ORG, "Jennifer Psaki", 0 },
      { PM_CORRECTION_RETYPE, LOC, "Jennifer Psaki", NULL, ORG, "Jennifer Psaki", 0 } },
    "ORG Jennifer Psaki/Psaki/Jen Psaki 2, ORG Foreign Intelligence Service/FIS 2; "
    "Jennifer Psaki 0 0",
    PLAIN_SECOND },
  { "another-type-merged",
    { { PM_CORRECTION_MERGE, LOC, "Ann Lee", NULL, LOC, "Moscow", 0 } },
    PLAIN_FIRST,
    "LOC Moscow/Ann Lee 3, ORG FIS 1, ORG Psaki 1; Moscow 0 0" },
  { "another-type-of-one-word",
    { { PM_CORRECTION_RENAME, PER, "Psaki", NULL, PER, "Jen Psaki", 0 } },
    PLAIN_FIRST,
    PLAIN_SECOND },
  { "another-type-hidden",
    { { PM_CORRECTION_HIDE, ORG, "Ann Lee", NULL, ORG, NULL, 0 } },
    PLAIN_FIRST,
    PLAIN_SECOND },
  { "other-type",
    { { PM_CORRECTION_HIDE, PER, "Moscow", NULL, PER, NULL, 0 } },
    PLAIN_FIRST,
    PLAIN_SECOND },
};

static void
assert_articles (Fixture *fixture, const char *first, const char *second)
{
  g_autofree char *one = describe (fixture, fixture->first);
  g_autofree char *two = describe (fixture, fixture->second);

  g_assert_cmpstr (one, ==, first);
  g_assert_cmpstr (two, ==, second);
}

/* Each case holds, survives that all is analysed again, leaves the derived rows as they are, and
 * leaves nothing behind when it is taken back. */
static void
test_cases (Fixture *fixture, gconstpointer data)
{
  g_autofree char *derived = fixture_query (fixture->db, "SELECT group_concat(name) FROM entity");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 ids[3] = { 0, 0, 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      for (gsize j = 0; j < 3 && cases[i].steps[j].name != NULL; j++)
        ids[j] = take_step (fixture, &cases[i].steps[j]);
      assert_articles (fixture, cases[i].first, cases[i].second);
      save (fixture->db, fixture->first, FIRST, make_first ());
      save (fixture->db, fixture->second, SECOND, make_second ());
      assert_articles (fixture, cases[i].first, cases[i].second);
      fixture_assert_query (fixture->db, "SELECT group_concat(name) FROM entity", derived);
      fixture_assert_sound (fixture->db);
      for (gsize j = 3; j > 0; j--)
        if (ids[j - 1] != 0)
          g_assert_true (pm_store_withdraw_correction (fixture->db, ids[j - 1], &error));
      assert_articles (fixture, PLAIN_FIRST, PLAIN_SECOND);
    }
}

/* One that is withdrawn and put back takes its old place, before those that came after it. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const Step steps[] = {
    { PM_CORRECTION_RENAME, PER, "Ann Lee", NULL, PER, "B", 0 },
    { PM_CORRECTION_RENAME, PER, "B", NULL, PER, "C", 0 },
  };
  gint64 first = take_step (fixture, &steps[0]);
  gint64 second = take_step (fixture, &steps[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmEntityCorrection) correction = pm_store_load_correction (fixture->db, first, &error);
  g_autofree char *before = describe (fixture, fixture->second);
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "PER C/"));
  g_assert_true (pm_store_withdraw_correction (fixture->db, first, &error));
  without = describe (fixture, fixture->second);
  g_assert_cmpstr (without, ==, PLAIN_SECOND);
  g_assert_cmpint (pm_store_add_correction (fixture->db, correction, &error), ==, first);
  after = describe (fixture, fixture->second);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (second, >, first);
  g_assert_false (pm_store_withdraw_correction (fixture->db, 99, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_FOUND);
}

/* Whatever is corrected, in whatever order: every mention is of one entity or hidden, quotes lead
 * to entities, a second analysis changes nothing, and taking all back leaves what was there. */
static void
test_any (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Jen Psaki", "Psaki",  "FIS", "Foreign Intelligence Service",
                                       "Moscow",    "Ann Lee" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 30; round++)
    {
      gint64 ids[5];
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          Step step = { g_rand_int_range (rand, 0, PM_N_CORRECTION_KINDS),
                        g_rand_int_range (rand, 0, 3),
                        names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                        NULL,
                        g_rand_int_range (rand, 0, 3),
                        names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                        g_rand_int_range (rand, 0, 3) };

          if (step.kind == PM_CORRECTION_SPLIT)
            step.form = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
          if (step.kind == PM_CORRECTION_HIDE)
            step.to_name = NULL;
          ids[i] = take_step (fixture, &step);
        }
      for (int which = 0; which < 2; which++)
        {
          g_autoptr (PmRecord) record = pm_store_load_record (fixture->db,
                                                              which == 0 ? fixture->first
                                                                         : fixture->second,
                                                              FALSE, &error);
          guint n = 0;

          g_assert_no_error (error);
          for (guint i = 0; i < record->analysis->entities->len; i++)
            n += ((PmEntity *) record->analysis->entities->pdata[i])->mentions->len;
          for (guint i = 0; i < record->analysis->hidden->len; i++)
            n += ((PmEntity *) record->analysis->hidden->pdata[i])->mentions->len;
          g_assert_cmpuint (n, ==, which == 0 ? 4 : 5);
        }
      first = describe (fixture, fixture->first);
      second = describe (fixture, fixture->second);
      save (fixture->db, fixture->first, FIRST, make_first ());
      assert_articles (fixture, first, second);
      for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
        g_assert_true (pm_store_withdraw_correction (fixture->db, ids[i], &error));
      assert_articles (fixture, PLAIN_FIRST, PLAIN_SECOND);
    }
}

/* --- across the notebook --- */

static PmDossier *
load (Fixture *fixture, PmEntityType type, const char *name)
{
  g_autoptr (GError) error = NULL;
  PmDossier *dossier = pm_store_load_dossier (fixture->db, type, name, 0, &error);

  g_assert_no_error (error);
  return dossier;
}

static gboolean
suggests (PmDossier *dossier, PmEntityType type, const char *name)
{
  for (guint i = 0; i < dossier->suggestions->len; i++)
    {
      const PmEntityName *suggestion = dossier->suggestions->pdata[i];

      if (suggestion->type == type && strcmp (suggestion->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_acronym (Fixture *fixture, gconstpointer data)
{
  static const Step apart = {
    PM_CORRECTION_APART, ORG, "FIS", NULL, ORG, "Foreign Intelligence Service", 0
  };
  static const Step hide = {
    PM_CORRECTION_HIDE, ORG, "Foreign Intelligence Service", NULL, ORG, NULL, 0
  };
  g_autoptr (PmDossier) joined = load (fixture, ORG, "FIS");
  g_autoptr (PmDossier) separate = NULL;
  g_autoptr (PmDossier) alone = NULL;

  g_assert_cmpstr (joined->name, ==, "Foreign Intelligence Service");
  g_assert_cmpuint (joined->appearances->len, ==, 2);
  g_assert_cmpuint (joined->n_mentions, ==, 3);
  g_assert_cmpstr (joined->aliases->pdata[0], ==, "FIS");
  g_assert_cmpuint (joined->told->len, ==, 1);
  g_assert_cmpuint (joined->suggestions->len, ==, 0);
  take_step (fixture, &apart);
  separate = load (fixture, ORG, "FIS");
  g_assert_cmpstr (separate->name, ==, "FIS");
  g_assert_cmpuint (separate->appearances->len, ==, 1);
  g_assert_cmpuint (separate->suggestions->len, ==, 0);
  take_step (fixture, &hide);
  alone = load (fixture, ORG, "Foreign Intelligence Service");
  g_assert_cmpuint (alone->appearances->len, ==, 0);
}

/* The newest articles alone are a first look, which says how many there are. */
static void
test_first_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) first = pm_store_load_dossier (fixture->db, ORG, "FIS", 1, &error);
  g_autoptr (PmDossier) enough = pm_store_load_dossier (fixture->db, ORG, "FIS", 2, &error);
  g_autoptr (PmDossier) all = load (fixture, ORG, "FIS");

  g_assert_no_error (error);
  g_assert_true (first->cut);
  g_assert_cmpuint (first->n_articles, ==, 2);
  g_assert_cmpuint (first->appearances->len, ==, 1);
  g_assert_cmpint (((PmAppearance *) first->appearances->pdata[0])->article->id, ==,
                   ((PmAppearance *) all->appearances->pdata[0])->article->id);
  g_assert_false (enough->cut);
  g_assert_cmpuint (enough->appearances->len, ==, all->appearances->len);
}

/* Found under its new name though the analysis has changed its type since. */
static void
test_type_changed (Fixture *fixture, gconstpointer data)
{
  static const Step rename = { PM_CORRECTION_RENAME, ORG, "Jen Psaki", NULL, ORG, "J. Psaki", 0 };
  g_autoptr (PmDossier) dossier = NULL;

  take_step (fixture, &rename);
  dossier = load (fixture, PER, "J. Psaki");
  g_assert_cmpuint (dossier->appearances->len, ==, 1);
  g_assert_cmpuint (dossier->n_mentions, ==, 2);
}

/* Never joined unasked; suggested until the user says one or the other. */
static void
test_suggestion (Fixture *fixture, gconstpointer data)
{
  static const Step retype = { PM_CORRECTION_RETYPE, ORG, "Psaki", NULL, PER, "Psaki", 0 };
  static const Step merge = { PM_CORRECTION_MERGE, PER, "Psaki", NULL, PER, "Jen Psaki", 0 };
  static const Step apart = { PM_CORRECTION_APART, PER, "Jen Psaki", NULL, PER, "Psaki", 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) before = NULL;
  g_autoptr (PmDossier) refused = NULL;
  g_autoptr (PmDossier) after = NULL;
  gint64 id;

  take_step (fixture, &retype);
  before = load (fixture, PER, "Jen Psaki");
  g_assert_cmpuint (before->appearances->len, ==, 1);
  g_assert_cmpuint (before->said->len, ==, 1);
  g_assert_cmpuint (before->neighbours->len, ==, 1);
  g_assert_false (suggests (before, PER, "Psaki"));
  id = take_step (fixture, &apart);
  refused = load (fixture, PER, "Jen Psaki");
  g_assert_false (suggests (refused, PER, "Psaki"));
  g_assert_true (pm_store_withdraw_correction (fixture->db, id, &error));
  take_step (fixture, &merge);
  after = load (fixture, PER, "psaki");
  g_assert_cmpstr (after->name, ==, "Jen Psaki");
  g_assert_cmpuint (after->appearances->len, ==, 2);
  g_assert_cmpuint (after->told->len, ==, 1);
  g_assert_cmpuint (after->neighbours->len, ==, 3);
}

static void
test_highlights (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmHighlight) over = fixture_highlight (fixture->first, FIRST, "Psaki spoke");
  g_autoptr (PmHighlight) beside = fixture_highlight (fixture->first, FIRST, "denied it");
  g_autoptr (PmDossier) dossier = NULL;
  g_autoptr (PmDossier) trashed = NULL;

  over->id = pm_store_put_highlight (fixture->db, over, &error);
  pm_store_put_highlight (fixture->db, beside, &error);
  dossier = load (fixture, PER, "Jen Psaki");
  g_assert_cmpuint (dossier->highlights->len, ==, 1);
  g_assert_cmpint (((PmHighlight *) dossier->highlights->pdata[0])->id, ==, over->id);
  pm_store_set_trashed (fixture->db, fixture->first, 1, &error);
  trashed = load (fixture, PER, "Jen Psaki");
  g_assert_cmpuint (trashed->appearances->len, ==, 0);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = pm_store_list_names (fixture->db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 5);
  g_assert_cmpstr (((PmNamed *) names->pdata[0])->name, ==, "Foreign Intelligence Service");
  g_assert_cmpuint (((PmNamed *) names->pdata[0])->n_articles, ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/entities/cases", test_cases);
  ADD ("/store/entities/order", test_order);
  ADD ("/store/entities/any", test_any);
  ADD ("/store/entities/acronym", test_acronym);
  ADD ("/store/entities/first-look", test_first_look);
  ADD ("/store/entities/type-changed", test_type_changed);
  ADD ("/store/entities/suggestion", test_suggestion);
  ADD ("/store/entities/highlights", test_highlights);
  ADD ("/store/entities/names", test_names);
  return g_test_run ();
}
