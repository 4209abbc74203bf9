/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clause-reader-private.h"

/* What a clause with a verb of speech reports: the clauses before it, those after it, or its
 * object, which pm-clause-objects.c finds. */

#define MIN_CLAUSE 2
/* The word that makes a clause a question is among so many. */
#define MAX_TO_QUESTION 3

guint
_pm_clauses_count_words (PmClauseReader *r, PmTokenRange range)
{
  guint words = 0;

  for (guint i = range.first; i < range.end; i++)
    words += r->tokens[i].kind <= PM_TOKEN_NUMBER;
  return words;
}

gboolean
_pm_clauses_has (PmClauseReader *r, PmTokenRange range, guint traits)
{
  for (guint i = range.first; i < range.end; i++)
    if (r->frames->inside[i] == 0 && pm_token_has (&r->tokens[i], traits))
      return TRUE;
  return FALSE;
}

/* Takes the quotations of @range. Returns how many. */
static guint
take_marked (PmClauseReader *r, PmTokenRange range)
{
  PmFrames *self = r->frames;
  guint taken = 0;

  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      PmTokenRange marked = _pm_frames_get_marked (self, m)->range;

      if (marked.first < range.first || marked.end > range.end)
        continue;
      self->done[m] = TRUE;
      taken++;
    }
  return taken;
}

/* "said that …", "according to …": whoever stands there speaks. */
static gboolean
is_clause_of (PmClauseReader *r, PmTokenRange range, PmTokenRange cue)
{
  const PmToken *token = &r->tokens[cue.first];

  if (cue.end <= cue.first)
    return FALSE;
  if (pm_token_is (token, PM_WORD_ACCORDING) || token->phrase_classes & PM_WORD_ACCORDING)
    return TRUE;
  if (range.first > cue.first && pm_token_is (&r->tokens[range.first - 1], PM_WORD_THAT))
    return pm_token_is (token, PM_WORD_SAY_SURE) ||
           (range.first <= cue.end + 2 && !pm_token_has (token, PM_TRAIT_WEAK));
  return pm_token_is (token, PM_WORD_SAY_SURE) && range.first == cue.end &&
         (pm_token_is (&r->tokens[range.first], PM_WORD_INFINITIVE) ||
          pm_token_has (&r->tokens[range.first], PM_TRAIT_VERB));
}

/* Whether the words that name @speaker name nobody who could say a clause: "the rise in rents". */
static gboolean
is_thing (PmClauseReader *r, const PmSpeaker *speaker)
{
  if (speaker == NULL || g_strcmp0 (speaker->rule, "words") != 0)
    return FALSE;
  for (guint i = speaker->words.first; i < speaker->words.end; i++)
    if ((r->tokens[i].letters == PM_CASE_UPPER && !pm_token_has (&r->tokens[i], PM_TRAIT_ELIDED)) ||
        pm_token_is (&r->tokens[i], PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_ORG_HEAD |
                                        PM_WORD_GROUP | PM_WORD_PLURAL | PM_WORD_WRITING |
                                        PM_WORD_DOCUMENT | PM_WORD_PRONOUN | PM_WORD_KNOWN_ORG |
                                        PM_WORD_PLACE | PM_WORD_DEMONYM) ||
        pm_token_has (&r->tokens[i], PM_TRAIT_PERSONAL) ||
        _pm_context_get_mention (r->frames->context, i) != NULL)
      return FALSE;
  return TRUE;
}

