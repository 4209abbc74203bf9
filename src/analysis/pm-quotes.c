/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"

#include <string.h>

/* Who said what. The marks are paired first; then each unit of the text is asked for the frames in
 * which speech is reported: `"…," said X`, `X said: "…"`, `X said that …`, `according to X, …`.
 * What no frame explains is carried over from the quotation before, or refused. */

/* A stretch without a cue must have this many words to be speech and not a term. */
#define MIN_WORDS_WITHOUT_CUE 5
/* A unit is cut here, so that hostile text costs no more than plain text does. */
#define MAX_UNIT 1000
/* The writer's words before quoted ones that end them are no more than this. */
#define MAX_BEFORE_MARKS 60

/* "No group claimed …": somebody who is not there says nothing. */
static gboolean
is_nobody (PmFrames *self, const PmSpeaker *speaker)
{
  const PmToken *first = &self->tokens->tokens[speaker->words.first];

  return pm_token_is (first, PM_WORD_NEGATION) ||
         (first->gap == PM_GAP_SPACE && pm_token_is (&first[-1], PM_WORD_NEGATION) &&
          pm_token_is (&first[-1], PM_WORD_DETERMINER));
}

void
_pm_frames_emit (PmFrames *self,
                 PmQuoteKind kind,
                 PmTokenRange range,
                 const PmSpeaker *speaker,
                 PmTokenRange cue)
{
  PmQuote *quote;

  self->awaited = FALSE;
  if (kind == PM_QUOTE_INDIRECT && speaker != NULL && speaker->words.end > speaker->words.first &&
      is_nobody (self, speaker))
    return;
  quote = pm_quote_new (kind, pm_tokens_get_span (self->tokens, range));
  if (cue.end > cue.first)
    quote->cue = pm_tokens_get_span (self->tokens, cue);
  if (speaker != NULL && speaker->words.end > speaker->words.first)
    {
      quote->speaker = pm_tokens_get_span (self->tokens, speaker->words);
      quote->speaker_name = g_strdup (speaker->name);
      quote->entity = speaker->entity;
      quote->rule = g_strdup (speaker->rule);
      quote->confidence = speaker->name != NULL ? speaker->confidence : 0;
      if (speaker->name != NULL)
        _pm_speakers_note (self->speakers, speaker);
      if (speaker != &self->carried)
        {
          _pm_speaker_clear (&self->carried);
          _pm_speaker_copy (speaker, &self->carried);
        }
      self->carried_cue = cue;
      self->carried_unit = self->unit.first;
      self->carried_end = kind == PM_QUOTE_INDIRECT               ? 0
                          : speaker->words.first < self->unit.end ? self->unit.end
                                                                  : self->next_unit_end;
      self->carried_paragraph = self->paragraph;
    }
  g_ptr_array_add (self->context->analysis->quotes, quote);
}

/* All the words between marks are a sentence of their own, or part of one that was broken off by
 * its cue. */
static PmQuoteKind
find_kind (PmFrames *self, const PmMarked *marked)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = marked->range.first;
  gunichar before = first > self->unit.first ? tokens[first - 1].mark : 0;

  if (first == self->unit.first || before == ':' || before == ',' ||
      tokens[first - 1].kind == PM_TOKEN_QUOTE || marked->continues)
    return PM_QUOTE_DIRECT;
  if (first + 1 < marked->range.end && tokens[first + 1].letters >= PM_CASE_TITLE &&
      !pm_token_is (&tokens[first - 1], PM_WORD_FUNCTION))
    return PM_QUOTE_DIRECT;
  return PM_QUOTE_MIXED;
}

/* A sentence of the writer's that ends in quoted words is reported from its start. */
static PmTokenRange
find_reported (PmFrames *self, const PmMarked *marked)
{
  PmTokenRange range = marked->range;

  while (range.first > self->unit.first && self->inside[range.first - 1] == 0 &&
         self->tokens->tokens[range.first - 1].mark != ';')
    range.first--;
  return range.first == self->unit.first ? range : marked->range;
}

/* "Strikes would go on, “in spring as in summer”, she said": the words in marks end what the writer
 * reports without. */
static gboolean
goes_on_in_marks (PmFrames *self, const PmMarked *marked)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = marked->range.first;
  PmCue cue;

  if (first < self->unit.first + 2 || first > self->unit.first + MAX_BEFORE_MARKS ||
      tokens[first - 1].mark != ',' || tokens[first + 1].letters != PM_CASE_LOWER ||
      !_pm_frames_has_finite_verb (self, (PmTokenRange){ self->unit.first, first }))
    return FALSE;
  for (guint i = self->unit.first; i < first; i++)
    if (self->inside[i] > 0 || _pm_frames_match_cue (self, i, &cue) ||
        pm_token_is (&tokens[i], PM_WORD_SAY_PART))
      return FALSE;
  return TRUE;
}

