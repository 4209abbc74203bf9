/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"
#include "pm-speakers-private.h"

/* Reported speech in languages that part their clauses by marks or by a "that" word, and turn
 * subject and verb round: „…“, sagte X; X a dit que …; «…», — сказал X. A clause with a verb of
 * speech reports what stands before it or what comes after it. */

#define MIN_CLAUSE 2
/* Quoted words without a cue of their own must be this many to be speech and not a term. */
#define MIN_WORDS_ALONE 5
/* So few words before an aside are no statement by themselves. */
#define MAX_OPENING 7

#define MOODS (PM_TRAIT_REPORTED | PM_TRAIT_SUPPOSED)

typedef struct
{
  PmFrames *frames;
  const PmToken *tokens;
  GArray *clauses;
} Reader;

static PmClause *
get_clause (Reader *r, guint k)
{
  return &g_array_index (r->clauses, PmClause, k);
}

static guint
count_words (Reader *r, PmTokenRange range)
{
  guint words = 0;

  for (guint i = range.first; i < range.end; i++)
    words += r->tokens[i].kind <= PM_TOKEN_NUMBER;
  return words;
}

static gboolean
has_trait (Reader *r, PmTokenRange range, guint traits)
{
  for (guint i = range.first; i < range.end; i++)
    if (r->frames->inside[i] == 0 && pm_token_has (&r->tokens[i], traits))
      return TRUE;
  return FALSE;
}

/* Takes the quotations of @range. Returns how many. */
static guint
take_marked (Reader *r, PmTokenRange range)
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

/* Reports @range, whatever it is: all in marks, partly, or not at all. */
static gboolean
report (Reader *r, PmTokenRange range, const PmSpeaker *speaker, PmTokenRange cue)
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
  taken = take_marked (r, range);
  _pm_frames_emit (self,
                   whole       ? PM_QUOTE_DIRECT
                   : taken > 0 ? PM_QUOTE_MIXED
                               : PM_QUOTE_INDIRECT,
                   range, speaker, cue);
  return TRUE;
}

/* The clauses from @k on, as far as no other verb of speech, semicolon or colon ends them. */
static guint
find_content_end (Reader *r, guint k)
{
  guint end = k;

  while (end < r->clauses->len)
    {
      PmClause *clause = get_clause (r, end);

      if (end > k && (clause->before == ';' || clause->before == ':'))
        break;
      if (end > k && clause->cue.end > 0 &&
          (clause->cue.first == clause->range.first || clause->cue_classes & PM_WORD_SAY_SURE ||
           pm_token_is (&r->tokens[clause->range.first], PM_WORD_AND)))
        break;
      end++;
    }
  return end;
}

static PmTokenRange
join (Reader *r, guint first, guint end)
{
  return (PmTokenRange){ get_clause (r, first)->range.first, get_clause (r, end - 1)->range.end };
}

static void
use (Reader *r, guint first, guint end)
{
  for (guint k = first; k < end; k++)
    get_clause (r, k)->used = TRUE;
}

/* Whether the clauses from @k on go on with what the quotation or clause before the cue said. */
static gboolean
goes_on (Reader *r, guint k, gboolean direct)
{
  const PmClause *clause = get_clause (r, k);
  const PmToken *first = &r->tokens[clause->range.first];

  if (clause->marked)
    return TRUE;
  if (direct || clause->cue.end > 0)
    return FALSE;
  return has_trait (r, clause->range, MOODS) || pm_token_is (first, PM_WORD_THAT) ||
         (pm_token_is (first, PM_WORD_PREPOSITION | PM_WORD_AND) &&
          clause->range.end - clause->range.first > 4 &&
          get_clause (r, r->clauses->len - 1)->range.end - clause->range.first > 6);
}

/* A clause that may be part of a long subject: nothing in marks, and no verb but in a relative
 * clause. */
static gboolean
is_nominal (Reader *r, const PmClause *clause)
{
  if (clause->used || clause->marked || clause->cue.end > 0)
    return FALSE;
  for (guint i = clause->range.first; i < clause->range.end; i++)
    {
      const PmToken *token = &r->tokens[i];

      if (r->frames->inside[i] > 0)
        return FALSE;
      if (pm_token_is (token, PM_WORD_THAT | PM_WORD_WHO) &&
          !pm_token_is (token, PM_WORD_DETERMINER))
        return TRUE;
      if (pm_token_has (token, PM_TRAIT_FINITE | MOODS) ||
          pm_token_is (token, PM_WORD_NEGATION | PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY |
                                  PM_WORD_FIRST | PM_WORD_IT))
        return FALSE;
    }
  return TRUE;
}

