/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-stub-private.h"

#include <string.h>

#include "pm-markup-private.h"
#include "pm-notice.h"

/* In characters of running text: a page with more has something to say beside its error or form. */
#define MAX_ERROR 800
#define MAX_LOGIN 600
#define MAX_VIDEO 800
#define MAX_PAYWALLED 1500
#define MAX_DECLARED 4000
/* In letters of the whole page: one with a password and hardly more is a form, one with a choice
 * about cookies and hardly more is a wall. */
#define MAX_FORM 1500
#define MAX_CONSENT 6000
/* In bytes. */
#define MAX_HEADING 160
#define MAX_CHOICE 60
#define MAX_CHOICE_NODES 50
#define MAX_HEADINGS 4
#define MAX_TEXT 4096

/* Whole titles of error pages, in lower case. */
static const char *const error_titles[] = { "400",       "401",   "403",
                                            "404",       "410",   "429",
                                            "500",       "502",   "503",
                                            "504",       "error", "fehler",
                                            "forbidden", "oops",  "security check",
                                            NULL };

/* How they begin. A number alone begins headlines as well: "500 jobs to go". */
static const char *const error_openings[] = {
  "400 bad",       "401 un",        "403 forb",       "404 not",      "404 -",
  "404 –",         "404 |",         "404:",           "404 error",    "404 page",
  "410 gone",      "429 too many",  "500 internal",   "502 bad",      "503 service",
  "504 gateway",   "http 4",        "http 5",         "http error",   "error 4",
  "error 5",       "fehler 4",      "erreur 4",       "errore 4",     "not found",
  "access denied", "just a moment", "attention requ", "service unav", NULL
};

/* What stands somewhere in them. */
static const char *const error_phrases[] = { "page not found",
                                             "page can't be found",
                                             "page can’t be found",
                                             "page cannot be found",
                                             "page could not be found",
                                             "page doesn't exist",
                                             "page doesn’t exist",
                                             "page does not exist",
                                             "page isn't available",
                                             "page isn’t available",
                                             "page unavailable",
                                             "site is temporarily unavailable",
                                             "service temporarily unavailable",
                                             "404 error",
                                             "error 404",
                                             "are you a robot",
                                             "verify you are human",
                                             "pardon our interruption",
                                             "seite nicht gefunden",
                                             "seite wurde nicht gefunden",
                                             "seite nicht verfügbar",
                                             "seite ist nicht verfügbar",
                                             "page introuvable",
                                             "page non trouvée",
                                             "página no encontrada",
                                             "pagina non trovata",
                                             "página não encontrada",
                                             "pagina niet gevonden",
                                             "sidan kunde inte hittas",
                                             "nie znaleziono strony",
                                             "страница не найдена",
                                             NULL };

/* In the text of checks for robots. */
static const char *const robot_phrases[] = { "verify you are human",
                                             "verify you are a human",
                                             "verifying you are human",
                                             "you are not a robot",
                                             "you're not a robot",
                                             "enable javascript and cookies to continue",
                                             "checking your browser before accessing",
                                             "unusual traffic from your",
                                             NULL };

static const char *const login_openings[] = {
  "log in",    "login",     "log on",    "sign in",      "signin",       "anmelden",
  "anmeldung", "einloggen", "connexion", "se connecter", "iniciar sesi", "inicia sesi",
  "accedi",    "inloggen",  "entrar",    "fazer login",  "logga in",     "zaloguj",
  "вход",      "войти",     NULL
};

static const char *const consent_words[] = {
  "cookie",  "consent",     "your privacy", "tracking",     "advertising", "einwilligung",
  "zustimm", "datenschutz", "traceurs",     "consentement", "toestemming", "согласи",
  NULL
};

static const char *const consent_choices[] = {
  "accept",    "agree",         "i agree",  "allow",    "akzeptier",  "alle akz",
  "zustimmen", "einverstanden", "accepter", "tout acc", "j'accepte",  "j’accepte",
  "aceptar",   "aceito",        "aceitar",  "accetta",  "accepteren", "akkoord",
  "godkänn",   "zgadzam",       "принять",  "соглас",   NULL
};

static gboolean
begins_with (const char *text, const char *const *openings)
{
  for (; *openings != NULL; openings++)
    if (g_str_has_prefix (text, *openings))
      return TRUE;
  return FALSE;
}

static gboolean
holds (const char *text, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (strstr (text, *phrases) != NULL)
      return TRUE;
  return FALSE;
}

static char *
dup_lower (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, MIN (length, strlen (text)));
  g_autofree char *collapsed = _pm_markup_collapse (valid);

  return g_utf8_strdown (collapsed, -1);
}

/* Returns: (element-type utf8): the page's title and its main headings, in lower case. */
static GPtrArray *
list_headings (const PmTree *tree)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);

  for (const PmNode *node = tree->root; node != NULL && headings->len < MAX_HEADINGS;
       node = _pm_node_next (node, tree->root, FALSE))
    if (node->tag == GUMBO_TAG_H1 && !(node->flags & PM_NODE_DROPPED))
      {
        g_autofree char *text = _pm_node_dup_text (node);

        g_ptr_array_add (headings, dup_lower (text, MAX_HEADING));
      }
    else if (node->tag == GUMBO_TAG_TITLE && node->first != NULL && node->first->text != NULL)
      g_ptr_array_add (headings, dup_lower (node->first->text, MAX_HEADING));
  return headings;
}