/* Keeps in mind that the quote emitted last, which has no cue, runs on into the next paragraph. */
static void
leave_open (PmFrames *self, const PmMarked *marked)
{
  if (marked->closed)
    return;
  if (self->open_quote == 0 || self->open_paragraph + 1 < self->paragraph)
    self->open_quote = self->context->analysis->quotes->len;
  self->open_paragraph = self->paragraph;
}

/* The cue behind the last paragraph of a quotation tells who says the ones before. */
static void
close_open (PmFrames *self, const PmMarked *marked, const PmSpeaker *speaker)
{
  GPtrArray *quotes = self->context->analysis->quotes;
  gboolean goes_on = self->open_paragraph + 1 == self->paragraph &&
                     self->tokens->tokens[marked->range.first].gap == PM_GAP_PARAGRAPH;

  for (guint i = self->open_quote; goes_on && i > 0 && i <= quotes->len; i++)
    {
      PmQuote *quote = g_ptr_array_index (quotes, i - 1);

      g_free (quote->speaker_name);
      g_free (quote->rule);
      quote->speaker = pm_tokens_get_span (self->tokens, speaker->words);
      quote->speaker_name = g_strdup (speaker->name);
      quote->entity = speaker->entity;
      quote->rule = g_strdup ("carried back");
      quote->confidence = speaker->name != NULL ? speaker->confidence : 0;
    }
  self->open_quote = 0;
}

static void
read_cues_after (PmFrames *self)
{
  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      PmMarked *marked = _pm_frames_get_marked (self, m);
      g_auto (PmSpeaker) speaker = { .entity = -1 };
      PmTokenRange cue;
      PmQuoteKind kind;

      if (self->done[m] || !_pm_frames_match_after (self, marked, &speaker, &cue))
        continue;
      self->done[m] = TRUE;
      if (_pm_frames_is_display (self, speaker.words))
        continue;
      close_open (self, marked, &speaker);
      kind = goes_on_in_marks (self, marked) ? PM_QUOTE_MIXED : find_kind (self, marked);
      _pm_frames_emit (self, kind,
                       kind == PM_QUOTE_MIXED ? find_reported (self, marked) : marked->range,
                       &speaker, cue);
    }
}

/* "…, saying", "before sending a warning:": a participle or a noun speaks for the subject of its
 * sentence. */
static gboolean
match_participle (PmFrames *self, const PmMarked *marked, PmSpeaker *speaker, PmTokenRange *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = marked->range.first;
  guint from = MAX (self->unit.first, first > 12 ? first - 12 : 0);
  gboolean colon = first > self->unit.first && tokens[first - 1].mark == ':';

  for (guint i = first; i > from; i--)
    {
      const PmToken *token = &tokens[i - 1];

      if (self->inside[i - 1] > 0)
        break;
      if (pm_token_is (token, PM_WORD_SAY_PART) || (colon && pm_token_is (token, PM_WORD_SAY_NOUN)))
        {
          *cue = (PmTokenRange){ i - 1, i };
          if (pm_token_is (token, PM_WORD_SAY_NOUN))
            for (guint k = i - 1; k > from && i - k < 5; k--)
              if (pm_token_is (&tokens[k - 1], PM_WORD_SAY_PART))
                cue->first = k - 1;
          return _pm_speakers_find_in (self->speakers, (PmTokenRange){ self->unit.first, i - 1 },
                                       speaker);
        }
    }
  *cue = (PmTokenRange){ 0, 0 };
  /* "They will stay, the committee insists: “…”" */
  if (self->carried_unit == self->unit.first && self->carried.name != NULL)
    return FALSE;
  return colon && _pm_speakers_find_in (self->speakers,
                                        (PmTokenRange){ self->unit.first, first - 1 }, speaker);
}

/* Whether the speaker of the last quotation speaks on without a word: a quotation that runs on, a
 * second one beside the same cue, or one in the sentence right behind. */
static gboolean
speaks_on (PmFrames *self, const PmMarked *marked)
{
  if (self->carried.words.end == 0 || self->carried.name == NULL)
    return FALSE;
  return self->carried_unit == self->unit.first ||
         (self->carried_end == self->unit.first && marked->range.first == self->unit.first &&
          self->paragraph == self->carried_paragraph) ||
         ((marked->continues || self->awaited) && self->paragraph <= self->carried_paragraph + 1);
}

