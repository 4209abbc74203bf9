/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-features-private.h"

#include "pm-clusters.h"
#include "pm-traits-private.h"

/* The number before a value says of what it is; it may be anything, but no two are the same. */

/* Before a sentence and behind it. */
static const PmTraits outside = { .word = 11, .lower = 12, .shape = 13, .brief = 14, .rule = 15 };

typedef struct
{
  guint32 *features;
  guint8 *groups; /* (nullable) */
  guint n;
} List;

/* Kinds from the first to the last, and what they know a token by. */
typedef struct
{
  guint8 first;
  guint8 last;
  guint8 group;
} Kinds;

static guint8
find_group (guint kind)
{
  static const Kinds groups[] = {
    { 1, 1, PM_FEATURE_WORD },     { 4, 4, PM_FEATURE_WORD },     { 9, 10, PM_FEATURE_WORD },
    { 22, 22, PM_FEATURE_WORD },   { 30, 38, PM_FEATURE_WORD },   { 41, 48, PM_FEATURE_WORD },
    { 50, 54, PM_FEATURE_LIST },   { 60, 66, PM_FEATURE_LIST },   { 77, 79, PM_FEATURE_LIST },
    { 81, 81, PM_FEATURE_WORD },   { 92, 92, PM_FEATURE_WORD },   { 100, 110, PM_FEATURE_LIST },
    { 120, 123, PM_FEATURE_WORD }, { 132, 139, PM_FEATURE_WORD }, { 154, 154, PM_FEATURE_LIST },
    { 156, 158, PM_FEATURE_LIST }, { 180, 180, PM_FEATURE_LIST }, { 181, 181, PM_FEATURE_WORD },
    { 183, 183, PM_FEATURE_LIST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (kind >= groups[i].first && kind <= groups[i].last)
      return groups[i].group;
  return PM_FEATURE_OTHER;
}

static void
add (List *list, guint kind, guint64 value)
{
  guint64 h = _pm_mix (value, kind * G_GUINT64_CONSTANT (0x9ddfea08eb382d69));

  if (list->n == PM_MAX_FEATURES)
    return;
  if (list->groups != NULL)
    list->groups[list->n] = find_group (kind);
  list->features[list->n++] = (guint32) (h ^ (h >> 32));
}

static const PmTraits *
look (PmFeatures *self, guint at, int offset)
{
  const PmTokens *tokens = self->context->tokens;
  gint64 to = (gint64) at + offset;

  if (to < 0 || to >= tokens->n_tokens ||
      tokens->tokens[to].sentence != tokens->tokens[at].sentence)
    return &outside;
  return &self->traits[to];
}

static void
add_classes (List *list, guint kind, guint64 classes)
{
  for (guint bit = 0; classes != 0; bit++, classes >>= 1)
    if (classes & 1)
      add (list, kind, bit);
}

/* A token and its neighbours. */
typedef struct
{
  const PmTraits *p2;
  const PmTraits *p1;
  const PmTraits *t;
  const PmTraits *n1;
  const PmTraits *n2;
  guint64 form; /* how it is written, and whether that says anything */
} Window;

static void
add_words (List *list, const Window *w)
{
  add (list, 0, 0);
  add (list, 1, w->t->word);
  add (list, 2, w->p1->word);
  add (list, 3, w->n1->word);
  add (list, 4, w->t->lower);
  add (list, 5, w->p1->lower);
  add (list, 6, w->n1->lower);
  add (list, 7, w->p2->lower);
  add (list, 8, w->n2->lower);
  add (list, 9, _pm_mix (w->p1->lower, w->t->lower));
  add (list, 10, _pm_mix (w->t->lower, w->n1->lower));
  add (list, 11, _pm_mix (w->p1->lower, w->n1->lower));
  add (list, 12, _pm_mix (w->p2->lower, w->p1->lower));
  add (list, 13, _pm_mix (w->n1->lower, w->n2->lower));
}

static void
add_shapes (List *list, const Window *w)
{
  add (list, 14, w->t->shape);
  add (list, 15, w->p1->shape);
  add (list, 16, w->n1->shape);
  add (list, 17, _pm_mix (w->p1->brief, w->t->brief));
  add (list, 18, _pm_mix (w->t->brief, w->n1->brief));
  add (list, 19, _pm_mix (_pm_mix (w->p1->brief, w->t->brief), w->n1->brief));
  add (list, 20,
       _pm_mix (_pm_mix (_pm_mix (w->p2->brief, w->p1->brief), _pm_mix (w->t->brief, w->n1->brief)),
                w->n2->brief));
  add (list, 21, w->form);
  add (list, 22, _pm_mix (w->t->lower, w->t->capital));
  add (list, 23, _pm_mix (w->t->brief, w->p1->lower));
  add (list, 24, _pm_mix (w->t->brief, w->n1->lower));
}

static void
add_affixes (List *list, const Window *w)
{
  for (guint i = 0; i < PM_N_AFFIXES && w->t->prefixes[i] != 0; i++)
    {
      add (list, 30 + i, w->t->prefixes[i]);
      add (list, 34 + i, w->t->suffixes[i]);
    }
  add (list, 38, _pm_mix (w->t->suffixes[2], w->t->brief));
  add (list, 39, w->p1->suffixes[2]);
  add (list, 40, w->n1->suffixes[2]);
  for (guint i = 0; i < PM_N_HEADS; i++)
    {
      if (w->t->heads[i] != 0)
        add (list, 41 + i, w->t->heads[i]);
      if (w->p1->heads[i] != 0)
        add (list, 45 + i, _pm_mix (w->p1->heads[i], w->t->brief));
    }
}

static void
add_known (List *list, const Window *w)
{
  add_classes (list, 50, w->t->classes);
  add_classes (list, 51, w->p1->classes);
  add_classes (list, 52, w->n1->classes);
  add (list, 53, _pm_mix (w->p1->classes, w->t->classes));
  add (list, 54, _pm_mix (w->t->classes, w->n1->classes));
}

static void
add_opinions (List *list, const Window *w)
{
  add (list, 60, w->t->rule);
  add (list, 61, _pm_mix (w->p1->rule, w->t->rule));
  add (list, 62, _pm_mix (w->t->rule, w->n1->rule));
  add (list, 63, _pm_mix (w->t->rule, w->t->brief));
  add (list, 64, _pm_mix (w->t->rule, w->p1->lower));
  add (list, 65, _pm_mix (w->t->usage, w->t->brief));
  add (list, 66, _pm_mix (_pm_mix (w->t->usage, w->form), w->t->rule));
}

static void
add_manner (List *list, const Window *w, guint64 manner)
{
  add (list, 80, _pm_mix (w->form, manner));
  add (list, 81, _pm_mix (w->t->lower, manner));
  add (list, 82, _pm_mix (w->p1->lower, manner));
  add (list, 83, _pm_mix (w->n1->lower, manner));
  add (list, 84, _pm_mix (w->t->rule, manner));
  add (list, 85, _pm_mix (_pm_mix (w->p1->brief, w->t->brief), manner));
  add (list, 86, _pm_mix (_pm_mix (w->n1->brief, w->t->brief), manner));
  add (list, 180, _pm_mix (_pm_mix (w->t->listed, w->t->listed_place), manner));
  add (list, 181, _pm_mix (w->t->suffixes[2], manner));
  add (list, 182, _pm_mix (w->p1->classes, manner));
  add (list, 183, _pm_mix (w->t->classes, manner));
}

static void
add_gaps (List *list, const Window *w)
{
  add (list, 87, _pm_mix (w->t->gap, w->p1->brief));
  add (list, 88, _pm_mix (w->n1->gap, w->t->brief));
  add (list, 89, _pm_mix (_pm_mix (w->n1->gap, w->t->word), w->p1->word));
  add (list, 90, _pm_mix (_pm_mix (w->p1->gap, w->p1->word), w->n1->word));
}

static void
add_lists (List *list, const Window *w)
{
  guint64 place = _pm_mix (w->t->listed_place, w->t->capital);

  for (guint bit = 0; bit < 32; bit++)
    {
      if (w->t->listed >> bit & 1)
        {
          add (list, 100, _pm_mix (bit, place));
          add (list, 101, _pm_mix (bit, w->form));
        }
      if (w->t->listed_alone >> bit & 1)
        add (list, 102, _pm_mix (bit, w->t->brief));
      if (w->p1->listed >> bit & 1)
        add (list, 103, _pm_mix (bit, w->t->capital));
      if (w->n1->listed >> bit & 1)
        add (list, 104, _pm_mix (bit, w->t->capital));
    }
  add (list, 105, _pm_mix (w->t->listed, place));
  add (list, 106, _pm_mix (_pm_mix (w->p1->listed, w->t->listed), place));
  add (list, 107, _pm_mix (_pm_mix (w->n1->listed, w->t->listed), place));
  add (list, 108, _pm_mix (_pm_mix (w->p1->lower, w->t->listed), place));
  add (list, 109, _pm_mix (_pm_mix (w->n1->lower, w->t->listed), place));
  add (list, 110, _pm_mix (_pm_mix (w->p1->listed_alone, w->t->listed_alone), w->n1->listed_alone));
}

static void
add_clusters (List *list, const Window *w)
{
  static const guint depths[] = { 4, 6, 10, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      guint64 c = pm_clusters_get_prefix (w->t->cluster, depths[i]);
      guint64 before = pm_clusters_get_prefix (w->p1->cluster, depths[i]);
      guint64 after = pm_clusters_get_prefix (w->n1->cluster, depths[i]);

      add (list, 120 + i, _pm_mix (c, w->t->capital));
      add (list, 124 + i, _pm_mix (before, w->t->capital));
      add (list, 128 + i, _pm_mix (after, w->t->capital));
      add (list, 132 + i, _pm_mix (_pm_mix (before, c), w->t->brief));
      add (list, 136 + i, _pm_mix (_pm_mix (c, after), w->t->brief));
      add (list, 140 + i,
           _pm_mix (pm_clusters_get_prefix (w->p2->cluster, depths[i]), w->t->brief));
      add (list, 144 + i,
           _pm_mix (pm_clusters_get_prefix (w->n2->cluster, depths[i]), w->t->brief));
    }
}

static void
add_run (PmFeatures *self, List *list, guint at, const PmTraits *t)
{
  const PmTraits *before = look (self, at, (int) t->run - (int) at - 1);
  const PmTraits *after = look (self, at, (int) t->run_end - (int) at);
  const PmTraits *first = &self->traits[t->run];
  const PmTraits *last = &self->traits[t->run_end - 1];
  guint64 length = MIN (t->run_end - t->run, 4);
  guint64 place = (at == t->run ? 1 : 0) | (at + 1 == t->run_end ? 2 : 0);

  add (list, 70, _pm_mix (length, place));
  add (list, 71, _pm_mix (before->lower, place));
  add (list, 72, _pm_mix (after->lower, place));
  add (list, 73, _pm_mix (last->lower, place));
  add (list, 74, _pm_mix (first->lower, place));
  add (list, 75, _pm_mix (_pm_mix (before->lower, after->lower), length));
  add (list, 76, _pm_mix (_pm_mix (last->suffixes[2], length), place));
  add_classes (list, 77, last->classes);
  add_classes (list, 78, first->classes);
  add_classes (list, 79, last->listed_alone);
}

/* A name of several runs: what it ends with speaks for what it begins with. */
static void
add_chain (PmFeatures *self, List *list, guint at, const PmTraits *t)
{
  const PmTraits *first = &self->traits[t->chain];
  const PmTraits *joined = &self->traits[first->run_end - 1];
  const PmTraits *last = &self->traits[t->chain_end - 1];
  const PmTraits *before = look (self, at, (int) t->chain - (int) at - 1);
  const PmTraits *after = look (self, at, (int) t->chain_end - (int) at);
  guint64 place = (at < first->run_end ? 1 : 0) | (at >= last->run ? 2 : 0);

  add (list, 150, _pm_mix (last->lower, place));
  add (list, 151, _pm_mix (first->lower, place));
  add (list, 152, _pm_mix (before->lower, place));
  add (list, 153, _pm_mix (after->lower, place));
  add (list, 154, _pm_mix (last->listed_alone, place));
  add (list, 155, _pm_mix (joined->lower, place));
  add (list, 156, _pm_mix (_pm_mix (joined->listed_alone, last->listed_alone), place));
  add_classes (list, 157, last->classes);
  add_classes (list, 158, joined->classes);
}

/* Whether a list has all of the run that starts at @first. */
static gboolean
is_whole (PmFeatures *self, guint first)
{
  const PmTraits *a = &self->traits[first];
  const PmTraits *b = &self->traits[a->run_end - 1];

  return a->listed != 0 && a->listed == b->listed && (a->listed_place & 1) != 0 &&
         (b->listed_place & 2) != 0;
}

/* A small word between two runs: does it join them? */
static void
add_joint (PmFeatures *self, List *list, guint at, const PmTraits *t)
{
  guint left = at - 1;
  guint right = at + 1;
  const PmTraits *first;
  const PmTraits *last;
  const PmTraits *next;
  const PmTraits *end;
  guint64 lengths;

  while (!self->traits[left].capital)
    left--;
  while (!self->traits[right].capital)
    right++;
  last = &self->traits[left];
  first = &self->traits[last->run];
  next = &self->traits[right];
  end = &self->traits[next->run_end - 1];
  lengths = MIN (last->run_end - last->run, 3) * 4 + MIN (next->run_end - next->run, 3);
  add (list, 160, _pm_mix (t->lower, lengths));
  add (list, 161, _pm_mix (t->lower, last->listed_alone));
  add (list, 162, _pm_mix (t->lower, end->listed_alone));
  add (list, 163, _pm_mix (t->lower, _pm_mix (last->listed, end->listed)));
  add (list, 164,
       _pm_mix (t->lower,
                _pm_mix (2 * is_whole (self, last->run) + is_whole (self, next->run), lengths)));
  add (list, 165, _pm_mix (t->lower, first->lower));
  add (list, 166, _pm_mix (t->lower, last->lower));
  add (list, 167, _pm_mix (t->lower, end->lower));
  add (list, 168,
       _pm_mix (t->lower,
                _pm_mix (look (self, at, (int) last->run - (int) at - 1)->lower, lengths)));
  add (list, 169, _pm_mix (t->lower, _pm_mix (last->rule, next->rule)));
  add (list, 170, _pm_mix (t->lower, _pm_mix (last->classes, end->classes)));
  add (list, 171, _pm_mix (t->lower, _pm_mix (first->usage, next->usage)));
}

static void
add_figures (List *list, const Window *w)
{
  guint64 figures = w->t->figures;

  add (list, 91, _pm_mix (w->form, figures));
  add (list, 92, _pm_mix (w->t->lower, figures));
  add (list, 93, _pm_mix (w->t->listed, figures));
  add (list, 94, _pm_mix (_pm_mix (w->p1->brief, w->n1->brief), figures));
  add (list, 95, _pm_mix (w->p1->lower, figures));
}

guint
_pm_features_list (PmFeatures *self, guint at, guint32 *features, guint8 *groups)
{
  List list = { features, groups, 0 };
  const PmTraits *t = &self->traits[at];
  Window w = { look (self, at, -2),
               look (self, at, -1),
               t,
               look (self, at, 1),
               look (self, at, 2),
               _pm_mix (_pm_mix (t->brief, t->style), _pm_traits_opens (self, at)) };

  add_words (&list, &w);
  add_shapes (&list, &w);
  add_affixes (&list, &w);
  add_known (&list, &w);
  add_opinions (&list, &w);
  add_manner (&list, &w, self->manner);
  add_gaps (&list, &w);
  add_lists (&list, &w);
  if (t->cluster != 0 || w.p1->cluster != 0 || w.n1->cluster != 0)
    add_clusters (&list, &w);
  if (t->capital)
    add_run (self, &list, at, t);
  if (t->capital && t->figures > 0)
    add_figures (&list, &w);
  if (t->capital && t->chain_end - t->chain > t->run_end - t->run)
    add_chain (self, &list, at, t);
  if (!t->capital && t->chain < at && t->chain_end > at + 1)
    add_joint (self, &list, at, t);
  return list.n;
}
