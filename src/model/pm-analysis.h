/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pm-span.h"

G_BEGIN_DECLS

/* What the analysers found in one document: who is named, who said what, what it rests on. All
 * spans are over that document's text. */

typedef enum
{
  PM_ENTITY_PERSON,
  PM_ENTITY_ORGANISATION,
  PM_ENTITY_PLACE,
  PM_ENTITY_OTHER,
  PM_N_ENTITY_TYPES
} PmEntityType;

/* "PER", "ORG", "LOC", "MISC": what the command line, the store and exports write. */
const char *pm_entity_type_to_string (PmEntityType type);
gboolean pm_entity_type_from_string (const char *string, PmEntityType *type);

/* One person, body or place of an article, with all its mentions. */
typedef struct
{
  char *name; /* its fullest form in the text, in the nominative: "Joe Biden" */
  PmEntityType type;
  GPtrArray *aliases; /* (element-type utf8): its other forms, without @name */
  GArray *mentions;   /* (element-type PmSpan): in order */
} PmEntity;

PmEntity *pm_entity_new (const char *name, PmEntityType type);
PmEntity *pm_entity_copy (const PmEntity *self);
void pm_entity_free (PmEntity *self);

typedef enum
{
  PM_QUOTE_DIRECT,   /* all of it within quotation marks */
  PM_QUOTE_MIXED,    /* reported words with a quoted part */
  PM_QUOTE_INDIRECT, /* reported, no marks */
  PM_N_QUOTE_KINDS
} PmQuoteKind;

/* "direct", "mixed", "indirect". */
const char *pm_quote_kind_to_string (PmQuoteKind kind);
gboolean pm_quote_kind_from_string (const char *string, PmQuoteKind *kind);

/* What the user says of a quote (pm-quote-verdict.h). */
typedef enum
{
  PM_VERDICT_NONE,      /* nothing yet */
  PM_VERDICT_CONFIRMED, /* these words, by this speaker */
  PM_VERDICT_SPEAKER,   /* these words, by another one */
  PM_VERDICT_NO_QUOTE,
  PM_N_VERDICTS
} PmVerdict;

/* "none", "confirmed", "speaker", "no-quote". */
const char *pm_verdict_to_string (PmVerdict verdict);
gboolean pm_verdict_from_string (const char *string, PmVerdict *verdict);

typedef struct
{
  PmQuoteKind kind;
  PmSpan span;        /* marks included */
  PmSpan cue;         /* "said"; empty when the quote has none of its own */
  PmSpan speaker;     /* the words that name the speaker there: "He"; empty when there are none */
  char *speaker_name; /* (nullable): who that is: "Joe Biden"; %NULL rather than a guess */
  int entity;         /* index among the entities, or -1 */
  char *rule;         /* (nullable): the rule that decided the speaker, for the evidence line */
  double confidence;  /* of the speaker, 0–1 */
  PmVerdict verdict;  /* of the user; what it says of the speaker is in the fields above */
} PmQuote;

PmQuote *pm_quote_new (PmQuoteKind kind, PmSpan span);
PmQuote *pm_quote_copy (const PmQuote *self);
void pm_quote_free (PmQuote *self);

typedef enum
{
  PM_SOURCE_DOCUMENT, /* court paper, statute, filing, dataset, paper, statement, press release */
  PM_SOURCE_GOVERNMENT,
  PM_SOURCE_AGENCY, /* a news agency */
  PM_SOURCE_NEWS,
  PM_SOURCE_COMPANY,
  PM_SOURCE_NGO, /* a charity, a foundation, a campaign: of citizens, for no profit */
  PM_SOURCE_SOCIAL,
  PM_SOURCE_RESEARCH,
  PM_SOURCE_REFERENCE, /* encyclopaedia, profile, dictionary */
  PM_SOURCE_INTERNAL,  /* another page of the article's own site */
  PM_SOURCE_OTHER,
  PM_N_SOURCE_KINDS
} PmSourceKind;

/* "document", "government", … */
const char *pm_source_kind_to_string (PmSourceKind kind);
gboolean pm_source_kind_from_string (const char *string, PmSourceKind *kind);

/* A thing the article leans on: linked (@url set) or only named. */
typedef struct
{
  PmSourceKind kind;
  PmSpan span; /* the link's words, or the words that name it: "TASS reported Thursday" */
  char *name;  /* "TASS"; for a link, its words */
  char *url;   /* (nullable) */
  int entity;  /* index among the entities, or -1 */
} PmSource;

PmSource *pm_source_new (PmSourceKind kind, PmSpan span, const char *name, const char *url);
PmSource *pm_source_copy (const PmSource *self);
void pm_source_free (PmSource *self);
/* What sources of one article that are the same have in common: the address, or the name of an
 * entity. Returns: (nullable) (transfer none): %NULL for "a study" */
const char *pm_source_get_key (const PmSource *self);
/* Whether @url can be fetched. */
gboolean pm_source_is_web (const char *url);

#define PM_TYPE_ANALYSIS (pm_analysis_get_type ())

/* A boxed value. Its makers, the analysers in their order, fill the arrays; once handed on, nobody
 * changes them. Each array is in order of where its items first stand in the text. */
typedef struct
{
  GPtrArray *entities; /* (element-type PmEntity) */
  GPtrArray *quotes;   /* (element-type PmQuote) */
  GPtrArray *sources;  /* (element-type PmSource) */
  GPtrArray *hidden;   /* (element-type PmEntity): those the user hid; nothing refers to them */
  GPtrArray *refused;  /* (element-type PmQuote): what the user says is no quote */
} PmAnalysis;

GType pm_analysis_get_type (void) G_GNUC_CONST;
PmAnalysis *pm_analysis_new (void);
PmAnalysis *pm_analysis_ref (PmAnalysis *self);
void pm_analysis_unref (PmAnalysis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmEntity, pm_entity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmQuote, pm_quote_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmSource, pm_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmAnalysis, pm_analysis_unref)

G_END_DECLS
