/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include <string.h>

typedef struct
{
  const Case *row;
  Describe describe;
} CaseRun;

static void
run_case (gconstpointer data)
{
  const CaseRun *run = data;
  g_autofree char *found = run->describe (run->row->text);

  if (strcmp (found, run->row->expected) == 0)
    return;
  g_test_message ("expected: %s", run->row->expected);
  g_test_message ("found:    %s", found);
  g_test_fail ();
}

void
add_cases (const char *path, const Case *cases, gsize n_cases, Describe describe)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, cases[i].name);
      CaseRun *run = g_new0 (CaseRun, 1);

      run->row = &cases[i];
      run->describe = describe;
      g_test_add_data_func_full (name, run, run_case, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_table_tests ();
  add_tagger_tests ();
  add_token_tests ();
  add_entity_tests ();
  add_quote_tests ();
  add_french_quote_tests ();
  add_german_quote_tests ();
  add_portuguese_quote_tests ();
  add_russian_quote_tests ();
  add_spanish_quote_tests ();
  add_source_tests ();
  add_property_tests ();
  return g_test_run ();
}
