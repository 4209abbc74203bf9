/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PM_TYPE_ANSWER (pm_answer_get_type ())

/* What came of asking whether an address still answers. A plain value. */
typedef struct
{
  gint64 checked; /* µs UTC */
  guint status;   /* the last that a server gave; 0 when none did */
  char *url;      /* where that was: the address itself, or where it led */
  char *error;    /* (nullable): one sentence, when there is no page to be had */
} PmAnswer;

typedef enum
{
  PM_ANSWER_FINE,
  PM_ANSWER_MOVED,   /* it leads to the address of something else */
  PM_ANSWER_GONE,    /* 404, 410: its site has no such page */
  PM_ANSWER_REFUSED, /* another 4xx: the page may be there, but not for us, or not now */
  PM_ANSWER_SILENT,  /* nobody answers there, or with an error of its own */
  PM_N_ANSWER_KINDS
} PmAnswerKind;

GType pm_answer_get_type (void) G_GNUC_CONST;
PmAnswer *pm_answer_new (const char *url);
PmAnswer *pm_answer_copy (const PmAnswer *self);
void pm_answer_free (PmAnswer *self);

/* @asked: the address that was asked for. */
PmAnswerKind pm_answer_get_kind (const PmAnswer *self, const char *asked);
/* Returns: "fine", "moved", … */
const char *pm_answer_kind_to_string (PmAnswerKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmAnswer, pm_answer_free)

G_END_DECLS
