/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tokens-private.h"

#include <string.h>

/* No word or phrase of a list is longer. */
#define KEY_SIZE 96
/* No word that a name is parted from is longer, nor one that loses its vowel. */
#define MAX_SUFFIX 40
#define MAX_ELIDED 10
/* A line broken by a mail program or an editor is about this long. */
#define WRAP_MIN 50
#define WRAP_MAX 100

typedef struct
{
  const char *text;
  gsize length;
  const PmLexicon *lexicon;
  GArray *tokens; /* (element-type PmToken) */
  const PmMark *marks;
  gsize n_marks;
  gsize next_mark; /* the next block whose start has not been passed */
  gsize width;     /* of the lines, when all may have been broken by a program; else 0 */
} Tokeniser;

static gunichar
char_at (const Tokeniser *t, gsize at)
{
  return at < t->length ? g_utf8_get_char (t->text + at) : 0;
}

static gsize
step (const Tokeniser *t, gsize at)
{
  return g_utf8_next_char (t->text + at) - t->text;
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || is_apostrophe (c) || c == '`' || c == 0xab || c == 0xbb || c == 0x300c ||
         c == 0x300d || (c >= 0x2018 && c <= 0x201f) || c == 0x2039 || c == 0x203a;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Whether the apostrophe at @at, inside a word, begins its possessive "'s". */
static gboolean
is_possessive (const Tokeniser *t, gsize at)
{
  gsize s = step (t, at);
  gunichar c = char_at (t, s);
  gunichar after = c != 0 ? char_at (t, step (t, s)) : 0;

  return (c == 's' || c == 'S') && !is_letter (after) && !g_unichar_isdigit (after);
}

/* A full stop inside "U.S." or "example.com" belongs to the word; the last one of "U.S." too. */
static gboolean
keeps_stop (const Tokeniser *t, gsize start, gsize at)
{
  gunichar next = char_at (t, at + 1);

  if (at == start + 1)
    return is_letter (next) || (g_ascii_isupper (t->text[start]) && t->text[start] != 'I');
  if (is_letter (next) || g_unichar_isdigit (next))
    return t->text[at - 2] == '.' || !g_unichar_isupper (next);
  return at >= start + 3 && t->text[at - 2] == '.';
}

/* The lexeme of @length bytes of the text. */
static const PmLexeme *
find_lexeme (const Tokeniser *t, gsize start, gsize length)
{
  char key[KEY_SIZE];

  if (length == 0 || length >= KEY_SIZE ||
      !pm_lexicon_fold (t->text + start, length, key, KEY_SIZE))
    return NULL;
  return pm_lexicon_find (t->lexicon, key);
}

/* "-based", "-Politiker" after a name: the name stands alone. */
static gboolean
is_suffix (const Tokeniser *t, gsize start, gsize at)
{
  gsize end = at;
  const PmLexeme *lexeme;

  if (!g_unichar_isupper (char_at (t, start)))
    return FALSE;
  while (is_letter (char_at (t, end)) && end - at < MAX_SUFFIX)
    end = step (t, end);
  if (end == at || is_letter (char_at (t, end)) || is_hyphen (char_at (t, end)))
    return FALSE;
  lexeme = find_lexeme (t, at, end - at);
  return lexeme != NULL && (lexeme->classes & PM_WORD_SUFFIX) != 0;
}

/* "l'", "qu'" before another word, the apostrophe at @at. */
static gboolean
is_elided (const Tokeniser *t, gsize start, gsize at)
{
  const PmLexeme *lexeme;

  if (at - start > MAX_ELIDED)
    return FALSE;
  lexeme = find_lexeme (t, start, step (t, at) - start);
  if (lexeme == NULL || !(lexeme->traits & PM_TRAIT_ELIDED))
    return FALSE;
  /* A verb may follow "n'", but no name: "N'Guessan" is one word. */
  return !g_unichar_isupper (char_at (t, step (t, at))) ||
         (lexeme->classes & (PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_THAT)) != 0;
}

/* "-il", "-t-elle" after a verb, the hyphen at @at. */
static gboolean
is_enclitic (const Tokeniser *t, gsize start, gsize at)
{
  gsize end = at + 1;
  const PmLexeme *lexeme;

  if (start > 0 && t->text[start - 1] == '-')
    return FALSE;
  while (end < t->length && end - at < MAX_ELIDED &&
         (is_letter (char_at (t, end)) || t->text[end] == '-'))
    end = step (t, end);
  lexeme = find_lexeme (t, at + 1, end - at - 1);
  return lexeme != NULL && (lexeme->traits & PM_TRAIT_ENCLITIC) != 0;
}

static gsize
find_word_end (const Tokeniser *t, gsize start)
{
  gsize at = start;

  while (at < t->length)
    {
      gunichar c = char_at (t, at);
      gunichar next = char_at (t, step (t, at));

      if (is_letter (c) || g_unichar_isdigit (c) || c == 0x200d || c == 0x200c)
        at = step (t, at);
      else if (is_apostrophe (c) && is_elided (t, start, at))
        return step (t, at);
      else if (is_apostrophe (c) && is_letter (next) && !is_possessive (t, at))
        at = step (t, at);
      else if ((is_hyphen (c) && is_suffix (t, start, step (t, at))) ||
               (c == '-' && is_enclitic (t, start, at)))
        break;
      else if ((is_hyphen (c) || c == '&') && (is_letter (next) || g_unichar_isdigit (next)))
        at = step (t, at);
      else if (c == '.' && keeps_stop (t, start, at))
        at++;
      else
        break;
    }
  return at;
}

static gsize
find_number_end (const Tokeniser *t, gsize start)
{
  gsize at = start;

  while (at < t->length)
    {
      gunichar c = char_at (t, at);
      gunichar next = char_at (t, step (t, at));

      if (g_unichar_isdigit (c) || is_letter (c))
        at = step (t, at);
      else if ((c == '.' || c == ',' || c == ':' || is_hyphen (c)) && g_unichar_isalnum (next))
        at = step (t, at);
      else
        break;
    }
  return at;
}

static gsize
find_address_end (const Tokeniser *t, gsize start)
{
  gsize at = start;

  while (at < t->length && (guchar) t->text[at] > ' ' &&
         strchr ("<>\"()[]{}|", t->text[at]) == NULL)
    at = step (t, at);
  while (at > start + 1 && strchr (".,;:!?'", t->text[at - 1]) != NULL)
    at--;
  return at;
}

static gboolean
is_address (const Tokeniser *t, gsize start)
{
  const char *p = t->text + start;

  if (*p == '@')
    return g_ascii_isalnum (p[1]) || p[1] == '_';
  return g_str_has_prefix (p, "http://") || g_str_has_prefix (p, "https://") ||
         g_str_has_prefix (p, "www.");
}

static PmTokenCase
find_case (const char *text, gsize length)
{
  guint upper = 0;
  guint lower = 0;
  gboolean first = FALSE;
  gboolean inner = FALSE; /* a capital right after a small letter */
  gunichar before = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isupper (c) || g_unichar_istitle (c))
        {
          first |= upper + lower == 0;
          inner |= g_unichar_islower (before);
          upper++;
        }
      else
        lower += g_unichar_islower (c);
      before = c;
    }
  if (upper + lower == 0)
    return PM_CASE_NONE;
  if (lower == 0)
    return PM_CASE_UPPER;
  if (upper == 0)
    return PM_CASE_LOWER;
  return first && !inner ? PM_CASE_TITLE : PM_CASE_MIXED;
}

