/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pdf-lines-private.h"

#include <math.h>

/* Of a page, so many lines from its top and from its bottom may be furniture. */
#define EDGE 3
#define MIN_PAGES 3
/* The first page often has none: in a short text two are enough. */
#define SHORT_TEXT 4
/* In points: the same place. */
#define PLACE 4.0
/* Pages of which most have to have a line in the same place, with nothing near below it, before it
 * is known for a running title that changes: the chapter's. */
#define MANY_PAGES 5
#define MOST 0.6
#define CLEAR 1.6

static gboolean
is_roman_number (const char *text)
{
  gsize length = strspn (text, "ivxlcdm");

  return length > 0 && text[length] == '\0';
}

/* Returns: (transfer full): what the line says on every page, whatever its number. */
static char *
make_key (const PmPdfLine *line, gboolean at_top, int place)
{
  g_autofree char *lower = g_utf8_casefold (line->block->text->str, -1);
  GString *key = g_string_new (NULL);

  g_string_printf (key, "%c%d ", at_top ? 't' : 'b', place);
  if (is_roman_number (lower))
    g_string_append_c (key, '#');
  else
    for (const char *at = lower; *at != '\0'; at++)
      if (!g_ascii_isdigit (*at))
        g_string_append_c (key, *at);
      else if (at == lower || !g_ascii_isdigit (at[-1]))
        g_string_append_c (key, '#');
  return g_string_free (key, FALSE);
}

/* How far the outermost lines of a page reach. */
typedef struct
{
  double top[EDGE];    /* the smallest lower edges, in order */
  double bottom[EDGE]; /* the largest upper edges, likewise */
} Edges;

static void
insert (double *values, double value, gboolean smallest)
{
  for (guint i = 0; i < EDGE; i++)
    if (smallest ? value < values[i] : value > values[i])
      {
        double pushed = values[i];

        values[i] = value;
        value = pushed;
      }
}

/* Lines @first to @end are one page's. */
static void
measure_edges (Edges *edges, GPtrArray *lines, guint first, guint end)
{
  for (guint i = 0; i < EDGE; i++)
    {
      edges->top[i] = G_MAXDOUBLE;
      edges->bottom[i] = -G_MAXDOUBLE;
    }
  for (guint i = first; i < end; i++)
    {
      const PmPdfLine *line = lines->pdata[i];

      insert (edges->top, line->y2, TRUE);
      insert (edges->bottom, line->y1, FALSE);
    }
}

/* Whether fewer than EDGE lines of the page are beyond @line. */
static gboolean
is_at_edge (const Edges *edges, const PmPdfLine *line, gboolean at_top)
{
  return at_top ? edges->top[EDGE - 1] > line->y1 : edges->bottom[EDGE - 1] < line->y2;
}

/* Numbers on which page a key was seen last, and on how many. */
typedef struct
{
  guint page;
  guint count;
} Seen;

static guint
count_key (GHashTable *seen, const PmPdfLine *line, gboolean at_top, int place, gboolean add)
{
  g_autofree char *key = make_key (line, at_top, place);
  Seen *entry = g_hash_table_lookup (seen, key);

  if (entry == NULL && !add)
    return 0;
  if (entry == NULL)
    {
      entry = g_new0 (Seen, 1);
      g_hash_table_insert (seen, g_steal_pointer (&key), entry);
    }
  if (add && (entry->count == 0 || entry->page != line->page))
    {
      entry->count++;
      entry->page = line->page;
    }
  return entry->count;
}

typedef void (*LineFunc) (GHashTable *seen, PmPdfLine *line, gboolean at_top, guint needed);

static void
note_line (GHashTable *seen, PmPdfLine *line, gboolean at_top, guint needed)
{
  if (line->block->text->len > 0)
    count_key (seen, line, at_top, floor (line->y2 / PLACE), TRUE);
}

/* Places are compared in steps: what stands near the end of one may be in the next elsewhere. */
static void
judge_line (GHashTable *seen, PmPdfLine *line, gboolean at_top, guint needed)
{
  int place = floor (line->y2 / PLACE);

  for (int i = place - 1; i <= place + 1 && line->block->text->len > 0; i++)
    if (count_key (seen, line, at_top, i, FALSE) >= needed)
      g_string_truncate (line->block->text, 0);
}

