/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"
#include "pm-source-hosts.h"

#include <string.h>

/* What the article rests on: every link, and who or what is leaned on in words alone: a body that
 * speaks, an outlet that reported or was told, a document, the credit line at the end. */

typedef struct
{
  PmContext *context;
  PmTokens *tokens;
  gsize text_end; /* where the last source by words ended: later ones begin after it */
} Sources;

static guint64
get_classes (Sources *self, PmTokenRange range)
{
  const PmToken *tokens = self->tokens->tokens;
  guint64 classes = tokens[range.first].phrase_words > 1 &&
                            range.first + tokens[range.first].phrase_words <= range.end
                        ? tokens[range.first].phrase_classes
                        : 0;

  for (guint i = range.first; i < range.end; i++)
    classes |= tokens[i].classes;
  return classes;
}

/* "charity", "rights group", "organisation humanitaire", "Human Rights Watch". */
static gboolean
is_civic (Sources *self, guint at)
{
  const PmToken *token = &self->tokens->tokens[at];

  if (pm_token_has (token, PM_TRAIT_CIVIC) ||
      (token->phrase_words > 1 && token->phrase_traits & PM_TRAIT_CIVIC))
    return TRUE;
  return pm_token_has (token, PM_TRAIT_CAUSE) &&
         ((at > 0 && pm_token_is (&token[-1], PM_WORD_ORG_HEAD)) ||
          (at + 1 < self->tokens->n_tokens && pm_token_is (&token[1], PM_WORD_ORG_HEAD)));
}

static gboolean
holds_civic (Sources *self, PmTokenRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (is_civic (self, i))
      return TRUE;
  return FALSE;
}

/* "the charity Shelter", "the rights group Liberty", "Shelter, a housing charity, …". */
static gboolean
is_called_civic (Sources *self, PmTokenRange name)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange sentence = self->tokens->sentences[tokens[name.first].sentence];
  guint first = name.first;

  while (first > sentence.first && tokens[first - 1].kind == PM_TOKEN_QUOTE)
    first--;
  if (first > sentence.first && is_civic (self, first - 1))
    return TRUE;
  if (first > sentence.first + 1 && pm_token_is (&tokens[first - 1], PM_WORD_ORG_HEAD) &&
      is_civic (self, first - 2))
    return TRUE;
  if (name.end + 1 >= sentence.end || tokens[name.end].mark != ',' ||
      !pm_token_is (&tokens[name.end + 1], PM_WORD_DETERMINER))
    return FALSE;
  for (guint i = name.end + 2; i < MIN (sentence.end, name.end + 8); i++)
    {
      if (tokens[i].kind != PM_TOKEN_WORD || pm_token_is (&tokens[i], PM_WORD_WHO | PM_WORD_THAT))
        return FALSE;
      if (is_civic (self, i))
        return TRUE;
    }
  return FALSE;
}

static PmSourceKind
find_kind (Sources *self, PmTokenRange range)
{
  guint64 classes = get_classes (self, range);

  if (classes & PM_WORD_AGENCY)
    return PM_SOURCE_AGENCY;
  if (classes & PM_WORD_OUTLET)
    return PM_SOURCE_NEWS;
  if (classes & PM_WORD_STATE)
    return PM_SOURCE_GOVERNMENT;
  if (holds_civic (self, range))
    return PM_SOURCE_NGO;
  if (classes & PM_WORD_LEARNED)
    return PM_SOURCE_RESEARCH;
  return classes & PM_WORD_COMPANY ? PM_SOURCE_COMPANY : PM_SOURCE_OTHER;
}

/* What @mention's words say, or else those of its entity elsewhere: "NMA" by itself says nothing;
 * or what it is called. */
static PmSourceKind
find_kind_of_body (Sources *self, const PmMention *mention)
{
  const GArray *mentions = self->context->mentions;
  PmSourceKind kind = find_kind (self, mention->range);

  for (guint i = 0; i < mentions->len && kind == PM_SOURCE_OTHER; i++)
    if (g_array_index (mentions, PmMention, i).entity == mention->entity)
      kind = find_kind (self, g_array_index (mentions, PmMention, i).range);
  for (guint i = 0; i < mentions->len && kind == PM_SOURCE_OTHER; i++)
    if (g_array_index (mentions, PmMention, i).entity == mention->entity &&
        is_called_civic (self, g_array_index (mentions, PmMention, i).range))
      kind = PM_SOURCE_NGO;
  return kind;
}

