/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <string.h>

typedef struct
{
  const PmRunWriter *writer;
  gpointer data;
  const char *text;
  PmSpan block;
  gboolean has_cells;
  GArray *runs;      /* (element-type PmRun): in the order they nest */
  GArray *cuts;      /* (element-type gsize): where something begins or ends */
  GPtrArray *coming; /* (element-type PmRun): by where they start */
  guint next;        /* of those, the first that has not started */
  GPtrArray *open;   /* (element-type PmRun): outermost first */
  GPtrArray *active; /* (element-type PmRun): at the present place, in the order they nest */
} Walk;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gsize first = *(const gsize *) a;
  gsize second = *(const gsize *) b;

  return (first > second) - (first < second);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return compare_places (&(*(PmRun *const *) a)->span.start, &(*(PmRun *const *) b)->span.start);
}

static void
add_run (Walk *walk, PmSpan span, const PmMark *mark, const PmHighlight *highlight)
{
  PmRun run = { { MAX (span.start, walk->block.start), MIN (span.end, walk->block.end) },
                mark,
                highlight };

  if (pm_span_is_empty (run.span))
    return;
  g_array_append_val (walk->runs, run);
  g_array_append_val (walk->cuts, run.span.start);
  g_array_append_val (walk->cuts, run.span.end);
}

static void
collect_runs (Walk *walk, PmDocument *document, gsize block, GPtrArray *highlights)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = block + 1; i < n_marks && !pm_mark_is_block (&marks[i]); i++)
    add_run (walk, marks[i].span, &marks[i], NULL);
  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      const PmHighlight *highlight = highlights->pdata[i];

      if (!highlight->orphan)
        add_run (walk, highlight->span, NULL, highlight);
    }
}

static void
close_down_to (Walk *walk, guint n)
{
  while (walk->open->len > n)
    {
      const PmRun *run = walk->open->pdata[walk->open->len - 1];

      walk->writer->close (run, walk->data);
      g_ptr_array_set_size (walk->open, walk->open->len - 1);
    }
}

/* Leaves open what stays and stands in the same order. */
static void
open_active (Walk *walk)
{
  guint same = 0;

  while (same < walk->open->len && same < walk->active->len &&
         walk->open->pdata[same] == walk->active->pdata[same])
    same++;
  close_down_to (walk, same);
  for (guint i = same; i < walk->active->len; i++)
    {
      walk->writer->open (walk->active->pdata[i], walk->data);
      g_ptr_array_add (walk->open, walk->active->pdata[i]);
    }
}

/* Keeps the order in which the runs nest, which is that of their array. */
static void
activate (Walk *walk, PmRun *run)
{
  guint at = walk->active->len;

  while (at > 0 && (PmRun *) walk->active->pdata[at - 1] > run)
    at--;
  g_ptr_array_insert (walk->active, at, run);
}

/* Moves to @at: what ended is let go, what begins is added. */
static void
update_active (Walk *walk, gsize at)
{
  guint n = 0;

  for (guint i = 0; i < walk->active->len; i++)
    {
      PmRun *run = walk->active->pdata[i];

      if (run->span.end > at)
        walk->active->pdata[n++] = run;
    }
  g_ptr_array_set_size (walk->active, n);
  for (; walk->next < walk->coming->len; walk->next++)
    {
      PmRun *run = walk->coming->pdata[walk->next];

      if (run->span.start > at)
        break;
      activate (walk, run);
    }
}

static void
emit (Walk *walk, gsize from, gsize to)
{
  const char *p = walk->text + from;
  const char *end = walk->text + to;

  while (p < end)
    {
      const char *tab = walk->has_cells ? memchr (p, '\t', end - p) : NULL;
      const char *stop = tab != NULL ? tab : end;

      if (stop > p)
        {
          open_active (walk);
          walk->writer->text (p, stop - p, walk->data);
        }
      if (tab != NULL)
        {
          close_down_to (walk, 0);
          walk->writer->cell (walk->data);
          stop++;
        }
      p = stop;
    }
}

void
_pm_bundle_walk_block (PmDocument *document,
                       gsize block,
                       GPtrArray *highlights,
                       const PmRunWriter *writer,
                       gpointer data)
{
  gsize n_marks;
  const PmMark *mark = &pm_document_get_marks (document, &n_marks)[block];
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PmRun));
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GPtrArray) coming = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) active = g_ptr_array_new ();
  Walk walk = { .writer = writer,
                .data = data,
                .text = pm_document_get_text (document),
                .block = mark->span,
                .has_cells = mark->kind == PM_MARK_TABLE_ROW,
                .runs = runs,
                .cuts = cuts,
                .coming = coming,
                .open = open,
                .active = active };
  gsize from = mark->span.start;

  collect_runs (&walk, document, block, highlights);
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (coming, &g_array_index (runs, PmRun, i));
  g_ptr_array_sort (coming, compare_starts);
  g_array_append_val (cuts, walk.block.end);
  g_array_sort (cuts, compare_places);
  for (guint i = 0; i < cuts->len; i++)
    {
      gsize to = g_array_index (cuts, gsize, i);

      if (to <= from)
        continue;
      update_active (&walk, from);
      emit (&walk, from, to);
      from = to;
    }
  close_down_to (&walk, 0);
}
