/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* @n words that stand nowhere else, numbered from @from. Returns: (transfer full) */
static inline char *
make_words (guint from, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < from + n; i++)
    g_string_append_printf (text, "%sword%u", i > from ? " " : "", i);
  return g_string_free (text, FALSE);
}
