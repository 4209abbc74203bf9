/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pdf-lines-private.h"

#include <string.h>

#include "pm-address-private.h"

/* Different sizes in one line that are told apart. */
#define MAX_SIZES 8
/* More on one page lead nowhere that matters. */
#define MAX_LINKS 200
/* In heights of a letter: between words. */
#define GAP 0.3
#define RIGHT_TO_LEFT 0x202b
/* Between columns. */
#define WIDE_GAP 2

/* What a font says beside the letters. */
static const PmMarkKind style_kinds[] = { PM_MARK_STRONG, PM_MARK_EMPHASIS };
#define N_STYLES G_N_ELEMENTS (style_kinds)

/* The letters of a page on their way into lines. */
typedef struct
{
  GPtrArray *lines;
  PmPdfLine *line; /* (nullable) */
  guint number;
  double height; /* of the page */
  const char *base;
  GList *links;             /* (element-type PopplerLinkMapping) */
  PopplerLinkMapping *link; /* (nullable): the one that the last letter was in */
  gsize link_start;
  const PopplerTextAttributes *font; /* (nullable): of the last letter */
  gboolean has_style[N_STYLES];      /* that font */
  gboolean styled[N_STYLES];         /* the last letter of the line */
  gsize style_start[N_STYLES];
  double sizes[MAX_SIZES];
  guint counts[MAX_SIZES];
  guint letters;
  guint bold_letters;
  double last_x2; /* where the last letter ended */
} PageReader;

void
_pm_pdf_line_free (PmPdfLine *self)
{
  _pm_block_free (self->block);
  g_free (self);
}

static void
begin_line (PageReader *self)
{
  self->line = g_new0 (PmPdfLine, 1);
  self->line->block = _pm_block_new (PM_MARK_PARAGRAPH);
  self->line->page = self->number;
  self->line->x1 = self->line->y1 = G_MAXDOUBLE;
  self->link = NULL;
  self->letters = self->bold_letters = 0;
  memset (self->styled, 0, sizeof self->styled);
  memset (self->counts, 0, sizeof self->counts);
}

static void
end_link (PageReader *self)
{
  PopplerAction *action = self->link != NULL ? self->link->action : NULL;
  PmBlock *block = self->line->block;
  g_autofree char *url = NULL;
  PmInline link = { PM_MARK_LINK, { self->link_start, block->text->len }, NULL, 0 };

  self->link = NULL;
  if (action == NULL)
    return;
  url = link.url = _pm_address_resolve (self->base, action->uri.uri);
  if (url != NULL)
    _pm_block_add_inline (block, &link);
}

static void
set_style (PageReader *self, guint style, gboolean on)
{
  PmBlock *block = self->line->block;
  const PmInline mark = {
    style_kinds[style], { self->style_start[style], block->text->len }, NULL, 0
  };

  if (on == self->styled[style])
    return;
  if (!on)
    _pm_block_add_inline (block, &mark);
  self->styled[style] = on;
  self->style_start[style] = block->text->len;
}

static void
choose_size (PageReader *self)
{
  guint best = 0;

  for (guint i = 1; i < MAX_SIZES; i++)
    if (self->counts[i] > self->counts[best])
      best = i;
  self->line->size = self->sizes[best];
}

/* Text that runs up the page's edge is no part of the article. */
static gboolean
is_upright (const PmPdfLine *line, guint letters)
{
  return letters < 3 || line->y2 - line->y1 < 2 * line->size + 1 ||
         line->x2 - line->x1 > line->y2 - line->y1;
}

static void
end_line (PageReader *self)
{
  g_autoptr (PmPdfLine) line = NULL;

  if (self->line == NULL)
    return;
  end_link (self);
  for (guint i = 0; i < N_STYLES; i++)
    set_style (self, i, FALSE);
  choose_size (self);
  line = g_steal_pointer (&self->line);
  line->bold = self->letters > 0 && self->bold_letters >= self->letters * 9 / 10;
  _pm_block_trim (line->block);
  if (_pm_block_is_text (line->block) && is_upright (line, self->letters))
    g_ptr_array_add (self->lines, g_steal_pointer (&line));
}