static void
add (Sources *self, PmSourceKind kind, PmSpan span, const char *name, int entity)
{
  PmSource *source = pm_source_new (kind, span, name, NULL);

  source->entity = entity;
  g_ptr_array_add (self->context->analysis->sources, source);
}

static const char *
get_name (Sources *self, const PmMention *mention)
{
  const PmEntity *entity = g_ptr_array_index (self->context->analysis->entities, mention->entity);

  return entity->name;
}

static char *
dup_words (Sources *self, PmSpan span)
{
  g_autofree char *words = g_strndup (self->tokens->text + span.start, pm_span_length (span));

  return g_strdup (g_strstrip (g_strdelimit (words, "\n\t", ' ')));
}

/* The token that holds byte @at, or the first after it. */
static guint
find_token (Sources *self, gsize at)
{
  guint low = 0;
  guint high = self->tokens->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens->tokens[middle].span.end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The tokens of which some byte is in @span. */
static PmTokenRange
get_words (Sources *self, PmSpan span)
{
  PmTokenRange words = { find_token (self, span.start), find_token (self, span.end) };

  if (words.end < self->tokens->n_tokens && self->tokens->tokens[words.end].span.start < span.end)
    words.end++;
  return words;
}

/* A house may stand for who works in it, and what is called a charity is no place. */
static gboolean
is_body (Sources *self, const PmMention *mention)
{
  return mention != NULL && (mention->type == PM_ENTITY_ORGANISATION ||
                             (mention->type == PM_ENTITY_PLACE &&
                              (get_classes (self, mention->range) & PM_WORD_KNOWN_ORG ||
                               is_called_civic (self, mention->range))));
}

/* "White House press secretary Jen Psaki" speaks for the White House; "Sen. Ann Lee (D-Ohio)" for
 * nobody: brackets say where somebody belongs. */
static const PmMention *
find_body (Sources *self, PmTokenRange words)
{
  for (guint i = words.first; i < words.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (is_body (self, mention) && (mention->range.first <= words.first ||
                                      self->tokens->tokens[mention->range.first - 1].mark != '('))
        return mention;
    }
  return NULL;
}

/* What the words of a link, and those beside them, say of whose it is; @kind when they do not. */
static PmSourceKind
find_kind_of_link (Sources *self, PmSpan span, PmSourceKind kind)
{
  PmTokenRange words = get_words (self, span);
  const PmMention *body = find_body (self, words);
  PmSourceKind found;

  if (words.first >= words.end)
    return kind;
  if (holds_civic (self, words) || is_called_civic (self, words))
    return PM_SOURCE_NGO;
  found = body != NULL ? find_kind_of_body (self, body) : PM_SOURCE_OTHER;
  return found != PM_SOURCE_OTHER ? found : kind;
}

static void
read_links (Sources *self)
{
  PmContext *context = self->context;
  const char *own = pm_document_get_meta (context->document, PM_META_CANONICAL_URL);
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (context->document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    {
      g_autofree char *words = NULL;
      PmSourceKind kind;
      gboolean guessed;

      if (marks[i].kind != PM_MARK_LINK || marks[i].url == NULL)
        continue;
      words = dup_words (self, marks[i].span);
      kind = pm_source_kind_of_url (marks[i].url, words, own, &guessed);
      if (guessed)
        kind = find_kind_of_link (self, marks[i].span, kind);
      g_ptr_array_add (context->analysis->sources,
                       pm_source_new (kind, marks[i].span, *words != '\0' ? words : marks[i].url,
                                      marks[i].url));
    }
}

/* "the government said", "the charity said", "a fact sheet": bodies and papers without a name. */
static gboolean
read_nameless (Sources *self, const PmQuote *quote, PmTokenRange words, PmSpan span)
{
  guint64 classes = get_classes (self, words);

  if (quote->speaker_name == NULL || quote->entity >= 0)
    return FALSE;
  if (classes & PM_WORD_WRITING && classes & PM_WORD_DOCUMENT)
    add (self, PM_SOURCE_DOCUMENT, span, quote->speaker_name, -1);
  else if (classes & PM_WORD_STATE && !(classes & PM_WORD_ROLE))
    add (self, PM_SOURCE_GOVERNMENT, span, quote->speaker_name, -1);
  else if (holds_civic (self, words) && !(classes & PM_WORD_ROLE))
    add (self, PM_SOURCE_NGO, span, quote->speaker_name, -1);
  else
    return FALSE;
  return TRUE;
}

/* A quote's speaker is a source when it is a body, or speaks for one. */
static void
read_quote (Sources *self, const PmQuote *quote)
{
  PmSpan span = { MIN (quote->speaker.start, quote->cue.start),
                  MAX (quote->speaker.end, quote->cue.end) };
  PmTokenRange words;
  const PmMention *body;

  if (pm_span_is_empty (quote->speaker) || pm_span_is_empty (quote->cue) ||
      span.end > span.start + 400 || span.start < self->text_end ||
      g_strcmp0 (quote->rule, "carried over") == 0)
    return;
  words = get_words (self, quote->speaker);
  body = find_body (self, words);
  if (body != NULL)
    add (self, find_kind_of_body (self, body), span, get_name (self, body), body->entity);
  else if (!read_nameless (self, quote, words, span))
    return;
  self->text_end = span.end;
}

static gboolean
is_outlet (Sources *self, const PmMention *mention)
{
  return mention != NULL && mention->type != PM_ENTITY_PERSON &&
         (get_classes (self, mention->range) & (PM_WORD_AGENCY | PM_WORD_OUTLET)) != 0;
}

static gboolean
is_covered (Sources *self, PmSpan span)
{
  const GPtrArray *sources = self->context->analysis->sources;

  for (guint i = sources->len; i > 0 && sources->len - i < 6; i--)
    {
      const PmSource *source = g_ptr_array_index (sources, i - 1);

      if (source->url == NULL && pm_span_overlaps (source->span, span))
        return TRUE;
    }
  return FALSE;
}

/* The paper's name is whose it is and what it is: "SVR statement". */
static void
add_document (Sources *self, guint noun, const PmMention *maker, PmSpan span)
{
  const PmToken *token = &self->tokens->tokens[noun];
  guint n = token->phrase_words > 1 && token->phrase_classes & PM_WORD_DOCUMENT
                ? token->phrase_words
                : 1;
  g_autofree char *what = pm_tokens_dup_text (self->tokens, (PmTokenRange){ noun, noun + n });
  g_autofree char *whose = pm_tokens_dup_text (self->tokens, maker->range);
  g_autofree char *name = g_strdup_printf ("%s %s", whose, what);

  add (self, PM_SOURCE_DOCUMENT, span, name, maker->entity);
}

/* "A statement … signed by the SVR's head of press". */
static gboolean
read_document (Sources *self, guint i, PmTokenRange sentence)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean noun = pm_token_is (&tokens[i], PM_WORD_DOCUMENT) ||
                  (tokens[i].phrase_words > 1 && tokens[i].phrase_classes & PM_WORD_DOCUMENT);

  if (!noun || i == sentence.first || !pm_token_is (&tokens[i - 1], PM_WORD_DETERMINER) ||
      tokens[i].letters != PM_CASE_LOWER || i > sentence.first + 6)
    return FALSE;
  for (guint k = i + 1; k + 1 < MIN (sentence.end, i + 16); k++)
    {
      const PmMention *maker;
      PmSpan span;
      guint at = k + 1;

      if (!pm_token_is (&tokens[k], PM_WORD_MADE_BY))
        continue;
      while (at + 1 < sentence.end &&
             pm_token_is (&tokens[at], PM_WORD_DETERMINER | PM_WORD_DEMONYM))
        at++;
      maker = _pm_context_get_mention (self->context, at);
      if (!is_body (self, maker))
        continue;
      span = (PmSpan){ tokens[i - 1].span.start, tokens[maker->range.end - 1].span.end };
      if (is_covered (self, span))
        return FALSE;
      add_document (self, i, maker, span);
      return TRUE;
    }
  return FALSE;
}

/* "TASS reported", "told CNN's …", "citing Reuters", and "(Reuters)" in a dateline. */
static void
read_outlet (Sources *self, const PmMention *mention, PmTokenRange sentence)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = mention->range.first;
  guint end = mention->range.end;
  PmSpan span = pm_tokens_get_span (self->tokens, mention->range);
  gboolean found = FALSE;
  guint k = first;

  while (end < sentence.end && pm_token_is (&tokens[end], PM_WORD_AUXILIARY))
    end++;
  if (end < sentence.end && pm_token_is (&tokens[end], PM_WORD_SAY) &&
      tokens[end].letters == PM_CASE_LOWER)
    {
      span.end = tokens[end].span.end;
      found = TRUE;
    }
  while (k > sentence.first && first - k < 3 &&
         pm_token_is (&tokens[k - 1], PM_WORD_DETERMINER | PM_WORD_DEMONYM | PM_WORD_INFINITIVE))
    k--;
  for (guint n = 1; !found && n <= 2 && k >= sentence.first + n; n++)
    if (pm_token_is (&tokens[k - n], n == 1 ? PM_WORD_TELL | PM_WORD_CITING : 0) ||
        (tokens[k - n].phrase_words == n && tokens[k - n].phrase_classes & PM_WORD_CITING))
      {
        span.start = tokens[k - n].span.start;
        found = TRUE;
      }
  if (!found && first > 0 && tokens[first - 1].mark == '(' && end < sentence.end &&
      tokens[end].mark == ')' && tokens[sentence.first].gap == PM_GAP_PARAGRAPH &&
      tokens[sentence.first].letters == PM_CASE_UPPER && first < sentence.first + 14)
    found = TRUE;
  if (found && !is_covered (self, span))
    add (self, find_kind_of_body (self, mention), span, get_name (self, mention), mention->entity);
}

