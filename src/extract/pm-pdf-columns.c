/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pdf-lines-private.h"

#include <math.h>
#include <string.h>

/* Columns within columns. */
#define MAX_DEPTH 3
/* A column of fewer lines is a box beside the text. */
#define MIN_LINES 5
/* In points. */
#define STEP 2
#define MAX_STEPS 2000
/* Of the lines in both columns, so many may cross what parts them: titles, tables. */
#define MAX_CROSSING 0.25
/* Text fills its column; the cells of a table do not. */
#define MIN_FILLED 0.6

/* From the top; what stands on one height, from the left. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PmPdfLine *one = *(PmPdfLine *const *) a, *other = *(PmPdfLine *const *) b;
  double y = rint (one->y2) - rint (other->y2);

  if (y == 0)
    y = one->x1 - other->x1;
  return (y > 0) - (y < 0);
}

/* What is on one side of a line down the page. */
typedef struct
{
  guint n_lines;
  guint n_filled; /* lines about as wide as the widest */
  double top, bottom;
  double widest;
} Side;

static void
measure_side (Side *side, GPtrArray *lines, double left, double right)
{
  *side = (Side){ 0, 0, G_MAXDOUBLE, -G_MAXDOUBLE, 0 };
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lines->len; i++)
      {
        const PmPdfLine *line = lines->pdata[i];

        if (line->x1 < left || line->x2 > right)
          continue;
        side->n_filled += pass == 1 && line->x2 - line->x1 >= MIN_FILLED * side->widest;
        side->n_lines += pass == 1;
        side->widest = MAX (side->widest, line->x2 - line->x1);
        side->top = MIN (side->top, line->y1);
        side->bottom = MAX (side->bottom, line->y2);
      }
}

static gboolean
is_text (const Side *side)
{
  return side->n_lines >= MIN_LINES && side->n_filled * 2 >= side->n_lines;
}

/* Whether lines to the left and to the right of @x are columns of text beside each other. */
static gboolean
is_gutter (GPtrArray *lines, double x)
{
  Side left, right;
  guint n_both;

  measure_side (&left, lines, -G_MAXDOUBLE, x);
  measure_side (&right, lines, x, G_MAXDOUBLE);
  n_both = left.n_lines + right.n_lines;
  return is_text (&left) && is_text (&right) && lines->len - n_both <= MAX_CROSSING * n_both &&
         MIN (left.bottom, right.bottom) - MAX (left.top, right.top) >
             MIN (left.bottom - left.top, right.bottom - right.top) / 2;
}

/* Where in the middle of the page a line down it crosses the fewest of text. */
static gboolean
find_gutter (GPtrArray *lines, double *gutter)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
  int crossed[MAX_STEPS + 1] = { 0 };
  int n_steps, best, covering = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const PmPdfLine *line = lines->pdata[i];

      left = MIN (left, line->x1);
      right = MAX (right, line->x2);
    }
  n_steps = lines->len >= 2 * MIN_LINES ? CLAMP ((right - left) / STEP, 0, MAX_STEPS) : 0;
  for (guint i = 0; i < lines->len && n_steps > 0; i++)
    {
      const PmPdfLine *line = lines->pdata[i];

      crossed[(int) CLAMP (ceil ((line->x1 - left) / STEP), 0, n_steps)]++;
      crossed[(int) CLAMP (ceil ((line->x2 - left) / STEP), 0, n_steps)]--;
    }
  best = n_steps / 5;
  for (int i = 0, least = G_MAXINT; i <= n_steps * 4 / 5; i++)
    {
      covering += crossed[i];
      if (i >= n_steps / 5 && covering < least)
        {
          least = covering;
          best = i;
        }
    }
  *gutter = left + best * STEP;
  return n_steps > 0 && is_gutter (lines, *gutter);
}

static void order (GPtrArray *lines, GPtrArray *ordered, int depth);

static void
order_side (GPtrArray *side, GPtrArray *ordered, int depth)
{
  order (side, ordered, depth);
  g_ptr_array_set_size (side, 0);
}

/* Appends @lines to @ordered: what crosses the gutter parts the page into bands, in each of which
 * the left column comes first. */
static void
order (GPtrArray *lines, GPtrArray *ordered, int depth)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) right = NULL;
  double gutter;

  if (depth == MAX_DEPTH || !find_gutter (lines, &gutter))
    {
      g_ptr_array_extend (ordered, lines, NULL, NULL);
      return;
    }
  left = g_ptr_array_new ();
  right = g_ptr_array_new ();
  g_ptr_array_sort (lines, compare_places);
  for (guint i = 0; i < lines->len; i++)
    {
      PmPdfLine *line = lines->pdata[i];

      if (line->x2 <= gutter || line->x1 >= gutter)
        {
          g_ptr_array_add (line->x2 <= gutter ? left : right, line);
          continue;
        }
      order_side (left, ordered, depth + 1);
      order_side (right, ordered, depth + 1);
      g_ptr_array_add (ordered, line);
    }
  order_side (left, ordered, depth + 1);
  order_side (right, ordered, depth + 1);
}

void
_pm_pdf_lines_order (GPtrArray *lines)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new ();
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const PmPdfLine *line = lines->pdata[i];

      g_ptr_array_add (page, lines->pdata[i]);
      if (i + 1 == lines->len || ((PmPdfLine *) lines->pdata[i + 1])->page != line->page)
        order_side (page, ordered, 0);
    }
  memcpy (lines->pdata, ordered->pdata, lines->len * sizeof (gpointer));
}
