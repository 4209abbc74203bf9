/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-text-diff.h"

#include <string.h>
#include <time.h>

#define SAME                                                                                       \
  "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen. "
#define LONG SAME SAME SAME SAME SAME SAME SAME SAME SAME SAME

/* "[-removed-]", "{+added+}", "…" for what is folded. */
static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *shown;
} cases[] = {
  { "both-empty", "", "", "" },
  { "from-nothing", "", "A new one.", "{+A new one.+}" },
  { "to-nothing", "An old one.", "", "[-An old one.-]" },
  { "same", "The gauge failed.", "The gauge failed.", "The gauge failed." },
  { "word-replaced", "It rose by two percent.", "It rose by three percent.",
    "It rose by[- two-]{+ three+} percent." },
  { "word-added", "It failed.", "It twice failed.", "It{+ twice+} failed." },
  { "word-removed", "It has failed.", "It failed.", "It[- has-] failed." },
  { "first-word", "A gauge failed here.", "The gauge failed here.",
    "[-A-]{+ The+} gauge failed here." },
  { "first-word-gone", "Now the gauge failed.", "the gauge failed.", "[-Now-] the gauge failed." },
  { "last-word", "It is old", "It is new", "It is[- old-]{+ new+}" },
  { "sign", "On Monday, it failed.", "On Monday it failed.", "On Monday[-,-] it failed." },
  { "number", "It rose by 3.5 percent.", "It rose by 3.6 percent.",
    "It rose by[- 3.5-]{+ 3.6+} percent." },
  { "apostrophe", "It’s old.", "It is old.", "[-It’s-]{+ It is+} old." },
  { "white-space", "It  failed \n\ntwice.", "It failed\ntwice.", "It failed\ntwice." },
  { "paragraph-split", "It failed. It was old.", "It failed.\n\nIt was old.",
    "It failed.\n\nIt was old." },
  { "paragraph-of-blanks", "It failed.\n   \nTwice.", "It failed.\n\nTwice.",
    "It failed.\n\nTwice." },
  { "paragraph-added", "Title\n\nLast one.", "Title\n\nA whole new one.\n\nLast one.",
    "Title{+\n\nA whole new one.+}\n\nLast one." },
  { "paragraph-removed", "Title\n\nAn old one.\n\nLast one.", "Title\n\nLast one.",
    "Title[-\n\nAn old one.-]\n\nLast one." },
  { "paragraph-at-end", "Title\n\nOne.", "Title\n\nOne.\n\nTwo.", "Title\n\nOne.{+\n\nTwo.+}" },
  { "few-words-in-common", "The mayor of the town said nothing to the press yesterday.",
    "A harbour master in the port denied everything before the court today.",
    "[-The mayor of the town said nothing to the press yesterday-]{+ A harbour master in the port "
    "denied everything before the court today+}." },
  { "chinese", "海港昨天关闭。", "海港今天关闭。", "海港[-昨-]{+今+}天关闭。" },
  { "accents", "Žluťoučký kůň 😀 úpěl.", "Žluťoučký pes 😀 úpěl.",
    "Žluťoučký[- kůň-]{+ pes+} 😀 úpěl." },
  { "folded", LONG "old end.", LONG "new end.",
    "… nine ten eleven twelve thirteen fourteen fifteen. " SAME
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.[- "
    "old-]{+ new+} end." },
};

static char *
show (PmTextDiff *diff)
{
  static const char *const marks[][2] = { { "", "" }, { "[-", "-]" }, { "{+", "+}" } };
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < diff->pieces->len; i++)
    {
      g_autofree char *text = pm_text_diff_dup_text (diff, i);
      PmDiffKind kind = g_array_index (diff->pieces, PmDiffPiece, i).kind;

      if (kind == PM_DIFF_FOLDED)
        g_string_append (shown, "…");
      else
        g_string_append_printf (shown, "%s%s%s", marks[kind][0], text, marks[kind][1]);
    }
  return g_string_free (shown, FALSE);
}

static char *
squeeze (const char *text, PmSpan span)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
  return g_string_free (squeezed, FALSE);
}

