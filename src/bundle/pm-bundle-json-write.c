/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

/* The small steps of writing JSON; the formats say what, these say how. */

void
_pm_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
_pm_json_time (JsonBuilder *builder, const char *name, gint64 time, gboolean micros)
{
  g_autofree char *string = _pm_bundle_format_time (time, micros);

  _pm_json_string (builder, name, string);
}

void
_pm_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
_pm_json_strings (JsonBuilder *builder, const char *name, GPtrArray *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->len; i++)
    json_builder_add_string_value (builder, values->pdata[i]);
  json_builder_end_array (builder);
}

void
_pm_json_append (GString *out, JsonBuilder *builder, gboolean follows)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  g_string_append (out, follows ? ",\n" : "");
  g_string_append (out, text);
}
