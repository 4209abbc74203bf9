/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* pressmark [FILE|URL…]: one instance with one window. Notebooks are opened, bundles imported,
 * everything else is captured. */

#define PM_TYPE_APPLICATION (pm_application_get_type ())
G_DECLARE_FINAL_TYPE (PmApplication, pm_application, PM, APPLICATION, AdwApplication)

/* @flags: besides those that it needs itself; %G_APPLICATION_NON_UNIQUE for tests. */
GApplication *pm_application_new (GApplicationFlags flags);

G_END_DECLS
