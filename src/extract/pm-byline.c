/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-byline-private.h"

#include <string.h>

#include "pm-markup-private.h"

#define MAX_NAMES 16
#define MAX_NAME 80
#define MAX_WORDS 6

/* Longer ones before those they begin with. */
static const char *const openings[] = {
  "view all posts by",
  "posts by",
  "more by",
  "written by",
  "posted by",
  "published by",
  "submitted by",
  "authored by",
  "reported by",
  "story by",
  "text by",
  "words by",
  "review by",
  "reviewed by",
  "article by",
  "authors",
  "author",
  "autor",
  "words",
  "text",
  "by",
  "ein beitrag von",
  "geschrieben von",
  "verfasst von",
  "eingestellt von",
  "gespeichert von",
  "von",
  "publié par",
  "écrit par",
  "rédigé par",
  "par",
  "publicado por",
  "escrito por",
  "por",
  "scritto da",
  "di",
  "da",
  "geschreven door",
  "door",
  "av",
  "af",
  "автор",
  "作者",
};

/* What stands beside a name, not in it. */
static const char *const roles[] = {
  "staff",       "writer",       "reporter",  "correspondent", "editor",     "editors",
  "contributor", "contributing", "columnist", "journalist",    "freelance",  "photographer",
  "producer",    "special",      "senior",    "updated",       "published",  "posted",
  "modified",    "follow",       "email",     "contact",       "redakteur",  "redaktion",
  "redakteurin", "comments",     "read",      "share",         "twitter",    "facebook",
  "jr",          "phd",          "md",        "min",           "minutes",    "uhr",
  "stand",       "guest",        "president", "professor",     "director",   "founder",
  "ceo",         "subscribe",    "admin",     "administrator", "publisher",  "undefined",
  "null",        "webmaster",    "anonymous", "posts",         "author",     "officer",
  "head",        "chief",        "manager",   "lead",          "analyst",    "coordinator",
  "specialist",  "consultant",   "team",      "desk",          "newsdesk",   "newsroom",
  "agency",      "agencies",     "gmbh",      "verlag",        "inc",        "ltd",
  "llc",         "corporation",  "redazione", "rédaction",     "redacción",  "news",
  "instagram",   "linkedin",     "youtube",   "pinterest",     "whatsapp",   "agentur",
  "media",       "magazine",     "magazin",   "institute",     "university",
};

/* What a system puts where nobody gave a name. */
static const char *const placeholders[] = {
  "admin",   "administrator", "super user", "user",      "root", "webmaster", "author", "autor",
  "unknown", "anonymous",     "guest",      "undefined", "null", "none",      "editor", "publisher",
};

/* Within a name, in small letters: "Ann van der Lee". */
static const char *const particles[] = { "von", "van", "de", "der", "den", "del", "della", "di",
                                         "da",  "dos", "du", "la",  "le",  "zu",  "zur",   "ter",
                                         "ten", "bin", "al", "el",  "y",   NULL };

/* Between two names. */
static const char *const joints[] = { " and ", " und ", " et ", " y ", " e ",
                                      " & ",   ";",     "/",    ",",   "\n" };

/* Behind a name: where or for whom it was written, and when. */
static const char *const ends[] = { " with ", " in ", " on ", " from ", " for ", " at ",
                                    " am ",   " | ",  "|",    "•",      "·",     "–",
                                    "—",      " - ",  "(",    "[" };

/* Returns: behind "By " and its like, or @text. */
static const char *
skip_opening (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize length = strlen (openings[i]);

      if (g_ascii_strncasecmp (text, openings[i], length) == 0 &&
          strchr (" :\n", text[length]) != NULL)
        return text + length + strspn (text + length, " :\n");
    }
  return text;
}

gboolean
_pm_byline_is_byline (const char *text)
{
  return (g_str_has_prefix (text, "By ") || g_str_has_prefix (text, "BY ") ||
          g_str_has_prefix (text, "Von ")) &&
         skip_opening (text) != text;
}

gboolean
_pm_byline_is_opening (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize length = strlen (openings[i]);

      if (g_ascii_strncasecmp (text, openings[i], length) == 0 &&
          text[length + strspn (text + length, " :")] == '\0')
        return TRUE;
    }
  return FALSE;
}

gboolean
_pm_byline_opens (const char *text)
{
  return skip_opening (text) != text;
}

const char *
_pm_byline_find (const char *text)
{
  static const char *const inner[] = {
    " by ", " By ", " BY ", " von ", " par ", " por ", " door "
  };
  const char *found = skip_opening (text);

  if (found != text)
    return found;
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    {
      found = strstr (text, inner[i]);
      if (found != NULL && strcspn (text, "0123456789|") < (gsize) (found - text))
        return found + strlen (inner[i]);
    }
  return NULL;
}

