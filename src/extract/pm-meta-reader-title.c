/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-reader-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-markup-private.h"

/* A page has many titles. Those in its head are often shortened, written for search engines, or
 * followed by the site's name; a heading may be the site's name, or belong to something else. So
 * each is held against the other: a heading that the head repeats is the title, else a heading that
 * shares words with the head, else what the head says. */

#define MAX_HEADINGS 48
/* Of this level are the teasers of other articles, too: one counts only where it is what the head
 * says in full, and what stands around it may be another's. */
#define LOWEST_HEADING 3
/* A longer one is none, whatever the page says. */
#define MAX_HEADING 500
#define MAX_PARTS 8
/* A heading may begin with a section's name or a date: not with an article alone ("The"), and
 * shorter endings are the same by chance. */
#define MIN_ENDING 12
#define MIN_KICKER 4
/* Words that are left when the last part of a <title> is taken for a site's name unseen. */
#define MIN_WORDS 5

/* "Headline | Politics | The Paper" is parted at its separators; the longest part is what it is
 * about. */
typedef struct
{
  char *key;
  char *text;
  char *bare; /* without parts that name the site */
  char *folded;
  gsize starts[MAX_PARTS + 1], ends[MAX_PARTS]; /* of each part, in @text */
  gsize folds[MAX_PARTS + 1];                   /* where each part begins in @folded */
  guint n_parts;
  guint longest;
} Title;

typedef struct
{
  const PmNode *node;
  char *text;
  char *folded;
  int level;
} Heading;

static void
title_free (gpointer data)
{
  Title *self = data;

  g_free (self->key);
  g_free (self->text);
  g_free (self->bare);
  g_free (self->folded);
  g_free (self);
}

static void
heading_free (gpointer data)
{
  Heading *self = data;

  g_free (self->text);
  g_free (self->folded);
  g_free (self);
}

/* Returns: the length of the separator that @at begins with, or 0. */
static gsize
measure_separator (const char *at)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: ", " · ", " • ",
                                            " » ", " « ", " / ", " ‹ ", " › ",  " │ " };

  for (guint i = 0; *at == ' ' && i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (at, separators[i]))
      return strlen (separators[i]);
  return 0;
}

static char *
dup_part (const Title *self, guint i)
{
  return g_strndup (self->text + self->starts[i], self->ends[i] - self->starts[i]);
}

static void
part_title (Title *self)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = self->text; *at != '\0'; at++)
    {
      gsize size = measure_separator (at);

      if (size == 0 || self->n_parts + 1 == MAX_PARTS)
        continue;
      self->ends[self->n_parts++] = at - self->text;
      self->starts[self->n_parts] = at + size - self->text;
      at += size - 1;
    }
  self->ends[self->n_parts++] = strlen (self->text);
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autofree char *part = dup_part (self, i);
      g_autofree char *words = _pm_markup_fold (part);

      g_string_append (folded, words);
      self->folds[i + 1] = folded->len;
      if (strlen (words) > self->folds[self->longest + 1] - self->folds[self->longest])
        self->longest = i;
    }
  self->folded = g_string_free (folded, FALSE);
}

static guint
count_words (const char *text)
{
  guint words = 1;

  for (; *text != '\0'; text++)
    words += *text == ' ';
  return words;
}

static gboolean
part_names_site (PmMetaReader *self, const Title *title, guint i)
{
  g_autofree char *part = dup_part (title, i);

  return _pm_meta_reader_names_site (self, part);
}

/* Returns: (transfer full): the title without parts at either end that name the site. Of a <title>
 * the last part is left out unseen when enough remains: few leave out their site. */
static char *
dup_bare (PmMetaReader *self, const Title *title)
{
  guint first = 0, last = title->n_parts - 1;

  while (last > first && part_names_site (self, title, last))
    last--;
  while (first < last && part_names_site (self, title, first))
    first++;
  if (last > first && last == title->n_parts - 1 && strcmp (title->key, "title") == 0)
    {
      g_autofree char *rest = g_strndup (title->text + title->starts[first],
                                         title->ends[last - 1] - title->starts[first]);

      if (count_words (rest) >= MIN_WORDS)
        return g_steal_pointer (&rest);
    }
  return g_strndup (title->text + title->starts[first], title->ends[last] - title->starts[first]);
}

