/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-tags.h"

#include "pm-reader-tag.h"

#define N_HIGHLIGHT_TAGS (2 << PM_N_COLORS)

struct _PmReaderTags
{
  GtkTextTagTable *table;
  int em; /* as last set, with the two below */
  int leading;
  char *ui_family;
  GtkTextTag *looks[PM_N_LOOKS];
  GtkTextTag *highlights[N_HIGHLIGHT_TAGS]; /* by the colours' bits, deep ones in the upper half */
};

/* In the order of PmColor. */
static const struct
{
  const char *light;
  const char *dark;
  const char *tick;
} inks[PM_N_COLORS] = {
  { "#fbf0a6", "#5c4f11", "#e5a50a" }, { "#c8efc4", "#20492a", "#33d17a" },
  { "#cfe3fb", "#1f3f66", "#3584e4" }, { "#ecd5f5", "#4b2a59", "#9141ac" },
  { "#fddcc0", "#633613", "#e66100" },
};

void
pm_color_get_ink (PmColor color, gboolean dark, GdkRGBA *rgba)
{
  gdk_rgba_parse (rgba, dark ? inks[color].dark : inks[color].light);
}

void
pm_color_get_tick (PmColor color, GdkRGBA *rgba)
{
  gdk_rgba_parse (rgba, inks[color].tick);
}

void
pm_reader_get_accent (gboolean dark, GdkRGBA *rgba)
{
  gdk_rgba_parse (rgba, dark ? "#78aeed" : "#1c71d8");
}

int
pm_reader_style_get_indent (const PmReaderStyle *style, int level)
{
  return CLAMP (level, 1, 3) * style->em * 3 / 2;
}

int
pm_reader_style_get_gap (const PmReaderStyle *style)
{
  return style->leading + style->em;
}

static void
blend (GdkRGBA *under, const GdkRGBA *over, gboolean dark)
{
  /* As ink on white paper, or as light on black. */
  if (dark)
    {
      under->red = 1 - (1 - under->red) * (1 - over->red);
      under->green = 1 - (1 - under->green) * (1 - over->green);
      under->blue = 1 - (1 - under->blue) * (1 - over->blue);
    }
  else
    {
      under->red *= over->red;
      under->green *= over->green;
      under->blue *= over->blue;
    }
}

static void
set_highlight_colors (PmReaderTags *self, gboolean dark)
{
  for (guint i = 1; i < N_HIGHLIGHT_TAGS; i++)
    {
      guint times = (i >> PM_N_COLORS) + 1;
      guint n_inks = 0;
      float none = dark ? 0 : 1;
      GdkRGBA rgba = { none, none, none, 1 };

      if (self->highlights[i] == NULL)
        continue;
      for (PmColor color = 0; color < PM_N_COLORS; color++)
        for (guint n = 0; (i & 1 << color) != 0 && n < times; n++)
          {
            GdkRGBA ink;

            pm_color_get_ink (color, dark, &ink);
            blend (&rgba, &ink, dark);
            n_inks++;
          }
      /* Light on light would soon be too bright for the white words on it. */
      if (dark && n_inks > 1)
        rgba = (GdkRGBA){ rgba.red * 0.8, rgba.green * 0.8, rgba.blue * 0.8, 1 };
      g_object_set (self->highlights[i], "background-rgba", &rgba, NULL);
    }
}

static GtkTextTag *
add_tag (GtkTextTagTable *table, const char *name)
{
  g_autoptr (GtkTextTag) tag = pm_reader_tag_new (name);

  gtk_text_tag_table_add (table, tag);
  return tag;
}

/* Those below lie under the highlights, those above over them: the order of adding decides. */
PmReaderTags *
pm_reader_tags_new (void)
{
  PmReaderTags *self = g_new0 (PmReaderTags, 1);

  self->table = gtk_text_tag_table_new ();
  self->looks[PM_LOOK_NUDGE] = add_tag (self->table, NULL);
  for (guint i = 0; i < PM_LOOK_LINK_HOVER; i++)
    self->looks[i] = add_tag (self->table, NULL);
  for (guint i = 1; i < N_HIGHLIGHT_TAGS; i++)
    if ((i & ((1 << PM_N_COLORS) - 1)) != 0)
      self->highlights[i] = add_tag (self->table, NULL);
  for (guint i = PM_LOOK_LINK_HOVER; i < PM_N_LOOKS; i++)
    if (i != PM_LOOK_NUDGE)
      self->looks[i] = add_tag (self->table, NULL);
  return self;
}

