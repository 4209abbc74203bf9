/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-correction.h"

static const char *const kinds[PM_N_CORRECTION_KINDS] = { "rename", "retype", "merge",
                                                          "split",  "hide",   "apart" };

const char *
pm_correction_kind_to_string (PmCorrectionKind kind)
{
  g_return_val_if_fail (kind < PM_N_CORRECTION_KINDS, NULL);
  return kinds[kind];
}

gboolean
pm_correction_kind_from_string (const char *string, PmCorrectionKind *kind)
{
  for (guint i = 0; i < PM_N_CORRECTION_KINDS; i++)
    if (g_strcmp0 (string, kinds[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

PmEntityCorrection *
pm_entity_correction_new (PmCorrectionKind kind,
                          PmEntityType type,
                          const char *name,
                          const char *form,
                          PmEntityType to_type,
                          const char *to_name)
{
  PmEntityCorrection *self = g_new0 (PmEntityCorrection, 1);

  *self = (PmEntityCorrection){
    .uuid = g_uuid_string_random (),
    .kind = kind,
    .type = type,
    .name = g_strdup (name),
    .form = g_strdup (form),
    .to_type = to_type,
    .to_name = g_strdup (to_name),
  };
  return self;
}

PmEntityCorrection *
pm_entity_correction_copy (const PmEntityCorrection *self)
{
  PmEntityCorrection *copy = g_memdup2 (self, sizeof *self);

  copy->uuid = g_strdup (self->uuid);
  copy->name = g_strdup (self->name);
  copy->form = g_strdup (self->form);
  copy->to_name = g_strdup (self->to_name);
  return copy;
}

void
pm_entity_correction_free (PmEntityCorrection *self)
{
  g_free (self->uuid);
  g_free (self->name);
  g_free (self->form);
  g_free (self->to_name);
  g_free (self);
}

static gboolean
is_blank (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
pm_entity_correction_is_valid (const PmEntityCorrection *self)
{
  if (self->uuid == NULL || *self->uuid == '\0' || self->name == NULL || is_blank (self->name))
    return FALSE;
  if ((self->form != NULL) != (self->kind == PM_CORRECTION_SPLIT) ||
      (self->to_name == NULL) != (self->kind == PM_CORRECTION_HIDE))
    return FALSE;
  return (self->form == NULL || !is_blank (self->form)) &&
         (self->to_name == NULL || !is_blank (self->to_name));
}
