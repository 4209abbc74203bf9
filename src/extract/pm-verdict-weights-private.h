/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-evidence-private.h"

G_BEGIN_DECLS

/* Written by tests/extract/learn-verdict.py, which says how; not by hand. The sum of what there is
 * of each, times its weight, and the bias, is positive for an article. */
static const double bias = 2.3187;
static const double weights[PM_N_EVIDENCE] = {
  [PM_EVIDENCE_OG_ARTICLE] = 0.3750,     [PM_EVIDENCE_OG_WEBSITE] = -0.6991,
  [PM_EVIDENCE_OG_PRODUCT] = -2.9720,    [PM_EVIDENCE_DATA_PRODUCT] = -1.7924,
  [PM_EVIDENCE_DATA_SITE] = -0.6616,     [PM_EVIDENCE_DATED] = 0.4670,
  [PM_EVIDENCE_SIGNED] = 0.3055,         [PM_EVIDENCE_SIGNED_HEAD] = 0.5525,
  [PM_EVIDENCE_UNSAID] = -1.1680,        [PM_EVIDENCE_TITLE_SHORT] = -0.2827,
  [PM_EVIDENCE_TITLE_MARKS] = 0.9154,    [PM_EVIDENCE_NAMED_SINGLE] = 0.4462,
  [PM_EVIDENCE_NAMED_SHOP] = -1.1252,    [PM_EVIDENCE_NAMED_PAGE] = -0.7292,
  [PM_EVIDENCE_URL_DEPTH] = 0.6627,      [PM_EVIDENCE_URL_SHALLOW] = -0.4444,
  [PM_EVIDENCE_URL_SLUG] = 0.5213,       [PM_EVIDENCE_URL_WORD] = -0.6528,
  [PM_EVIDENCE_URL_TEXT] = 0.7900,       [PM_EVIDENCE_URL_LIST] = -1.3257,
  [PM_EVIDENCE_URL_SHOP] = -1.5887,      [PM_EVIDENCE_PROSE_SHARE] = 0.9169,
  [PM_EVIDENCE_ITEMS] = -1.3156,         [PM_EVIDENCE_TOGETHER] = 1.1065,
  [PM_EVIDENCE_SCATTERED] = -1.5194,     [PM_EVIDENCE_OURS] = -0.5051,
  [PM_EVIDENCE_YOURS] = -0.1540,         [PM_EVIDENCE_KEPT_LINKED] = -2.6051,
  [PM_EVIDENCE_KEPT_HEADINGS] = -0.3318, [PM_EVIDENCE_BUTTON_SHARE] = -0.1766,
  [PM_EVIDENCE_SHOP_SHARE] = -0.2278,    [PM_EVIDENCE_COMMENTS] = 0.4070,
  [PM_EVIDENCE_THIN] = -0.2123,          [PM_EVIDENCE_HEADINGS] = -0.4961,
};

G_END_DECLS