/* "There, said X, it had been cold": a few words before the cue are not all that was said. */
static gboolean
read_around (Reader *r, guint first, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = get_clause (r, k);
  guint end = find_content_end (r, k + 1);
  PmTokenRange range = join (r, k + 1, end);

  use (r, first, end);
  return report (r, range, speaker, clause->cue);
}

/* "…, said X": the clauses before the cue in @k, and those that go on after it. */
static gboolean
read_inverted (Reader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = get_clause (r, k);
  guint first = k;
  gboolean direct;
  guint end;

  while (first > 0 && !get_clause (r, first - 1)->used && get_clause (r, first)->before != ';' &&
         get_clause (r, first)->before != ':')
    first--;
  if (first == k)
    return FALSE;
  direct = get_clause (r, k - 1)->marked;
  if (!direct && k + 1 < r->clauses->len && get_clause (r, k + 1)->before == ',' &&
      join (r, first, k).end - join (r, first, k).first < MAX_OPENING)
    return read_around (r, first, k, speaker);
  if (direct && k - 1 > first && count_words (r, get_clause (r, k - 1)->range) >= MIN_WORDS_ALONE &&
      get_clause (r, k - 1)->before == '"')
    first = k - 1;
  if (!report (r, join (r, first, k), speaker, clause->cue))
    return FALSE;
  use (r, first, k + 1);
  if (k + 1 >= r->clauses->len || get_clause (r, k + 1)->before == ';' ||
      !goes_on (r, k + 1, direct && first == k - 1))
    return TRUE;
  end = find_content_end (r, k + 1);
  if (report (r, join (r, k + 1, end), speaker, clause->cue))
    use (r, k + 1, end);
  return TRUE;
}

/* Where nouns have capitals, a clause that ends without one ends in its verb. */
static gboolean
ends_in_verb (Reader *r, PmTokenRange range)
{
  const PmToken *last = &r->tokens[range.end - 1];

  return r->frames->context->language->noun_capitals && range.end - range.first > 3 &&
         last->letters == PM_CASE_LOWER && !pm_token_is (last, PM_WORD_FUNCTION);
}

/* A relative clause stands behind its noun, what a verb says behind any word. */
static gboolean
follows_noun (Reader *r, guint comma)
{
  return comma > 0 && (pm_token_is_capital (&r->tokens[comma - 1]) ||
                       _pm_context_get_mention (r->frames->context, comma - 1) != NULL);
}

/* Whether the clause at @k after a verb of speech is what it says. */
static gboolean
may_report (Reader *r, guint k, const PmClause *cue)
{
  const PmClause *clause = get_clause (r, k);
  const PmToken *first = &r->tokens[clause->range.first];
  PmTokenRange rest = { clause->range.first, r->frames->unit.end };

  if (clause->marked || pm_token_is (first, PM_WORD_THAT))
    return TRUE;
  if (clause->before != ',' && clause->before != ':')
    return FALSE;
  if (clause->before == ',' && clause->cue.end > 0 && clause->cue.first == clause->range.first)
    return FALSE;
  if (has_trait (r, rest, MOODS))
    return TRUE;
  if (clause->before == ':')
    return (cue->cue_classes & PM_WORD_SAY_SURE) != 0;
  if (cue->cue_traits & PM_TRAIT_WEAK || pm_token_has (first, PM_TRAIT_CLAUSE))
    return FALSE;
  if (ends_in_verb (r, clause->range) &&
      !(pm_token_is (first, PM_WORD_WHO) && follows_noun (r, clause->range.first - 1)))
    return TRUE;
  if (pm_token_is (first, PM_WORD_WHO) && !has_trait (r, clause->range, PM_TRAIT_FINITE))
    return FALSE;
  return r->frames->context->language->noun_capitals &&
         (cue->cue_classes & PM_WORD_SAY_SURE) != 0 && !pm_token_is (first, PM_WORD_AND);
}

/* Whether the "that" at @i begins a relative clause: behind an object, not behind the verb, its
 * subject @speaker or an aside. */