void
_pm_token_look_up (PmToken *token, const char *text, const PmLexicon *lexicon)
{
  char key[KEY_SIZE];
  const PmLexeme *lexeme;
  gsize length = pm_span_length (token->span);

  if (length >= KEY_SIZE || !pm_lexicon_fold (text + token->span.start, length, key, KEY_SIZE))
    return;
  lexeme = pm_lexicon_find (lexicon, key);
  if (lexeme == NULL)
    return;
  token->classes = lexeme->classes;
  token->traits = lexeme->traits;
  token->phrase_words = MIN (lexeme->max_words, 12);
}

/* Whether a comma stands before, as before the state in "Denver, Colo.". */
static gboolean
follows_comma (const Tokeniser *t, const PmToken *token)
{
  gsize at = token->span.start;

  return at > 1 && t->text[at - 1] == ' ' && t->text[at - 2] == ',';
}

/* Takes the full stop after a word when the language says that the two belong together. Some words
 * are short for something with it alone, and ordinary words without: "Mass.". */
static void
take_abbreviation (const Tokeniser *t, PmToken *token)
{
  char key[KEY_SIZE];
  gsize length = pm_span_length (token->span);
  const PmLexeme *lexeme = NULL;

  if (char_at (t, token->span.end) != '.' || length >= 12 ||
      !pm_lexicon_fold (t->text + token->span.start, length + 1, key, KEY_SIZE))
    return;
  if (token->letters == PM_CASE_TITLE && follows_comma (t, token))
    lexeme = pm_lexicon_find (t->lexicon, key);
  if (lexeme == NULL)
    {
      key[strlen (key) - 1] = '\0';
      lexeme = pm_lexicon_find (t->lexicon, key);
    }
  if (lexeme == NULL || !(lexeme->classes & PM_WORD_ABBREVIATION))
    return;
  token->span.end++;
  token->classes = lexeme->classes;
}