static gboolean
is_error (GPtrArray *headings, PmDocument *document)
{
  g_autofree char *text = dup_lower (pm_document_get_text (document), MAX_TEXT);

  for (guint i = 0; i < headings->len; i++)
    if (g_strv_contains (error_titles, headings->pdata[i]) ||
        begins_with (headings->pdata[i], error_openings) ||
        holds (headings->pdata[i], error_phrases))
      return TRUE;
  return holds (text, robot_phrases);
}

static gboolean
is_login (GPtrArray *headings, const PmCensus *census)
{
  for (guint i = 0; i < headings->len; i++)
    if (begins_with (headings->pdata[i], login_openings))
      return TRUE;
  return census->n_passwords > 0 && census->letters < MAX_FORM;
}

/* The share of the text that is in paragraphs about cookies. */
static double
get_consent_share (PmDocument *document)
{
  const char *text = pm_document_get_text (document);
  gsize n_marks, all = 0, about = 0;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (pm_mark_is_block (&marks[i]))
      {
        gsize length = marks[i].span.end - marks[i].span.start;
        g_autofree char *block = g_strndup (text + marks[i].span.start, length);
        g_autofree char *lower = g_utf8_strdown (block, -1);

        all += length;
        about += holds (lower, consent_words) ? length : 0;
      }
  return all > 0 ? (double) about / all : 0;
}

/* Returns: (transfer full): what a link or a button says, in lower case. Buttons are left out of
 * what _pm_node_dup_text() gives. */
static char *
dup_choice (const PmNode *choice)
{
  g_autoptr (GString) label = g_string_new (_pm_node_get_attribute (choice, "value"));
  const PmNode *node = choice;

  for (guint n = 0; node != NULL && label->len < MAX_CHOICE && n < MAX_CHOICE_NODES; n++)
    {
      if (_pm_node_is_text (node))
        g_string_append (label, node->text);
      node = _pm_node_next (node, choice, FALSE);
    }
  return dup_lower (label->str, MAX_CHOICE);
}

static gboolean
offers_choice (const PmTree *tree)
{
  for (const PmNode *node = tree->root; node != NULL;
       node = _pm_node_next (node, tree->root, FALSE))
    if (node->tag == GUMBO_TAG_A || node->tag == GUMBO_TAG_BUTTON || node->tag == GUMBO_TAG_INPUT)
      {
        g_autofree char *label = dup_choice (node);

        if (begins_with (label, consent_choices))
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_segment (const char *url, const char *const *words)
{
  g_auto (GStrv) parts = g_strsplit_set (url, "/.?#", 16);

  for (char **part = parts; *part != NULL; part++)
    if (g_strv_contains (words, *part))
      return TRUE;
  return FALSE;
}

static gboolean
is_consent (PmDocument *document, const PmTree *tree, const char *url)
{
  static const char *const names[] = { "consent", "cookiewall", "cookie-consent", "zustimmung",
                                       NULL };

  if (has_segment (url, names))
    return TRUE;
  return get_consent_share (document) > 0.5 && offers_choice (tree);
}

static gboolean
is_video (const PmCensus *census, PmJsonLd *json_ld, const char *url)
{
  static const char *const names[] = { "video", "videos", "watch", "tv", "mediathek", NULL };
  const char *host = strstr (url, "://");
  const char *path = host != NULL ? strchr (host + 3, '/') : NULL;

  if (census->og_type != NULL && g_ascii_strncasecmp (census->og_type, "video", 5) == 0)
    return TRUE;
  return (census->n_videos > 0 || _pm_json_ld_find_type (json_ld, "VideoObject") != NULL) &&
         path != NULL && has_segment (path, names);
}

/* Many pages say that they are not free and hold all of their text, for search engines to read. */
static gboolean
is_paywalled (const PmEvidence *evidence, const PmCensus *census, PmJsonLd *json_ld)
{
  JsonObject *article = _pm_json_ld_get_article (json_ld);

  if (evidence->prose < MAX_DECLARED && ((article != NULL && _pm_json_ld_is_paywalled (article)) ||
                                         g_strcmp0 (census->content_tier, "locked") == 0))
    return TRUE;
  return census->n_paywalls > 0 && evidence->prose < MAX_PAYWALLED &&
         evidence->values[PM_EVIDENCE_UNSAID] == 0;
}

const char *
_pm_stub_find (const PmEvidence *evidence,
               const PmCensus *census,
               const PmTree *tree,
               PmJsonLd *json_ld,
               const PmMetadata *metadata,
               PmDocument *document,
               const char *url)
{
  gboolean is_claimed = metadata->values[PM_META_BYLINE] != NULL ||
                        metadata->values[PM_META_PUBLISHED] != NULL;
  g_autoptr (GPtrArray) headings = NULL;

  /* What has an author or a date is a short article, whatever its title says. */
  if (!is_claimed && evidence->prose < MAX (MAX_ERROR, MAX_LOGIN))
    {
      headings = list_headings (tree);
      if (evidence->prose < MAX_ERROR && is_error (headings, document))
        return PM_NOTICE_ERROR_PAGE;
      if (evidence->prose < MAX_LOGIN && is_login (headings, census))
        return PM_NOTICE_LOGIN;
    }
  if (!is_claimed && census->letters < MAX_CONSENT && is_consent (document, tree, url))
    return PM_NOTICE_CONSENT;
  if (is_paywalled (evidence, census, json_ld))
    return PM_NOTICE_PAYWALLED;
  if (evidence->prose < MAX_VIDEO && is_video (census, json_ld, url))
    return PM_NOTICE_VIDEO;
  return NULL;
}
