/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles tell the same story. A new text is looked for by a sample of its shingles; what
 * shares the most of them is compared whole, and what is found is kept as pairs. A story is what
 * hangs together by pairs. */

#include "pm-store-private.h"

#include "pm-shingles.h"

/* A run of words that this many articles have is an outlet's standing text, or the story is known
 * by the pairs of those that came first. */
#define MAX_WITH_SHINGLE 100
#define MAX_COMPARED 50
#define MAX_STORY 200
#define MIN_NAMES 2

typedef struct
{
  gint64 article;
  const char *text;
  PmShingles *shingles;
} Text;

typedef struct
{
  gint64 article;
  guint n; /* shingles of the sample that it shares */
} Candidate;

/* --- finding --- */

static gboolean
clear_pairs (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db,
                                           "DELETE FROM likeness WHERE article = ?1 OR other = ?1");

  pm_stmt_bind_int64 (stmt, 1, article);
  return pm_stmt_run (stmt, error);
}

static gboolean
count_articles_with (PmDb *db, gint64 hash, GHashTable *counts, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT article FROM shingle WHERE hash = ?1 ORDER BY article LIMIT ?2");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, hash);
  pm_stmt_bind_int64 (stmt, 2, MAX_WITH_SHINGLE);
  while (pm_stmt_step (stmt, &local_error))
    {
      Candidate found = { pm_stmt_get_int64 (stmt, 0), 1 };
      Candidate *known = g_hash_table_lookup (counts, &found.article);

      if (known != NULL)
        known->n++;
      else
        g_hash_table_add (counts, g_memdup2 (&found, sizeof found));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The most promising first. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = *(const Candidate *const *) a;
  const Candidate *second = *(const Candidate *const *) b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return first->article < second->article ? -1 : first->article > second->article;
}

/* Returns: (element-type Candidate) */
static GPtrArray *
list_candidates (PmDb *db, GArray *sample, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = TRUE;
  GHashTableIter iter;
  gpointer candidate;

  for (guint i = 0; ok && i < sample->len; i++)
    ok = count_articles_with (db, g_array_index (sample, gint64, i), counts, error);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &candidate, NULL))
    g_ptr_array_add (candidates, candidate);
  if (!ok)
    {
      g_ptr_array_unref (candidates);
      return NULL;
    }
  g_ptr_array_sort (candidates, compare_candidates);
  if (candidates->len > MAX_COMPARED)
    g_ptr_array_set_size (candidates, MAX_COMPARED);
  return candidates;
}