static gboolean
is_relative (Reader *r, guint from, guint i, const PmSpeaker *speaker)
{
  if (i == from || i == speaker->words.end)
    return FALSE;
  for (guint k = i; k > from; k--)
    if (pm_token_is (&r->tokens[k - 1], PM_WORD_DETERMINER))
      return k - 1 == from || !pm_token_is (&r->tokens[k - 2],
                                            PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_DETERMINER);
    else if (k - 1 < speaker->words.end && k - 1 >= speaker->words.first)
      return FALSE;
  return FALSE;
}

/* Where what the verb before @range.first says begins, behind its "that"; 0 for nowhere. */
static guint
find_that (Reader *r, PmTokenRange range, const PmSpeaker *speaker)
{
  for (guint i = range.first; i < range.end; i++)
    if (r->frames->inside[i] == 0 && pm_token_is (&r->tokens[i], PM_WORD_THAT))
      return is_relative (r, range.first, i, speaker) ? 0 : i + 1;
  return 0;
}

/* "… and says", "… and that": what is reported ends before another verb or clause. */
static PmTokenRange
cut (Reader *r, PmTokenRange range)
{
  for (guint i = range.first + 2; i + 1 < range.end; i++)
    if (r->frames->inside[i] == 0 && pm_token_is (&r->tokens[i], PM_WORD_AND) &&
        (pm_token_is (&r->tokens[i + 1], PM_WORD_THAT) ||
         (pm_token_is (&r->tokens[i + 1], PM_WORD_SAY) &&
          r->tokens[i + 1].letters == PM_CASE_LOWER)))
      return (PmTokenRange){ range.first, i };
  return range;
}

/* Where the object begins whose last words are the quotation at @marked: "a plan “on the go”". */
static guint
find_object_start (Reader *r, guint from, PmTokenRange marked)
{
  guint i = from;

  while (i < marked.first && !pm_token_has (&r->tokens[i], PM_TRAIT_INDEFINITE) &&
         pm_token_is (&r->tokens[i], PM_WORD_OF | PM_WORD_PREPOSITION | PM_WORD_AUXILIARY))
    i++;
  if (i < marked.first && i + 12 > marked.first &&
      pm_token_has (&r->tokens[i], PM_TRAIT_INDEFINITE))
    return i;
  if (marked.first > from && pm_token_has (&r->tokens[marked.first - 1], PM_TRAIT_INDEFINITE))
    return marked.first - 1;
  return marked.first;
}

/* "X called it “a joke”": the quotations after the verb, in its own clause. */
static gboolean
read_objects (Reader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = get_clause (r, k);
  PmFrames *self = r->frames;
  gboolean found = FALSE;

  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      PmTokenRange marked = _pm_frames_get_marked (self, m)->range;

      if (self->done[m] || marked.first < clause->range.first || marked.end > clause->range.end)
        continue;
      self->done[m] = TRUE;
      if (_pm_clauses_is_name (self, marked))
        continue;
      if (!found && marked.first >= clause->cue.end)
        marked.first = find_object_start (r, clause->cue.end, marked);
      _pm_frames_emit (self, PM_QUOTE_MIXED, marked, speaker, clause->cue);
      found = TRUE;
    }
  return found;
}

/* Where the object of the verb in @k begins, when the verb reports it; 0 when it does not. */
static guint
find_demand (Reader *r, const PmClause *clause, const PmSpeaker *speaker)
{
  gboolean demands = (clause->cue_traits & PM_TRAIT_DEMAND) != 0;
  guint i = clause->cue.end;

  while (i < clause->range.end && !pm_token_is (&r->tokens[i], PM_WORD_INFINITIVE) &&
         pm_token_is (&r->tokens[i], PM_WORD_AUXILIARY))
    i++;
  for (guint k = i; k < clause->range.end && k < i + (demands ? 6 : 1); k++)
    if (r->frames->inside[k] > 0)
      break;
    else if (pm_token_is (&r->tokens[k], PM_WORD_INFINITIVE))
      return k;
  if (!demands || i + 1 >= clause->range.end || speaker->words.end > clause->cue.first ||
      r->frames->inside[i] > 0)
    return 0;
  return pm_token_is (&r->tokens[i], PM_WORD_DETERMINER | PM_WORD_OF) ||
                 pm_token_has (&r->tokens[i], PM_TRAIT_LINK) || r->tokens[i].kind == PM_TOKEN_NUMBER
             ? i
             : 0;
}

