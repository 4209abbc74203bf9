/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"

/* Cuts a unit at its commas, colons and dashes, and finds the verb of speech in each part. */

#define MAX_DATELINE 14
/* "ne s'est-il" */
#define MAX_TO_ENCLITIC 6

static gboolean
is_dash (const PmToken *token)
{
  return token->mark == 0x2014 || token->mark == 0x2013 ||
         (token->mark == '-' && token->gap != PM_GAP_NONE);
}

static gboolean
is_separator (const PmToken *token)
{
  return token->mark == ',' || token->mark == ';' || token->mark == ':' || is_dash (token);
}

static guint
skip_bracket (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;

  for (guint k = i + 1; k < MIN (self->unit.end, i + 40); k++)
    if (tokens[k].mark == (tokens[i].mark == '(' ? ')' : ']'))
      return k;
  return i;
}

/* "in der „Zeit“", «Los detectives salvajes»: marks around a name. */
gboolean
_pm_clauses_is_name (PmFrames *self, PmTokenRange marked)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmToken *first = &tokens[marked.first + 1];
  guint capitals = 0;
  guint words = 0;

  if (marked.first == 0 || tokens[marked.first - 1].mark == ':')
    return FALSE;
  for (guint i = marked.first; i < marked.end; i++)
    {
      gunichar mark = tokens[i].mark;

      if (mark == '.' || mark == '!' || mark == '?' || mark == ',' || mark == 0x2026)
        return FALSE;
      words += tokens[i].kind <= PM_TOKEN_NUMBER;
      capitals += pm_token_is_capital (&tokens[i]);
    }
  if (!self->context->language->noun_capitals)
    return words < 5 && pm_token_is_capital (first);
  return words < 4 && capitals == words &&
         pm_token_is (&tokens[marked.first - 1],
                      PM_WORD_DETERMINER | PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_NAMING);
}

guint
_pm_clauses_skip_name (PmFrames *self, guint i)
{
  PmTokenRange marked;

  if (self->inside[i] == 0)
    return 0;
  marked = _pm_frames_get_marked (self, self->inside[i] - 1)->range;
  return _pm_clauses_is_name (self, marked) ? marked.end : 0;
}

/* "X l'assure :": before a colon and behind its subject, a verb may have an article's word as its
 * object. */
static gboolean
takes_pronoun (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;

  return i + 1 < self->unit.end && tokens[i + 1].mark == ':' && i >= self->unit.first + 2 &&
         pm_token_is_article (&tokens[i - 1]) && tokens[i - 2].kind == PM_TOKEN_WORD &&
         !pm_token_is (&tokens[i - 2], PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_BE);
}

/* A word of speech, or one that stands for it, at token @i; how many tokens it has. */
static guint
match_cue (PmFrames *self, guint i, guint64 *classes, guint *traits)
{
  const PmToken *token = &self->tokens->tokens[i];
  gboolean first = i == self->unit.first || self->tokens->tokens[i - 1].kind == PM_TOKEN_MARK;
  guint n = token->phrase_words;

  if (n > 1 && token->phrase_classes & (PM_WORD_ACCORDING | PM_WORD_SAY))
    {
      *classes = token->phrase_classes;
      *traits = token->phrase_traits;
      return n;
    }
  if ((token->letters != PM_CASE_LOWER && !first) ||
      (!first && pm_token_is (token - 1, PM_WORD_NEGATION)))
    return 0;
  /* "de dénoncer", "para pedir", "в заявлении": no finite verb stands behind a preposition. */
  if (!first && !self->context->language->noun_capitals &&
      pm_token_is (token - 1, PM_WORD_PREPOSITION | PM_WORD_OF) &&
      !pm_token_is (token - 1, PM_WORD_AUXILIARY) &&
      !pm_token_has (token - 1, PM_TRAIT_ASIDE | PM_TRAIT_CLAUSE))
    return 0;
  /* Where nouns have no capital, an article tells them from verbs: "el anuncio". */
  if (!first && !self->context->language->noun_capitals &&
      pm_token_is (token - 1, PM_WORD_DETERMINER) && !pm_token_is (token - 1, PM_WORD_AUXILIARY) &&
      !takes_pronoun (self, i))
    return 0;
  *classes = token->classes;
  *traits = token->traits;
  return pm_token_is (token, PM_WORD_ACCORDING | PM_WORD_SAY) ? 1 : 0;
}

