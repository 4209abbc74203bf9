/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a language tells the analysers about its words. A word may belong to many classes; the rules
 * ask for classes, never for words, so that a new language is one new file of lists. */

#define PM_WORD(bit) (G_GUINT64_CONSTANT (1) << (bit))

#define PM_WORD_FUNCTION PM_WORD (0)      /* articles, conjunctions, auxiliaries: never a name */
#define PM_WORD_COMMON PM_WORD (1)        /* no name when it merely opens a sentence */
#define PM_WORD_CALENDAR PM_WORD (2)      /* months, weekdays */
#define PM_WORD_MALE PM_WORD (3)          /* a given name, mostly of men */
#define PM_WORD_FEMALE PM_WORD (4)        /* a given name, mostly of women */
#define PM_WORD_SURNAME PM_WORD (5)       /* a family name that is nothing else */
#define PM_WORD_TITLE PM_WORD (6)         /* stands before a person's name: "President" */
#define PM_WORD_TITLE_PART PM_WORD (7)    /* part of a title: "Prime", "Deputy" */
#define PM_WORD_TITLE_MALE PM_WORD (8)    /* "Mr" */
#define PM_WORD_TITLE_FEMALE PM_WORD (9)  /* "Ms" */
#define PM_WORD_ROLE PM_WORD (10)         /* a noun for a person by what they do: "spokesman" */
#define PM_WORD_PARTICLE PM_WORD (11)     /* inside a name, not capital: "van", "bin" */
#define PM_WORD_ORG_HEAD PM_WORD (12)     /* makes an organisation: "Ministry", "University" */
#define PM_WORD_COMPANY PM_WORD (13)      /* "Inc", "plc" */
#define PM_WORD_ORG PM_WORD (14)          /* a known organisation */
#define PM_WORD_AGENCY PM_WORD (15)       /* a known news agency */
#define PM_WORD_OUTLET PM_WORD (16)       /* a known newspaper, broadcaster, magazine */
#define PM_WORD_PLACE PM_WORD (17)        /* a known place */
#define PM_WORD_PLACE_HEAD PM_WORD (18)   /* makes a place at the end: "River" */
#define PM_WORD_PLACE_PREFIX PM_WORD (19) /* makes a place at the start: "Mount" */
#define PM_WORD_DEMONYM PM_WORD (20)      /* "Russian": no entity by itself */
#define PM_WORD_MISC PM_WORD (21)         /* another known name: a law, product, faith, event */
#define PM_WORD_MISC_HEAD PM_WORD (22)    /* makes such a name: "Treaty", "Cup" */
#define PM_WORD_GROUP PM_WORD (23)        /* makes an organisation after a name: "administration" */
#define PM_WORD_ABBREVIATION PM_WORD (24) /* owns the full stop after it */
#define PM_WORD_SAY PM_WORD (25)          /* a verb of speech, finite: "added" */
#define PM_WORD_SAY_BARE PM_WORD (26)     /* reports without "that": "said he would" */
#define PM_WORD_SAY_PART PM_WORD (27)     /* its participle: "saying" */
#define PM_WORD_TELL PM_WORD (28)         /* names its hearer first: "told reporters that" */
#define PM_WORD_SAY_NOUN PM_WORD (29)     /* "statement", "warning": introduces quoted words */
#define PM_WORD_ACCORDING PM_WORD (30)    /* a phrase before its source: "according to" */
#define PM_WORD_THAT PM_WORD (31)         /* opens a reported clause */
#define PM_WORD_HE PM_WORD (32)
#define PM_WORD_SHE PM_WORD (33)
#define PM_WORD_THEY PM_WORD (34)
#define PM_WORD_IT PM_WORD (35)
#define PM_WORD_FIRST PM_WORD (36)       /* "I", "we", "you" */
#define PM_WORD_DETERMINER PM_WORD (37)  /* opens a noun phrase: "the", "his" */
#define PM_WORD_PREPOSITION PM_WORD (38) /* also conjunctions that open an aside: "after" */
#define PM_WORD_PLACE_CUE PM_WORD (39)   /* likes a place after it: "in", "near" */
#define PM_WORD_AUXILIARY PM_WORD (40)   /* between subject and verb: "has", "also" */
#define PM_WORD_BE PM_WORD (41)          /* makes a passive: "was" */
#define PM_WORD_NAMING PM_WORD (42)      /* before the name of a work or thing: "entitled" */
#define PM_WORD_DOCUMENT PM_WORD (43)    /* a paper one can rest on: "report", "fact sheet" */
#define PM_WORD_AND PM_WORD (44)
#define PM_WORD_OF PM_WORD (45) /* joins the words of an organisation's name: "of", "for" */
#define PM_WORD_TIME PM_WORD (46)
#define PM_WORD_WHO PM_WORD (47)      /* opens a relative clause */
#define PM_WORD_ELECTION PM_WORD (48) /* makes an event of what stands before: "election" */
#define PM_WORD_BALLOT PM_WORD (49)   /* between: "presidential", "general" */
#define PM_WORD_CREDIT PM_WORD (50)   /* "contributed", before "to this report" */
#define PM_WORD_LABEL PM_WORD (51)    /* "source", alone on the last line */
#define PM_WORD_SUFFIX PM_WORD (52)   /* after a name and a hyphen: "-based" */
#define PM_WORD_BALLAST PM_WORD (53)  /* before a name and no part of it: "former" */
#define PM_WORD_INFINITIVE PM_WORD (54)
#define PM_WORD_NEGATION PM_WORD (55)
#define PM_WORD_ACRONYM PM_WORD (56)  /* the name it stands for counts only in capitals */
#define PM_WORD_PLURAL PM_WORD (57)   /* a noun for several: "researchers" */
#define PM_WORD_WRITING PM_WORD (58)  /* "report", "study": speaks for whoever wrote it */
#define PM_WORD_SAY_SURE PM_WORD (59) /* whatever follows it is reported: "said" */
#define PM_WORD_STATE PM_WORD (60)    /* makes an organisation a public body: "ministry" */
#define PM_WORD_LEARNED PM_WORD (61)  /* makes it a place of research: "university" */
#define PM_WORD_CITING PM_WORD (62)   /* before who is leaned on: "citing", "reported by" */
#define PM_WORD_MADE_BY PM_WORD (63)  /* before who made a document: "by", "from" */