static gboolean
has_role (char **words)
{
  for (; *words != NULL; words++)
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
      if (g_ascii_strcasecmp (*words, roles[i]) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean letters = FALSE;
  gboolean capital = FALSE;

  if (strlen (text) > MAX_NAME || g_strv_length (words) > MAX_WORDS ||
      strstr (text, "://") != NULL || strstr (text, "{{") != NULL || strpbrk (text, "@:") != NULL ||
      g_str_has_prefix (text, "www.") || g_ascii_strncasecmp (text, "the ", 4) == 0)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_ascii_isdigit (*at))
        return FALSE;
      letters = letters || g_unichar_isalpha (g_utf8_get_char (at));
      /* Login names are in small letters; scripts without capitals have none to want. */
      capital = capital || (g_unichar_isalpha (g_utf8_get_char (at)) &&
                            !g_unichar_islower (g_utf8_get_char (at)));
    }
  return letters && capital && !has_role (words);
}

gboolean
_pm_byline_is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = g_strv_length (words);

  if (n_words < 2 || n_words > 4 || strpbrk (text, ",|/;!?") != NULL || !is_name (text))
    return FALSE;
  for (char **word = words; *word != NULL; word++)
    {
      gboolean within = word != words && word[1] != NULL;
      /* "Ann (Maria) Lee" */
      const char *start = *word + (within && **word == '(');

      if (!g_unichar_isupper (g_utf8_get_char (start)) &&
          (!within || !g_strv_contains (particles, *word)))
        return FALSE;
    }
  return text[strlen (text) - 1] != ')';
}

static gboolean
is_placeholder (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (g_ascii_strcasecmp (text, placeholders[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
add_name (GPtrArray *names, const char *text)
{
  g_autofree char *name = g_strdup (skip_opening (text));
  gsize end;

  g_strstrip (name);
  for (end = strlen (name); end > 0 && strchr (".:,-)\"' ", name[end - 1]) != NULL; end--)
    if (name[end - 1] == '.' && end >= 2 &&
        (end == 2 || name[end - 3] == ' ' || g_str_has_suffix (name, "r.")))
      break;
  name[end] = '\0';
  if (!is_name (name) || is_placeholder (name) || names->len >= MAX_NAMES)
    return;
  for (guint i = 0; i < names->len; i++)
    if (_pm_markup_is_same (g_ptr_array_index (names, i), name))
      return;
  g_ptr_array_add (names, g_steal_pointer (&name));
}

void
_pm_byline_add_names (GPtrArray *names, const char *text)
{
  const char *address = strstr (text, " (http");
  gsize length = address != NULL ? (gsize) (address - text) : strlen (text);
  g_autofree char *named = g_strndup (text, length);
  GString *parted = g_string_new (skip_opening (named));
  guint before = names->len;
  g_auto (GStrv) parts = NULL;

  if (strstr (parted->str, "://") != NULL || g_str_has_prefix (parted->str, "www."))
    g_string_truncate (parted, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_string_replace (parted, ends[i], "\a", 0);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    g_string_replace (parted, joints[i], "\t", 0);
  parts = g_strsplit (parted->str, "\t", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      char *end = *part + strcspn (*part, "\a");
      gboolean cut = *end != '\0';

      *end = '\0';
      g_strstrip (*part);
      /* "Society for Ships and Harbours" is cut too, and nobody. */
      if (cut && !_pm_byline_is_name (skip_opening (*part)))
        break;
      add_name (names, *part);
      /* "Sea Ltd, Hamburg": neither is the rest. */
      if (names->len == before && part == parts)
        break;
    }
  g_string_free (parted, TRUE);
}

/* "symple.example": the agency that built the page. */
static gboolean
is_domain (const char *text)
{
  const char *point = strrchr (text, '.');

  return point != NULL && strchr (text, ' ') == NULL && strlen (point) >= 3 && strlen (point) <= 4;
}

void
_pm_byline_add_credit (GPtrArray *names, const char *text)
{
  const char *credit = skip_opening (text);
  gboolean letters = FALSE;

  if (strlen (credit) > MAX_NAME || strstr (credit, "://") != NULL ||
      strpbrk (credit, "@{,[") != NULL || is_placeholder (credit) || is_domain (credit) ||
      names->len >= MAX_NAMES)
    return;
  for (const char *at = credit; *at != '\0' && !letters; at = g_utf8_next_char (at))
    letters = g_unichar_isalpha (g_utf8_get_char (at));
  if (letters)
    g_ptr_array_add (names, g_strdup (credit));
}
