/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-highlight.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (PmHighlight, pm_highlight, pm_highlight_copy, pm_highlight_free)

static const struct
{
  const char *name;
  const char *title;
} colors[PM_N_COLORS] = {
  [PM_COLOR_YELLOW] = { "yellow", N_ ("Yellow") }, [PM_COLOR_GREEN] = { "green", N_ ("Green") },
  [PM_COLOR_BLUE] = { "blue", N_ ("Blue") },       [PM_COLOR_PURPLE] = { "purple", N_ ("Purple") },
  [PM_COLOR_ORANGE] = { "orange", N_ ("Orange") },
};

const char *
pm_color_to_string (PmColor color)
{
  g_return_val_if_fail (color < PM_N_COLORS, NULL);
  return colors[color].name;
}

gboolean
pm_color_from_string (const char *string, PmColor *color)
{
  for (guint i = 0; i < PM_N_COLORS; i++)
    if (g_strcmp0 (string, colors[i].name) == 0)
      {
        *color = i;
        return TRUE;
      }
  return FALSE;
}

const char *
pm_color_get_title (PmColor color)
{
  g_return_val_if_fail (color < PM_N_COLORS, NULL);
  return _ (colors[color].title);
}

PmHighlight *
pm_highlight_new (gint64 article, const char *text, gsize length, PmSpan span)
{
  PmHighlight *self = g_new0 (PmHighlight, 1);

  self->uuid = g_uuid_string_random ();
  self->article = article;
  self->anchor = pm_anchor_new (text, length, span);
  self->span = span;
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->created = g_get_real_time ();
  self->modified = self->created;
  return self;
}

PmHighlight *
pm_highlight_copy (const PmHighlight *self)
{
  PmHighlight *copy = g_memdup2 (self, sizeof (PmHighlight));

  copy->uuid = g_strdup (self->uuid);
  copy->anchor = pm_anchor_copy (self->anchor);
  copy->note = g_strdup (self->note);
  copy->tags = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->tags->len; i++)
    g_ptr_array_add (copy->tags, g_strdup (self->tags->pdata[i]));
  return copy;
}

void
pm_highlight_free (PmHighlight *self)
{
  g_free (self->uuid);
  pm_anchor_free (self->anchor);
  g_ptr_array_unref (self->tags);
  g_free (self->note);
  g_free (self);
}

void
pm_highlight_set_note (PmHighlight *self, const char *note)
{
  char *copy = note != NULL && *note != '\0' ? g_strdup (note) : NULL;

  g_free (self->note);
  self->note = copy;
}

static gboolean
find_tag (const PmHighlight *self, const char *tag, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, index);
}

gboolean
pm_highlight_has_tag (const PmHighlight *self, const char *tag)
{
  return find_tag (self, tag, NULL);
}

void
pm_highlight_add_tag (PmHighlight *self, const char *tag)
{
  if (!find_tag (self, tag, NULL))
    g_ptr_array_add (self->tags, g_strdup (tag));
}

void
pm_highlight_remove_tag (PmHighlight *self, const char *tag)
{
  guint index;

  if (find_tag (self, tag, &index))
    g_ptr_array_remove_index (self->tags, index);
}
