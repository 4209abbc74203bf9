/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-inspector.h"
#include "pm-row.h"

G_BEGIN_DECLS

/* What the panels' tests share: a window that takes the real window's actions and notes how they
 * were asked, with an inspector in it, and records made in code. */

#define PANEL_TEST_TEXT                                                                              \
  "A title\n\nAnna Berg said “We will not wait.” Berg told Nordwire that the pipeline is shut. " \
  "“Nobody knows,” he said. "                                                                    \
  "Anna Berg left Oslo, see the report."

typedef struct
{
  GtkWidget *window;
  PmInspector *inspector;
  GPtrArray *asked; /* (element-type utf8): "win.go-to (9, 18)", in order */
  GSimpleActionGroup *actions;
} PanelTest;

/* GTK, libadwaita, and the style and icons of the application. */
void panel_test_init (int *argc, char ***argv);
/* @record: (nullable) */
PanelTest *panel_test_new (PmRecord *record, const char *panel);
void panel_test_free (PanelTest *self);
/* Returns: (nullable): what was asked last, marking aside. */
const char *panel_test_last_asked (PanelTest *self);
/* The panel that is seen. */
PmPanel *panel_test_get_panel (PanelTest *self);
/* Until its rows are all made and drawn. */
void panel_test_wait (PanelTest *self);
/* Adds the mapped descendants of @root of type @type to @found. */
void panel_test_collect (GtkWidget *root, GType type, GPtrArray *found);
/* Returns: (transfer container): the rows seen, from top to bottom, all made. */
GPtrArray *panel_test_list_rows (PanelTest *self);
/* As a click on it does. */
void panel_test_open_row (PmRow *row);

/* Where @words stand in the text for the @nth time, from 0. */
PmSpan panel_test_find (const char *words, int nth);
/* @tag, @note: (nullable) */
void panel_test_add_highlight (PmRecord *record,
                               const char *words,
                               PmColor color,
                               const char *tag,
                               const char *note,
                               gboolean orphan);
/* An article with three entities, quotes, sources, and highlights, one of these an orphan; fetched
 * by way of a redirect. */
PmRecord *panel_test_record_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanelTest, panel_test_free)

G_END_DECLS