/* “I wrote it in bed”: Anna Lind on her novel. The headline says whom the article is about. */
static gboolean
read_headline (PmFrames *self, const PmMarked *marked, guint words)
{
  PmTokenRange about = { marked->range.end + 1, self->unit.end };
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  const PmMention *person = NULL;

  if (self->paragraph != 1 || marked->range.first != self->unit.first || about.first >= about.end ||
      self->tokens->tokens[marked->range.end].mark != ':')
    return FALSE;
  for (guint i = about.first; i < about.end && person == NULL; i++)
    {
      person = _pm_context_get_mention (self->context, i);
      if (person != NULL && person->type != PM_ENTITY_PERSON)
        person = NULL;
    }
  if (words < (person != NULL ? 3 : MIN_WORDS_WITHOUT_CUE))
    return FALSE;
  if (person != NULL && !_pm_speakers_resolve (self->speakers, person->range, &speaker))
    return FALSE;
  _pm_frames_emit (self, PM_QUOTE_DIRECT, marked->range, person != NULL ? &speaker : NULL,
                   (PmTokenRange){ 0, 0 });
  return TRUE;
}

static void
read_rest (PmFrames *self, guint m)
{
  PmMarked *marked = _pm_frames_get_marked (self, m);
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange cue = { 0, 0 };
  guint words = _pm_frames_count_words (self, marked->range);
  gboolean whole = _pm_frames_is_whole_unit (self, marked) || marked->continues;

  if (read_headline (self, marked, words))
    return;
  if (match_participle (self, marked, &speaker, &cue))
    {
      if (words > 2 || cue.end > 0)
        _pm_frames_emit (self, find_kind (self, marked), marked->range, &speaker, cue);
      return;
    }
  if (whole ? words < 2 : words < MIN_WORDS_WITHOUT_CUE && !speaks_on (self, marked))
    return;
  /* "know him as “the Dentist” because, as she puts it, “…”" */
  if (!whole && self->carried_unit == self->unit.first &&
      words < (marked->range.first < self->carried_cue.first ? 3 : 2))
    return;
  if (speaks_on (self, marked))
    {
      _pm_speaker_copy (&self->carried, &speaker);
      speaker.rule = "carried over";
      speaker.confidence = 0.92;
      cue = self->carried_cue;
    }
  else if (!_pm_speakers_guess (self->speakers, marked->range, whole, &speaker))
    {
      _pm_frames_emit (self, whole ? PM_QUOTE_DIRECT : PM_QUOTE_MIXED, marked->range, NULL, cue);
      leave_open (self, marked);
      return;
    }
  else if (whole && self->carried.words.end > 0 && self->carried.entity == speaker.entity &&
           g_strcmp0 (self->carried.name, speaker.name) == 0)
    cue = self->carried_cue;
  _pm_frames_emit (self,
                   whole || self->carried_unit == self->unit.first ? find_kind (self, marked)
                                                                   : PM_QUOTE_MIXED,
                   marked->range, &speaker, cue);
  leave_open (self, marked);
}

static void
read_unit (PmFrames *self)
{
  if (self->context->language->clausal)
    {
      _pm_clauses_read (self);
      return;
    }
  _pm_frames_refuse_titles (self);
  read_cues_after (self);
  _pm_frames_read_reported (self);
  for (guint m = self->first_marked; m < self->end_marked; m++)
    if (!self->done[m])
      {
        self->done[m] = TRUE;
        read_rest (self, m);
      }
}

/* The token after the unit that begins at @first: a sentence, and more while a quotation is open.
 */
static guint
find_unit_end (PmFrames *self, guint first)
{
  const PmTokens *tokens = self->tokens;
  guint end = first;

  while (end < tokens->n_tokens && end - first < MAX_UNIT)
    {
      end = tokens->sentences[tokens->tokens[end].sentence].end;
      if (end >= tokens->n_tokens || tokens->tokens[end].gap == PM_GAP_PARAGRAPH ||
          self->inside[end] == 0 || self->inside[end] != self->inside[end - 1])
        break;
    }
  return MIN (end, first + MAX_UNIT);
}

/* "LONDON, March 12 (Reuters) - ", "12.48 – ", "KYIV: " are no part of the first sentence. */
static guint
skip_dateline (PmFrames *self)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmToken *first = &tokens[self->unit.first];
  guint limit = MIN (self->unit.end, self->unit.first + 16);

  if (first->gap != PM_GAP_PARAGRAPH ||
      (first->letters != PM_CASE_UPPER && first->kind != PM_TOKEN_NUMBER))
    return self->unit.first;
  if (self->unit.first + 2 < limit && first->letters == PM_CASE_UPPER && first[1].mark == ':' &&
      pm_token_is_capital (&first[2]))
    return self->unit.first + 2;
  for (guint i = self->unit.first + 1; i + 1 < limit; i++)
    if (_pm_frames_is_dash (&tokens[i]) && tokens[i].gap != PM_GAP_NONE &&
        (tokens[i - 1].mark == ')' || pm_token_is_capital (&tokens[i - 1]) ||
         tokens[i - 1].kind == PM_TOKEN_NUMBER || first->kind == PM_TOKEN_NUMBER))
      return i + 1;
    else if (tokens[i].letters == PM_CASE_LOWER && !pm_token_is (&tokens[i], PM_WORD_OF) &&
             tokens[i].gap != PM_GAP_NONE && first->kind != PM_TOKEN_NUMBER)
      break;
  return self->unit.first;
}

