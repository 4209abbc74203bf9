/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pm-anchor.h"

G_BEGIN_DECLS

typedef enum
{
  PM_COLOR_YELLOW,
  PM_COLOR_GREEN,
  PM_COLOR_BLUE,
  PM_COLOR_PURPLE,
  PM_COLOR_ORANGE,
  PM_N_COLORS
} PmColor;

/* "yellow", "green", "blue", "purple", "orange". */
const char *pm_color_to_string (PmColor color);
gboolean pm_color_from_string (const char *string, PmColor *color);
/* For people: translated, "Yellow". */
const char *pm_color_get_title (PmColor color);

/* A passage the user marked. A plain value: copy it, change the copy, hand it to the notebook. */
typedef struct
{
  gint64 id;  /* 0 until it is stored */
  char *uuid; /* stable across bundles */
  gint64 article;
  PmAnchor *anchor;
  PmSpan span;     /* where its words stand in the current text; empty for an orphan */
  gboolean orphan; /* its words are no longer in the text */
  PmColor color;
  GPtrArray *tags; /* (element-type utf8): names */
  char *note;      /* (nullable) */
  gint64 created;  /* µs UTC */
  gint64 modified;
} PmHighlight;

/* A new highlight over @span of @text, yellow, with a fresh uuid and no id. */
PmHighlight *pm_highlight_new (gint64 article, const char *text, gsize length, PmSpan span);
PmHighlight *pm_highlight_copy (const PmHighlight *self);
void pm_highlight_free (PmHighlight *self);
void pm_highlight_set_note (PmHighlight *self, const char *note);
gboolean pm_highlight_has_tag (const PmHighlight *self, const char *tag);
void pm_highlight_add_tag (PmHighlight *self, const char *tag);
void pm_highlight_remove_tag (PmHighlight *self, const char *tag);

#define PM_TYPE_HIGHLIGHT (pm_highlight_get_type ())
GType pm_highlight_get_type (void) G_GNUC_CONST;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmHighlight, pm_highlight_free)

G_END_DECLS