/* More about a word, for languages that order and inflect theirs otherwise than English does. */
#define PM_TRAIT_REPORTED (1u << 0)  /* a form of the verb that reports by itself: "sei", "habe" */
#define PM_TRAIT_SO (1u << 1)        /* stands for a verb of speech: "so der Zeuge" */
#define PM_TRAIT_OBLIQUE (1u << 2)   /* opens a noun phrase that is no subject: "dem" */
#define PM_TRAIT_FINITE (1u << 3)    /* a finite verb, mostly an auxiliary: "war" */
#define PM_TRAIT_PERSONAL (1u << 4)  /* a noun for whoever was spoken of: "Politikerin" */
#define PM_TRAIT_WEAK (1u << 5)      /* a verb that speaks only for words in marks: "nimmt" */
#define PM_TRAIT_CLAUSE (1u << 6)    /* opens a clause that no verb of speech reports: "weil" */
#define PM_TRAIT_DEMAND (1u << 7)    /* a verb that reports its object: "forderte mehr Geld" */
#define PM_TRAIT_SUPPOSED (1u << 8)  /* a form that may report, or suppose: "hätte" */
#define PM_TRAIT_ASIDE (1u << 9)     /* opens an aside that says who says it: "wie X sagte" */
#define PM_TRAIT_ELIDED (1u << 10)   /* its apostrophe parts it from the next word: "l'" */
#define PM_TRAIT_ENCLITIC (1u << 11) /* a hyphen parts it from the verb before: "-t-il" */
#define PM_TRAIT_INDEFINITE (1u << 12) /* an article for what was not named before: "un" */
#define PM_TRAIT_KIND (1u << 13)       /* says what is named after it: "Ölkonzern" */
#define PM_TRAIT_GENITIVE (1u << 14)   /* ends a name in the genitive without an apostrophe: "s" */
#define PM_TRAIT_LINK (1u << 15)       /* between a verb and what it demands: "für" */

