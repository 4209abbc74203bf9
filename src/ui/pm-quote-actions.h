/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* What one can say of a quote, and what is known of it. */

/* Gives widgets of @klass the actions "quote.confirm", ".speaker" (s: a name), ".nobody", ".other":
 * asks for the name, ".refuse" and ".withdraw": each tells the notebook, and says so in the window
 * with a way to undo it. */
typedef struct
{
  PmNotebook *notebook;
  PmRecord *record;
  const PmQuote *quote; /* of it */
} PmQuoteSubject;

/* Returns: whether @widget stands for one now; all of it is lent. */
typedef gboolean (*PmQuoteGetSubject) (GtkWidget *widget, PmQuoteSubject *subject);

void pm_quote_actions_install (GtkWidgetClass *klass, PmQuoteGetSubject get_subject);
/* Returns: (transfer full): who else may have said it: the article's people, then its
 * organisations, the most often named first; Other…, Nobody. */
GMenuModel *pm_quote_speaker_menu_new (const PmQuoteSubject *subject);
/* Returns: (transfer full): all that makes sense, "quote.highlight" and "quote.copy" too. */
GMenuModel *pm_quote_menu_new (const PmQuoteSubject *subject);

/* Returns: (transfer full): sentences for whoever doubts the speaker: the words that tell, the rule
 * and how sure it is; or that the user said so. Empty when nothing tells. */
char *pm_quote_dup_evidence (PmDocument *document, const PmQuote *quote);

G_END_DECLS
