/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

/* Nobody types more; a pasted page must not become an expression that takes seconds. */
#define MAX_WORDS 32

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

/* Whether the tokeniser finds a word there: FTS5 takes a phrase without one to match nothing. */
static gboolean
has_word (const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The end of the phrase or word that starts at @p. */
static const char *
find_end (const char *p, gboolean in_phrase)
{
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_quotation_mark (c) || (!in_phrase && g_unichar_isspace (c)))
        break;
    }
  return p;
}

/* Everything goes into FTS5's own quotation marks, where nothing means anything but its words. */
char *
_pm_store_dup_match (const char *search)
{
  g_autofree char *valid = g_utf8_make_valid (search, -1);
  g_autoptr (GString) match = g_string_new (NULL);
  gboolean in_phrase = FALSE;
  gboolean is_open = FALSE; /* the last word may still grow */
  guint n_words = 0;

  for (const char *p = valid; *p != '\0' && n_words < MAX_WORDS;)
    {
      const char *end = find_end (p, in_phrase);

      if (has_word (p, end))
        {
          g_string_append (match, n_words > 0 ? " AND \"" : "\"");
          g_string_append_len (match, p, end - p);
          g_string_append_c (match, '"');
          is_open = !in_phrase || *end == '\0';
          n_words++;
        }
      if (is_quotation_mark (g_utf8_get_char (end)))
        in_phrase = !in_phrase;
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  if (n_words == 0)
    return NULL;
  if (is_open)
    g_string_append_c (match, '*');
  return g_string_free (g_steal_pointer (&match), FALSE);
}

gboolean
_pm_store_index_article (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) clear = pm_db_prepare (db, "DELETE FROM search WHERE rowid = ?1");
  g_autoptr (PmStmt) insert = pm_db_prepare (
      db,
      "INSERT INTO search (rowid, title, text, highlights, notes) "
      "SELECT a.id, coalesce(h.title, a.url), coalesce(d.text, ''), "
      "  coalesce((SELECT group_concat(exact, char(10)) FROM "
      "    (SELECT exact FROM highlight WHERE article = a.id ORDER BY id)), ''), "
      "  coalesce(a.note, '') || char(10) || coalesce((SELECT group_concat(note, char(10)) FROM "
      "    (SELECT note FROM highlight WHERE article = a.id AND note IS NOT NULL "
      "     ORDER BY id)), '') "
      "FROM article a LEFT JOIN headline h ON h.article = a.id "
      "LEFT JOIN document d ON d.article = a.id WHERE a.id = ?1");

  pm_stmt_bind_int64 (clear, 1, article);
  pm_stmt_bind_int64 (insert, 1, article);
  return pm_stmt_run (clear, error) && pm_stmt_run (insert, error);
}
