/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-names-private.h"

/* Judges a piece of text that looks like a name: by its words, its shape and what stands beside it.
 */

static gboolean
is_shouted (const PmNameFinder *self, guint i)
{
  return self->style == PM_STYLE_SHOUTING && self->tokens[i].letters == PM_CASE_UPPER;
}

gboolean
_pm_names_is_opening (const PmNameFinder *self, guint i)
{
  const PmToken *before;

  if (self->style != PM_STYLE_PLAIN || i == 0 ||
      self->tokens[i].sentence != self->tokens[i - 1].sentence)
    return TRUE;
  before = &self->tokens[i - 1];
  return before->kind == PM_TOKEN_QUOTE || before->mark == ':' || before->mark == '(' ||
         before->mark == '[' || before->mark == 0x2022 || before->mark == '*' ||
         before->mark == '-' || before->mark == 0x2014 || before->kind == PM_TOKEN_NUMBER;
}

/* "Per" and "Will" are words of the language, but not with a capital where none is due and another
 * behind it. */
static gboolean
is_given_name (const PmNameFinder *self, guint i)
{
  const PmToken *next = &self->tokens[i + 1];

  return pm_token_is (&self->tokens[i], PM_WORD_GIVEN) && self->style == PM_STYLE_PLAIN &&
         i + 1 < self->n_tokens && !_pm_names_is_opening (self, i) && next->gap == PM_GAP_SPACE &&
         next->letters == PM_CASE_TITLE && !pm_token_is (next, PM_WORD_FUNCTION | PM_WORD_CALENDAR);
}

gboolean
_pm_names_is_word (const PmNameFinder *self, guint i)
{
  const PmToken *token = &self->tokens[i];

  if (!pm_token_is_capital (token))
    return FALSE;
  if (pm_token_is (token, PM_WORD_CALENDAR) && !pm_token_is (token, PM_WORD_GIVEN))
    return FALSE;
  if (!pm_token_is (token, PM_WORD_FUNCTION) || is_given_name (self, i))
    return TRUE;
  return token->letters == PM_CASE_UPPER && pm_span_length (token->span) > 1 &&
         pm_token_is (token, PM_WORD_ACRONYM) && !is_shouted (self, i);
}

static guint64
find_range_classes (const PmNameFinder *self, PmTokenRange range)
{
  const PmToken *first = &self->tokens[range.first];
  guint64 classes = 0;

  if (range.end - range.first == 1)
    classes = first->classes;
  else if (first->phrase_words == range.end - range.first)
    classes = first->phrase_classes;
  if (classes & PM_WORD_ACRONYM && first->letters != PM_CASE_UPPER)
    return classes & ~PM_WORD_KNOWN_NAME;
  return classes;
}

void
_pm_names_add (PmNameFinder *self, guint first, guint end, PmEntityType type, PmSureness sure)
{
  PmMention mention = { { first, end }, type, sure, -1 };

  if (end > first)
    g_array_append_val (self->context->mentions, mention);
}

static PmEntityType
type_of_classes (guint64 classes)
{
  if (classes & PM_WORD_PLACE)
    return PM_ENTITY_PLACE;
  return classes & PM_WORD_KNOWN_ORG ? PM_ENTITY_ORGANISATION : PM_ENTITY_OTHER;
}

guint
_pm_names_match_known (const PmNameFinder *self, guint i, guint end, guint64 *classes)
{
  const PmToken *token = &self->tokens[i];
  guint n = token->phrase_words;

  if (n > 1 && i + n <= end && token->phrase_classes & PM_WORD_KNOWN_NAME &&
      pm_token_is_capital (&self->tokens[i + n - 1]) && token->letters != PM_CASE_LOWER)
    {
      *classes = token->phrase_classes;
      return n;
    }
  *classes = find_range_classes (self, (PmTokenRange){ i, i + 1 });
  return *classes & PM_WORD_KNOWN_NAME ? 1 : 0;
}