/* "CNN's Paula Brandt contributed to this report": whose it is, or who. */
static gboolean
read_credit (Sources *self, PmTokenRange sentence)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmMention *whose = NULL;
  gboolean credit = FALSE;

  if (sentence.end - sentence.first > 60)
    return FALSE;
  for (guint i = sentence.first; i < sentence.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (mention != NULL && (whose == NULL || (whose->type == PM_ENTITY_PERSON &&
                                                mention->type == PM_ENTITY_ORGANISATION)))
        whose = mention;
      if ((tokens[i].phrase_words > 1 && tokens[i].phrase_classes & PM_WORD_CREDIT) ||
          (pm_token_is (&tokens[i], PM_WORD_CREDIT) && i + 2 < sentence.end &&
           pm_token_is (&tokens[i + 1], PM_WORD_INFINITIVE) &&
           pm_token_is (&tokens[i + 2], PM_WORD_DETERMINER)))
        credit = TRUE;
    }
  if (!credit || whose == NULL)
    return FALSE;
  add (self, whose->type == PM_ENTITY_PERSON ? PM_SOURCE_NEWS : find_kind (self, whose->range),
       pm_tokens_get_span (self->tokens, sentence), get_name (self, whose), whose->entity);
  return TRUE;
}

static void
read_sentence (Sources *self, PmTokenRange sentence)
{
  if (read_credit (self, sentence))
    return;
  for (guint i = sentence.first; i < sentence.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (mention != NULL && mention->range.first == i)
        {
          if (is_outlet (self, mention))
            read_outlet (self, mention, sentence);
          i = MAX (i, mention->range.end - 1);
        }
      else
        read_document (self, i, sentence);
    }
}