static guint
weigh_cue (guint64 classes, guint traits)
{
  if (classes & (PM_WORD_SAY_SURE | PM_WORD_ACCORDING))
    return 3;
  return traits & PM_TRAIT_WEAK ? 1 : 2;
}

/* „…“, brummte X: the place says that a word no list knows is a verb of speech. */
static gboolean
looks_like_cue (PmFrames *self, const PmClause *clause)
{
  const PmToken *first = &self->tokens->tokens[clause->range.first];

  return clause->range.end > clause->range.first + 1 && first->letters == PM_CASE_LOWER &&
         !pm_token_is (first, PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_DETERMINER |
                                  PM_WORD_AUXILIARY | PM_WORD_AND);
}

/* "…", s'est-il indigné: behind a quotation a pronoun behind its verb says who speaks. Returns: the
 * hyphen between them; 0 for none. */
static guint
find_enclitic (PmFrames *self, const PmClause *clause)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (clause->range.end, clause->range.first + MAX_TO_ENCLITIC);

  for (guint i = clause->range.first + 2; i < limit; i++)
    if (pm_token_has (&tokens[i], PM_TRAIT_ENCLITIC) && tokens[i - 1].mark == '-' &&
        pm_token_is (&tokens[i], PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY))
      return i - 1;
  return 0;
}

static void
find_cue (PmFrames *self, PmClause *clause)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean capitals = self->context->language->noun_capitals;
  guint weight = 0;

  for (guint i = clause->range.first; i < clause->range.end; i++)
    {
      guint64 classes;
      guint traits;
      guint n;

      if (self->inside[i] > 0)
        continue;
      /* "the one who wrote most about it": more about a name, no report. */
      if (clause->before == ',' && i > clause->range.first && clause->cue.end == 0 &&
          pm_token_is (&tokens[i], PM_WORD_THAT) && !capitals)
        break;
      n = match_cue (self, i, &classes, &traits);
      /* "Pour X, …" speaks for X at the start of a sentence only. */
      if (n > 0 && classes & PM_WORD_ACCORDING && traits & PM_TRAIT_WEAK && i > self->unit.first)
        n = 0;
      /* Of two verbs the surer one reports. */
      if (n == 0 || weigh_cue (classes, traits) <= weight)
        continue;
      weight = weigh_cue (classes, traits);
      clause->cue = (PmTokenRange){ i, i + n };
      clause->cue_classes = classes;
      clause->cue_traits = traits;
    }
  if (clause->range.end <= clause->range.first + 1)
    return;
  clause->as = pm_token_has (&tokens[clause->range.first], PM_TRAIT_SO) ||
               (clause->cue.end > 0 && pm_token_has (&tokens[clause->range.first], PM_TRAIT_ASIDE));
  if (clause->cue.end == 0 && clause->as)
    clause->cue = (PmTokenRange){ clause->range.first, clause->range.first + 1 };
}

static gboolean
is_end_mark (const PmToken *token)
{
  return token->mark == '.' || token->mark == '!' || token->mark == '?' || token->mark == 0x2026;
}

static gboolean
has_mood (PmFrames *self, PmTokenRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (pm_token_has (&self->tokens->tokens[i], PM_TRAIT_REPORTED))
      return TRUE;
  return FALSE;
}

/* Whether a word that no list knows may say who speaks behind the mark @before: where a dash parts
 * it from the quotation, nothing else does. */
static gboolean
may_close (PmFrames *self, gunichar before)
{
  const PmLanguage *language = self->context->language;

  return language->noun_capitals || !language->that_after_comma || before == 0x2014 ||
         before == 0x2013 || before == '-';
}

