/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-direction.h"

static gboolean
is_rtl_letter (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
pm_direction_is_rtl (const char *text)
{
  int balance = 0;
  int seen = 0;

  for (const char *p = text; *p != '\0' && seen < 1000; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      seen++;
      balance += is_rtl_letter (c) ? 1 : -1;
    }
  return balance > 0;
}