gboolean
_pm_clauses_report (PmClauseReader *r,
                    PmTokenRange range,
                    const PmSpeaker *speaker,
                    PmTokenRange cue)
{
  PmFrames *self = r->frames;
  gboolean whole;
  guint taken;

  while (range.end > range.first && self->inside[range.end - 1] == 0 &&
         r->tokens[range.end - 1].kind == PM_TOKEN_MARK && r->tokens[range.end - 1].mark != ')')
    range.end--;
  while (range.first < range.end && self->inside[range.first] == 0 &&
         (r->tokens[range.first].kind == PM_TOKEN_MARK ||
          pm_token_is (&r->tokens[range.first], PM_WORD_THAT)))
    range.first++;
  if (range.end <= range.first)
    return FALSE;
  whole = self->inside[range.first] > 0 && self->inside[range.first] == self->inside[range.end - 1];
  if (!whole && range.end < range.first + MIN_CLAUSE)
    return FALSE;
  if (!whole && !is_clause_of (r, range, cue) && is_thing (r, speaker))
    return FALSE;
  taken = take_marked (r, range);
  _pm_frames_emit (self,
                   whole       ? PM_QUOTE_DIRECT
                   : taken > 0 ? PM_QUOTE_MIXED
                               : PM_QUOTE_INDIRECT,
                   range, speaker, cue);
  return TRUE;
}

/* Whether the verb of speech in @clause is the writer's and not part of what was said before. */
static gboolean
begins_anew (PmClauseReader *r, const PmClause *clause)
{
  const PmToken *first = &r->tokens[clause->range.first];

  if (clause->cue.end == 0 ||
      (pm_token_has (first, PM_TRAIT_CLAUSE) && !pm_token_has (first, PM_TRAIT_ALONG)))
    return FALSE;
  return clause->cue.first == clause->range.first || clause->cue_classes & PM_WORD_SAY_SURE ||
         pm_token_is (first, PM_WORD_AND);
}

/* "…, but to those who fly, she recommends": where the clause at @end, which begins with its verb,
 * really begins; not before @k. */
static guint
find_beginning (PmClauseReader *r, guint k, guint end)
{
  const PmClause *clause = _pm_clauses_get (r, end);

  if (clause->cue.first != clause->range.first)
    return end;
  for (guint n = end - 1; n > k && n + 3 > end; n--)
    if (_pm_clauses_get (r, n)->before == ',' &&
        pm_token_is (&r->tokens[_pm_clauses_get (r, n)->range.first], PM_WORD_AND))
      return n;
  return end;
}

/* The clauses from @k on, as far as no other verb of speech, semicolon or colon ends them. */
static guint
find_content_end (PmClauseReader *r, guint k)
{
  for (guint end = k + 1; end < r->clauses->len; end++)
    {
      const PmClause *clause = _pm_clauses_get (r, end);

      if (clause->before == ';' || clause->before == ':')
        return end;
      if (begins_anew (r, clause))
        return find_beginning (r, k, end);
    }
  return r->clauses->len;
}

PmTokenRange
_pm_clauses_join (PmClauseReader *r, guint first, guint end)
{
  return (PmTokenRange){ _pm_clauses_get (r, first)->range.first,
                         _pm_clauses_get (r, end - 1)->range.end };
}

void
_pm_clauses_use (PmClauseReader *r, guint first, guint end)
{
  for (guint k = first; k < end; k++)
    _pm_clauses_get (r, k)->used = TRUE;
}

/* ", et …", ", dont …", ", parce que …" behind a cue: more of the sentence before it. */
static gboolean
adds_to_said (PmClauseReader *r, const PmClause *clause)
{
  const PmToken *first = &r->tokens[clause->range.first];

  return !r->frames->context->language->noun_capitals && clause->before == ',' &&
         clause->range.end > clause->range.first + 2 &&
         (pm_token_is (first, PM_WORD_AND) ||
          pm_token_has (first, PM_TRAIT_CLAUSE | PM_TRAIT_ALONG));
}

/* "…, said Anna Lind, of the union": more about her. */
static gboolean
tells_of_speaker (PmClauseReader *r, guint k, const PmSpeaker *speaker)
{
  const PmClause *clause = _pm_clauses_get (r, k);

  return speaker->words.end + 1 == clause->range.first && g_strcmp0 (speaker->rule, "name") == 0 &&
         pm_token_is (&r->tokens[clause->range.first], PM_WORD_OF);
}