static void
add (PmFrames *self, GArray *clauses, guint first, guint end, gunichar before)
{
  const PmClause *last = clauses->len > 0 ? &g_array_index (clauses, PmClause, clauses->len - 1)
                                          : NULL;
  gboolean after_said = last != NULL && (last->marked || has_mood (self, last->range));
  PmClause clause = { .range = { first, end }, .before = before };

  while (clause.range.end > first && self->inside[clause.range.end - 1] == 0 &&
         is_end_mark (&self->tokens->tokens[clause.range.end - 1]))
    clause.range.end--;
  if (clause.range.end <= first)
    return;
  clause.marked = self->inside[first] > 0 &&
                  self->inside[first] == self->inside[clause.range.end - 1];
  if (!clause.marked)
    find_cue (self, &clause);
  if (!clause.marked && clause.cue.end == 0 && after_said && may_close (self, before) &&
      looks_like_cue (self, &clause))
    {
      clause.cue = (PmTokenRange){ first, first + 1 };
      clause.cue_classes = PM_WORD_SAY;
    }
  else if (!clause.marked && clause.cue.end == 0 && after_said && find_enclitic (self, &clause) > 0)
    {
      clause.cue = (PmTokenRange){ first, find_enclitic (self, &clause) };
      clause.cue_classes = PM_WORD_SAY;
    }
  g_array_append_val (clauses, clause);
}

/* "Berlin (dpa) – ", "Vigo, 22 may (EFE).- " open no clause. */
static guint
skip_dateline (PmFrames *self)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = self->unit.first;

  if (tokens[first].gap != PM_GAP_PARAGRAPH || !pm_token_is_capital (&tokens[first]))
    return first;
  for (guint i = first + 1; i < MIN (self->unit.end, first + MAX_DATELINE); i++)
    {
      if (is_dash (&tokens[i]) || (tokens[i].mark == '-' && tokens[i - 1].mark == '.'))
        return i + 1 < self->unit.end ? i + 1 : first;
      if (tokens[i].mark == '(')
        i = skip_bracket (self, i);
      else if (!pm_token_is_capital (&tokens[i]) && tokens[i].kind != PM_TOKEN_NUMBER &&
               tokens[i].mark != ',' && tokens[i].mark != '.' &&
               !pm_token_is (&tokens[i], PM_WORD_CALENDAR))
        break;
    }
  return first;
}

/* "X said … and called it …": another verb of speech behind "and" opens a clause of its own. */
static gboolean
goes_on_saying (PmFrames *self, GArray *clauses, guint first, guint and)
{
  const PmToken *tokens = self->tokens->tokens;
  guint64 classes;
  guint traits;

  if (!pm_token_is (&tokens[and], PM_WORD_AND) || and+1 >= self->unit.end ||
      self->inside[and+1] > 0 || !match_cue (self, and+1, &classes, &traits) ||
      !(classes & PM_WORD_SAY))
    return FALSE;
  if (clauses->len > 0 && pm_token_is (&tokens[first], PM_WORD_THAT) &&
      g_array_index (clauses, PmClause, clauses->len - 1).cue.end > 0)
    return TRUE;
  for (guint i = first; i < and; i++)
    if (self->inside[i] == 0 && match_cue (self, i, &classes, &traits) && classes & PM_WORD_SAY)
      return TRUE;
  return FALSE;
}

GArray *
_pm_clauses_split (PmFrames *self)
{
  const PmToken *tokens = self->tokens->tokens;
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (PmClause));
  guint first = skip_dateline (self);
  gunichar before = 0;

  for (guint i = first; i < self->unit.end; i++)
    {
      if (self->inside[i] > 0)
        {
          guint m = self->inside[i];

          while (i + 1 < self->unit.end && self->inside[i + 1] == m)
            i++;
          /* What follows a quotation that opened the clause is a clause of its own. */
          if (first < i && self->inside[first] == m &&
              !_pm_clauses_is_name (self, (PmTokenRange){ first, i + 1 }))
            {
              add (self, clauses, first, i + 1, before);
              first = i + 1;
              before = '"';
            }
          continue;
        }
      if (tokens[i].mark == '(' || tokens[i].mark == '[')
        i = skip_bracket (self, i);
      else if (goes_on_saying (self, clauses, first, i))
        {
          add (self, clauses, first, i, before);
          before = ',';
          first = i;
        }
      else if (is_separator (&tokens[i]))
        {
          if (i > first)
            add (self, clauses, first, i, before);
          before = tokens[i].mark;
          first = i + 1;
        }
    }
  add (self, clauses, first, self->unit.end, before);
  return clauses;
}
