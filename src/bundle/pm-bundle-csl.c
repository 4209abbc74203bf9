/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <string.h>

/* Citations as CSL-JSON 1.0.2, for Zotero, Pandoc and their kin. */

/* Words that only bodies have in their names. */
static const char *const body_words[] = {
  "agency",     "agencies",     "associated",   "board",      "bureau",  "center",     "centre",
  "committee",  "council",      "desk",         "editorial",  "editors", "foundation", "institute",
  "magazine",   "media",        "ministry",     "network",    "news",    "newspaper",  "newsroom",
  "office",     "organisation", "organization", "press",      "project", "radio",      "reporters",
  "service",    "staff",        "team",         "television", "times",   "tribune",    "tv",
  "university", "writers",
};

/* Small words that belong to the family name behind them. */
static const char *const particles[] = {
  "af",  "al", "bin", "da",  "das", "de", "del", "della", "den", "der", "di",  "do",
  "dos", "du", "el",  "ibn", "la",  "le", "ten", "ter",   "van", "vom", "von", "zu",
};

static const char *const suffixes[] = { "jr",  "jr.",   "sr", "sr.",  "ii",  "iii", "iv",
                                        "phd", "ph.d.", "md", "m.d.", "esq", "esq." };

static gboolean
is_one_of (const char *word, const char *const *words, gsize n_words)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;
  return FALSE;
}

/* "BBC", "TASS": an abbreviation; "J." or "AB" may be initials. */
static gboolean
is_abbreviation (const char *word)
{
  int n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return n >= 3;
}

/* One word, a body's word, or an abbreviation: not a person's name that can be split. */
static gboolean
is_literal (char **words, const char *outlet, const char *name)
{
  guint n = g_strv_length (words);

  if (n < 2 || n > 6 || g_strcmp0 (outlet, name) == 0 || g_ascii_strcasecmp (words[0], "the") == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (is_one_of (words[i], body_words, G_N_ELEMENTS (body_words)) ||
        strpbrk (words[i], "0123456789@/&"))
      return TRUE;
  return is_abbreviation (words[0]) && !is_abbreviation (words[n - 1]);
}

/* Where the family name of @words begins: its last word, with the particles before it. */
static guint
find_family (char **words, guint n)
{
  guint at = n - 1;

  while (at > 1 && is_one_of (words[at - 1], particles, G_N_ELEMENTS (particles)))
    at--;
  return at;
}

static char *
join (char **words, guint from, guint to)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (joined, "%s%s", i > from ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Adds one author; @suffix: (nullable): "Jr." Returns: (transfer full): what the name sorts by. */
static char *
add_author (JsonBuilder *builder, const char *name, const char *suffix, const char *outlet)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autofree char *family = NULL;

  json_builder_begin_object (builder);
  if (is_literal (words, outlet, name))
    {
      _pm_json_string (builder, "literal", name);
      family = g_strdup (name);
    }
  else
    {
      guint n = g_strv_length (words);
      guint at = find_family (words, n);
      g_autofree char *given = join (words, 0, at);

      family = join (words, at, n);
      _pm_json_string (builder, "family", family);
      _pm_json_string (builder, "given", given);
      _pm_json_string (builder, "suffix", suffix);
    }
  json_builder_end_object (builder);
  return g_steal_pointer (&family);
}

/* Ends the name in @name; "Jr." goes to the one before. */
static void
flush_name (GPtrArray *names, GString *name)
{
  if (name->len > 0 && names->len > 0 && is_one_of (name->str, suffixes, G_N_ELEMENTS (suffixes)))
    {
      char *before = g_ptr_array_steal_index (names, names->len - 1);

      g_ptr_array_add (names, g_strdup_printf ("%s, %s", before, name->str));
      g_free (before);
    }
  else if (name->len > 0)
    g_ptr_array_add (names, g_strdup (name->str));
  g_string_truncate (name, 0);
}

GPtrArray *
_pm_bundle_split_byline (const char *byline)
{
  static const char *const ands[] = { "and", "&", "und", "et" };
  g_auto (GStrv) parts = g_strsplit_set (byline != NULL ? byline : "", ",;", -1);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (parts[i], " \t\r\n", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (is_one_of (words[j], ands, G_N_ELEMENTS (ands)))
          flush_name (names, name);
        else if (*words[j] != '\0')
          g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[j]);
      flush_name (names, name);
    }
  return names;
}

