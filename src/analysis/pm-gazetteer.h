/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lists of names and of the words that stand beside names, in one table for all languages
 * (data/models/README.md says what is in it and where it comes from). A membership is a hint: many
 * names are several things, and many are ordinary words too. */
typedef enum
{
  PM_GAZETTEER_GIVEN = 1 << 0,
  PM_GAZETTEER_SURNAME = 1 << 1,
  PM_GAZETTEER_PERSON = 1 << 2, /* a known person's whole name */
  PM_GAZETTEER_COUNTRY = 1 << 3,
  PM_GAZETTEER_REGION = 1 << 4,   /* a state, province, county */
  PM_GAZETTEER_CITY_BIG = 1 << 5, /* half a million people, or a capital */
  PM_GAZETTEER_CITY = 1 << 6,     /* fifty thousand */
  PM_GAZETTEER_TOWN = 1 << 7,
  PM_GAZETTEER_NATURE = 1 << 8, /* a river, mountain, sea, island, continent, star */
  PM_GAZETTEER_PLACE = 1 << 9,  /* another place: a building, street, airport, battlefield */
  PM_GAZETTEER_ORG = 1 << 10,
  PM_GAZETTEER_COMPANY = 1 << 11,
  PM_GAZETTEER_TEAM = 1 << 12,
  PM_GAZETTEER_MEDIA = 1 << 13,
  PM_GAZETTEER_PARTY = 1 << 14,
  PM_GAZETTEER_UNIVERSITY = 1 << 15,
  PM_GAZETTEER_AGENCY = 1 << 16, /* of a state, or of several */
  PM_GAZETTEER_DEMONYM = 1 << 17,
  PM_GAZETTEER_LANGUAGE = 1 << 18,
  PM_GAZETTEER_CURRENCY = 1 << 19,
  PM_GAZETTEER_CALENDAR = 1 << 20, /* a month, day of the week, feast */
  PM_GAZETTEER_EVENT = 1 << 21,    /* or a work: a war, battle, treaty, prize, book */
  PM_GAZETTEER_ROLE = 1 << 22,     /* an ordinary word for a person: "economist", "Mr" */
  PM_GAZETTEER_ORG_WORD = 1 << 23, /* an ordinary word in organisations' names: "ministry", "Inc" */
  PM_GAZETTEER_PLACE_WORD = 1 << 24, /* an ordinary word in places' names: "river", "county" */
  PM_GAZETTEER_NAME = 1 << 25,       /* in a very long list of names, given and family */
  PM_GAZETTEER_BRAND = 1 << 26,      /* a product, a programme, or who makes it */
  PM_GAZETTEER_AMBIGUOUS = 1 << 27   /* in the language of the text an ordinary word too: "may" */
} PmGazetteerClass;

typedef struct _PmGazetteer PmGazetteer;

/* Loaded when first asked for and kept for the life of the program; immutable, so any thread may
 * ask.
 * Returns: (transfer none) (nullable): %NULL when the file is absent or damaged. */
const PmGazetteer *pm_gazetteer_get (void);

/* @bytes: a file as the tool build-gazetteer writes it, or anything else.
 * Returns: (transfer full) (nullable): %NULL when @bytes are no such file. */
PmGazetteer *pm_gazetteer_new (GBytes *bytes);
void pm_gazetteer_free (PmGazetteer *self);

/* Finds the longest phrase that starts with the first of @words, tokens of a text in any case.
 * Accents, hyphens, full stops, apostrophes and ampersands make no difference, whether they are in
 * a token, are tokens themselves, or are missing; any other mark ends the phrase.
 * @language: of the text, "en"; only @PM_GAZETTEER_AMBIGUOUS depends on it.
 * @n_matched: (out): how many tokens the phrase has; 0 when there is none.
 * Returns: the PM_GAZETTEER_… classes of the phrase; 0 when there is none. */
guint pm_gazetteer_match (const PmGazetteer *self,
                          const char *language,
                          const char *const *words,
                          guint n_words,
                          guint *n_matched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmGazetteer, pm_gazetteer_free)

G_END_DECLS