/* Whether a program broke the line there: because the next word no longer fitted. */
static gboolean
is_wrapped (const Tokeniser *t, gsize line_feed)
{
  gsize start = line_feed;
  gsize next = line_feed + 1;
  gunichar c = char_at (t, next);

  if (t->width < WRAP_MIN)
    return FALSE;
  while (start > 0 && t->text[start - 1] != '\n')
    start--;
  return line_feed - start >= WRAP_MIN && strchr (".!?:;\"", t->text[line_feed - 1]) == NULL &&
         (g_unichar_isalnum (c) || is_quotation_mark (c)) &&
         line_feed - start + 1 + strcspn (t->text + next, " \n") > t->width;
}

/* What lies between two tokens; block marks count even where a single line feed parts them. */
static PmTokenGap
find_gap (Tokeniser *t, gsize from, gsize to)
{
  guint feeds = 0;
  PmTokenGap gap = to > from ? PM_GAP_SPACE : PM_GAP_NONE;
  gboolean block = FALSE;

  for (gsize i = from; i < to; i++)
    {
      feeds += t->text[i] == '\n';
      if (t->text[i] == '\t' || (t->text[i] == '\n' && !is_wrapped (t, i)))
        gap = PM_GAP_LINE;
    }
  for (; t->next_mark < t->n_marks && t->marks[t->next_mark].span.start <= to; t->next_mark++)
    block |= pm_mark_is_block (&t->marks[t->next_mark]);
  return block || feeds > 1 || t->tokens->len == 0 ? PM_GAP_PARAGRAPH : gap;
}

static void
read_token (const Tokeniser *t, PmToken *token)
{
  gsize start = token->span.start;
  gunichar c = char_at (t, start);

  token->span.end = step (t, start);
  if (is_address (t, start))
    {
      token->kind = PM_TOKEN_ADDRESS;
      token->span.end = find_address_end (t, start);
    }
  else if (g_unichar_isdigit (c))
    {
      token->kind = PM_TOKEN_NUMBER;
      token->span.end = find_number_end (t, start);
    }
  else if (is_letter (c))
    {
      if (!g_unichar_iswide (c))
        token->span.end = MAX (find_word_end (t, start), token->span.end);
      token->letters = find_case (t->text + start, pm_span_length (token->span));
      _pm_token_look_up (token, t->text, t->lexicon);
      take_abbreviation (t, token);
    }
  else
    {
      token->kind = is_quotation_mark (c) ? PM_TOKEN_QUOTE : PM_TOKEN_MARK;
      token->mark = c;
    }
}

static void
read_possessive (const Tokeniser *t, PmToken *token)
{
  const PmToken *before;

  if (token->kind != PM_TOKEN_QUOTE || token->gap != PM_GAP_NONE || t->tokens->len == 0 ||
      !is_apostrophe (token->mark) || !is_possessive (t, token->span.start))
    return;
  before = &g_array_index (t->tokens, PmToken, t->tokens->len - 1);
  if (before->kind != PM_TOKEN_WORD && before->kind != PM_TOKEN_NUMBER)
    return;
  token->kind = PM_TOKEN_POSSESSIVE;
  token->mark = 0;
  token->span.end = step (t, token->span.end);
}

