/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* What changed in an article from one version to another, or differs between two, to read: removed
 * words struck through, added ones underlined, what is far from any change folded away. Actions:
 * "diff.next" (]), "diff.previous" ([): to the next change, which is then selected and said in
 * words. */

#define PM_TYPE_DIFF_DIALOG (pm_diff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmDiffDialog, pm_diff_dialog, PM, DIFF_DIALOG, AdwWindow)

/* @parent: (nullable). @article, @before, @after: copied. */
GtkWidget *pm_diff_dialog_new (GtkWindow *parent,
                               PmNotebook *notebook,
                               const PmArticle *article,
                               const PmVersion *before,
                               const PmVersion *after);
/* The same of two articles that tell one story. */
GtkWidget *pm_diff_dialog_new_for_articles (GtkWindow *parent,
                                            PmNotebook *notebook,
                                            const PmArticle *before,
                                            const PmArticle *after);

G_END_DECLS