/* Whether the clauses from @k on go on with what the quotation or clause before the cue said. */
static gboolean
goes_on (PmClauseReader *r, guint k, gboolean direct)
{
  const PmClause *clause = _pm_clauses_get (r, k);
  const PmToken *first = &r->tokens[clause->range.first];

  if (clause->marked)
    return TRUE;
  if (direct || clause->cue.end > 0)
    return FALSE;
  if (adds_to_said (r, clause))
    return TRUE;
  return _pm_clauses_has (r, clause->range, PM_MOODS) || pm_token_is (first, PM_WORD_THAT) ||
         (pm_token_is (first, PM_WORD_PREPOSITION | PM_WORD_AND) &&
          clause->range.end - clause->range.first > 4 &&
          _pm_clauses_get (r, r->clauses->len - 1)->range.end - clause->range.first > 6);
}

gboolean
_pm_clauses_is_stress (PmClauseReader *r, const PmClause *clause)
{
  return clause->range.end == clause->range.first + 1 &&
         pm_token_is (&r->tokens[clause->range.first],
                      PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY | PM_WORD_DETERMINER);
}

/* "who calls himself innocent": whatever verb it has, it only tells more of its noun. */
static gboolean
is_relative_clause (PmClauseReader *r, const PmClause *clause)
{
  const PmToken *first = &r->tokens[clause->range.first];

  return clause->before == ',' && !pm_token_is (first, PM_WORD_DETERMINER) &&
         (pm_token_is (first, PM_WORD_WHO) ||
          (pm_token_is (first, PM_WORD_THAT) && !r->frames->context->language->that_after_comma));
}

gboolean
_pm_clauses_is_nominal (PmClauseReader *r, const PmClause *clause)
{
  if (clause->used || clause->marked)
    return FALSE;
  if (_pm_clauses_is_stress (r, clause) || is_relative_clause (r, clause))
    return TRUE;
  if (clause->cue.end > 0)
    return FALSE;
  for (guint i = clause->range.first; i < clause->range.end; i++)
    {
      const PmToken *token = &r->tokens[i];
      guint end = _pm_clauses_skip_name (r->frames, i);

      if (end > 0)
        {
          i = end - 1;
          continue;
        }
      if (r->frames->inside[i] > 0)
        return FALSE;
      if (pm_token_is (token, PM_WORD_THAT | PM_WORD_WHO) &&
          !pm_token_is (token, PM_WORD_DETERMINER))
        return TRUE;
      if (pm_token_has (token, PM_TRAIT_FINITE | PM_MOODS) ||
          pm_token_is (token, PM_WORD_NEGATION | PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY |
                                  PM_WORD_FIRST | PM_WORD_IT))
        return FALSE;
    }
  return TRUE;
}

/* "There, said X, it had been cold": a few words before the cue are not all that was said. */
static gboolean
read_around (PmClauseReader *r, guint first, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = _pm_clauses_get (r, k);
  guint end = find_content_end (r, k + 1);
  PmTokenRange range = _pm_clauses_join (r, k + 1, end);

  /* "The fire, said X, is out": with so little behind the cue, the sentence is what was said. */
  if (_pm_clauses_count_words (r, range) < MIN_CLAUSE)
    range.first = _pm_clauses_get (r, first)->range.first;
  _pm_clauses_use (r, first, end);
  return _pm_clauses_report (r, range, speaker, clause->cue);
}

/* "О решении сообщил X": what the report is about, not what it says. */
static gboolean
is_about (PmClauseReader *r, const PmClause *clause)
{
  return !r->frames->context->language->noun_capitals &&
         pm_token_has (&r->tokens[clause->range.first], PM_TRAIT_OBLIQUE);
}

/* Whether the verb in @k stands within what it reports, so few words before it that those behind it
 * are what is said. */