/* Returns: the length of the longest line; 0 when it is none that a program would break. */
static gsize
find_width (const Tokeniser *t)
{
  gsize width = 0;

  for (gsize start = 0; start < t->length && width <= WRAP_MAX;)
    {
      gsize length = strcspn (t->text + start, "\n");

      width = MAX (width, length);
      start += length + 1;
    }
  return width <= WRAP_MAX ? width : 0;
}

static void
read_all (Tokeniser *t)
{
  gsize from = 0;

  for (gsize at = 0; at < t->length;)
    {
      PmToken token = { .span = { at, at } };
      gunichar c = char_at (t, at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x200b || c == 0xfeff)
        {
          at = step (t, at);
          continue;
        }
      token.gap = find_gap (t, from, at);
      read_token (t, &token);
      read_possessive (t, &token);
      g_array_append_val (t->tokens, token);
      from = at = token.span.end;
    }
}

/* Finds the longest phrase at each token that can start one. */
static void
find_phrase (const Tokeniser *t, guint first)
{
  PmToken *token = &g_array_index (t->tokens, PmToken, first);
  guint limit = MIN (token->phrase_words, t->tokens->len - first);
  char key[KEY_SIZE];
  gsize used = 0;

  token->phrase_words = 0;
  for (guint n = 0; n < limit; n++)
    {
      const PmToken *word = &g_array_index (t->tokens, PmToken, first + n);
      gsize length = pm_span_length (word->span);
      const PmLexeme *lexeme;

      if (n > 0 && word->gap > PM_GAP_SPACE)
        return;
      if (n > 0 && word->gap == PM_GAP_SPACE)
        key[used++] = ' ';
      if (used + length + 8 >= KEY_SIZE ||
          !pm_lexicon_fold (t->text + word->span.start, length, key + used, KEY_SIZE - used - 1))
        return;
      used += strlen (key + used);
      lexeme = n > 0 ? pm_lexicon_find (t->lexicon, key) : NULL;
      if (lexeme != NULL && lexeme->classes != 0)
        {
          token->phrase_words = n + 1;
          token->phrase_classes = lexeme->classes;
          token->phrase_traits = lexeme->traits;
        }
    }
}

PmTokens *
pm_tokens_new (PmDocument *document, const PmLexicon *lexicon)
{
  PmTokens *self = g_new0 (PmTokens, 1);
  Tokeniser t = { .text = pm_document_get_text (document),
                  .length = pm_document_get_length (document),
                  .lexicon = lexicon,
                  .tokens = g_array_new (FALSE, TRUE, sizeof (PmToken)) };

  t.marks = pm_document_get_marks (document, &t.n_marks);
  t.width = find_width (&t);
  read_all (&t);
  t.tokens = _pm_tokens_part_genitives (t.tokens, t.text, lexicon);
  for (guint i = 0; i < t.tokens->len; i++)
    if (g_array_index (t.tokens, PmToken, i).phrase_words > 0)
      find_phrase (&t, i);
  self->text = t.text;
  self->length = t.length;
  self->n_tokens = t.tokens->len;
  self->tokens = (PmToken *) g_array_free (t.tokens, FALSE);
  _pm_tokens_split (self);
  return self;
}

void
pm_tokens_free (PmTokens *self)
{
  g_free (self->tokens);
  g_free (self->sentences);
  g_free (self->paragraphs);
  g_free (self);
}

PmSpan
pm_tokens_get_span (PmTokens *self, PmTokenRange range)
{
  return (PmSpan){ self->tokens[range.first].span.start, self->tokens[range.end - 1].span.end };
}

char *
pm_tokens_dup_text (PmTokens *self, PmTokenRange range)
{
  PmSpan span = pm_tokens_get_span (self, range);

  return g_strndup (self->text + span.start, pm_span_length (span));
}
