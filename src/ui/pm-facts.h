/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A table of what is known: a dim name, and beside it a value that can be selected and wraps
 * anywhere. */
#define PM_TYPE_FACTS (pm_facts_get_type ())
G_DECLARE_FINAL_TYPE (PmFacts, pm_facts, PM, FACTS, AdwBin)

GtkWidget *pm_facts_new (void);
void pm_facts_clear (PmFacts *self);
/* @value: (nullable): unset or empty adds nothing. @below: (nullable): a dim line under it. */
void pm_facts_add (PmFacts *self, const char *name, const char *value, const char *below);
/* @hex: (nullable): a digest: shown in groups of four, with a button that copies it as it is. */
void pm_facts_add_digest (PmFacts *self, const char *name, const char *hex);
/* @text: (nullable): lines of code: header blocks. */
void pm_facts_add_code (PmFacts *self, const char *name, const char *text);

G_END_DECLS