static gboolean
stands_within (PmClauseReader *r, guint first, guint k)
{
  const PmClause *next = k + 1 < r->clauses->len ? _pm_clauses_get (r, k + 1) : NULL;
  PmTokenRange before;

  if (next == NULL || next->before != ',' || next->used || adds_to_said (r, next))
    return FALSE;
  /* Where a comma parts every clause and no form tells of reports, the last of them counts. */
  if (r->frames->context->language->that_after_comma &&
      !r->frames->context->language->noun_capitals)
    first = k - 1;
  before = _pm_clauses_join (r, first, k);
  return before.end - before.first < PM_MAX_OPENING;
}

gboolean
_pm_clauses_read_inverted (PmClauseReader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = _pm_clauses_get (r, k);
  guint first = k;
  gboolean direct;
  guint end;

  while (first > 0 && !_pm_clauses_get (r, first - 1)->used &&
         _pm_clauses_get (r, first)->before != ';' && _pm_clauses_get (r, first)->before != ':')
    first--;
  if (first == k)
    return FALSE;
  direct = _pm_clauses_get (r, k - 1)->marked;
  if (!direct && is_about (r, _pm_clauses_get (r, first)))
    return FALSE;
  if (!direct && stands_within (r, first, k) && !tells_of_speaker (r, k + 1, speaker))
    return read_around (r, first, k, speaker);
  if (direct && k - 1 > first &&
      _pm_clauses_count_words (r, _pm_clauses_get (r, k - 1)->range) >= PM_MIN_WORDS_ALONE &&
      _pm_clauses_get (r, k - 1)->before == '"')
    first = k - 1;
  if (!_pm_clauses_report (r, _pm_clauses_join (r, first, k), speaker, clause->cue))
    return FALSE;
  _pm_clauses_use (r, first, k + 1);
  if (k + 1 >= r->clauses->len || _pm_clauses_get (r, k + 1)->before == ';' ||
      !goes_on (r, k + 1, direct && first == k - 1))
    return TRUE;
  end = find_content_end (r, k + 1);
  if (_pm_clauses_report (r, _pm_clauses_join (r, k + 1, end), speaker, clause->cue))
    _pm_clauses_use (r, k + 1, end);
  return TRUE;
}

/* Where nouns have capitals, a clause that ends without one ends in its verb. */
static gboolean
ends_in_verb (PmClauseReader *r, PmTokenRange range)
{
  const PmToken *last = &r->tokens[range.end - 1];

  return r->frames->context->language->noun_capitals && range.end - range.first > 2 &&
         last->letters == PM_CASE_LOWER && !pm_token_is (last, PM_WORD_FUNCTION);
}

/* A relative clause stands behind its noun, what a verb says behind any word. */
static gboolean
follows_noun (PmClauseReader *r, guint comma)
{
  return comma > 0 && (pm_token_is_capital (&r->tokens[comma - 1]) ||
                       _pm_context_get_mention (r->frames->context, comma - 1) != NULL);
}

/* "…, протирала ли она экран": the second word makes it a question. */
static gboolean
asks (PmClauseReader *r, const PmClause *clause)
{
  PmTokenRange opening = { clause->range.first,
                           MIN (clause->range.first + MAX_TO_QUESTION, clause->range.end) };

  return r->frames->context->language->that_after_comma &&
         !r->frames->context->language->noun_capitals &&
         _pm_clauses_has (r, opening, PM_TRAIT_QUESTION);
}