static Title *
title_new (PmMetaReader *self, const char *text, const char *key)
{
  Title *title = g_new0 (Title, 1);

  title->key = g_strdup (key);
  title->text = g_strdup (text);
  part_title (title);
  title->bare = dup_bare (self, title);
  return title;
}

static void
add_title (PmMetaReader *self, GPtrArray *titles, const char *text, const char *key)
{
  if (_pm_meta_reader_is_usable (text) && !_pm_meta_reader_names_site (self, text))
    g_ptr_array_add (titles, title_new (self, text, key));
}

/* What the page's head says, best source first. */
static GPtrArray *
list_titles (PmMetaReader *self)
{
  static const char *const names[] = { "og:title", "citation_title", "dc.title", "dcterms.title",
                                       "title",    "twitter:title",  NULL };
  GPtrArray *titles = g_ptr_array_new_with_free_func (title_free);
  g_autofree char *headline = NULL;

  if (self->article != NULL)
    headline = _pm_json_ld_dup_string (self->json_ld, self->article, "headline");
  add_title (self, titles, headline, "json-ld:headline");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("meta:", names[i], NULL);

      add_title (self, titles, _pm_meta_tags_get (self->tags, names[i]), key);
    }
  for (PmNode *node = self->tree->root; node != NULL;
       node = _pm_node_next (node, self->tree->root, FALSE))
    if (node->tag == GUMBO_TAG_TITLE && node->first != NULL)
      {
        g_autofree char *text = _pm_markup_collapse (node->first->text);

        add_title (self, titles, text, "title");
        break;
      }
  return titles;
}

/* A heading that is a link to the front page, and nothing else, is the site's name. */
static gboolean
leads_home (PmMetaReader *self, const PmNode *heading, const char *text)
{
  const PmNode *link = heading->first;
  g_autofree char *address = NULL;
  g_autofree char *linked = NULL;

  while (link != NULL && link->tag != GUMBO_TAG_A)
    link = _pm_node_next (link, heading, FALSE);
  if (link == NULL)
    return FALSE;
  address = _pm_address_resolve (self->base, _pm_node_get_attribute (link, "href"));
  linked = _pm_node_dup_text (link);
  return address != NULL && _pm_address_is_root (address) && _pm_markup_is_same (linked, text);
}

static GPtrArray *
list_headings (PmMetaReader *self)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (heading_free);

  for (PmNode *node = self->tree->body; node != NULL && headings->len < MAX_HEADINGS;
       node = _pm_node_next (node, self->tree->body, FALSE))
    if (node->tag >= GUMBO_TAG_H1 && node->tag <= GUMBO_TAG_H3 &&
        !_pm_meta_reader_is_elsewhere (node))
      {
        g_autofree char *text = _pm_meta_reader_dup_short (node, MAX_HEADING);
        Heading *heading;

        if (text == NULL || _pm_meta_reader_names_site (self, text) ||
            leads_home (self, node, text))
          continue;
        heading = g_new0 (Heading, 1);
        heading->node = node;
        heading->text = _pm_markup_collapse (text);
        heading->folded = _pm_markup_fold (heading->text);
        heading->level = _pm_node_get_heading_level (node);
        g_ptr_array_add (headings, heading);
      }
  return headings;
}