static void
count_size (PageReader *self, double size)
{
  guint i = 0;

  while (i < MAX_SIZES - 1 && self->counts[i] > 0 && ABS (self->sizes[i] - size) > 0.2)
    i++;
  self->sizes[i] = size;
  self->counts[i]++;
}

/* @style: (nullable). Whether its font's name has one of @words, a %NULL-terminated list. */
static gboolean
has_font (const PopplerTextAttributes *style, const char *const *words)
{
  g_autofree char *lower = NULL;

  if (style == NULL || style->font_name == NULL)
    return FALSE;
  lower = g_ascii_strdown (style->font_name, -1);
  for (; *words != NULL; words++)
    if (strstr (lower, *words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_bold (const PopplerTextAttributes *style)
{
  static const char *const words[] = { "bold", "black", "heavy", "cmbx", NULL };

  return has_font (style, words);
}

static gboolean
is_slanted (const PopplerTextAttributes *style)
{
  static const char *const words[] = { "italic", "oblique", "slanted", "kursiv", "cmti", NULL };

  return has_font (style, words);
}

/* Letters of one font come together. */
static void
follow_font (PageReader *self, const PopplerTextAttributes *font)
{
  if (font != self->font)
    {
      self->font = font;
      self->has_style[0] = is_bold (font);
      self->has_style[1] = is_slanted (font);
    }
  for (guint i = 0; i < N_STYLES; i++)
    set_style (self, i, self->has_style[i]);
}

/* The addresses of links are counted from the page's lower left corner, letters from the upper. */
static PopplerLinkMapping *
find_link (PageReader *self, const PopplerRectangle *place)
{
  double x = (place->x1 + place->x2) / 2;
  double y = self->height - (place->y1 + place->y2) / 2;

  for (GList *item = self->links; item != NULL; item = item->next)
    {
      PopplerLinkMapping *link = item->data;

      if (x >= link->area.x1 && x <= link->area.x2 && y >= link->area.y1 && y <= link->area.y2)
        return link;
    }
  return NULL;
}

/* A space belongs to the link around it, and to none between two. */
static void
follow_link (PageReader *self, const PopplerRectangle *place)
{
  PopplerLinkMapping *link = find_link (self, place);

  if (link == self->link)
    return;
  end_link (self);
  self->link = link;
  self->link_start = self->line->block->text->len;
}

/* Fonts have letters for "ff", "fi", … that no word is written with. */
static void
append_character (GString *text, gunichar c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  if (c >= 0xfb00 && c <= 0xfb06)
    g_string_append (text, ligatures[c - 0xfb00]);
  else if (g_unichar_isspace (c) || c == 0xa0)
    {
      if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  else if (!g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_PRIVATE_USE && c != 0xfeff &&
           c != 0x200b)
    g_string_append_unichar (text, c);
}

/* Poppler takes for one line what stands on one height, and now and then more. */
static gboolean
is_elsewhere (PageReader *self, const PopplerRectangle *place)
{
  double height = place->y2 - place->y1;
  double middle = (place->y1 + place->y2) / 2;

  return self->letters > 0 &&
         (place->x1 - self->last_x2 > WIDE_GAP * height || middle < self->line->y1 - height / 2 ||
          middle > self->line->y2 + height / 2);
}

static void
add_character (PageReader *self,
               gunichar c,
               const PopplerRectangle *place,
               const PopplerTextAttributes *style)
{
  PmPdfLine *line;

  if (self->line != NULL && !g_unichar_isspace (c) && is_elsewhere (self, place))
    end_line (self);
  if (self->line == NULL)
    begin_line (self);
  line = self->line;
  if (!g_unichar_isspace (c))
    {
      /* Some programs move on instead of writing a space. */
      if (self->letters > 0 && place->x1 - self->last_x2 > GAP * (place->y2 - place->y1))
        append_character (line->block->text, ' ');
      self->last_x2 = place->x2;
      line->x1 = MIN (line->x1, place->x1);
      line->y1 = MIN (line->y1, place->y1);
      line->x2 = MAX (line->x2, place->x2);
      line->y2 = MAX (line->y2, place->y2);
      count_size (self, style != NULL ? style->font_size : place->y2 - place->y1);
      self->letters++;
      follow_link (self, place);
      follow_font (self, style);
      self->bold_letters += self->styled[0];
    }
  append_character (line->block->text, c);
}

static GList *
list_links (PopplerPage *page)
{
  GList *links = poppler_page_get_link_mapping (page);
  GList *kept = NULL;
  guint n_links = 0;

  for (GList *item = links; item != NULL; item = item->next)
    {
      PopplerLinkMapping *link = item->data;

      if (link->action->type == POPPLER_ACTION_URI && link->action->uri.uri != NULL &&
          n_links++ < MAX_LINKS)
        kept = g_list_prepend (kept, poppler_link_mapping_copy (link));
    }
  poppler_page_free_link_mapping (links);
  return kept;
}

/* Poppler puts them around every word of a script that runs to the left, has no place for them, and
 * now and then forgets the space between two words. Returns: whether @c is such a mark. */
static gboolean
skip_direction_mark (PageReader *self, gunichar c)
{
  if (c < 0x202a || c > 0x202e)
    return FALSE;
  if (c == RIGHT_TO_LEFT && self->line != NULL)
    append_character (self->line->block->text, ' ');
  return TRUE;
}

/* All of the page. Of one whose script runs to the left, poppler begins at the other corner, and
 * leaves out what is before it. */
static PopplerRectangle
find_area (PopplerPage *page, double width, double height)
{
  PopplerRectangle area = { 0, 0, width, height };
  PopplerRectangle other = { width, 0, 0, height };
  g_autofree char *text = poppler_page_get_text_for_area (page, &area);
  g_autofree PopplerRectangle *places = NULL;
  g_autofree PopplerRectangle *other_places = NULL;
  guint n_places = 0, n_others = 0;

  if (text == NULL || strstr (text, "\u202b") == NULL)
    return area;
  poppler_page_get_text_layout_for_area (page, &area, &places, &n_places);
  poppler_page_get_text_layout_for_area (page, &other, &other_places, &n_others);
  return n_others > n_places ? other : area;
}

static void
read_characters (PageReader *self,
                 const char *text,
                 const PopplerRectangle *places,
                 guint n_places,
                 GList *styles)
{
  GList *style = styles;
  guint i = 0;

  for (const char *at = text; *at != '\0' && i < n_places; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (skip_direction_mark (self, c))
        continue;
      while (style != NULL && ((PopplerTextAttributes *) style->data)->end_index < (int) i)
        style = style->next;
      if (c == '\n')
        end_line (self);
      else
        add_character (self, c, &places[i], style != NULL ? style->data : NULL);
      i++;
    }
  end_line (self);
}

void
_pm_pdf_lines_read (GPtrArray *lines, PopplerPage *page, guint number, const char *base)
{
  PageReader self = { .lines = lines, .number = number, .base = base };
  g_autofree PopplerRectangle *places = NULL;
  g_autofree char *text = NULL;
  PopplerRectangle area;
  double width;
  guint n_places = 0;
  GList *styles;

  poppler_page_get_size (page, &width, &self.height);
  area = find_area (page, width, self.height);
  text = poppler_page_get_text_for_area (page, &area);
  poppler_page_get_text_layout_for_area (page, &area, &places, &n_places);
  styles = poppler_page_get_text_attributes_for_area (page, &area);
  self.links = list_links (page);
  if (text != NULL)
    read_characters (&self, text, places, n_places, styles);
  poppler_page_free_text_attributes (styles);
  g_list_free_full (self.links, (GDestroyNotify) poppler_link_mapping_free);
}

static gboolean
runs_to_the_left (const char *text)
{
  int letters = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      GUnicodeScript script = g_unichar_get_script (c);

      if (g_unichar_isalpha (c))
        letters += script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_ARABIC ||
                           script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA
                       ? 1
                       : -1;
    }
  return letters > 0;
}

void
_pm_pdf_lines_mirror (GPtrArray *lines)
{
  guint count = 0;

  for (guint i = 0; i < lines->len; i++)
    count += runs_to_the_left (((PmPdfLine *) lines->pdata[i])->block->text->str);
  if (count <= lines->len / 2)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      PmPdfLine *line = lines->pdata[i];
      double x1 = line->x1;

      line->x1 = -line->x2;
      line->x2 = -x1;
    }
}
