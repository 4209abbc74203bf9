/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-shingles.h"
#include "pm-story.h"
#include "story-words.h"

#include <string.h>

static PmLikeness
compare (const char *a, const char *b)
{
  g_autoptr (PmShingles) first = pm_shingles_new (a);
  g_autoptr (PmShingles) second = pm_shingles_new (b);
  PmLikeness likeness = pm_shingles_compare (first, second);

  g_assert_cmpint (pm_shingles_compare (second, first), ==, likeness);
  return likeness;
}

static void
test_count (void)
{
  const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "", 0 },
    { "one two three four", 0 },
    { "one two three four five", 1 },
    { "one two three four five six", 2 },
    { "a b c d e a b c d e", 5 }, /* "a b c d e" once */
    { "港口市长说他没有拿过钱", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PmShingles) shingles = pm_shingles_new (cases[i].text);

      g_assert_cmpuint (pm_shingles_get_count (shingles), ==, cases[i].n);
    }
}

static void
test_compare (void)
{
  g_autofree char *whole = make_words (0, 400);
  g_autofree char *half = make_words (0, 200);
  g_autofree char *loud = g_utf8_strup (half, -1);
  g_autofree char *other = make_words (1000, 400);
  g_autofree char *caption = make_words (0, 20);
  g_autofree char *passage = g_strdup_printf ("%s. “%s”", other, half);
  g_autofree char *sentence = make_words (0, 24);
  g_autofree char *quoting = g_strdup_printf ("%s %s", other, sentence);
  g_autofree char *phrase = make_words (0, 12);
  g_autofree char *mentioning = g_strdup_printf ("%s %s", other, phrase);

  g_assert_cmpint (compare (whole, whole), ==, PM_LIKENESS_COPY);
  g_assert_cmpint (compare (whole, half), ==, PM_LIKENESS_COPY);
  g_assert_cmpint (compare (whole, loud), ==, PM_LIKENESS_COPY);
  g_assert_cmpint (compare (whole, passage), ==, PM_LIKENESS_PASSAGES);
  g_assert_cmpint (compare (whole, quoting), ==, PM_LIKENESS_PASSAGES);
  g_assert_cmpint (compare (whole, mentioning), ==, PM_LIKENESS_NONE);
  g_assert_cmpint (compare (whole, other), ==, PM_LIKENESS_NONE);
  g_assert_cmpint (compare (caption, caption), ==, PM_LIKENESS_NONE);
}

static void
test_find_common (void)
{
  const char
      *text = "Nobody knew. “The harbour was never safe in winter,” she said; the harbour was "
              "never safe in winter, he too.";
  g_autoptr (PmShingles) other = pm_shingles_new ("THE HARBOUR WAS NEVER SAFE IN WINTER");
  g_autoptr (GArray) spans = pm_shingles_find_common (other, text);
  const char *first = strstr (text, "The harbour");

  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_cmpuint (g_array_index (spans, PmSpan, 0).start, ==, first - text);
  g_assert_cmpuint (g_array_index (spans, PmSpan, 0).end, ==, strstr (text, ",”") - text);
  g_assert_cmpuint (g_array_index (spans, PmSpan, 1).start, ==,
                    strstr (text, "the harbour") - text);
}

/* The numbers are stored: they must never change. */
static void
test_sample (void)
{
  g_autofree char *text = make_words (0, 800);
  g_autofree char *long_text = make_words (0, 40000);
  g_autoptr (PmShingles) shingles = pm_shingles_new (text);
  g_autoptr (PmShingles) many = pm_shingles_new (long_text);
  g_autoptr (GArray) sample = pm_shingles_sample (shingles);
  g_autoptr (GArray) longest = pm_shingles_sample (many);

  g_assert_cmpuint (sample->len, ==, 47);
  g_assert_cmpint (g_array_index (sample, gint64, 0), ==, G_GINT64_CONSTANT (13466335152));
  g_assert_cmpint (g_array_index (sample, gint64, 46), ==, G_GINT64_CONSTANT (140577271344608));
  for (guint i = 0; i < sample->len; i++)
    g_assert_cmpint (g_array_index (sample, gint64, i) % 16, ==, 0);
  g_assert_cmpuint (longest->len, ==, 1024);
}

static void
test_set (void)
{
  g_autoptr (PmShingleSet) set = pm_shingle_set_new ();
  g_autofree char *first = make_words (0, 100);
  g_autofree char *more = make_words (0, 130);
  g_autofree char *quoting = g_strdup_printf ("he said %s and left", first);
  guint n_words;

  g_assert_cmpuint (pm_shingle_set_add (set, first, &n_words), ==, 100);
  g_assert_cmpuint (n_words, ==, 100);
  g_assert_cmpuint (pm_shingle_set_add (set, first, &n_words), ==, 0);
  g_assert_cmpuint (pm_shingle_set_add (set, more, &n_words), ==, 30);
  g_assert_cmpuint (n_words, ==, 130);
  g_assert_cmpuint (pm_shingle_set_add (set, quoting, &n_words), ==, 4);
  g_assert_cmpuint (pm_shingle_set_add (set, "", &n_words), ==, 0);
  g_assert_cmpuint (n_words, ==, 0);
}

static void
add_part (GPtrArray *parts, gint64 id, const char *published, guint copy, guint from)
{
  PmArticle *article = pm_article_new ("https://a.example/");

  article->id = id;
  article->added = id;
  article->published = g_strdup (published);
  g_ptr_array_add (parts, pm_story_part_new (article, make_words (from, 50)));
  ((PmStoryPart *) parts->pdata[parts->len - 1])->copy = copy;
}

static void
assert_part (GPtrArray *parts, guint i, gint64 id, guint copy, gboolean first, guint n_new)
{
  PmStoryPart *part = parts->pdata[i];

  g_assert_cmpint (part->article->id, ==, id);
  g_assert_cmpuint (part->copy, ==, copy);
  g_assert_cmpint (part->first, ==, first);
  g_assert_cmpuint (part->n_words, ==, 50);
  g_assert_cmpuint (part->n_new, ==, n_new);
  g_assert_null (part->text);
}

static void
test_arrange (void)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_story_part_free);

  add_part (parts, 5, NULL, 9, 500);
  add_part (parts, 4, "2025-01-30T12:00:00+02:00", 7, 0);
  add_part (parts, 3, "2025-01-30T10:30:00Z", 9, 300);
  add_part (parts, 2, "no date", 7, 0);
  add_part (parts, 1, "2025-01-30", 7, 20);
  g_assert_cmpuint (pm_story_arrange (parts), ==, 2);
  assert_part (parts, 0, 1, 1, TRUE, 50);
  assert_part (parts, 1, 4, 1, FALSE, 20);
  assert_part (parts, 2, 3, 2, TRUE, 50);
  assert_part (parts, 3, 2, 1, FALSE, 0);
  assert_part (parts, 4, 5, 2, FALSE, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shingles/count", test_count);
  g_test_add_func ("/shingles/compare", test_compare);
  g_test_add_func ("/shingles/find-common", test_find_common);
  g_test_add_func ("/shingles/sample", test_sample);
  g_test_add_func ("/shingles/set", test_set);
  g_test_add_func ("/story/arrange", test_arrange);
  return g_test_run ();
}