/* Whether the clause at @k after a verb of speech is what it says. */
static gboolean
may_report (PmClauseReader *r, guint k, const PmClause *cue, const PmSpeaker *speaker)
{
  const PmClause *clause = _pm_clauses_get (r, k);
  const PmToken *first = &r->tokens[clause->range.first];
  PmTokenRange rest = { clause->range.first, r->frames->unit.end };

  if (clause->marked)
    return TRUE;
  /* "says Anna Lind, that …" is about her where no comma stands before what is said; "says, for her
   * part, that …" is not. */
  if (pm_token_is (first, PM_WORD_THAT))
    return r->frames->context->language->that_after_comma || clause->before != ',' ||
           cue->cue.end == cue->range.end;
  if (clause->before != ',' && clause->before != ':')
    return FALSE;
  if (clause->before == ',' && asks (r, clause) && !(cue->cue_traits & PM_TRAIT_WEAK))
    return TRUE;
  if (clause->before == ',' && clause->cue.end > 0 && clause->cue.first == clause->range.first)
    return FALSE;
  if (_pm_clauses_has (r, rest, PM_MOODS))
    return TRUE;
  if (clause->before == ':')
    return (cue->cue_classes & PM_WORD_SAY_SURE) != 0;
  if (cue->cue_traits & PM_TRAIT_WEAK || pm_token_has (first, PM_TRAIT_CLAUSE))
    return FALSE;
  if (ends_in_verb (r, clause->range) &&
      !(pm_token_is (first, PM_WORD_WHO) && follows_noun (r, clause->range.first - 1)))
    return TRUE;
  if (pm_token_is (first, PM_WORD_WHO) && !_pm_clauses_has (r, clause->range, PM_TRAIT_FINITE))
    return FALSE;
  return r->frames->context->language->noun_capitals &&
         (cue->cue_classes & PM_WORD_SAY_SURE) != 0 && !pm_token_is (first, PM_WORD_AND);
}

/* "pour", "para": with a "that" behind it, it tells what for. */
static gboolean
opens_purpose (const PmToken *token)
{
  return pm_token_is (token, PM_WORD_ACCORDING) && pm_token_has (token, PM_TRAIT_WEAK) &&
         pm_token_is (token, PM_WORD_PREPOSITION);
}

/* Whether the "that" at @i begins a relative clause: behind an object, not behind the verb, its
 * subject @speaker or an aside. */
static gboolean
is_relative (PmClauseReader *r, guint from, guint i, const PmSpeaker *speaker)
{
  if (i == from || i == speaker->words.end ||
      pm_token_is (&r->tokens[i - 1], PM_WORD_CALENDAR | PM_WORD_TIME))
    return FALSE;
  /* "con el que", "ce que", "para que" */
  if (pm_token_is (&r->tokens[i - 1], PM_WORD_DETERMINER) || opens_purpose (&r->tokens[i - 1]))
    return TRUE;
  for (guint k = i; k > from; k--)
    if (pm_token_is (&r->tokens[k - 1], PM_WORD_DETERMINER))
      return k - 1 == from || !pm_token_is (&r->tokens[k - 2],
                                            PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_DETERMINER);
    else if (k - 1 < speaker->words.end && k - 1 >= speaker->words.first)
      return FALSE;
  return FALSE;
}

guint
_pm_clauses_find_that (PmClauseReader *r, PmTokenRange range, const PmSpeaker *speaker)
{
  if (range.first < range.end && r->frames->inside[range.first] == 0 &&
      pm_token_has (&r->tokens[range.first], PM_TRAIT_QUESTION))
    return range.first;
  for (guint i = range.first; i < range.end; i++)
    if (r->frames->inside[i] == 0 && pm_token_is (&r->tokens[i], PM_WORD_THAT))
      return is_relative (r, range.first, i, speaker) ? 0 : i + 1;
  return 0;
}

/* "… and says", "… and that": what is reported ends before another verb or clause. */
static PmTokenRange
cut (PmClauseReader *r, PmTokenRange range)
{
  for (guint i = range.first + 2; i + 1 < range.end; i++)
    if (r->frames->inside[i] == 0 && pm_token_is (&r->tokens[i], PM_WORD_AND) &&
        (pm_token_is (&r->tokens[i + 1], PM_WORD_THAT) ||
         (pm_token_is (&r->tokens[i + 1], PM_WORD_SAY) &&
          r->tokens[i + 1].letters == PM_CASE_LOWER)))
      return (PmTokenRange){ range.first, i };
  return range;
}