/* "X demands more money", "X says to have seen nothing". */
static gboolean
read_demand (Reader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = get_clause (r, k);
  guint i = find_demand (r, clause, speaker);

  if (i == 0)
    return FALSE;
  use (r, k, k + 1);
  return report (r, cut (r, (PmTokenRange){ i, clause->range.end }), speaker, clause->cue);
}

/* "X said that …", "X said: …", "X said, …": what comes after the cue in @k. */
static gboolean
read_opening (Reader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = get_clause (r, k);
  guint that = find_that (r, (PmTokenRange){ clause->cue.end, clause->range.end }, speaker);
  guint next = k + 1;
  guint end;

  if (that > 0)
    {
      end = find_content_end (r, k);
      use (r, k, end);
      return report (r, cut (r, (PmTokenRange){ that, join (r, k, end).end }), speaker,
                     clause->cue);
    }
  while (next < r->clauses->len && get_clause (r, next)->used)
    next++;
  if (next < r->clauses->len && may_report (r, next, clause))
    {
      end = find_content_end (r, next);
      if (report (r, join (r, next, end), speaker, clause->cue))
        {
          use (r, k, end);
          return TRUE;
        }
    }
  return read_demand (r, k, speaker) || read_objects (r, k, speaker);
}

/* Where the subject begins that an apposition and a comma part from the verb in @k. */
static guint
find_apart (Reader *r, guint k)
{
  guint first = k;

  while (first > 0 && get_clause (r, first)->before == ',' &&
         is_nominal (r, get_clause (r, first - 1)))
    first--;
  return first;
}

static gboolean
read_apart (Reader *r, guint k)
{
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = find_apart (r, k);

  if (first == k || !_pm_clauses_find_apart (r->frames, join (r, first, k), &speaker))
    return FALSE;
  use (r, first, k);
  return read_opening (r, k, &speaker);
}

/* Whether a name stands alone between the commas before @k: a subject, and nothing to report. */
static gboolean
is_apart (Reader *r, guint k)
{
  guint first = find_apart (r, k);

  for (guint n = first; n < k; n++)
    if (_pm_clauses_is_phrase (r->frames, get_clause (r, n)->range))
      return TRUE;
  return FALSE;
}

static gboolean
may_carry (PmFrames *self)
{
  return self->carried.words.end > 0 && self->carried.name != NULL &&
         self->paragraph <= self->carried_paragraph + 1;
}

/* "…, it says in the paper": no subject, but a source, or whoever spoke before. */
static gboolean
find_unnamed (Reader *r, guint k, PmSpeaker *speaker)
{
  PmClause *clause = get_clause (r, k);
  const PmClause *before = get_clause (r, k - 1);
  guint end;

  if (!before->marked && !has_trait (r, before->range, MOODS))
    return FALSE;
  if (clause->cue.end < clause->range.end &&
      pm_token_is (&r->tokens[clause->cue.end], PM_WORD_PREPOSITION) &&
      _pm_clauses_find_source (r->frames, clause->cue.end, clause->range.end, speaker, &end))
    return TRUE;
  if (!r->frames->context->language->noun_capitals &&
      _pm_clauses_set_topic (r->frames, clause->cue, 0, speaker))
    return TRUE;
  if (r->frames->carried.name == NULL || !may_carry (r->frames))
    return FALSE;
  _pm_speaker_copy (&r->frames->carried, speaker);
  speaker->rule = "carried over";
  speaker->confidence = 0.5;
  return TRUE;
}

/* "the minister, Anna Lind": a name in the clause after an office is whose office it is. */
static void
take_apposition (Reader *r, guint k, PmSpeaker *speaker)
{
  const PmMention *next;

  if (speaker->entity >= 0 && g_strcmp0 (speaker->rule, "name") == 0)
    return;
  if (k + 1 >= r->clauses->len || get_clause (r, k + 1)->before != ',' ||
      speaker->words.end != get_clause (r, k)->range.end)
    return;
  next = _pm_context_get_mention (r->frames->context, get_clause (r, k + 1)->range.first);
  if (next == NULL || next->type != PM_ENTITY_PERSON ||
      next->range.end + 3 < get_clause (r, k + 1)->range.end)
    return;
  _pm_speaker_clear (speaker);
  _pm_clauses_resolve (r->frames, next->range, speaker);
  get_clause (r, k + 1)->used = TRUE;
}