/* What a cue of speech takes with it, and which words open what it takes. */
#define PM_TRAIT_BASE (1u << 16)     /* a cue only after several people or an auxiliary: "say" */
#define PM_TRAIT_TO (1u << 17)       /* reports an infinitive: "promised to" */
#define PM_TRAIT_URGE (1u << 18)     /* reports what its hearer is to do: "urged them to" */
#define PM_TRAIT_THING (1u << 19)    /* what it reports may be a thing: "predicted a squeeze" */
#define PM_TRAIT_QUESTION (1u << 20) /* opens a reported question: "whether" */
#define PM_TRAIT_ALONG (1u << 21)    /* goes on with a reported clause after its cue: "but" */
#define PM_TRAIT_REMARK (1u << 22)   /* behind a comma it opens what the writer adds: "which" */
#define PM_TRAIT_AS (1u << 23)       /* before who put it so: "as Lind says" */
#define PM_TRAIT_NOUN (1u << 24)     /* a cue that is a noun as often: "pledges" */
#define PM_TRAIT_AGENT (1u << 25)    /* before who did it, in a passive: "by" */
#define PM_TRAIT_VERB (1u << 26)     /* a verb in the form that another verb takes: "dormir" */
#define PM_TRAIT_CIVIC (1u << 27)    /* a body of citizens, or what one is called: "charity" */
#define PM_TRAIT_CAUSE (1u << 28)    /* makes one of a body: "rights" of "group" */
#define PM_TRAIT_DISPLAY (1u << 29)  /* bears words that nobody says: "banner" */
#define PM_TRAIT_OWN (1u << 30)      /* says whose: "her" */
#define PM_TRAIT_BEHIND (1u << 31)   /* stands behind its source: "zufolge" */

#define PM_WORD_GIVEN (PM_WORD_MALE | PM_WORD_FEMALE)
#define PM_WORD_PRONOUN (PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY | PM_WORD_IT)
#define PM_WORD_KNOWN_ORG (PM_WORD_ORG | PM_WORD_AGENCY | PM_WORD_OUTLET)

/* @words: lower case, parted by "|", a phrase's words by one space. A word with a hyphen behind it
 * is a stem, which up to four more letters may follow: "министр-"; with one before it, an ending of
 * compounds: "-minister". A whole word wins over a stem, a stem over an ending. */
typedef struct
{
  guint64 classes;
  const char *words;
  guint traits;
} PmWordList;

/* Two ways to write one name: "us", "United States". @alias: lower case. */
typedef struct
{
  const char *alias;
  const char *name;
} PmNameAlias;

/* How a case bends the end of a person's name: "ову" for "ов". */
typedef struct
{
  guint64 gender; /* PM_WORD_MALE or PM_WORD_FEMALE */
  const char *ending;
  const char *nominative; /* what stands in its place there */
  gboolean given;         /* of given names; else of the others */
} PmNameCase;

typedef struct
{
  const char *code; /* BCP 47, the language alone: "en" */
  const PmWordList *lists;
  gsize n_lists;
  const PmNameAlias *aliases;
  gsize n_aliases;
  gboolean clausal;             /* marks part its clauses: see pm-clauses.c */
  gboolean that_after_comma;    /* a comma parts a verb from its "that" clause */
  const char *case_endings;     /* (nullable): what cases add to names, parted by "|" */
  const PmNameCase *name_cases; /* the first ending that fits counts */
  gsize n_name_cases;
  gboolean noun_capitals; /* every noun has one, so that it speaks for no name */
} PmLanguage;

/* @tag: (nullable): BCP 47; only its first part counts.
 * Returns: (transfer none) (nullable): %NULL for a language without a file. */
const PmLanguage *pm_language_find (const char *tag);

extern const PmLanguage pm_lang_de;
extern const PmLanguage pm_lang_en;
extern const PmLanguage pm_lang_es;
extern const PmLanguage pm_lang_fr;
extern const PmLanguage pm_lang_pt;
extern const PmLanguage pm_lang_ru;

G_END_DECLS