/* Adds "author". Returns: (transfer full) (nullable): the first one's family name. */
static char *
add_authors (JsonBuilder *builder, const char *byline, const char *outlet)
{
  g_autoptr (GPtrArray) names = _pm_bundle_split_byline (byline);
  g_autofree char *first = NULL;

  if (names->len == 0)
    return NULL;
  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    {
      char *suffix = strstr (names->pdata[i], ", ");
      g_autofree char *family = NULL;

      if (suffix != NULL)
        *suffix = '\0';
      family = add_author (builder, names->pdata[i], suffix != NULL ? suffix + 2 : NULL, outlet);
      if (first == NULL)
        first = g_steal_pointer (&family);
    }
  json_builder_end_array (builder);
  return g_steal_pointer (&first);
}

static int
add_date (JsonBuilder *builder, const char *name, const char *date)
{
  int parts[3];
  int n = _pm_bundle_parse_date (date, parts);

  if (n == 0)
    return 0;
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "date-parts");
  json_builder_begin_array (builder);
  json_builder_begin_array (builder);
  for (int i = 0; i < n; i++)
    json_builder_add_int_value (builder, parts[i]);
  json_builder_end_array (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return parts[0];
}

/* "ruiz2025", and "ruiz2025-2" for the next one. */
static char *
choose_id (PmPartState *state, const char *name, int year)
{
  g_autofree char *slug = _pm_bundle_slug (name, 30);
  g_autoptr (GString) base = g_string_new (*slug != '\0' ? slug : "article");
  g_autofree char *id = NULL;
  guint n;

  if (year != 0)
    g_string_append_printf (base, "%d", year);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (state->ids, base->str));
  do
    {
      n++;
      g_free (id);
      id = n > 1 ? g_strdup_printf ("%s-%u", base->str, n) : g_strdup (base->str);
    }
  while (g_hash_table_contains (state->ids, id));
  g_hash_table_insert (state->ids, g_strdup (id), GUINT_TO_POINTER (1));
  g_hash_table_insert (state->ids, g_strdup (base->str), GUINT_TO_POINTER (n));
  return g_steal_pointer (&id);
}

static void
write_article (PmPartState *state, PmBundleItem *item, GString *out)
{
  PmArticle *article = item->record->article;
  PmDocument *document = item->record->document;
  PmPage *page = item->record->page;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *fetched = _pm_bundle_format_time (page != NULL ? page->fetched
                                                                  : article->fetched,
                                                     FALSE);
  g_autofree char *family = NULL;
  g_autofree char *id = NULL;
  int year;

  json_builder_begin_object (builder);
  _pm_json_string (builder, "type",
                   article->outlet != NULL && article->published != NULL ? "article-newspaper"
                                                                         : "webpage");
  _pm_json_string (builder, "title", article->title);
  family = add_authors (builder, article->byline, article->outlet);
  _pm_json_string (builder, "container-title", article->outlet);
  year = add_date (builder, "issued", article->published);
  add_date (builder, "accessed", fetched);
  _pm_json_string (builder, "URL", _pm_bundle_get_url (item->record));
  _pm_json_string (builder, "language", article->language);
  if (document != NULL)
    _pm_json_string (builder, "abstract", pm_document_get_meta (document, PM_META_SUMMARY));
  _pm_json_string (builder, "note", article->note);
  id = choose_id (state,
                  family != NULL            ? family
                  : article->outlet != NULL ? article->outlet
                                            : article->title,
                  year);
  _pm_json_string (builder, "id", id);
  json_builder_end_object (builder);
  _pm_json_append (out, builder, state->n_articles > 0);
}

static void
write_head (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_string_append (out, "[\n");
}

static void
write_tail (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_string_append (out, "\n]\n");
}

const PmBundlePart _pm_bundle_csl_part = { "citations.csl.json", 0, write_article, write_head,
                                           write_tail };

PM_BUNDLE_WRITE (_pm_bundle_write_csl)
{
  return _pm_bundle_write_part (&_pm_bundle_csl_part, bundle, stream, progress, progress_data,
                                cancellable, error);
}
