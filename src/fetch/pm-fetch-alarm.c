/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

GSource *
_pm_alarm_new (GSourceFunc callback, gpointer data)
{
  static GSourceFuncs funcs = { .dispatch = dispatch };
  GSource *source = g_source_new (&funcs, sizeof (GSource));

  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

void
_pm_alarm_clear (GSource **alarm)
{
  if (*alarm == NULL)
    return;
  g_source_destroy (*alarm);
  g_clear_pointer (alarm, g_source_unref);
}
