/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-next-page-private.h"

#include <string.h>

#include "pm-address-private.h"

#define MAX_LABEL 32

/* How sites write a page number: a last segment or a suffix of the path, or a parameter. A word for
 * "page" may stand before it. */
#define WORD "(?:page|pg|seite|pagina|p%C3%A1gina|str|strona|sida|side|stranitsa|part|teil)"
#define IN_PATH "(?:/" WORD "?[-_/]?|[-_,.]" WORD "?[-_]?)([1-9][0-9]?)((?:\\.[a-z]{3,5})?/?)$"
#define IN_QUERY "[?&](?:" WORD "|pageno|page_no|pagenum|page_num|paged)=([1-9][0-9]?)(?=&|$)"

static GRegex *
get_pattern (gboolean query)
{
  static GRegex *patterns[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      patterns[0] = g_regex_new (IN_PATH, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      patterns[1] = g_regex_new (IN_QUERY, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return patterns[query];
}

/* Scheme and fragment do not count, nor a slash at the end. */
static char *
trim (const char *url)
{
  const char *start = strstr (url, "://");
  gsize length;

  start = start != NULL ? start + 3 : url;
  length = strcspn (start, "#");
  while (length > 0 && (start[length - 1] == '/' || start[length - 1] == '?'))
    length--;
  return g_strndup (start, length);
}

/* Cuts the page number out of @address, a trimmed one. Returns: the number, or 0 when there is
 * none. */
static int
cut_number (GString *address, gboolean query)
{
  g_autofree char *path = g_strndup (address->str, strcspn (address->str, "?"));
  g_autofree char *text = query ? g_strdup (address->str) : g_steal_pointer (&path);
  g_autofree char *digits = NULL;
  g_autofree char *extension = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int start;
  int end;

  if (!g_regex_match (get_pattern (query), text, 0, &match))
    return 0;
  digits = g_match_info_fetch (match, 1);
  extension = query ? NULL : g_match_info_fetch (match, 2);
  g_match_info_fetch_pos (match, 0, &start, &end);
  g_string_erase (address, start, end - start);
  if (extension != NULL)
    g_string_insert (address, start, extension);
  /* The first parameter is gone, and another there. */
  if (strchr (address->str, '?') == NULL && strchr (address->str, '&') != NULL)
    *strchr (address->str, '&') = '?';
  return g_ascii_strtoll (digits, NULL, 10);
}

/* Whether @next is page @number of the article whose first page is @first. */
static gboolean
is_page (const char *first, const char *next, int number, gboolean query)
{
  g_autofree char *here = trim (first);
  g_autofree char *there = trim (next);
  g_autoptr (GString) plain = g_string_new (here);
  g_autoptr (GString) stem = g_string_new (there);

  if (cut_number (stem, query) != number)
    return FALSE;
  /* A number at the end of the first page's path is part of its name; a parameter is none. */
  return strcmp (stem->str, here) == 0 ||
         (query && cut_number (plain, TRUE) == 1 && strcmp (stem->str, plain->str) == 0);
}

static gboolean
says_next (const PmNode *node, int number)
{
  static const char *const words[] = { "next",      "weiter",   "nächste",   "suivant",
                                       "siguiente", "próxima",  "seguinte",  "successiva",
                                       "avanti",    "volgende", "nästa",     "neste",
                                       "næste",     "seuraava", "następna",  "další",
                                       "következő", "далее",    "следующая", "下一页",
                                       "下一頁",    "次へ",     "次の",      "다음" };
  g_autofree char *text = _pm_node_dup_text (node);
  g_autofree char *label = NULL;
  g_autofree char *digits = g_strdup_printf ("%d", number);

  if (_pm_node_attribute_has_word (node, "rel", "next"))
    return TRUE;
  if (g_utf8_strlen (text, -1) > MAX_LABEL)
    return FALSE;
  label = g_utf8_strdown (text, -1);
  if (strcmp (g_strstrip (label), digits) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (label, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
_pm_next_page_prepare (void)
{
  get_pattern (FALSE);
}

char *
_pm_next_page_find (const PmTree *tree, const char *first, int number, const char *base)
{
  if (_pm_address_is_root (first))
    return NULL;
  for (const PmNode *node = tree->root; node != NULL;
       node = _pm_node_next (node, tree->root, FALSE))
    {
      g_autofree char *next = NULL;
      const char *href;

      if (node->tag != GUMBO_TAG_A && node->tag != GUMBO_TAG_LINK)
        continue;
      href = _pm_node_get_attribute (node, "href");
      /* Most links end here: a page number has a digit. */
      if (href == NULL || strpbrk (href, "123456789") == NULL ||
          (node->tag == GUMBO_TAG_LINK && !_pm_node_attribute_has_word (node, "rel", "next")))
        continue;
      next = _pm_address_resolve (base, href);
      if (next == NULL)
        continue;
      next[strcspn (next, "#")] = '\0';
      if ((is_page (first, next, number, FALSE) || is_page (first, next, number, TRUE)) &&
          says_next (node, number))
        return g_steal_pointer (&next);
    }
  return NULL;
}
