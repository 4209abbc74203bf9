/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-evidence-private.h"

#include <math.h>
#include <string.h>

/* Shorter blocks are labels. */
#define MIN_PROSE 25
/* An article with less is a short one. */
#define SHORT_PROSE 1500
#define SHORT_TITLE 4
#define MAX_URL_DEPTH 6
#define MAX_SLUG_WORDS 12
#define MAX_NAMES 2048

static gboolean
has_data (PmJsonLd *json_ld, const char *const *types)
{
  for (; *types != NULL; types++)
    if (_pm_json_ld_find_type (json_ld, *types) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_head (const char *key)
{
  return key != NULL && (g_str_has_prefix (key, "json-ld:") || g_str_has_prefix (key, "meta:"));
}

/* Words on the page that look like a date or a name are on pages of all kinds. */
static gboolean
is_said (const char *key)
{
  return key != NULL && strcmp (key, "element:date") != 0 && strcmp (key, "element:by") != 0;
}

static void
gather_statements (PmEvidence *self,
                   const PmCensus *census,
                   PmJsonLd *json_ld,
                   const PmMetadata *metadata)
{
  static const char *const articles[] = { "Article", "BlogPosting", "Report",
                                          "Review",  "Recipe",      NULL };
  static const char *const products[] = { "Product", "ProductGroup", NULL };
  static const char *const sites[] = { "WebSite", "Organization", NULL };
  const char *og = census->og_type != NULL ? census->og_type : "";
  gboolean og_article = g_ascii_strcasecmp (og, "article") == 0;
  gboolean is_dated = is_said (metadata->keys[PM_META_PUBLISHED]);
  gboolean is_signed = is_said (metadata->keys[PM_META_BYLINE]);

  self->values[PM_EVIDENCE_OG_ARTICLE] = og_article;
  self->values[PM_EVIDENCE_OG_WEBSITE] = g_ascii_strcasecmp (og, "website") == 0;
  self->values[PM_EVIDENCE_OG_PRODUCT] = strstr (og, "product") != NULL;
  self->values[PM_EVIDENCE_DATA_PRODUCT] = census->is_product || has_data (json_ld, products);
  self->values[PM_EVIDENCE_DATA_SITE] = has_data (json_ld, sites);
  self->values[PM_EVIDENCE_DATED] = is_dated;
  self->values[PM_EVIDENCE_DATED_HEAD] = is_in_head (metadata->keys[PM_META_PUBLISHED]);
  self->values[PM_EVIDENCE_SIGNED] = is_signed;
  self->values[PM_EVIDENCE_SIGNED_HEAD] = is_in_head (metadata->keys[PM_META_BYLINE]);
  self->values[PM_EVIDENCE_UNSAID] = !og_article && !is_dated && !is_signed &&
                                     !census->is_article && !has_data (json_ld, articles);
}

static void
gather_title (PmEvidence *self, const char *title)
{
  int words = 0;

  for (const char *at = title; at != NULL; at = strchr (at + 1, ' '))
    words++;
  self->values[PM_EVIDENCE_TITLE_SHORT] = MAX (SHORT_TITLE - words, 0);
  self->values[PM_EVIDENCE_TITLE_MARKS] = title != NULL &&
                                          strpbrk (title, ":?!,0123456789") != NULL;
}

static gboolean
is_named (char **names, const char *const *words)
{
  for (; *names != NULL; names++)
    if (g_strv_contains (words, *names))
      return TRUE;
  return FALSE;
}

/* Publishing systems name the kind of the page in the class of its body. */
static void
gather_names (PmEvidence *self, const PmTree *tree)
{
  static const char *const singles[] = { "single", "article", "post", "story", NULL };
  static const char *const shops[] = { "product",    "woocommerce", "shop", "catalog",
                                       "collection", "store",       NULL };
  static const char *const pages[] = { "page", NULL };
  const char *value = tree->body != NULL ? _pm_node_get_attribute (tree->body, "class") : NULL;
  g_autofree char *some = g_strndup (value != NULL ? value : "", MAX_NAMES);
  g_auto (GStrv) names = g_strsplit_set (some, " \t\n", -1);
  g_auto (GStrv) words = g_strsplit_set (some, " -_\t\n", -1);

  self->values[PM_EVIDENCE_NAMED_SINGLE] = is_named (words, singles);
  self->values[PM_EVIDENCE_NAMED_SHOP] = is_named (words, shops);
  self->values[PM_EVIDENCE_NAMED_PAGE] = is_named (names, pages);
}

static void
gather_segment (PmEvidence *self, const char *segment, gboolean last)
{
  static const char *const texts[] = { "article", "articles", "blog",   "blogs",    "guide",
                                       "guides",  "insights", "news",   "magazine", "opinion",
                                       "post",    "posts",    "review", "reviews",  "story",
                                       "stories", NULL };
  static const char *const lists[] = {
    "all",      "archive",    "archives",    "b",    "browse", "c",      "cat",     "categories",
    "category", "collection", "collections", "l",    "list",   "search", "section", "sections",
    "shop",     "subject",    "tag",         "tags", "topic",  "topics", "w",       NULL
  };
  static const char *const shops[] = { "buy",     "dp",       "ip",   "item",  "listing", "p",
                                       "product", "products", "shop", "store", NULL };

  /* "/news/cranes-move" is a piece of news, "/news/" the list of them. */
  if (g_strv_contains (texts, segment))
    self->values[last ? PM_EVIDENCE_URL_LIST : PM_EVIDENCE_URL_TEXT] = 1;
  if (g_strv_contains (lists, segment))
    self->values[PM_EVIDENCE_URL_LIST] = 1;
  if (g_strv_contains (shops, segment))
    self->values[PM_EVIDENCE_URL_SHOP] = 1;
}

static guint
count_joints (const char *segment)
{
  guint count = 0;

  for (; *segment != '\0'; segment++)
    count += *segment == '-' || *segment == '_';
  return count;
}

static void
gather_address (PmEvidence *self, const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *path = uri != NULL ? g_ascii_strdown (g_uri_get_path (uri), -1) : g_strdup ("");
  g_auto (GStrv) segments = g_strsplit (path, "/", MAX_URL_DEPTH + 2);
  guint depth = 0;

  for (char **segment = segments; *segment != NULL; segment++)
    {
      gboolean last = segment[1] == NULL || (*segment[1] == '\0' && segment[2] == NULL);

      if (**segment == '\0')
        continue;
      depth++;
      gather_segment (self, *segment, last);
      self->values[PM_EVIDENCE_URL_SLUG] = MIN (count_joints (*segment), MAX_SLUG_WORDS) / 4.0;
      self->values[PM_EVIDENCE_URL_WORD] =
          (*segment)[strspn (*segment, "abcdefghijklmnopqrstuvwxyz")] == '\0';
    }
  self->values[PM_EVIDENCE_URL_DEPTH] = MIN (depth, MAX_URL_DEPTH) / 3.0;
  self->values[PM_EVIDENCE_URL_SHALLOW] = depth <= 1;
}

static double
get_share (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : 0;
}

/* So many for every 1000 letters; what is rare in little text says little. */
static double
get_density (guint count, guint letters)
{
  return 1000.0 * count / (letters + 500.0);
}

static void
gather_parts (PmEvidence *self, const PmCensus *census)
{
  double together = get_share (census->together, census->prose);

  self->values[PM_EVIDENCE_PROSE_SHARE] = get_share (census->prose, census->letters);
  self->values[PM_EVIDENCE_ITEMS] = get_share (census->items, census->prose);
  self->values[PM_EVIDENCE_TOGETHER] = together;
  self->values[PM_EVIDENCE_SCATTERED] = MAX (0.6 - together, 0);
  self->values[PM_EVIDENCE_OURS] = MIN (get_density (census->n_ours, census->prose), 8) / 2;
  self->values[PM_EVIDENCE_YOURS] = MIN (get_density (census->n_yours, census->prose), 8) / 2;
  self->values[PM_EVIDENCE_KEPT_LINKED] = get_share (census->kept_linked, census->kept);
  self->values[PM_EVIDENCE_KEPT_HEADINGS] = log1p (get_density (census->n_headings, census->prose));
  self->values[PM_EVIDENCE_BUTTON_SHARE] = log1p (census->n_buttons) - log1p (census->n_prose);
  self->values[PM_EVIDENCE_SHOP_SHARE] = log1p (census->n_shop) - log1p (census->n_prose);
  self->values[PM_EVIDENCE_COMMENTS] = census->has_comments;
}

/* The bytes in links of the block that is mark @block. */
static gsize
measure_links (const PmMark *marks, gsize n_marks, gsize block)
{
  gsize linked = 0;

  for (gsize i = block + 1; i < n_marks && !pm_mark_is_block (&marks[i]); i++)
    if (marks[i].kind == PM_MARK_LINK)
      linked += pm_span_length (marks[i].span);
  return linked;
}

static gboolean
is_prose (const PmMark *marks, gsize n_marks, gsize i)
{
  return pm_mark_is_block (&marks[i]) && marks[i].kind != PM_MARK_TITLE &&
         marks[i].kind != PM_MARK_HEADING && marks[i].kind != PM_MARK_CAPTION &&
         measure_links (marks, n_marks, i) * 2 < pm_span_length (marks[i].span);
}

static void
gather_text (PmEvidence *self, PmDocument *document)
{
  const char *text = pm_document_get_text (document);
  guint n_headings = 0;
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    {
      n_headings += marks[i].kind == PM_MARK_HEADING;
      if (is_prose (marks, n_marks, i))
        {
          glong length = g_utf8_strlen (text + marks[i].span.start, pm_span_length (marks[i].span));

          self->prose += length >= MIN_PROSE ? length : 0;
        }
    }
  self->values[PM_EVIDENCE_THIN] = MAX (log (SHORT_PROSE) - log1p (self->prose), 0);
  self->values[PM_EVIDENCE_HEADINGS] = log1p (get_density (n_headings, self->prose));
}

void
_pm_evidence_gather (PmEvidence *self,
                     const PmCensus *census,
                     const PmTree *tree,
                     PmJsonLd *json_ld,
                     const PmMetadata *metadata,
                     PmDocument *document,
                     const char *url)
{
  memset (self, 0, sizeof *self);
  gather_statements (self, census, json_ld, metadata);
  gather_title (self, metadata->values[PM_META_TITLE]);
  gather_names (self, tree);
  gather_address (self, url);
  gather_parts (self, census);
  gather_text (self, document);
}