/* Whether the unit from @first on is part of a turn of a transcript. @turn: (inout): the next. */
static gboolean
read_turn (PmFrames *self, GArray *turns, guint *turn, guint first)
{
  const PmTurn *next;

  while (*turn < turns->len && g_array_index (turns, PmTurn, *turn).words.end <= first)
    (*turn)++;
  next = *turn < turns->len ? &g_array_index (turns, PmTurn, *turn) : NULL;
  if (next == NULL || next->label.first > first)
    return FALSE;
  if (next->label.first == first)
    _pm_transcripts_read (self, next);
  return TRUE;
}

static void
read_document (PmFrames *self)
{
  const PmTokens *tokens = self->tokens;
  g_autoptr (GArray) turns = _pm_transcripts_find (self);
  guint marked = 0;
  guint turn = 0;

  for (guint first = 0; first < tokens->n_tokens; first = self->unit.end)
    {
      gboolean opens = tokens->tokens[first].gap == PM_GAP_PARAGRAPH;

      self->paragraph += opens;
      self->before = opens ? (PmTokenRange){ 0, 0 } : self->unit;
      self->unit = (PmTokenRange){ first, find_unit_end (self, first) };
      self->unit.first = skip_dateline (self);
      self->next_unit_end = self->unit.end;
      if (self->unit.end < tokens->n_tokens &&
          tokens->tokens[self->unit.end].gap != PM_GAP_PARAGRAPH)
        self->next_unit_end = find_unit_end (self, self->unit.end);
      while (marked < self->marked->len &&
             _pm_frames_get_marked (self, marked)->range.first < first)
        marked++;
      self->first_marked = marked;
      while (marked < self->marked->len &&
             _pm_frames_get_marked (self, marked)->range.first < self->unit.end)
        marked++;
      self->end_marked = marked;
      if (!read_turn (self, turns, &turn, first))
        read_unit (self);
    }
}

/* Without a language only the marks tell; short stretches are more often terms than speech. */
static void
read_marks_alone (PmFrames *self)
{
  for (guint m = 0; m < self->marked->len; m++)
    {
      const PmMarked *marked = _pm_frames_get_marked (self, m);

      if (_pm_frames_count_words (self, marked->range) >= MIN_WORDS_WITHOUT_CUE)
        _pm_frames_emit (self, PM_QUOTE_DIRECT, marked->range, NULL, (PmTokenRange){ 0, 0 });
    }
}

static int
compare_quotes (gconstpointer a, gconstpointer b)
{
  const PmQuote *x = *(const PmQuote *const *) a;
  const PmQuote *y = *(const PmQuote *const *) b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

/* No words are quoted twice: where two frames took the same, the longer stays. */
static void
sort_quotes (GPtrArray *quotes)
{
  guint kept = 0;
  gsize end = 0;

  g_ptr_array_sort (quotes, compare_quotes);
  for (guint i = 0; i < quotes->len; i++)
    {
      PmQuote *quote = g_ptr_array_index (quotes, i);

      if (quote->span.start < end)
        continue;
      end = quote->span.end;
      quotes->pdata[i] = quotes->pdata[kept];
      quotes->pdata[kept++] = quote;
    }
  g_ptr_array_set_size (quotes, kept);
}

void
_pm_quotes_analyse (PmContext *self)
{
  PmFrames frames = { .context = self,
                      .tokens = self->tokens,
                      .carried = { .entity = -1 },
                      .subject = { .entity = -1 } };

  frames.marked = _pm_quote_marks_find (self);
  _pm_references_drop (self->tokens, frames.marked);
  if (self->language != NULL && self->language->clausal)
    frames.marked = _pm_dashes_read (self, frames.marked);
  frames.inside = g_new0 (guint, self->tokens->n_tokens + 1);
  frames.done = g_new0 (guint8, frames.marked->len + 1);
  for (guint m = 0; m < frames.marked->len; m++)
    {
      PmTokenRange range = _pm_frames_get_marked (&frames, m)->range;

      for (guint i = range.first; i < range.end; i++)
        frames.inside[i] = m + 1;
    }
  if (self->language == NULL)
    read_marks_alone (&frames);
  else
    {
      frames.speakers = _pm_speakers_new (self, frames.inside);
      read_document (&frames);
      _pm_speakers_free (frames.speakers);
    }
  sort_quotes (self->analysis->quotes);
  _pm_speaker_clear (&frames.carried);
  _pm_speaker_clear (&frames.subject);
  g_array_unref (frames.marked);
  g_free (frames.inside);
  g_free (frames.done);
}
