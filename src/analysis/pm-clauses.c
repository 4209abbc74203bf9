/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clause-reader-private.h"
#include "pm-speakers-private.h"

/* Reported speech in languages that part their clauses by marks or by a "that" word, and turn
 * subject and verb round: „…“, sagte X; X a dit que …; «…», — сказал X. Each clause of a unit is
 * asked for its verb of speech and who its subject is. */

/* The subject of a sentence begins this near its start. */
#define MAX_TO_SUBJECT 10
/* What stands before "according to" within a sentence is less than this, or all is reported. */
#define MAX_BEFORE_SOURCE 12
/* Words that say where somebody holds an office. */
#define MAX_PLACE 4

/* Where the subject begins that an apposition and a comma part from the verb in @k. */
static guint
find_apart (PmClauseReader *r, guint k)
{
  guint first = k;

  while (first > 0 && _pm_clauses_get (r, first)->before == ',' &&
         _pm_clauses_is_nominal (r, _pm_clauses_get (r, first - 1)))
    first--;
  return first;
}

static gboolean
read_apart (PmClauseReader *r, guint k)
{
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = find_apart (r, k);

  if (first == k || !_pm_clauses_find_apart (r->frames, _pm_clauses_join (r, first, k), &speaker))
    return FALSE;
  _pm_clauses_use (r, first, k);
  return _pm_clauses_read_opening (r, k, &speaker);
}

/* Whether a name or what stresses one stands alone between the commas before @k: a subject, and
 * nothing to report. */
static gboolean
is_apart (PmClauseReader *r, guint k)
{
  guint first = find_apart (r, k);

  for (guint n = first; n < k; n++)
    if (_pm_clauses_is_phrase (r->frames, _pm_clauses_get (r, n)->range) ||
        _pm_clauses_is_stress (r, _pm_clauses_get (r, n)))
      return TRUE;
  return FALSE;
}

/* Whether @words end the clause at @k but for where they are: "the chairman at the harbour". */
static gboolean
reaches_end (PmClauseReader *r, guint k, PmTokenRange words)
{
  guint end = _pm_clauses_get (r, k)->range.end;

  return words.end == end || (words.end > words.first && words.end < end &&
                              end <= words.end + MAX_PLACE && r->frames->inside[words.end] == 0 &&
                              pm_token_is (&r->tokens[words.end], PM_WORD_PREPOSITION));
}

/* "the minister, Anna Lind": a name in the clause after an office is whose office it is. */
static void
take_apposition (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  const PmMention *next;

  if (speaker->entity >= 0 && g_strcmp0 (speaker->rule, "name") == 0)
    return;
  if (k + 1 >= r->clauses->len || _pm_clauses_get (r, k + 1)->before != ',' ||
      !reaches_end (r, k, speaker->words))
    return;
  next = _pm_context_get_mention (r->frames->context, _pm_clauses_get (r, k + 1)->range.first);
  if (next == NULL || next->type != PM_ENTITY_PERSON ||
      next->range.end + 3 < _pm_clauses_get (r, k + 1)->range.end)
    return;
  _pm_speaker_clear (speaker);
  _pm_clauses_resolve (r->frames, next->range, speaker);
  _pm_clauses_get (r, k + 1)->used = TRUE;
}

/* "said a man in a hat": who was not named before is told by all the words. */
static void
take_place (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  PmTokenRange words = { speaker->words.first, _pm_clauses_get (r, k)->range.end };

  if (g_strcmp0 (speaker->rule, "words") != 0 || words.end == speaker->words.end ||
      !pm_token_has (&r->tokens[words.first], PM_TRAIT_INDEFINITE) ||
      !reaches_end (r, k, speaker->words) ||
      _pm_clauses_find_mention (r->frames, words, TRUE) != NULL)
    return;
  for (guint i = speaker->words.end; i < words.end; i++)
    if (pm_token_is (&r->tokens[i], PM_WORD_CALENDAR | PM_WORD_TIME | PM_WORD_SAY_NOUN) ||
        r->tokens[i].kind != PM_TOKEN_WORD)
      return;
  _pm_speaker_clear (speaker);
  _pm_clauses_resolve (r->frames, words, speaker);
}

