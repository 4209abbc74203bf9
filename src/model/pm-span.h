/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A stretch of a document's text: bytes of its UTF-8, from @start up to but not including @end.
 * Both ends always lie on character boundaries. A span whose ends are equal is a place, not a
 * stretch. */
typedef struct
{
  gsize start;
  gsize end;
} PmSpan;

static inline gsize
pm_span_length (PmSpan span)
{
  return span.end - span.start;
}

static inline gboolean
pm_span_is_empty (PmSpan span)
{
  return span.end <= span.start;
}

/* For sorting: in order of the text, the shorter of two from one place first. */
static inline int
pm_span_compare (gconstpointer a, gconstpointer b)
{
  const PmSpan *one = (const PmSpan *) a;
  const PmSpan *two = (const PmSpan *) b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return (one->end > two->end) - (one->end < two->end);
}

/* Whether @inner lies wholly within @outer. */
static inline gboolean
pm_span_contains (PmSpan outer, PmSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/* Whether the two share at least one byte. */
static inline gboolean
pm_span_overlaps (PmSpan a, PmSpan b)
{
  return a.start < b.end && b.start < a.end;
}