/* "X demands more money, reports Y": it is Y who says so. */
static gboolean
is_told_next (PmClauseReader *r, guint k)
{
  const PmClause *next = k + 1 < r->clauses->len ? _pm_clauses_get (r, k + 1) : NULL;

  return next != NULL && next->before == ',' && next->cue.end > 0 &&
         next->cue.first == next->range.first && next->cue_classes & PM_WORD_SAY &&
         !(next->cue_traits & PM_TRAIT_WEAK);
}

/* "X demands more money", "X says to have seen nothing". */
static gboolean
read_demand (PmClauseReader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = _pm_clauses_get (r, k);
  guint i = _pm_clauses_find_demand (r, clause, speaker);

  if (i == 0 || is_told_next (r, k))
    return FALSE;
  _pm_clauses_use (r, k, k + 1);
  return _pm_clauses_report (r, cut (r, (PmTokenRange){ i, clause->range.end }), speaker,
                             clause->cue);
}

/* The "that" which opens @range, behind a small word: "de que", "en que". Returns: its end for
 * none. */
static guint
skip_to_that (PmClauseReader *r, PmTokenRange range)
{
  guint i = range.first;

  if (pm_token_is (&r->tokens[i], PM_WORD_OF | PM_WORD_PREPOSITION) &&
      !pm_token_is (&r->tokens[i], PM_WORD_THAT))
    i++;
  return i < range.end && pm_token_is (&r->tokens[i], PM_WORD_THAT) ? i : range.end;
}

/* "has hailed, in a letter, …", "thinks, for her part, that …": an aside between commas, right
 * behind the verb in @k. */
static gboolean
is_aside (PmClauseReader *r, guint k, guint next)
{
  const PmClause *clause = _pm_clauses_get (r, next);
  const PmClause *after = next + 1 < r->clauses->len ? _pm_clauses_get (r, next + 1) : NULL;

  return next == k + 1 && after != NULL && clause->before == ',' && after->before == ',' &&
         clause->cue.end == 0 && !clause->marked &&
         _pm_clauses_get (r, k)->cue.end == _pm_clauses_get (r, k)->range.end &&
         (pm_token_is (&r->tokens[clause->range.first], PM_WORD_PREPOSITION) ||
          skip_to_that (r, after->range) < after->range.end);
}

/* "alertó, en un correo, de que": behind the aside the clause begins with its "that". */
static void
drop_link (PmClauseReader *r, PmClause *clause)
{
  guint that = skip_to_that (r, clause->range);

  if (that < clause->range.end)
    clause->range.first = that;
}

gboolean
_pm_clauses_read_opening (PmClauseReader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = _pm_clauses_get (r, k);
  guint that = _pm_clauses_find_that (r, (PmTokenRange){ clause->cue.end, clause->range.end },
                                      speaker);
  guint next = k + 1;
  guint end;

  if (that > 0 && !(clause->cue_traits & PM_TRAIT_WEAK))
    {
      end = find_content_end (r, k);
      _pm_clauses_use (r, k, end);
      return _pm_clauses_report (r,
                                 cut (r, (PmTokenRange){ that, _pm_clauses_join (r, k, end).end }),
                                 speaker, clause->cue);
    }
  while (next < r->clauses->len && (_pm_clauses_get (r, next)->used || is_aside (r, k, next)))
    next++;
  if (next > k + 1 && next < r->clauses->len)
    drop_link (r, _pm_clauses_get (r, next));
  if (next < r->clauses->len && may_report (r, next, clause, speaker))
    {
      end = find_content_end (r, next);
      if (_pm_clauses_report (r, _pm_clauses_join (r, next, end), speaker, clause->cue))
        {
          _pm_clauses_use (r, k, end);
          return TRUE;
        }
    }
  return read_demand (r, k, speaker) || _pm_clauses_read_objects (r, k, speaker);
}