/* Whether the words of @heading are a run of the title's parts, with the longest among them. */
static gboolean
has_run (const Title *title, const char *heading)
{
  gsize length = strlen (heading);

  for (guint i = 0; i <= title->longest; i++)
    for (guint j = title->longest + 1; j <= title->n_parts; j++)
      if (title->folds[j] - title->folds[i] == length &&
          strncmp (title->folded + title->folds[i], heading, length) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_behind_kicker (const Heading *heading, const char *title)
{
  return heading->level == 1 && strlen (title) >= MIN_ENDING &&
         strlen (heading->folded) >= strlen (title) + MIN_KICKER &&
         g_str_has_suffix (heading->folded, title);
}

static gboolean
take_title (PmMetaReader *self, const Title *title)
{
  return _pm_meta_reader_take (self, PM_META_TITLE, g_strdup (title->bare), title->key);
}

/* Returns: (nullable): the heading of @level or above that repeats @title, alone or behind a
 * section's name. */
static const Heading *
find_repeating (const Title *title, GPtrArray *headings, int level)
{
  g_autofree char *folded = _pm_markup_fold (title->bare);
  /* The heading itself is a better source than a <title> that repeats it. */
  gboolean is_meta = strcmp (title->key, "title") != 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *heading = g_ptr_array_index (headings, i);

      if (heading->level <= level && ((is_meta && strcmp (heading->folded, folded) == 0) ||
                                      is_behind_kicker (heading, folded)))
        return heading;
    }
  return NULL;
}

static gboolean
take_repeated (PmMetaReader *self, GPtrArray *titles, GPtrArray *headings, int level)
{
  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = g_ptr_array_index (titles, i);
      const Heading *heading = find_repeating (title, headings, level);

      if (heading == NULL)
        continue;
      if (level < LOWEST_HEADING)
        self->headline = heading->node;
      return take_title (self, title);
    }
  return FALSE;
}

static gboolean
take_heading (PmMetaReader *self, const Heading *heading)
{
  Title *title;

  if (heading == NULL)
    return FALSE;
  self->headline = heading->node;
  title = title_new (self, heading->text, heading->level == 1 ? "h1" : "h2");
  take_title (self, title);
  title_free (title);
  return TRUE;
}

/* The longest heading that is the main part of a title. */
static const Heading *
find_main_part (GPtrArray *titles, GPtrArray *headings)
{
  const Heading *best = NULL;

  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *heading = g_ptr_array_index (headings, i);

      for (guint j = 0; j < titles->len; j++)
        if (heading->level < LOWEST_HEADING &&
            (best == NULL || strlen (heading->folded) > strlen (best->folded)) &&
            has_run (g_ptr_array_index (titles, j), heading->folded))
          best = heading;
    }
  return best;
}

/* Adds the words of @text, in lower case, to @words, or counts those that are in it. Scripts that
 * put no spaces between words are compared by the character. */
static guint
share_words (GHashTable *words, const char *text, gboolean add)
{
  g_autoptr (GString) word = g_string_new (NULL);
  guint shared = 0;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (word, g_unichar_tolower (c));
      if (word->len > 0 && (!g_unichar_isalnum (c) || g_unichar_iswide (c)))
        {
          if (add)
            g_hash_table_add (words, g_strdup (word->str));
          shared += g_hash_table_contains (words, word->str);
          g_string_truncate (word, 0);
        }
      if (c == 0)
        return shared;
    }
}

/* The heading of the first level that shares most words with the titles. */
static const Heading *
find_akin (GPtrArray *titles, GPtrArray *headings)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const Heading *best = NULL;
  guint most = titles->len == 0 ? 0 : 1;

  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = g_ptr_array_index (titles, i);

      share_words (words, title->bare, TRUE);
    }
  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *heading = g_ptr_array_index (headings, i);
      guint shared = share_words (words, heading->text, FALSE);

      if (heading->level == 1 && (best == NULL ? shared >= most : shared > most))
        {
          best = heading;
          most = shared;
        }
    }
  return best;
}

void
_pm_meta_reader_read_title (PmMetaReader *self)
{
  g_autoptr (GPtrArray) titles = list_titles (self);
  g_autoptr (GPtrArray) headings = list_headings (self);

  if (!take_repeated (self, titles, headings, LOWEST_HEADING - 1) &&
      !take_heading (self, find_main_part (titles, headings)) &&
      !take_repeated (self, titles, headings, LOWEST_HEADING) &&
      !take_heading (self, find_akin (titles, headings)) && titles->len > 0)
    take_title (self, g_ptr_array_index (titles, 0));
}
