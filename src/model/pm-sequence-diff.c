/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sequence-diff-private.h"

#include <string.h>

/* Edits from either end after which the shortest way is no longer looked for. */
#define MAX_COST 256

/* Points of the edit graph: @x elements of the one sequence, @y of the other are behind. The k-th
 * diagonal is where x - y = k; on each, the furthest point reached. */
typedef struct
{
  const guint *a;
  const guint *b;
  guint8 *removed;
  guint8 *added;
  int *forward;
  int *backward;
} Diff;

/* A stretch of both sequences. */
typedef struct
{
  int x, y;
  int x_end, y_end;
} Box;

/* The diagonals looked at from one end, and how far they may go. */
typedef struct
{
  int least, most;
  int from, to;
} Band;

/* One edit further, to both sides; what lies outside can never be the better neighbour. */
static void
widen (Band *band, int *reached, int outside)
{
  if (band->from > band->least)
    reached[--band->from - 1] = outside;
  else
    band->from++;
  if (band->to < band->most)
    reached[++band->to + 1] = outside;
  else
    band->to--;
}

/* Returns: whether the forward way has met the backward one, at @x, @y. */
static gboolean
go_forward (Diff *self, const Box *box, const Band *band, const Band *other, int *x, int *y)
{
  gboolean odd = (band->least + band->most) & 1;

  for (int k = band->to; k >= band->from; k -= 2)
    {
      *x = MAX (self->forward[k - 1] + 1, self->forward[k + 1]);
      *y = *x - k;
      while (*x < box->x_end && *y < box->y_end && self->a[*x] == self->b[*y])
        (*x)++, (*y)++;
      self->forward[k] = *x;
      if (odd && k >= other->from && k <= other->to && self->backward[k] <= *x)
        return TRUE;
    }
  return FALSE;
}

static gboolean
go_backward (Diff *self, const Box *box, const Band *band, const Band *other, int *x, int *y)
{
  gboolean odd = (band->least + band->most) & 1;

  for (int k = band->to; k >= band->from; k -= 2)
    {
      *x = MIN (self->backward[k - 1], self->backward[k + 1] - 1);
      *y = *x - k;
      while (*x > box->x && *y > box->y && self->a[*x - 1] == self->b[*y - 1])
        (*x)--, (*y)--;
      self->backward[k] = *x;
      if (!odd && k >= other->from && k <= other->to && *x <= self->forward[k])
        return TRUE;
    }
  return FALSE;
}

/* The point furthest from the start. */
static void
find_furthest (Diff *self, const Box *box, const Band *band, int *x, int *y)
{
  int best = -1;

  *x = box->x;
  *y = box->y;
  for (int k = band->to; k >= band->from; k -= 2)
    {
      int reached = MIN (self->forward[k], MIN (box->x_end, box->y_end + k));

      if (2 * reached - k <= best)
        continue;
      best = 2 * reached - k;
      *x = reached;
      *y = reached - k;
    }
}

/* A point on a short way through @box, neither its start nor its end. */
static void
find_split (Diff *self, const Box *box, int *x, int *y)
{
  int start = box->x - box->y;
  int end = box->x_end - box->y_end;
  Band forward = { box->x - box->y_end, box->x_end - box->y, start, start };
  Band backward = { forward.least, forward.most, end, end };

  self->forward[start] = box->x;
  self->backward[end] = box->x_end;
  for (int cost = 0; cost < MAX_COST; cost++)
    {
      widen (&forward, self->forward, -1);
      if (go_forward (self, box, &forward, &backward, x, y))
        return;
      widen (&backward, self->backward, G_MAXINT);
      if (go_backward (self, box, &backward, &forward, x, y))
        return;
    }
  find_furthest (self, box, &forward, x, y);
}

/* The first part of a split is short, or both are half as costly as the whole: it never goes deep.
 */
static void
compare (Diff *self, Box box)
{
  for (;;)
    {
      Box first;
      int x, y;

      while (box.x < box.x_end && box.y < box.y_end && self->a[box.x] == self->b[box.y])
        box.x++, box.y++;
      while (box.x < box.x_end && box.y < box.y_end &&
             self->a[box.x_end - 1] == self->b[box.y_end - 1])
        box.x_end--, box.y_end--;
      if (box.x == box.x_end || box.y == box.y_end)
        break;
      find_split (self, &box, &x, &y);
      first = (Box){ box.x, box.y, x, y };
      compare (self, first);
      box.x = x;
      box.y = y;
    }
  memset (self->removed + box.x, 1, box.x_end - box.x);
  memset (self->added + box.y, 1, box.y_end - box.y);
}

void
_pm_sequence_diff (const guint *before,
                   gsize n_before,
                   const guint *after,
                   gsize n_after,
                   guint8 *removed,
                   guint8 *added)
{
  gsize n_diagonals = n_before + n_after + 3;
  g_autofree int *forward = g_new (int, n_diagonals);
  g_autofree int *backward = g_new (int, n_diagonals);
  Diff self = { before, after, removed, added, forward + n_after + 1, backward + n_after + 1 };

  memset (removed, 0, n_before);
  memset (added, 0, n_after);
  compare (&self, (Box){ 0, 0, n_before, n_after });
}
