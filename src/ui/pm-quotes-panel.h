/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-panel.h"

G_BEGIN_DECLS

/* Who is quoted, with which words. Property "order" (string), also the action "quotes.order" (s):
 * "text" for the order of the text, "speaker" for a card a speaker, the most quoted first. */
#define PM_TYPE_QUOTES_PANEL (pm_quotes_panel_get_type ())
G_DECLARE_FINAL_TYPE (PmQuotesPanel, pm_quotes_panel, PM, QUOTES_PANEL, PmPanel)

G_END_DECLS