static gboolean
lies_within (PmSpan span, GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      PmSpan around = g_array_index (spans, PmSpan, i);

      if (span.start >= around.start && span.end <= around.end)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (element-type utf8): those named in @article somewhere outside @passages. */
static GHashTable *
list_names (PmDb *db, gint64 article, GArray *passages, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT e.type || e.name, m.start, m.end FROM entity e JOIN mention m "
                         "ON m.article = e.article AND m.entity = e.position WHERE e.article = ?1 "
                         "AND e.type <> 'MISC'");
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article);
  while (pm_stmt_step (stmt, &local_error))
    {
      PmSpan span = { pm_stmt_get_int64 (stmt, 1), pm_stmt_get_int64 (stmt, 2) };

      if (!lies_within (span, passages))
        g_hash_table_add (names, _pm_stmt_dup_required (stmt, 0));
    }
  if (local_error == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static guint
count_common (GHashTable *names, GHashTable *others)
{
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += g_hash_table_contains (others, name);
  return n;
}

static gboolean
are_of_one_month (PmDb *db, gint64 article, gint64 other, gboolean *are, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT coalesce(abs(julianday(substr(h.published, 1, 10)) - "
                         "                    julianday(substr(o.published, 1, 10))), 0) <= 30 "
                         "FROM headline h, headline o WHERE h.article = ?1 AND o.article = ?2");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_int64 (stmt, 2, other);
  *are = pm_stmt_step (stmt, &local_error) && pm_stmt_get_int64 (stmt, 0) != 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A passage in common may be an outlet's standing text, or a quotation from years ago: a story
 * has the same names outside it and its time besides. */
static gboolean
tell_of_the_same (PmDb *db, const Text *text, const Text *other, gboolean *same, GError **error)
{
  g_autoptr (GArray) here = pm_shingles_find_common (other->shingles, text->text);
  g_autoptr (GArray) there = pm_shingles_find_common (text->shingles, other->text);
  g_autoptr (GHashTable) names = list_names (db, text->article, here, error);
  g_autoptr (GHashTable) others = names != NULL ? list_names (db, other->article, there, error)
                                                : NULL;

  if (others == NULL || !are_of_one_month (db, text->article, other->article, same, error))
    return FALSE;
  *same &= count_common (names, others) >= MIN_NAMES;
  return TRUE;
}

static gboolean
put_pair (PmDb *db, gint64 article, gint64 other, const char *kind, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO likeness (article, other, kind) VALUES (?1, ?2, ?3), (?2, ?1, ?3)");

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_int64 (stmt, 2, other);
  pm_stmt_bind_text (stmt, 3, kind);
  return pm_stmt_run (stmt, error);
}

/* What is a copy of @other is one of @article too: it need not be compared. */
static gboolean
put_copies (PmDb *db, gint64 article, gint64 other, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO likeness (article, other, kind) "
          "SELECT ?1, other, kind FROM likeness WHERE article = ?2 AND kind = 'copy' UNION ALL "
          "SELECT other, ?1, kind FROM likeness WHERE article = ?2 AND kind = 'copy' "
          "ON CONFLICT (article, other) DO UPDATE SET kind = 'copy'");

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_int64 (stmt, 2, other);
  return pm_stmt_run (stmt, error) && put_pair (db, article, other, "copy", error);
}

static gboolean
is_paired (PmDb *db, gint64 article, gint64 other, gboolean *paired, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT 1 FROM likeness WHERE article = ?1 AND other = ?2");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_int64 (stmt, 2, other);
  *paired = pm_stmt_step (stmt, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static char *
dup_text (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT text FROM document WHERE article = ?1");

  pm_stmt_bind_int64 (stmt, 1, article);
  return pm_stmt_step (stmt, error) ? _pm_stmt_dup_required (stmt, 0) : NULL;
}

static gboolean
compare (PmDb *db, const Text *text, gint64 other, GError **error)
{
  g_autofree char *words = dup_text (db, other, error);
  g_autoptr (PmShingles) shingles = words != NULL ? pm_shingles_new (words) : NULL;
  Text others = { other, words, shingles };
  PmLikeness likeness;
  gboolean same = FALSE;

  if (shingles == NULL)
    return FALSE;
  likeness = pm_shingles_compare (text->shingles, shingles);
  if (likeness == PM_LIKENESS_COPY)
    return put_copies (db, text->article, other, error);
  return likeness == PM_LIKENESS_NONE ||
         (tell_of_the_same (db, text, &others, &same, error) &&
          (!same || put_pair (db, text->article, other, "passages", error)));
}

static gboolean
put_sample (PmDb *db, gint64 article, GArray *sample, GError **error)
{
  for (guint i = 0; i < sample->len; i++)
    {
      g_autoptr (PmStmt) stmt =
          pm_db_prepare (db, "INSERT INTO shingle (hash, article) VALUES (?1, ?2)");

      pm_stmt_bind_int64 (stmt, 1, g_array_index (sample, gint64, i));
      pm_stmt_bind_int64 (stmt, 2, article);
      if (!pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_pm_store_find_story (PmDb *db, gint64 article, const char *text, GError **error)
{
  g_autoptr (PmShingles) shingles = pm_shingles_new (text);
  g_autoptr (GArray) sample = pm_shingles_sample (shingles);
  g_autoptr (GPtrArray) candidates = clear_pairs (db, article, error)
                                         ? list_candidates (db, sample, error)
                                         : NULL;
  Text self = { article, text, shingles };

  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      gint64 other = ((Candidate *) candidates->pdata[i])->article;
      gboolean paired;

      if (!is_paired (db, article, other, &paired, error) ||
          (!paired && !compare (db, &self, other, error)))
        return FALSE;
    }
  return put_sample (db, article, sample, error);
}

/* --- telling --- */

/* Follows the pairs of @kind from @article, or of any kind. Returns: (element-type gint64) */
static GArray *
list_connected (PmDb *db, gint64 article, const char *kind, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "WITH RECURSIVE story (id) AS (SELECT ?1 UNION SELECT l.other FROM likeness l "
          "JOIN story s ON l.article = s.id JOIN article a ON a.id = l.other "
          "WHERE a.trashed = 0 AND (?2 IS NULL OR l.kind = ?2)) SELECT id FROM story LIMIT ?3");

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_text (stmt, 2, kind);
  pm_stmt_bind_int64 (stmt, 3, MAX_STORY);
  return _pm_store_list_ids (stmt, error);
}

static PmStoryPart *
find_part (GPtrArray *parts, gint64 id)
{
  for (guint i = 0; i < parts->len; i++)
    if (((PmStoryPart *) parts->pdata[i])->article->id == id)
      return parts->pdata[i];
  return NULL;
}

/* Gives all whose text is that of part @i the same number. */
static gboolean
mark_copies (PmDb *db, GPtrArray *parts, guint i, GError **error)
{
  PmStoryPart *first = parts->pdata[i];
  g_autoptr (GArray) copies = first->copy == 0
                                  ? list_connected (db, first->article->id, "copy", error)
                                  : g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint j = 0; copies != NULL && j < copies->len; j++)
    {
      PmStoryPart *part = find_part (parts, g_array_index (copies, gint64, j));

      if (part != NULL)
        part->copy = i + 1;
    }
  return copies != NULL;
}

static gboolean
add_part (PmDb *db, GPtrArray *parts, gint64 id, GError **error)
{
  PmArticle *article = pm_store_load_article (db, id, error);
  char *text = article != NULL ? dup_text (db, id, error) : NULL;

  if (text == NULL)
    {
      g_clear_pointer (&article, pm_article_free);
      return FALSE;
    }
  g_ptr_array_add (parts, pm_story_part_new (article, text));
  return TRUE;
}

GPtrArray *
pm_store_load_story (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (GArray) ids = list_connected (db, article, NULL, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_story_part_free);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; ids->len > 1 && i < ids->len; i++)
    if (!add_part (db, parts, g_array_index (ids, gint64, i), error))
      return NULL;
  for (guint i = 0; i < parts->len; i++)
    if (!mark_copies (db, parts, i, error))
      return NULL;
  pm_story_arrange (parts);
  return g_steal_pointer (&parts);
}