/* "…, a estimé, de son côté, X": an aside stands between the verb in @k and its subject. */
static gboolean
find_past_aside (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  const PmClause *clause = _pm_clauses_get (r, k);
  const PmClause *aside = k + 2 < r->clauses->len ? _pm_clauses_get (r, k + 1) : NULL;
  PmTokenRange rest;
  guint end;

  if (aside == NULL || clause->cue.end != clause->range.end || aside->before != ',' ||
      _pm_clauses_get (r, k + 2)->before != ',' || aside->marked || aside->cue.end > 0 ||
      !pm_token_is (&r->tokens[aside->range.first],
                    PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_CALENDAR | PM_WORD_AUXILIARY))
    return FALSE;
  rest = _pm_clauses_get (r, k + 2)->range;
  if (!_pm_clauses_find_phrase (r->frames, rest.first, rest.end, speaker, &end))
    return FALSE;
  _pm_clauses_use (r, k + 1, k + 3);
  return TRUE;
}

/* "…, said X", "…, so X", "…, as X said": the cue before or around its subject. */
static gboolean
read_turned (PmClauseReader *r, guint k)
{
  PmClause *clause = _pm_clauses_get (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = clause->range.first;
  gboolean split = first + 1 < clause->range.end && r->tokens[first + 1].mark == '-';
  guint from = clause->as || split ? first + 1 : clause->cue.end;
  guint end;

  if ((_pm_clauses_skip_anybody (r, clause) > 0 ||
       !_pm_clauses_find_phrase (r->frames, from, clause->range.end, &speaker, &end)) &&
      !find_past_aside (r, k, &speaker) &&
      (clause->as || !_pm_clauses_find_unnamed (r, k, &speaker)))
    return FALSE;
  take_apposition (r, k, &speaker);
  take_place (r, k, &speaker);
  return _pm_clauses_read_inverted (r, k, &speaker);
}

/* "Anna Lind, who said", "the union, which calls it “dead”": the person named right before a
 * relative clause, or before an apposition there; a body for its words in marks. */
static gboolean
find_antecedent (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  const PmClause *before = _pm_clauses_get (r, k - 1);
  const PmMention *mention = _pm_context_get_mention (r->frames->context, before->range.end - 1);
  PmTokenRange range = _pm_clauses_get (r, k)->range;

  if (k > 1 && before->before == ',' && _pm_clauses_is_nominal (r, before) &&
      (mention == NULL || mention->type != PM_ENTITY_PERSON))
    mention = _pm_context_get_mention (r->frames->context,
                                       _pm_clauses_get (r, k - 2)->range.end - 1);
  return mention != NULL &&
         (mention->type == PM_ENTITY_PERSON ||
          (mention->type == PM_ENTITY_ORGANISATION && r->frames->inside[range.end - 1] > 0)) &&
         _pm_clauses_resolve (r->frames, mention->range, speaker);
}

/* "As X said, …": what follows the aside that opens the sentence. */
static gboolean
read_introduced (PmClauseReader *r, guint k)
{
  PmClause *clause = _pm_clauses_get (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint next = k + 1;
  guint end;

  if (!pm_token_has (&r->tokens[clause->range.first], PM_TRAIT_ASIDE) ||
      clause->cue_traits & PM_TRAIT_WEAK || next >= r->clauses->len ||
      _pm_clauses_get (r, next)->before != ',' ||
      (!_pm_clauses_find_subject (r->frames, clause->range, clause->cue, &speaker) &&
       !_pm_clauses_find_source (r->frames, clause->cue.end, clause->range.end, &speaker, &end)))
    return FALSE;
  take_apposition (r, k, &speaker);
  while (next + 1 < r->clauses->len &&
         (_pm_clauses_get (r, next)->used ||
          _pm_clauses_is_phrase (r->frames, _pm_clauses_get (r, next)->range)))
    next++;
  end = next + 1;
  while (end < r->clauses->len && !_pm_clauses_get (r, next)->marked &&
         _pm_clauses_get (r, end)->before == ',')
    end++;
  _pm_clauses_use (r, k, end);
  return _pm_clauses_report (r, _pm_clauses_join (r, next, end), &speaker, clause->cue);
}

/* "said …", "has said …", "y voit …": no subject stands before the verb. */
static gboolean
opens_with_cue (PmClauseReader *r, const PmClause *clause)
{
  guint i = clause->range.first;

  if (pm_token_has (&r->tokens[i], PM_TRAIT_FINITE))
    return TRUE;
  while (i < clause->cue.first && pm_token_is (&r->tokens[i], PM_WORD_AUXILIARY) &&
         !pm_token_is (&r->tokens[i], PM_WORD_PREPOSITION | PM_WORD_NEGATION))
    i++;
  return i == clause->cue.first;
}

/* "… and added that": no subject stands before the verb, so that it is who spoke before in the
 * sentence. */
static gboolean
find_same (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  PmFrames *self = r->frames;
  const PmClause *clause = _pm_clauses_get (r, k);
  const PmClause *before;
  guint i = clause->range.first + 1;

  if (k == 0 || clause->as || self->context->language->noun_capitals ||
      !(pm_token_is (&r->tokens[clause->range.first], PM_WORD_AND) ||
        pm_token_has (&r->tokens[clause->range.first], PM_TRAIT_ALONG)))
    return FALSE;
  while (i < clause->cue.first && pm_token_is (&r->tokens[i], PM_WORD_AUXILIARY) &&
         !pm_token_is (&r->tokens[i], PM_WORD_PREPOSITION | PM_WORD_DETERMINER))
    i++;
  if (i < clause->cue.first)
    return FALSE;
  if (self->carried_unit == self->unit.first)
    return _pm_clauses_carry (r, speaker);
  before = _pm_clauses_get (r, k - 1);
  if (before->cue.end == 0)
    before = _pm_clauses_get (r, 0);
  i = before->cue.end > 0 ? before->cue.first : before->range.end;
  return !before->marked &&
         _pm_clauses_find_subject (self, before->range, (PmTokenRange){ i, i }, speaker) &&
         speaker->words.end <= i;
}

/* Whether a "that" clause follows the verb in @k, in its own clause or behind a comma. */
static gboolean
says_that (PmClauseReader *r, guint k, const PmSpeaker *speaker)
{
  const PmClause *clause = _pm_clauses_get (r, k);
  const PmClause *next = k + 1 < r->clauses->len ? _pm_clauses_get (r, k + 1) : NULL;
  PmTokenRange rest = { clause->cue.end, clause->range.end };

  return _pm_clauses_find_that (r, rest, speaker) > 0 ||
         (r->frames->context->language->that_after_comma && next != NULL && next->before == ',' &&
          pm_token_is (&r->tokens[next->range.first], PM_WORD_THAT));
}

static gboolean
read_cue (PmClauseReader *r, guint k)
{
  PmClause *clause = _pm_clauses_get (r, k);
  PmFrames *self = r->frames;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = clause->range.first;
  gboolean opens = opens_with_cue (r, clause);
  gboolean before = k > 0 && !_pm_clauses_get (r, k - 1)->used;
  guint end;

  if (find_same (r, k, &speaker))
    return _pm_clauses_read_opening (r, k, &speaker);
  if (opens && !clause->as && _pm_clauses_skip_anybody (r, clause) == 0 && is_apart (r, k) &&
      read_apart (r, k))
    return TRUE;
  if (k > 0 && pm_token_is (&r->tokens[first], PM_WORD_WHO | PM_WORD_THAT) &&
      (!pm_token_is (&r->tokens[first], PM_WORD_DETERMINER) ||
       clause->cue.end == clause->range.end))
    return before && find_antecedent (r, k, &speaker) && _pm_clauses_read_opening (r, k, &speaker);
  if (clause->as && k == 0)
    return read_introduced (r, k);
  if (clause->as || (opens && before))
    return before && (read_turned (r, k) || (!clause->as && read_apart (r, k)));
  if (!_pm_clauses_find_subject (self, clause->range, clause->cue, &speaker) &&
      !(pm_token_is (&r->tokens[first], PM_WORD_PREPOSITION) &&
        _pm_clauses_find_source (self, first, clause->cue.first, &speaker, &end)) &&
      !_pm_clauses_find_place (r, k, &speaker))
    return before && says_that (r, k, &speaker) && read_apart (r, k);
  take_apposition (r, k, &speaker);
  if (_pm_clauses_read_opening (r, k, &speaker))
    return TRUE;
  return before &&
         (_pm_clauses_get (r, k - 1)->marked ||
          _pm_clauses_has (r, _pm_clauses_get (r, k - 1)->range, PM_MOODS)) &&
         _pm_clauses_read_inverted (r, k, &speaker);
}

/* "according to X, head of Y, …": more about X. */
static gboolean
opens_apposition (PmClauseReader *r, guint k)
{
  const PmClause *clause = _pm_clauses_get (r, k);
  const PmToken *first = &r->tokens[clause->range.first];

  return clause->before == ',' && _pm_clauses_is_nominal (r, clause) &&
         (pm_token_is (first, PM_WORD_ROLE | PM_WORD_TITLE) ||
          _pm_clauses_is_phrase (r->frames, clause->range));
}

/* "der Studie zufolge": the noun phrase that ends before the cue. */
static gboolean
find_source_before (PmClauseReader *r, const PmClause *clause, PmSpeaker *speaker)
{
  guint i = clause->cue.first;

  while (i > clause->range.first && r->frames->inside[i - 1] == 0)
    {
      const PmToken *token = &r->tokens[i - 1];
      gboolean described = i >= clause->range.first + 2 && token->kind == PM_TOKEN_WORD &&
                           pm_token_is (token - 1, PM_WORD_DETERMINER);

      if (!pm_token_is_capital (token) && !pm_token_is (token, PM_WORD_DETERMINER) && !described &&
          _pm_context_get_mention (r->frames->context, i - 1) == NULL)
        break;
      i--;
    }
  return i < clause->cue.first &&
         _pm_clauses_resolve (r->frames, (PmTokenRange){ i, clause->cue.first }, speaker);
}

/* "Pour X, …" names who thinks so, "pour voir X, …" does not. */
static gboolean
may_name (PmClauseReader *r, const PmClause *clause, const PmSpeaker *speaker)
{
  guint i = clause->cue.end;

  if (clause->cue_classes & PM_WORD_PRONOUN)
    return TRUE;
  return speaker->words.first == i &&
         (_pm_context_get_mention (r->frames->context, i) != NULL ||
          pm_token_is (&r->tokens[i], PM_WORD_DETERMINER | PM_WORD_TITLE | PM_WORD_ROLE));
}

/* "According to X …": the sentence, without these words where they stand at its edge. */
static gboolean
read_according (PmClauseReader *r, guint k)
{
  PmClause *clause = _pm_clauses_get (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange cue = clause->cue;
  guint first = k;
  guint last = k + 1;
  PmTokenRange content;
  guint end;

  end = cue.end;
  if (!(clause->cue_classes & PM_WORD_PRONOUN ? _pm_clauses_find_unsaid (r, k, &speaker)
        : clause->cue_traits & PM_TRAIT_BEHIND
            ? find_source_before (r, clause, &speaker)
            : _pm_clauses_find_source (r->frames, cue.end, clause->range.end, &speaker, &end)) ||
      (clause->cue_traits & PM_TRAIT_WEAK &&
       (end != clause->range.end || speaker.entity < 0 || !may_name (r, clause, &speaker))))
    return FALSE;
  while (first > 0 && _pm_clauses_get (r, first)->before != ';' &&
         _pm_clauses_get (r, first)->before != ':' && !_pm_clauses_get (r, first - 1)->used)
    first--;
  while (last < r->clauses->len && _pm_clauses_get (r, last)->before != ';')
    last++;
  content = _pm_clauses_join (r, first, last);
  if (k > first && pm_token_is (&r->tokens[clause->range.first - 2], PM_WORD_THAT | PM_WORD_WHO) &&
      cue.first == clause->range.first && k + 1 < last)
    content.first = clause->range.end;
  else if (clause->cue_traits & PM_TRAIT_BEHIND && speaker.words.first == content.first)
    content.first = cue.end;
  else if (cue.first == content.first)
    {
      take_apposition (r, k, &speaker);
      content.first = end;
      for (guint n = k + 1;
           n + 1 < last && (_pm_clauses_get (r, n)->used || opens_apposition (r, n)); n++)
        content.first = _pm_clauses_get (r, n)->range.end;
    }
  else if (cue.first == clause->range.first && k + 1 == last)
    content.end = cue.first;
  else if (cue.first == clause->range.first && cue.first < content.first + MAX_BEFORE_SOURCE &&
           content.end > clause->range.end + 2)
    content.first = clause->range.end;
  _pm_clauses_use (r, first, last);
  return _pm_clauses_report (r, content, &speaker, cue);
}

/* "X was beside himself: “…”": no verb of speech, but a colon before a quotation. */
static gboolean
read_colon (PmClauseReader *r, guint k)
{
  PmClause *clause = _pm_clauses_get (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange before = { r->frames->unit.first, clause->range.first };
  guint end;

  if (!clause->marked || clause->before != ':' || clause->used || k == 0)
    return FALSE;
  if (!_pm_clauses_find_named (r->frames, _pm_clauses_get (r, k - 1)->range, &speaker) &&
      !_pm_clauses_find_named (r->frames, before, &speaker) &&
      !_pm_clauses_find_phrase (r->frames, _pm_clauses_get (r, k - 1)->range.first, before.end,
                                &speaker, &end))
    return FALSE;
  clause->used = TRUE;
  return _pm_clauses_report (r, clause->range, &speaker, (PmTokenRange){ 0, 0 });
}

static void
report_carried (PmClauseReader *r, PmTokenRange range, double confidence)
{
  g_auto (PmSpeaker) speaker = { .entity = -1 };

  _pm_speaker_copy (&r->frames->carried, &speaker);
  speaker.rule = "carried over";
  speaker.confidence = confidence;
  _pm_clauses_report (r, range, &speaker, r->frames->carried_cue);
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
read_mood (PmClauseReader *r)
{
  PmFrames *self = r->frames;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  gboolean carries = _pm_clauses_may_carry (self) && self->paragraph == self->carried_paragraph;
  const PmMention *mention;
  int topic;

  if (r->tokens[self->unit.end - 1].mark == '?' ||
      !_pm_clauses_has (r, self->unit, carries ? PM_MOODS : PM_TRAIT_REPORTED))
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
  return _pm_clauses_report (r, self->unit, &speaker, (PmTokenRange){ 0, 0 });
}

/* "Anna Lind came in. “Enough.”": whoever the sentence right before is about, where it reports
 * nothing by itself. */
static gboolean
find_newcomer (PmFrames *self, PmSpeaker *speaker)
{
  if (self->before.end == 0 || self->carried_unit == self->before.first ||
      !_pm_clauses_find_named (self, self->before, speaker))
    return FALSE;
  if (speaker->entity < 0 || speaker->words.first > self->before.first + MAX_TO_SUBJECT)
    {
      _pm_speaker_clear (speaker);
      return FALSE;
    }
  speaker->rule = "named before";
  speaker->confidence = 0.5;
  return TRUE;
}

/* "X showed a test that “fools students”": the person named before the words in the sentence. */
static gboolean
find_named_before (PmFrames *self, PmTokenRange marked, PmSpeaker *speaker)
{
  if (!_pm_clauses_find_named (self, (PmTokenRange){ self->unit.first, marked.first }, speaker) ||
      speaker->entity < 0)
    {
      _pm_speaker_clear (speaker);
      return FALSE;
    }
  speaker->rule = "named before";
  speaker->confidence = 0.5;
  return TRUE;
}

/* The quotations that no cue explains. */
static void
read_alone (PmClauseReader *r)
{
  PmFrames *self = r->frames;

  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      PmTokenRange range = _pm_frames_get_marked (self, m)->range;
      g_auto (PmSpeaker) speaker = { .entity = -1 };
      gboolean whole = _pm_clauses_get (r, 0)->marked && r->clauses->len == 1;

      if (self->done[m])
        continue;
      self->done[m] = TRUE;
      if (_pm_clauses_count_words (r, range) < (whole ? 2 : PM_MIN_WORDS_ALONE) ||
          (!whole && _pm_clauses_is_name (self, range)))
        continue;
      if (!whole && range.first > 0 && pm_token_is (&r->tokens[range.first - 1], PM_WORD_NAMING))
        continue;
      if (whole ? find_newcomer (self, &speaker) : find_named_before (self, range, &speaker))
        _pm_clauses_report (r, range, &speaker, (PmTokenRange){ 0, 0 });
      else if (_pm_clauses_may_carry (self))
        report_carried (r, range, whole ? 0.8 : 0.4);
      else if (whole && _pm_speakers_guess (self->speakers, range, TRUE, &speaker) &&
               speaker.entity >= 0 && speaker.entity == self->speakers->most_entity)
        _pm_clauses_report (r, range, &speaker, (PmTokenRange){ 0, 0 });
      else
        _pm_clauses_report (r, range, NULL, (PmTokenRange){ 0, 0 });
    }
}

/* "Anna Lind winkte ab, das sei gut": no verb of speech, but a clause whose form reports. */
static gboolean
read_form (PmClauseReader *r, guint k)
{
  PmClause *clause = _pm_clauses_get (r, k);
  g_auto (PmSpeaker) speaker = { .entity = -1 };

  if (k + 1 >= r->clauses->len || clause->used || clause->marked ||
      _pm_clauses_get (r, k + 1)->before != ',' || _pm_clauses_has (r, clause->range, PM_MOODS) ||
      !_pm_clauses_has (r, _pm_clauses_get (r, k + 1)->range, PM_TRAIT_REPORTED) ||
      !_pm_clauses_find_named (r->frames, clause->range, &speaker))
    return FALSE;
  clause->cue = (PmTokenRange){ clause->range.first, clause->range.first };
  return _pm_clauses_read_opening (r, k, &speaker);
}

void
_pm_clauses_read (PmFrames *self)
{
  PmClauseReader r = { self, self->tokens->tokens, _pm_clauses_split (self) };
  gboolean found = FALSE;

  for (guint k = 0; k < r.clauses->len; k++)
    {
      PmClause *clause = _pm_clauses_get (&r, k);

      if (clause->used || clause->cue.end == 0)
        found |= read_colon (&r, k) || read_form (&r, k);
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
