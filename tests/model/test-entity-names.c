/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-name.h"

static const struct
{
  const char *name;
  const char *key;
} keys[] = {
  { "Jen Psaki", "jen psaki" },
  { "JEN  PSAKI", "jen psaki" },
  { "Jen\u00a0Psaki", "jen psaki" },
  { " Jen Psaki ", "jen psaki" },
  { "Jen Psaki’s", "jen psaki" },
  { "The White House", "white house" },
  { "the U.S.", "us" },
  { "US", "us" },
  { "Robert F. Kennedy", "robert f kennedy" },
  { "O’Neill", "o'neill" },
  { "Jean‐Luc", "jean-luc" },
  { "Zoë", "zoë" },
  { "Zoë", "zoë" },
  { "ＮＡＴＯ", "nato" },
  { "Straße", "strasse" },
  { "The", "the" },
  { "'s", "'s" },
  { "...", "..." },
  { "محمد", "محمد" },
  { "", "" },
};

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = pm_entity_name_dup_key (keys[i].name);

      g_assert_cmpstr (key, ==, keys[i].key);
    }
}

static const struct
{
  const char *acronym;
  const char *name;
  gboolean is_one;
} acronyms[] = {
  { "SVR", "Sluzhba Vneshney Razvedki", TRUE },
  { "DOJ", "Department of Justice", TRUE },
  { "U.N.", "United Nations", TRUE },
  { "DoJ", "Department of Justice", FALSE },
  { "DJ", "Department of Justice", TRUE },
  { "MSF", "Médecins sans frontières", TRUE },
  { "СВР", "Служба внешней разведки", TRUE },
  { "EU", "European Union Commission", FALSE },
  { "NU", "United Nations", FALSE },
  { "U", "United", FALSE },
  { "UN", "", FALSE },
  { "", "United Nations", FALSE },
  { "Biden", "Joe Biden", FALSE },
};

static void
test_acronyms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acronyms); i++)
    g_assert_cmpint (pm_entity_name_is_acronym (acronyms[i].acronym, acronyms[i].name), ==,
                     acronyms[i].is_one);
}

static const struct
{
  PmEntityType type;
  const char *part;
  const char *whole;
  gboolean near;
} near[] = {
  { PM_ENTITY_PERSON, "psaki", "jen psaki", TRUE },
  { PM_ENTITY_PERSON, "jen", "jen psaki", TRUE },
  { PM_ENTITY_PERSON, "joe biden", "joseph biden", TRUE },
  { PM_ENTITY_PERSON, "joe biden", "hunter biden", FALSE },
  { PM_ENTITY_PERSON, "saki", "jen psaki", FALSE },
  { PM_ENTITY_PERSON, "jen psaki", "jen psaki", FALSE },
  { PM_ENTITY_ORGANISATION, "bank", "world bank", FALSE },
  { PM_ENTITY_ORGANISATION, "microsoft", "microsoft corporation", TRUE },
  { PM_ENTITY_ORGANISATION, "justice department", "us justice department", TRUE },
  { PM_ENTITY_PLACE, "new", "new york", FALSE },
};

static void
test_near (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (near); i++)
    g_assert_cmpint (pm_entity_name_is_near (near[i].type, near[i].part, near[i].whole), ==,
                     near[i].near);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity-names/keys", test_keys);
  g_test_add_func ("/entity-names/acronyms", test_acronyms);
  g_test_add_func ("/entity-names/near", test_near);
  return g_test_run ();
}
