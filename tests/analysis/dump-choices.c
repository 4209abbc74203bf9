/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"
#include "pm-speaker-ranker-private.h"

#include <stdio.h>

/* Prints, for each text file that is an argument, every choice between speakers with what speaks
 * for each candidate: a line `FILE`, then for a choice `@ KIND BYTE`, then for a candidate `BITS
 * NAME`. */

static void
clear_trace (PmChoiceTrace *trace)
{
  g_free (trace->name);
}

static gboolean
dump (const char *path)
{
  g_autoptr (GArray) trace = g_array_new (FALSE, FALSE, sizeof (PmChoiceTrace));
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return FALSE;
  g_array_set_clear_func (trace, (GDestroyNotify) clear_trace);
  {
    g_autoptr (PmDocument) document = pm_document_new_plain (text, length);

    pm_analysis_unref (_pm_analyse_traced (document, "en", trace));
  }
  printf ("%s\n", path);
  for (guint i = 0; i < trace->len; i++)
    {
      const PmChoiceTrace *choice = &g_array_index (trace, PmChoiceTrace, i);

      if (choice->first)
        printf ("@ %d %" G_GSIZE_FORMAT "\n", choice->choice, choice->at);
      printf ("%" G_GUINT64_FORMAT " %s\n", choice->bits, choice->name);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (!dump (argv[i]))
      return 1;
  return 0;
}