/* Nothing of either text is left out or said twice, and what is called the same is. */
static void
assert_whole (PmTextDiff *diff)
{
  PmSpan before = { 0, 0 };
  PmSpan after = { 0, 0 };

  for (guint i = 0; i < diff->pieces->len; i++)
    {
      const PmDiffPiece *piece = &g_array_index (diff->pieces, PmDiffPiece, i);
      g_autofree char *left = squeeze (diff->before, piece->before);
      g_autofree char *right = squeeze (diff->after, piece->after);

      g_assert_cmpuint (piece->before.start, ==, before.end);
      g_assert_cmpuint (piece->after.start, ==, after.end);
      before = piece->before;
      after = piece->after;
      if (piece->kind == PM_DIFF_SAME || piece->kind == PM_DIFF_FOLDED)
        g_assert_cmpstr (left, ==, right);
      else
        g_assert_true (pm_span_is_empty (piece->kind == PM_DIFF_ADDED ? before : after));
    }
  g_assert_cmpuint (before.end, ==, strlen (diff->before));
  g_assert_cmpuint (after.end, ==, strlen (diff->after));
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (PmTextDiff) diff = pm_text_diff_new (cases[i].before, cases[i].after);
  g_autofree char *shown = show (diff);

  g_assert_cmpstr (shown, ==, cases[i].shown);
  assert_whole (diff);
}

static void
test_counts (void)
{
  g_autoptr (PmTextDiff) diff = pm_text_diff_new ("The gauge failed — twice, in 2019.",
                                                  "The old tide gauge failed, in 2019.");

  g_assert_cmpuint (diff->n_added, ==, 2);
  g_assert_cmpuint (diff->n_removed, ==, 1);
}

/* @n_words words of @n_kinds, in paragraphs. */
static char *
make_text (guint n_words, guint n_kinds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "w%d%s", g_test_rand_int_range (0, n_kinds),
                            g_test_rand_int_range (0, 40) == 0 ? ".\n\n" : " ");
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  for (int i = 0; i < 2000; i++)
    {
      guint n_kinds = g_test_rand_int_range (1, 30);
      g_autofree char *before = make_text (g_test_rand_int_range (0, 120), n_kinds);
      g_autofree char *after = make_text (g_test_rand_int_range (0, 120), n_kinds);
      g_autoptr (PmTextDiff) diff = pm_text_diff_new (before, after);

      assert_whole (diff);
    }
}

/* Of two texts that are alike, the difference is no larger than what was done to the one. */
static void
test_small (void)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *before = make_text (400, 100000);
      g_auto (GStrv) words = g_strsplit (before, " ", -1);
      g_autofree char *after = NULL;
      g_autoptr (PmTextDiff) diff = NULL;

      for (guint j = 0; j < 10; j++)
        {
          char **word = &words[g_test_rand_int_range (0, g_strv_length (words))];

          g_free (*word);
          *word = g_strdup_printf ("new%u", j);
        }
      after = g_strjoinv (" ", words);
      diff = pm_text_diff_new (before, after);
      assert_whole (diff);
      g_assert_cmpuint (diff->n_added, <=, 16);
      g_assert_cmpuint (diff->n_removed, <=, 40);
    }
}

/* 1 MB with a change in every paragraph, with nothing in common, with every word in common. */
static void
test_large (gconstpointer data)
{
  guint n_kinds = GPOINTER_TO_UINT (data);
  g_autofree char *before = make_text (1000000 / (n_kinds > 10 ? 6 : 3), n_kinds);
  g_autofree char *other = make_text (1000000 / (n_kinds > 10 ? 6 : 3), n_kinds);
  g_auto (GStrv) parts = g_strsplit (before, "\n\n", -1);
  g_autofree char *edited = g_strjoinv (" more.\n\n", parts);
  const char *after = n_kinds == 50000 ? edited : other;
  clock_t start = clock ();
  g_autoptr (PmTextDiff) diff = pm_text_diff_new (before, after);
  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;

  g_test_message ("%u kinds of words: %.3f s, +%u -%u", n_kinds, seconds, diff->n_added,
                  diff->n_removed);
  assert_whole (diff);
  g_assert_cmpfloat (seconds, <, 3.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-diff/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/text-diff/counts", test_counts);
  g_test_add_func ("/text-diff/random", test_random);
  g_test_add_func ("/text-diff/small", test_small);
  g_test_add_data_func ("/text-diff/large", GUINT_TO_POINTER (50000), test_large);
  g_test_add_data_func ("/text-diff/large-other", GUINT_TO_POINTER (90000), test_large);
  g_test_add_data_func ("/text-diff/large-alike", GUINT_TO_POINTER (8), test_large);
  return g_test_run ();
}
