/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"
#include "pm-lexicon.h"

G_BEGIN_DECLS

/* A document's text as words and marks, in sentences, in paragraphs. One pass, in time linear in
 * the text; every script gives some tokens. */

typedef enum
{
  PM_TOKEN_WORD,
  PM_TOKEN_NUMBER,
  PM_TOKEN_MARK,       /* one character of punctuation */
  PM_TOKEN_QUOTE,      /* a quotation mark, or an apostrophe that stands alone */
  PM_TOKEN_POSSESSIVE, /* "'s" after a word */
  PM_TOKEN_ADDRESS     /* a web or mail address, a handle, a hashtag */
} PmTokenKind;

typedef enum
{
  PM_CASE_NONE,  /* a script without case, or no letters */
  PM_CASE_LOWER, /* "word" */
  PM_CASE_TITLE, /* "Word", "O'Neill", "Al-Masri" */
  PM_CASE_UPPER, /* "NATO", "U.S.", "A" */
  PM_CASE_MIXED  /* "iPhone", "SolarWinds" */
} PmTokenCase;

typedef enum
{
  PM_GAP_NONE,
  PM_GAP_SPACE,
  PM_GAP_LINE,     /* a line break that ends a sentence */
  PM_GAP_PARAGRAPH /* the first token of a paragraph */
} PmTokenGap;

typedef struct
{
  PmSpan span;
  guint64 classes;        /* PM_WORD_…, of the word alone */
  guint64 phrase_classes; /* of the longest phrase that starts here */
  guint traits;           /* PM_TRAIT_…, of the word alone */
  guint phrase_traits;
  guint sentence;
  gunichar mark;       /* of a mark or quotation mark, else 0 */
  guint8 phrase_words; /* tokens of that phrase, 0 when none does */
  guint8 kind;         /* PmTokenKind */
  guint8 letters;      /* PmTokenCase */
  guint8 gap;          /* PmTokenGap: what stands before it */
} PmToken;

/* Tokens @first up to but not including @end. */
typedef struct
{
  guint first;
  guint end;
} PmTokenRange;

typedef struct
{
  const char *text; /* the document's */
  gsize length;
  PmToken *tokens;
  guint n_tokens;
  PmTokenRange *sentences;
  guint n_sentences;
  PmTokenRange *paragraphs;
  guint n_paragraphs;
} PmTokens;

/* @document is borrowed for the life of the tokens. */
PmTokens *pm_tokens_new (PmDocument *document, const PmLexicon *lexicon);
void pm_tokens_free (PmTokens *self);

/* Returns: (transfer full): the text from the first to the last token of @range. */
char *pm_tokens_dup_text (PmTokens *self, PmTokenRange range);
PmSpan pm_tokens_get_span (PmTokens *self, PmTokenRange range);

static inline gboolean
pm_token_is_capital (const PmToken *token)
{
  return token->kind == PM_TOKEN_WORD && token->letters >= PM_CASE_TITLE;
}

static inline gboolean
pm_token_is (const PmToken *token, guint64 classes)
{
  return (token->classes & classes) != 0;
}

static inline gboolean
pm_token_has (const PmToken *token, guint traits)
{
  return (token->traits & traits) != 0;
}

/* The definite article: a determiner that stands before names and is no part of them. */
static inline gboolean
pm_token_is_article (const PmToken *token)
{
  return pm_token_is (token, PM_WORD_DETERMINER) && pm_token_is (token, PM_WORD_BALLAST);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmTokens, pm_tokens_free)

G_END_DECLS
