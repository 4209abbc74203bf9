/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include "pm-tagger-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER (strlen (PM_TAGGER_MAGIC) + 2 + 2 * PM_N_LABELS * PM_N_LABELS)

/* A model without weights but these: going on inside a name is worth @inside. */
static GByteArray *
make_model (int inside)
{
  GByteArray *model = g_byte_array_new ();
  guint8 zero[4] = { 0 };

  g_byte_array_append (model, (const guint8 *) PM_TAGGER_MAGIC, strlen (PM_TAGGER_MAGIC));
  g_byte_array_append (model, zero, 2);
  for (guint before = 0; before < PM_N_LABELS; before++)
    for (guint label = 0; label < PM_N_LABELS; label++)
      {
        guint8 weight[2] = { pm_label_closes (before) ? 0 : inside, 0 };

        g_byte_array_append (model, weight, 2);
      }
  g_byte_array_append (model, zero, 4);
  return model;
}

static PmTagger *
read_model (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return _pm_tagger_new (bytes);
}

/* --- the best chain --- */

/* For each token what "no name", "first", "inside", "last" and "alone" weigh for a person. */
typedef struct
{
  const char *name;
  int scores[4][5];
  const char *labels; /* O, or the place in a name */
} Chain;

static const Chain chains[] = {
  { "no-names", { { 5, 0, 0, 0, 0 }, { 5, 0, 0, 0, 0 }, { 5, 0, 0, 0, 0 } }, "OOOO" },
  { "alone", { { 5, 0, 0, 0, 0 }, { 0, 0, 0, 0, 5 } }, "OAOO" },
  { "two", { { 0, 5, 0, 0, 0 }, { 0, 0, 0, 5, 0 } }, "FLOO" },
  { "three", { { 0, 5, 0, 0, 0 }, { 0, 0, 5, 0, 0 }, { 0, 0, 0, 5, 0 } }, "FILO" },
  { "never-ends-inside", { { 5 }, { 5 }, { 5 }, { 0, 9, 0, 0, 1 } }, "OOOA" },
  { "never-begins-inside", { { 0, 0, 0, 9, 1 } }, "AOOO" },
  { "whole-outweighs-parts", { { 0, 3, 0, 0, 4 }, { 0, 0, 0, 6, 4 } }, "FLOO" },
};

static void
check_chain (gconstpointer data)
{
  const Chain *chain = data;
  g_autoptr (GByteArray) model = make_model (0);
  g_autoptr (PmTagger) tagger = read_model (model->data, model->len);
  int scores[4 * PM_N_LABELS] = { 0 };
  guint8 labels[4];
  char found[5] = { 0 };

  for (guint t = 0; t < 4; t++)
    {
      scores[t * PM_N_LABELS] = chain->scores[t][0];
      for (guint place = 0; place < 4; place++)
        scores[t * PM_N_LABELS + PM_LABEL (PM_ENTITY_PERSON, place)] = chain->scores[t][place + 1];
    }
  _pm_tagger_decode (tagger, scores, 4, labels);
  for (guint t = 0; t < 4; t++)
    found[t] = labels[t] == 0 ? 'O' : "FILA"[PM_LABEL_PLACE (labels[t])];
  g_assert_cmpstr (found, ==, chain->labels);
}

static void
test_long_sentence (void)
{
  g_autoptr (GByteArray) model = make_model (0);
  g_autoptr (PmTagger) tagger = read_model (model->data, model->len);
  g_autofree int *scores = g_new0 (int, 5000 * PM_N_LABELS);
  g_autofree guint8 *labels = g_new0 (guint8, 5000);

  for (guint t = 0; t < 5000; t++)
    scores[t * PM_N_LABELS + (t % 2 == 0 ? 0 : PM_LABEL (PM_ENTITY_PLACE, PM_LABEL_ALONE))] = 9;
  _pm_tagger_decode (tagger, scores, 5000, labels);
  for (guint t = 0; t < 5000; t++)
    g_assert_cmpuint (labels[t], ==, t % 2 == 0 ? 0 : PM_LABEL (PM_ENTITY_PLACE, PM_LABEL_ALONE));
}

/* --- files that are no models --- */

static void
test_cut_short (void)
{
  static const guint8 entries[] = { 2, 0, 0, 0, 7, 1, 3, 100, 0x80, 1, 2, 0, 5, 16, 0xf0 };
  g_autoptr (GByteArray) model = make_model (1);
  g_autoptr (PmTagger) whole = NULL;

  g_byte_array_set_size (model, HEADER);
  g_byte_array_append (model, entries, sizeof entries);
  whole = read_model (model->data, model->len);
  g_assert_nonnull (whole);
  for (gsize length = 0; length < model->len; length++)
    {
      g_autoptr (PmTagger) part = read_model (model->data, length);

      g_assert_null (part);
    }
  g_byte_array_append (model, entries, 1);
  g_assert_null (read_model (model->data, model->len));
}

/* What stands behind the transitions. */
static const struct
{
  const char *name;
  guint8 bytes[16];
  gsize length;
} wrong[] = {
  { "more-than-there-are", { 0xff, 0xff, 0xff, 0xff, 1, 0 }, 6 },
  { "one-too-many", { 2, 0, 0, 0, 1, 0 }, 6 },
  { "label-out-of-range", { 1, 0, 0, 0, 1, 1, PM_N_LABELS, 1 }, 8 },
  { "too-many-weights", { 1, 0, 0, 0, 1, PM_N_LABELS + 1, 0, 1 }, 8 },
  { "endless-number", { 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0 }, 11 },
  { "number-too-large", { 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x7f, 0 }, 10 },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GByteArray) model = make_model (1);

      g_byte_array_set_size (model, HEADER);
      g_byte_array_append (model, wrong[i].bytes, wrong[i].length);
      g_test_message ("%s", wrong[i].name);
      g_assert_null (read_model (model->data, model->len));
    }
}

static void
read_names_by_rules (void)
{
  static const char text[] = "Ashgabat ja Nova Zembla 2020";
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PmAnalysis) analysis = pm_analyse (document, "xx");

      g_assert_cmpuint (analysis->entities->len, ==, 1);
    }
}

/* A broken model costs a warning; rules go on without it. */
static void
test_broken_file (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (g_test_subprocess ())
    {
      read_names_by_rules ();
      return;
    }
  folder = g_dir_make_tmp ("pm-models-XXXXXX", NULL);
  path = g_build_filename (folder, "names.xx", NULL);
  g_assert_true (g_file_set_contents (path, "PMTAGS1\nrubbish", -1, NULL));
  g_setenv ("PRESSMARK_MODELS", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("PRESSMARK_MODELS");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*names.xx is no model*");
  g_unlink (path);
  g_rmdir (folder);
}

void
add_tagger_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/tagger/", chains[i].name, NULL);

      g_test_add_data_func (path, &chains[i], check_chain);
    }
  g_test_add_func ("/analysis/tagger/long-sentence", test_long_sentence);
  g_test_add_func ("/analysis/tagger/cut-short", test_cut_short);
  g_test_add_func ("/analysis/tagger/wrong", test_wrong);
  g_test_add_func ("/analysis/tagger/broken-file", test_broken_file);
}