static void
for_each_edge_line (GPtrArray *lines, GHashTable *seen, guint needed, LineFunc func)
{
  for (guint first = 0, end; first < lines->len; first = end)
    {
      const PmPdfLine *line = lines->pdata[first];
      Edges edges;

      for (end = first; end < lines->len; end++)
        if (((PmPdfLine *) lines->pdata[end])->page != line->page)
          break;
      measure_edges (&edges, lines, first, end);
      for (guint i = first; i < end; i++)
        for (int at_top = 0; at_top < 2; at_top++)
          if (is_at_edge (&edges, lines->pdata[i], at_top))
            func (seen, lines->pdata[i], at_top, needed);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0;
}

/* The size of most lines, and the way from one to the next. */
static void
measure_lines (GPtrArray *lines, double *size, double *pitch)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const PmPdfLine *line = lines->pdata[i];
      const PmPdfLine *before = i > 0 ? lines->pdata[i - 1] : NULL;
      double step = before != NULL && before->page == line->page ? line->y2 - before->y2 : 0;

      g_array_append_val (sizes, line->size);
      if (step > line->size / 2)
        g_array_append_val (pitches, step);
    }
  *size = find_median (sizes);
  *pitch = find_median (pitches);
}

/* The uppermost of lines @first to @end, when all others keep away from it and it is no larger than
 * they: a title over a slide is part of the text. Returns: (nullable) */
static const PmPdfLine *
find_title (GPtrArray *lines, guint first, guint end, double size, double pitch)
{
  const PmPdfLine *top = lines->pdata[first];

  for (guint i = first + 1; i < end; i++)
    if (((PmPdfLine *) lines->pdata[i])->y2 < top->y2)
      top = lines->pdata[i];
  for (guint i = first; i < end; i++)
    {
      const PmPdfLine *line = lines->pdata[i];

      if (line->y2 > top->y2 + 1 && line->y2 < top->y2 + CLEAR * pitch)
        return NULL;
    }
  return top->size <= size * 1.05 ? top : NULL;
}

/* Running titles that say something else on every few pages stand where most pages have one. */
static void
drop_titles (GPtrArray *lines, guint n_pages)
{
  g_autofree double *places = g_new (double, n_pages); /* of each page's title, or negative */
  double size, pitch;

  for (guint i = 0; i < n_pages; i++)
    places[i] = -1;
  measure_lines (lines, &size, &pitch);
  for (guint first = 0, end; first < lines->len; first = end)
    {
      guint page = ((PmPdfLine *) lines->pdata[first])->page;
      const PmPdfLine *title;

      for (end = first + 1; end < lines->len; end++)
        if (((PmPdfLine *) lines->pdata[end])->page != page)
          break;
      title = find_title (lines, first, end, size, pitch);
      if (title != NULL)
        places[page] = title->y2;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      PmPdfLine *line = lines->pdata[i];
      guint same = 0;

      if (places[line->page] < 0 || ABS (line->y2 - places[line->page]) > 1)
        continue;
      for (guint n = 0; n < n_pages; n++)
        same += ABS (places[n] - places[line->page]) < PLACE;
      if (same >= MOST * n_pages)
        g_string_truncate (line->block->text, 0);
    }
}

static void
drop_emptied (GPtrArray *lines)
{
  guint to = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      PmPdfLine *line = lines->pdata[i];

      lines->pdata[i] = lines->pdata[to];
      lines->pdata[to] = line;
      to += _pm_block_is_text (line->block);
    }
  g_ptr_array_set_size (lines, to);
}

void
_pm_pdf_lines_drop_furniture (GPtrArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) seen = NULL;
  guint needed = n_pages <= SHORT_TEXT ? 2 : MIN_PAGES;

  if (n_pages < 2)
    return;
  if (n_pages >= MANY_PAGES)
    drop_titles (lines, n_pages);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for_each_edge_line (lines, seen, needed, note_line);
  for_each_edge_line (lines, seen, needed, judge_line);
  drop_emptied (lines);
}
