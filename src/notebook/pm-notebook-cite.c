/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* @published as people write it, at the precision it has. */
static char *
format_date (const char *published)
{
  g_autoptr (GDateTime) date = NULL;
  int year;
  int month;
  int day;

  if (published == NULL)
    return NULL;
  if (sscanf (published, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (published);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a date in a citation, as "15 April 2021". */
  return date != NULL ? g_date_time_format (date, _ ("%-d %B %Y")) : g_strdup (published);
}

static void
append_part (GString *citation, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (citation->len > 0)
    g_string_append (citation, ", ");
  g_string_append (citation, part);
}

char *
pm_notebook_dup_citation (PmRecord *record, PmSpan span)
{
  g_autoptr (GString) citation = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf (_ ("“%s”"), record->article->title);
  g_autofree char *date = format_date (record->article->published);
  g_autofree char *words = NULL;

  append_part (citation, record->article->byline);
  append_part (citation, title);
  append_part (citation, record->article->outlet);
  append_part (citation, date);
  append_part (citation, record->page != NULL ? record->page->url : record->article->url);
  if (record->document == NULL || pm_span_is_empty (span))
    return g_strdup (citation->str);
  words = pm_document_dup_span (record->document, span);
  return g_strdup_printf (_ ("“%s” (%s)"), words != NULL ? words : "", citation->str);
}