/* A bare "Source" at the end of a copied text: its link was lost on the way. */
static void
read_label (Sources *self)
{
  PmTokens *tokens = self->tokens;
  PmTokenRange last;
  PmSpan span;
  g_autofree char *words = NULL;

  if (tokens->n_paragraphs < 2)
    return;
  last = tokens->paragraphs[tokens->n_paragraphs - 1];
  if (last.end - last.first > 2 || !pm_token_is (&tokens->tokens[last.first], PM_WORD_LABEL) ||
      (last.end - last.first == 2 && tokens->tokens[last.first + 1].mark != ':'))
    return;
  span = tokens->tokens[last.first].span;
  words = dup_words (self, span);
  for (guint i = 0; i < self->context->analysis->sources->len; i++)
    if (pm_span_overlaps (((PmSource *) self->context->analysis->sources->pdata[i])->span, span))
      return;
  add (self, PM_SOURCE_OTHER, span, words, -1);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const PmSource *x = *(const PmSource *const *) a;
  const PmSource *y = *(const PmSource *const *) b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

void
_pm_sources_analyse (PmContext *self)
{
  Sources sources = { self, self->tokens, 0 };
  const GPtrArray *quotes = self->analysis->quotes;
  guint q = 0;

  for (guint s = 0; s < self->tokens->n_sentences; s++)
    {
      PmTokenRange sentence = self->tokens->sentences[s];
      gsize end = pm_tokens_get_span (self->tokens, sentence).end;

      for (; q < quotes->len; q++)
        {
          const PmQuote *quote = g_ptr_array_index (quotes, q);

          if (quote->span.start >= end)
            break;
          read_quote (&sources, quote);
        }
      read_sentence (&sources, sentence);
    }
  read_links (&sources);
  read_label (&sources);
  g_ptr_array_sort (self->analysis->sources, compare_sources);
}