guint
_pm_names_match_title (const PmNameFinder *self, guint i, guint end)
{
  const PmToken *token = &self->tokens[i];

  if (token->phrase_words > 1 && i + token->phrase_words <= end &&
      token->phrase_classes & PM_WORD_TITLE)
    return token->phrase_words;
  return pm_token_is (token, PM_WORD_TITLE) ? 1 : 0;
}

static gboolean
is_initial (const PmNameFinder *self, guint i)
{
  const PmToken *token = &self->tokens[i];

  return token->letters == PM_CASE_UPPER && pm_span_length (token->span) <= 2 &&
         self->context->tokens->text[token->span.end - 1] == '.';
}

gboolean
_pm_names_follows_the (const PmNameFinder *self, guint first)
{
  return first > 0 && pm_token_is_article (&self->tokens[first - 1]);
}

gboolean
_pm_names_any_word (const PmNameFinder *self, guint first, guint end, guint64 classes)
{
  for (guint i = first; i < end; i++)
    if (pm_token_is (&self->tokens[i], classes))
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_person (const PmNameFinder *self, guint first, guint end)
{
  if (end - first < 2 || end - first > 5 || _pm_names_follows_the (self, first))
    return FALSE;
  if (_pm_names_any_word (self, first + 1, end,
                          PM_WORD_ORG_HEAD | PM_WORD_COMPANY | PM_WORD_OF | PM_WORD_AND))
    return FALSE;
  if (pm_token_is (&self->tokens[end - 1], PM_WORD_MISC_HEAD | PM_WORD_PLACE_HEAD))
    return pm_token_is (&self->tokens[first], PM_WORD_GIVEN) && end - first == 2 &&
           pm_token_is (&self->tokens[end - 1], PM_WORD_SURNAME);
  return pm_token_is (&self->tokens[first], PM_WORD_GIVEN) || is_initial (self, first);
}

static gboolean
is_acronym (const PmNameFinder *self, guint i)
{
  const PmToken *token = &self->tokens[i];
  gsize length = pm_span_length (token->span);

  return token->letters == PM_CASE_UPPER && length >= 2 && length <= 7 && !is_shouted (self, i) &&
         !is_initial (self, i) && !pm_token_is (token, PM_WORD_COMMON);
}

/* "Zarkov, Bulgaria", "ZARKOV, stage 2 — ", "near Zarkov": a place by what is beside it.
 */
static gboolean
stands_as_place (const PmNameFinder *self, guint first, guint end)
{
  const PmToken *before = first > 0 ? &self->tokens[first - 1] : NULL;
  guint64 classes;

  if (end + 1 < self->n_tokens && self->tokens[end].mark == ',' &&
      _pm_names_match_known (self, end + 1, self->n_tokens, &classes) > 0 &&
      classes & PM_WORD_PLACE)
    return TRUE;
  if (self->tokens[first].gap == PM_GAP_PARAGRAPH && self->tokens[first].letters == PM_CASE_UPPER &&
      end < self->n_tokens && (self->tokens[end].mark == ',' || self->tokens[end].mark == 0x2014))
    return TRUE;
  if (before == NULL || before->sentence != self->tokens[first].sentence)
    return FALSE;
  if (_pm_names_follows_the (self, first) && first > 1)
    return pm_token_is (before - 1, PM_WORD_PLACE_CUE) &&
           !pm_token_is (before - 1, PM_WORD_INFINITIVE);
  return pm_token_is (before, PM_WORD_PLACE_CUE) && !pm_token_is (before, PM_WORD_INFINITIVE);
}

/* "the Orioles", "the Greens". */
static gboolean
stands_as_team (const PmNameFinder *self, guint i)
{
  const PmToken *token = &self->tokens[i];

  return _pm_names_follows_the (self, i) && pm_span_length (token->span) > 4 &&
         self->context->tokens->text[token->span.end - 1] == 's';
}

/* A name of one word that no list knows. */
static void
judge_single (PmNameFinder *self, guint i)
{
  const PmToken *token = &self->tokens[i];
  const PmLanguage *language = self->context->language;
  gboolean opening = _pm_names_is_opening (self, i) ||
                     (language != NULL && language->noun_capitals);

  if (pm_token_is (token, PM_WORD_DEMONYM | PM_WORD_COMPANY))
    return;
  if (is_shouted (self, i))
    _pm_names_add (self, i, i + 1,
                   stands_as_place (self, i, i + 1) ? PM_ENTITY_PLACE : PM_ENTITY_OTHER,
                   stands_as_place (self, i, i + 1) ? PM_SURE_HINT : PM_SURE_NOT);
  else if (is_acronym (self, i))
    _pm_names_add (self, i, i + 1, PM_ENTITY_ORGANISATION, opening ? PM_SURE_GUESS : PM_SURE_SHAPE);
  else if (pm_token_is (token, PM_WORD_SURNAME))
    _pm_names_add (self, i, i + 1, PM_ENTITY_PERSON, PM_SURE_KNOWN);
  else if (pm_token_is (token, PM_WORD_COMMON | PM_WORD_ORG_HEAD | PM_WORD_MISC_HEAD |
                                   PM_WORD_PLACE_HEAD | PM_WORD_ROLE | PM_WORD_TITLE_PART))
    _pm_names_add (self, i, i + 1, PM_ENTITY_OTHER, PM_SURE_NOT);
  else if (pm_token_is (token, PM_WORD_GIVEN))
    _pm_names_add (self, i, i + 1, PM_ENTITY_PERSON, PM_SURE_SHAPE);
  else if (token->letters == PM_CASE_MIXED)
    _pm_names_add (self, i, i + 1, PM_ENTITY_ORGANISATION, PM_SURE_SHAPE);
  else if (stands_as_place (self, i, i + 1))
    _pm_names_add (self, i, i + 1, PM_ENTITY_PLACE, PM_SURE_HINT);
  else if (opening)
    _pm_names_add (self, i, i + 1, PM_ENTITY_PERSON, PM_SURE_NOT);
  else if (_pm_names_follows_the (self, i) && !stands_as_team (self, i))
    _pm_names_add (self, i, i + 1, PM_ENTITY_OTHER, PM_SURE_GUESS);
  else
    _pm_names_add (self, i, i + 1, PM_ENTITY_ORGANISATION, PM_SURE_GUESS);
}

/* The type that the words of a name of several words give it, by their shape. */
static void
judge_shape (PmNameFinder *self, guint first, guint end)
{
  const PmToken *last = &self->tokens[end - 1];
  const PmToken *head = &self->tokens[first];
  gboolean headline = self->style != PM_STYLE_PLAIN;

  if (pm_token_is (last, PM_WORD_COMPANY | PM_WORD_ORG_HEAD) ||
      (pm_token_is (head, PM_WORD_ORG_HEAD) && _pm_names_any_word (self, first, end, PM_WORD_OF)))
    _pm_names_add (self, first, end, PM_ENTITY_ORGANISATION, PM_SURE_SHAPE);
  else if (pm_token_is (last, PM_WORD_PLACE_HEAD) || pm_token_is (head, PM_WORD_PLACE_PREFIX))
    _pm_names_add (self, first, end, PM_ENTITY_PLACE, PM_SURE_SHAPE);
  else if (_pm_names_any_word (self, first, end, PM_WORD_COMPANY) ||
           self->tokens[first + 1].mark == '&' ||
           (_pm_names_any_word (self, first, end, PM_WORD_ORG_HEAD) &&
            _pm_names_any_word (self, first, end, PM_WORD_OF)))
    _pm_names_add (self, first, end, PM_ENTITY_ORGANISATION, PM_SURE_SHAPE);
  else if (_pm_names_any_word (self, first, end, PM_WORD_MISC_HEAD))
    _pm_names_add (self, first, end, PM_ENTITY_OTHER, headline ? PM_SURE_NOT : PM_SURE_SHAPE);
  else if (pm_token_is (head, PM_WORD_SURNAME) &&
           !_pm_names_any_word (self, first, end, PM_WORD_COMMON))
    _pm_names_add (self, first, end, PM_ENTITY_PERSON, PM_SURE_SHAPE);
  else if (_pm_names_any_word (self, first, end, PM_WORD_COMMON | PM_WORD_AND) ||
           is_shouted (self, first))
    _pm_names_add (self, first, end, PM_ENTITY_OTHER, headline ? PM_SURE_NOT : PM_SURE_GUESS);
  else if (stands_as_place (self, first, end))
    _pm_names_add (self, first, end, PM_ENTITY_PLACE, PM_SURE_HINT);
  else if (_pm_names_follows_the (self, first))
    _pm_names_add (self, first, end, PM_ENTITY_ORGANISATION, PM_SURE_GUESS);
  else if (end - first <= 4)
    _pm_names_add (self, first, end, PM_ENTITY_PERSON, headline ? PM_SURE_GUESS : PM_SURE_SHAPE);
  else
    _pm_names_add (self, first, end, PM_ENTITY_OTHER, PM_SURE_GUESS);
}

/* "Nord Stream 2", but no score and no count of things. */
static guint
take_number (const PmNameFinder *self, guint first, guint end)
{
  const PmToken *number = end < self->n_tokens ? &self->tokens[end] : NULL;
  const PmToken *next = end + 1 < self->n_tokens ? &self->tokens[end + 1] : NULL;

  if (number == NULL || number->kind != PM_TOKEN_NUMBER || number->gap != PM_GAP_SPACE ||
      pm_span_length (number->span) > 2 ||
      _pm_names_any_word (self, first, end, PM_WORD_GIVEN | PM_WORD_PLACE))
    return end;
  if (next != NULL && (next->kind == PM_TOKEN_WORD || next->kind == PM_TOKEN_NUMBER) &&
      next->gap != PM_GAP_PARAGRAPH && !pm_token_is (next, PM_WORD_FUNCTION))
    return end;
  return end + 1;
}

/* "Department of Agriculture" after "U.S.". */
static gboolean
starts_organisation (const PmNameFinder *self, guint first, guint end)
{
  return first + 2 < end && pm_token_is (&self->tokens[first], PM_WORD_ORG_HEAD) &&
         pm_token_is (&self->tokens[first + 1], PM_WORD_OF);
}

void
_pm_names_judge (PmNameFinder *self, guint first, guint end)
{
  guint64 classes = 0;
  guint known;

  while (first < end && end - first > 1 &&
         pm_token_is (&self->tokens[end - 1], PM_WORD_PARTICLE | PM_WORD_OF | PM_WORD_AND) &&
         !pm_token_is_capital (&self->tokens[end - 1]))
    end--;
  if (first >= end)
    return;
  known = _pm_names_match_known (self, first, end, &classes);
  if (known == end - first &&
      !(known == 1 && pm_token_is (&self->tokens[first], PM_WORD_FUNCTION) &&
        self->tokens[first].letters != PM_CASE_UPPER))
    _pm_names_add (self, first, end, type_of_classes (classes),
                   known == 1 && _pm_names_is_opening (self, first) && classes & PM_WORD_COMMON
                       ? PM_SURE_NOT
                       : PM_SURE_KNOWN);
  else if (looks_like_person (self, first, end))
    _pm_names_add (self, first, end, PM_ENTITY_PERSON, PM_SURE_SHAPE);
  else if (end - first == 1)
    judge_single (self, first);
  else if (known > 0 && self->tokens[first + known].mark != '&' &&
           !starts_organisation (self, first + known, end) &&
           !pm_token_is (&self->tokens[end - 1], PM_WORD_ORG_HEAD | PM_WORD_COMPANY |
                                                     PM_WORD_PLACE_HEAD | PM_WORD_MISC_HEAD))
    {
      _pm_names_add (self, first, first + known, type_of_classes (classes), PM_SURE_KNOWN);
      _pm_names_judge (self, first + known, end);
    }
  else
    {
      guint number = take_number (self, first, end);

      if (number > end)
        _pm_names_add (self, first, number, PM_ENTITY_OTHER, PM_SURE_SHAPE);
      else
        judge_shape (self, first, end);
    }
}
