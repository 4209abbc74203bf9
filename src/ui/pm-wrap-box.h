/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of small things, tags or buttons, that goes on in the next line where there is no more
 * room. */
#define PM_TYPE_WRAP_BOX (pm_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (PmWrapBox, pm_wrap_box, PM, WRAP_BOX, GtkWidget)

GtkWidget *pm_wrap_box_new (void);
void pm_wrap_box_append (PmWrapBox *self, GtkWidget *child);
void pm_wrap_box_clear (PmWrapBox *self);

/* A tag as a small pill with a dot of the tag's own colour, always the same for one name. */
GtkWidget *pm_tag_chip_new (const char *tag);
/* Makes the chips of @self those of @tags (element-type utf8); seen only when there are any. */
void pm_wrap_box_set_tags (PmWrapBox *self, GPtrArray *tags);

G_END_DECLS