void
pm_reader_tags_free (PmReaderTags *self)
{
  g_object_unref (self->table);
  g_free (self->ui_family);
  g_free (self);
}

/* Title, outlet and byline, headings. */
static void
set_heads (PmReaderTags *self, const PmReaderStyle *style)
{
  static const struct
  {
    PmLook look;
    double scale;
    int weight;
    double above; /* in ems */
    double below;
  } heads[] = {
    { PM_LOOK_OUTLET, 0.82, PANGO_WEIGHT_NORMAL, 0, 0.35 },
    { PM_LOOK_TITLE, 1.72, PANGO_WEIGHT_ULTRABOLD, 0, 0.6 },
    { PM_LOOK_BYLINE, 0.82, PANGO_WEIGHT_NORMAL, 0, 1.4 },
    { PM_LOOK_HEADING_2, 1.32, PANGO_WEIGHT_BOLD, 0.7, 0.7 },
    { PM_LOOK_HEADING_3, 1.13, PANGO_WEIGHT_BOLD, 0.5, 0.6 },
    { PM_LOOK_HEADING_4, 1.0, PANGO_WEIGHT_BOLD, 0.3, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_object_set (self->looks[heads[i].look], "family", style->ui_family, "scale", heads[i].scale,
                  "weight", heads[i].weight, "pixels-above-lines",
                  (int) (heads[i].above * style->em), "pixels-below-lines",
                  (int) (heads[i].below * style->em), "pixels-inside-wrap", style->leading / 3,
                  NULL);
}

static void
set_indent (GtkTextTag *tag, const PmReaderStyle *style, int level, gboolean hanging)
{
  int step = pm_reader_style_get_indent (style, 1);
  g_autoptr (PangoTabArray) tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT,
                                                                       step);

  g_object_set (tag, "accumulative-margin", TRUE, "left-margin",
                pm_reader_style_get_indent (style, level) - (hanging ? step : 0), NULL);
  if (hanging)
    g_object_set (tag, "indent", -step, "tabs", tabs, "pixels-below-lines",
                  style->leading + style->em / 4, NULL);
  else
    /* On both sides, so that it also suits what runs from the right. */
    g_object_set (tag, "right-margin", pm_reader_style_get_indent (style, level), NULL);
}

static void
set_blocks (PmReaderTags *self, const PmReaderStyle *style)
{
  for (int level = 1; level <= 3; level++)
    {
      set_indent (self->looks[PM_LOOK_LIST_1 + level - 1], style, level, TRUE);
      g_object_set (self->looks[PM_LOOK_ITEM_1 + level - 1], "accumulative-margin", TRUE,
                    "left-margin", pm_reader_style_get_indent (style, level), "pixels-below-lines",
                    style->leading + style->em / 4, NULL);
    }
  for (int level = 1; level <= 2; level++)
    set_indent (self->looks[PM_LOOK_QUOTE_1 + level - 1], style, level, FALSE);
  g_object_set (self->looks[PM_LOOK_TERM], "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines",
                style->em / 4, "pixels-below-lines", style->em / 4, NULL);
  g_object_set (self->looks[PM_LOOK_DEFINITION], "accumulative-margin", TRUE, "left-margin",
                pm_reader_style_get_indent (style, 1), "right-margin",
                pm_reader_style_get_indent (style, 1), "pixels-below-lines",
                style->leading + style->em / 4, NULL);
  g_object_set (self->looks[PM_LOOK_CODE_BLOCK], "family", "monospace", "scale", 0.85,
                "accumulative-margin", TRUE, "left-margin", style->em, "right-margin", style->em,
                "pixels-above-lines", style->em / 2, "pixels-below-lines",
                pm_reader_style_get_gap (style) + style->em / 2, "pixels-inside-wrap",
                style->leading / 3, "wrap-mode", GTK_WRAP_WORD_CHAR, "insert-hyphens", FALSE, NULL);
  for (PmLook look = PM_LOOK_TABLE_ROW; look <= PM_LOOK_TABLE_HEAD; look++)
    g_object_set (self->looks[look], "family", style->ui_family, "scale", 0.88,
                  "pixels-above-lines", style->em / 4, "pixels-below-lines", style->em / 4,
                  "pixels-inside-wrap", style->leading / 3, NULL);
  g_object_set (self->looks[PM_LOOK_TABLE_HEAD], "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (self->looks[PM_LOOK_UNDER_HEADING], "pixels-above-lines", 0, NULL);
  g_object_set (self->looks[PM_LOOK_WIDE_ROW], "pixels-above-lines", style->em / 2,
                "pixels-below-lines", style->em / 2, NULL);
  g_object_set (self->looks[PM_LOOK_CAPTION], "family", style->ui_family, "scale", 0.82,
                "pixels-inside-wrap", style->leading / 3, NULL);
  g_object_set (self->looks[PM_LOOK_IMAGE], "pixels-below-lines", style->em / 2, NULL);
  g_object_set (self->looks[PM_LOOK_GROUP_END], "pixels-below-lines",
                pm_reader_style_get_gap (style), NULL);
}

static void
set_inlines (PmReaderTags *self, const PmReaderStyle *style)
{
  g_object_set (self->looks[PM_LOOK_STRONG], "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (self->looks[PM_LOOK_EMPHASIS], "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (self->looks[PM_LOOK_CODE], "family", "monospace", "scale", 0.88, NULL);
  g_object_set (self->looks[PM_LOOK_SUPERSCRIPT], "rise", style->em * 2 / 5 * PANGO_SCALE, "scale",
                0.7, NULL);
  g_object_set (self->looks[PM_LOOK_SUBSCRIPT], "rise", -style->em / 6 * PANGO_SCALE, "scale", 0.7,
                NULL);
  g_object_set (self->looks[PM_LOOK_NUDGE], "scale", 1.0, NULL);
  g_object_set (self->looks[PM_LOOK_LINK_HOVER], "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static void
set_colors (PmReaderTags *self, const PmReaderStyle *style)
{
  static const PmLook dim_looks[] = { PM_LOOK_OUTLET, PM_LOOK_BYLINE, PM_LOOK_CAPTION,
                                      PM_LOOK_LABEL };
  float ink = style->dark ? 1 : 0;
  GdkRGBA dim = { ink, ink, ink, style->contrast ? 0.9 : 0.6 };
  GdkRGBA faint = { ink, ink, ink, 0.08 };
  GdkRGBA match = { 1, 0.75, 0.1, style->dark ? 0.35 : 0.45 };
  GdkRGBA current = { 1, 0.5, 0, style->dark ? 0.75 : 0.8 };
  GdkRGBA accent;

  pm_reader_get_accent (style->dark, &accent);
  for (guint i = 0; i < G_N_ELEMENTS (dim_looks); i++)
    g_object_set (self->looks[dim_looks[i]], "foreground-rgba", &dim, NULL);
  g_object_set (self->looks[PM_LOOK_LINK], "foreground-rgba", &accent, NULL);
  g_object_set (self->looks[PM_LOOK_CODE], "background-rgba", &faint, NULL);
  g_object_set (self->looks[PM_LOOK_MATCH], "background-rgba", &match, NULL);
  g_object_set (self->looks[PM_LOOK_MATCH_CURRENT], "background-rgba", &current, NULL);
  set_highlight_colors (self, style->dark);
}

void
pm_reader_tags_set_style (PmReaderTags *self, const PmReaderStyle *style)
{
  gboolean same_sizes = style->em == self->em && style->leading == self->leading &&
                        g_strcmp0 (style->ui_family, self->ui_family) == 0;

  set_colors (self, style);
  /* Others than colours make the view measure everything again. */
  if (same_sizes)
    return;
  self->em = style->em;
  self->leading = style->leading;
  g_free (self->ui_family);
  self->ui_family = g_strdup (style->ui_family);
  set_heads (self, style);
  set_blocks (self, style);
  set_inlines (self, style);
}

GtkTextTagTable *
pm_reader_tags_get_table (PmReaderTags *self)
{
  return self->table;
}

GtkTextTag *
pm_reader_tags_get (PmReaderTags *self, PmLook look)
{
  g_return_val_if_fail (look < PM_N_LOOKS, NULL);
  return self->looks[look];
}

GtkTextTag *
pm_reader_tags_get_highlight (PmReaderTags *self, guint colors, gboolean deep)
{
  g_return_val_if_fail (colors > 0 && colors < 1 << PM_N_COLORS, NULL);
  return self->highlights[colors | (deep ? 1 << PM_N_COLORS : 0)];
}

GtkTextTag *
pm_reader_tags_add_tabs (PmReaderTags *self)
{
  GtkTextTag *tag = add_tag (self->table, NULL);

  gtk_text_tag_set_priority (tag, PM_LOOK_LINK_HOVER + 1);
  return g_object_ref (tag);
}