/* "…, said X", "…, so X", "…, as X said": the cue before or around its subject. */
static gboolean
read_turned (Reader *r, guint k)
{
  PmClause *clause = get_clause (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = clause->range.first;
  gboolean split = first + 1 < clause->range.end && r->tokens[first + 1].mark == '-';
  guint from = clause->as || split ? first + 1 : clause->cue.end;
  guint end;

  if (!_pm_clauses_find_phrase (r->frames, from, clause->range.end, &speaker, &end) &&
      (clause->as || !find_unnamed (r, k, &speaker)))
    return FALSE;
  take_apposition (r, k, &speaker);
  return read_inverted (r, k, &speaker);
}

static gboolean
read_cue (Reader *r, guint k)
{
  PmClause *clause = get_clause (r, k);
  PmFrames *self = r->frames;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = clause->range.first;
  gboolean opens = clause->cue.first == first || pm_token_has (&r->tokens[first], PM_TRAIT_FINITE);
  gboolean before = k > 0 && !get_clause (r, k - 1)->used;
  guint end;

  if (opens && !clause->as && is_apart (r, k) && read_apart (r, k))
    return TRUE;
  if (k > 0 && pm_token_is (&r->tokens[first], PM_WORD_WHO) &&
      !pm_token_is (&r->tokens[first], PM_WORD_DETERMINER))
    return _pm_clauses_find_named (self, get_clause (r, k - 1)->range, &speaker) &&
           read_opening (r, k, &speaker);
  if (clause->as || (opens && before))
    return before && (read_turned (r, k) || (!clause->as && read_apart (r, k)));
  if (!_pm_clauses_find_subject (self, clause->range, clause->cue, &speaker) &&
      !(pm_token_is (&r->tokens[first], PM_WORD_PREPOSITION) &&
        _pm_clauses_find_source (self, first, clause->cue.first, &speaker, &end)))
    return before &&
           find_that (r, (PmTokenRange){ clause->cue.end, clause->range.end }, &speaker) &&
           read_apart (r, k);
  take_apposition (r, k, &speaker);
  if (read_opening (r, k, &speaker))
    return TRUE;
  return before &&
         (get_clause (r, k - 1)->marked || has_trait (r, get_clause (r, k - 1)->range, MOODS)) &&
         read_inverted (r, k, &speaker);
}

/* "по его словам": the pronoun stands inside the cue. */
static gboolean
find_unsaid (Reader *r, guint k, PmSpeaker *speaker)
{
  const PmClause *clause = get_clause (r, k);
  guint gender = clause->cue_classes & PM_WORD_HE ? 1 : clause->cue_classes & PM_WORD_SHE ? 2 : 0;

  return _pm_clauses_set_topic (r->frames, clause->cue, gender, speaker);
}

/* "according to X, head of Y, …": more about X. */
static gboolean
opens_apposition (Reader *r, guint k)
{
  const PmClause *clause = get_clause (r, k);
  const PmToken *first = &r->tokens[clause->range.first];

  return clause->before == ',' && is_nominal (r, clause) &&
         (pm_token_is (first, PM_WORD_ROLE | PM_WORD_TITLE) ||
          _pm_clauses_is_phrase (r->frames, clause->range));
}

/* "According to X …": the sentence, without these words where they stand at its edge. */
static gboolean
read_according (Reader *r, guint k)
{
  PmClause *clause = get_clause (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange cue = clause->cue;
  guint first = k;
  guint last = k + 1;
  PmTokenRange content;
  guint end;

  end = cue.end;
  if (!(clause->cue_classes & PM_WORD_PRONOUN
            ? find_unsaid (r, k, &speaker)
            : _pm_clauses_find_source (r->frames, cue.end, clause->range.end, &speaker, &end)) ||
      (clause->cue_traits & PM_TRAIT_WEAK &&
       (cue.first != r->frames->unit.first || end != clause->range.end || speaker.entity < 0)))
    return FALSE;
  while (first > 0 && get_clause (r, first)->before != ';' &&
         get_clause (r, first)->before != ':' && !get_clause (r, first - 1)->used)
    first--;
  while (last < r->clauses->len && get_clause (r, last)->before != ';')
    last++;
  content = join (r, first, last);
  if (cue.first == content.first)
    {
      take_apposition (r, k, &speaker);
      content.first = end;
      for (guint n = k + 1; n + 1 < last && (get_clause (r, n)->used || opens_apposition (r, n));
           n++)
        content.first = get_clause (r, n)->range.end;
    }
  else if (cue.first == clause->range.first && k + 1 == last)
    content.end = cue.first;
  else if (cue.first == clause->range.first && cue.first < content.first + MAX_OPENING)
    content.first = clause->range.end;
  use (r, first, last);
  return report (r, content, &speaker, cue);
}

/* "X was beside himself: “…”": no verb of speech, but a colon before a quotation. */
static gboolean
read_colon (Reader *r, guint k)
{
  PmClause *clause = get_clause (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange before = { r->frames->unit.first, clause->range.first };
  guint end;

  if (!clause->marked || clause->before != ':' || clause->used || k == 0)
    return FALSE;
  if (!_pm_clauses_find_phrase (r->frames, get_clause (r, k - 1)->range.first, before.end, &speaker,
                                &end) &&
      !_pm_clauses_find_apart (r->frames, before, &speaker))
    return FALSE;
  clause->used = TRUE;
  return report (r, clause->range, &speaker, (PmTokenRange){ 0, 0 });
}

static void
report_carried (Reader *r, PmTokenRange range, double confidence)
{
  g_auto (PmSpeaker) speaker = { .entity = -1 };

  _pm_speaker_copy (&r->frames->carried, &speaker);
  speaker.rule = "carried over";
  speaker.confidence = confidence;
  report (r, range, &speaker, r->frames->carried_cue);
}

static const PmMention *
find_mention_before (PmFrames *self, int entity)
{
  for (guint i = self->unit.first; i > 0; i--)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i - 1);

      if (mention != NULL && mention->entity == entity)
        return mention;
      if (self->tokens->tokens[i - 1].gap == PM_GAP_PARAGRAPH)
        break;
    }
  return NULL;
}

/* A sentence whose verbs report by their form: it goes on with what was reported before, or says
 * what the one it is about said. */
static gboolean
read_mood (Reader *r)
{
  PmFrames *self = r->frames;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  gboolean carries = may_carry (self) && self->paragraph == self->carried_paragraph;
  const PmMention *mention;
  int topic;

  if (r->tokens[self->unit.end - 1].mark == '?' ||
      !has_trait (r, self->unit, carries ? MOODS : PM_TRAIT_REPORTED))
    return FALSE;
  topic = _pm_clauses_find_topic (self, self->unit.first, 0);
  if (carries && (topic < 0 || self->carried.entity < 0 || topic == self->carried.entity))
    {
      report_carried (r, self->unit, 0.6);
      return TRUE;
    }
  mention = topic >= 0 ? find_mention_before (self, topic) : NULL;
  if (mention == NULL || !_pm_clauses_resolve (self, mention->range, &speaker))
    return FALSE;
  speaker.rule = "mood";
  speaker.confidence = 0.5;
  return report (r, self->unit, &speaker, (PmTokenRange){ 0, 0 });
}

/* The quotations that no cue explains. */
static void
read_alone (Reader *r)
{
  PmFrames *self = r->frames;

  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      PmTokenRange range = _pm_frames_get_marked (self, m)->range;
      g_auto (PmSpeaker) speaker = { .entity = -1 };
      gboolean whole = get_clause (r, 0)->marked && r->clauses->len == 1;

      if (self->done[m])
        continue;
      self->done[m] = TRUE;
      if (count_words (r, range) < (whole ? 2 : MIN_WORDS_ALONE) ||
          (!whole && _pm_clauses_is_name (self, range)))
        continue;
      if (may_carry (self))
        report_carried (r, range, whole ? 0.8 : 0.4);
      else if (whole && _pm_speakers_guess (self->speakers, range, TRUE, &speaker) &&
               speaker.entity >= 0 && speaker.entity == self->speakers->most_entity)
        report (r, range, &speaker, (PmTokenRange){ 0, 0 });
      else
        report (r, range, NULL, (PmTokenRange){ 0, 0 });
    }
}

void
_pm_clauses_read (PmFrames *self)
{
  Reader r = { self, self->tokens->tokens, _pm_clauses_split (self) };
  gboolean found = FALSE;

  for (guint k = 0; k < r.clauses->len; k++)
    {
      PmClause *clause = get_clause (&r, k);

      if (clause->used || clause->cue.end == 0)
        found |= read_colon (&r, k);
      else if (clause->cue_classes & PM_WORD_ACCORDING)
        found |= read_according (&r, k);
      else
        found |= read_cue (&r, k);
    }
  if (!found && r.clauses->len > 0)
    read_mood (&r);
  if (r.clauses->len > 0)
    read_alone (&r);
  g_array_unref (r.clauses);
}
