/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pdf-text-private.h"

#include <string.h>
#include <wchar.h>

#include "pm-pdf-joints-private.h"

/* Sizes this close are one. */
#define SAME_SIZE 1.07
/* Text larger than the body's by this is a heading. */
#define HEADING_SIZE 1.12
#define MAX_HEADING 250
#define MAX_BOLD_HEADING 120
/* In lines, or in widths of a letter's height. */
#define PARAGRAPH_GAP 1.4
#define INDENT 0.7
#define SAME_EDGE 0.35
#define COLUMN_GAP 1.6
/* A line that leaves so much of its column empty ends something. */
#define EMPTY 0.4
/* Lines before and behind that show how wide their column is. */
#define WINDOW 3
/* Blocks back to look for the sentence that goes on, past notes and captions. */
#define MAX_LOOK_BACK 30
#define MAX_STRAY 100
#define MAX_LEVELS 4

/* A paragraph while it grows. */
typedef struct
{
  PmBlock *block;
  const PmPdfLine *first, *last;
  gboolean is_stray;
} Paragraph;

typedef struct
{
  GPtrArray *lines;
  GArray *paragraphs; /* (element-type Paragraph) */
  guint current;      /* the one that the last line went to */
  GHashTable *words;  /* (element-type utf8) */
  double body;        /* the size of most of the text */
  double pitch;       /* from line to line of the body, in its size */
} Reader;

static const PmPdfLine *
get_line (Reader *self, guint i)
{
  return self->lines->pdata[i];
}

static gboolean
is_same_size (double a, double b)
{
  return a < b * SAME_SIZE && b < a * SAME_SIZE;
}

/* Whether @line stands below @before, as in one column. */
static gboolean
is_below (const PmPdfLine *line, const PmPdfLine *before)
{
  return line->page == before->page && line->y2 > before->y2 && line->x1 < before->x2 &&
         line->x2 > before->x1;
}

/* The cells of a row, a number and its heading: words that only a wide gap parts. */
static gboolean
is_beside (const PmPdfLine *line, const PmPdfLine *before)
{
  return line->page == before->page && line->x1 >= before->x2 &&
         ABS (line->y2 - before->y2) < SAME_EDGE * before->size;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The middle one, or @otherwise when there are few. */
static double
find_median (GArray *values, double otherwise)
{
  if (values->len < 3)
    return otherwise;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static void
measure (Reader *self)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->lines->len; i++)
    for (gsize n = 0; n < get_line (self, i)->block->text->len; n += 8)
      g_array_append_val (sizes, get_line (self, i)->size);
  self->body = find_median (sizes, get_line (self, 0)->size);
  for (guint i = 1; i < self->lines->len; i++)
    {
      const PmPdfLine *line = get_line (self, i), *before = get_line (self, i - 1);
      double pitch = (line->y2 - before->y2) / MAX (self->body, 1);

      if (is_below (line, before) && is_same_size (line->size, self->body) &&
          is_same_size (before->size, self->body))
        g_array_append_val (pitches, pitch);
    }
  self->pitch = find_median (pitches, 1.2);
}

/* A column ends where the next line stands higher, or beside, or far below. */
static void
number_runs (Reader *self)
{
  for (guint i = 1; i < self->lines->len; i++)
    {
      PmPdfLine *line = self->lines->pdata[i];
      const PmPdfLine *before = get_line (self, i - 1);
      double step = line->y2 - before->y2;

      line->run = before->run + (!is_below (line, before) ||
                                 step > COLUMN_GAP * self->pitch * MAX (line->size, before->size));
    }
}

static gboolean
is_large (Reader *self, const PmPdfLine *line)
{
  return line->size > self->body * HEADING_SIZE;
}

/* The edges of the column around line @i, as far as its neighbours of the same size show them: on
 * each side of it there may be the last of a wider column. */
static void
find_edges (Reader *self, guint i, double *left, double *right)
{
  const PmPdfLine *line = get_line (self, i);
  double x1[2] = { line->x1, line->x1 }, x2[2] = { line->x2, line->x2 };

  for (int step = -1; step < 2; step += 2)
    for (int n = 1; n <= WINDOW; n++)
      {
        gint64 at = (gint64) i + step * n;
        const PmPdfLine *other;

        if (at < 0 || at >= self->lines->len)
          break;
        other = get_line (self, at);
        if (other->run != line->run || !is_same_size (other->size, line->size))
          break;
        x1[step > 0] = MIN (x1[step > 0], other->x1);
        x2[step > 0] = MAX (x2[step > 0], other->x2);
      }
  *left = MAX (x1[0], x1[1]);
  *right = MIN (x2[0], x2[1]);
  /* The last lines of a column have their neighbours above. */
  if (*right <= line->x2)
    *right = MAX (x2[0], x2[1]);
}

/* The length of a bullet and the space behind it at the start of @text, or 0. A dash is one only
 * before a space. */
static gsize
measure_bullet (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;

  if (*next == ' ' && c < 0x3000 && wcschr (L"–—*-·", c) != NULL)
    return next + 1 - text;
  if (next > text && wcschr (L"•‣◦▪●○■□⁃∙➢✓", c) != NULL)
    return next + (*next == ' ') - text;
  return 0;
}

/* "1.", "(a)", "iv)" */
static gboolean
is_numbered (const char *text)
{
  const char *at = text + (*text == '(');
  gsize digits = strspn (at, "0123456789");

  if (digits == 0 && g_ascii_isalpha (*at))
    digits = 1;
  return digits > 0 && digits < 4 && (at[digits] == '.' || at[digits] == ')') &&
         at[digits + 1] == ' ';
}

static gboolean
starts_item (const PmPdfLine *line)
{
  return measure_bullet (line->block->text->str) > 0 || is_numbered (line->block->text->str);
}

/* What line @i leaves empty, and whether the first word of the next would have fitted there. */
static gboolean
is_short (Reader *self, guint i, const PmPdfLine *next)
{
  const PmPdfLine *line = get_line (self, i);
  const GString *text = next->block->text;
  double left, right, word;

  find_edges (self, i, &left, &right);
  word = (next->x2 - next->x1) * strcspn (text->str, " ") / MAX (text->len, 1);
  return right - line->x2 > word + line->size / 2 &&
         (_pm_pdf_ends_sentence (line->block->text->str) ||
          right - line->x2 > EMPTY * (right - left));
}

static gboolean
is_indented (Reader *self, guint i)
{
  double left, right;

  find_edges (self, i, &left, &right);
  return get_line (self, i)->x1 > left + INDENT * get_line (self, i)->size;
}

/* Whether line @i goes on with the paragraph of the line before, in the same column. */
static gboolean
goes_on_below (Reader *self, const Paragraph *paragraph, guint i)
{
  const PmPdfLine *line = get_line (self, i), *before = paragraph->last;
  double step = (line->x1 - before->x1) / MAX (line->size, 1);
  gboolean is_second = before == paragraph->first;

  if (!is_same_size (line->size, before->size) || line->bold != before->bold ||
      line->y2 - before->y2 > PARAGRAPH_GAP * self->pitch * line->size)
    return FALSE;
  if (is_large (self, line))
    return TRUE;
  if (starts_item (line) || is_short (self, i - 1, line))
    return FALSE;
  /* Only the second line of a paragraph stands elsewhere than the one before. */
  if (!is_second)
    return step < SAME_EDGE && step > -INDENT;
  return starts_item (before) ? step > -SAME_EDGE : step < INDENT;
}

/* Whether line @i, the first of its column, goes on with @paragraph. Below it in the same column,
 * something stands between the two. */
static gboolean
goes_on_elsewhere (Reader *self, const Paragraph *paragraph, guint i)
{
  const PmPdfLine *line = get_line (self, i), *before = paragraph->last;
  gboolean below = line->page == before->page && line->y1 > before->y2;

  if (!is_same_size (line->size, before->size) || line->bold != before->bold ||
      is_large (self, line) || starts_item (line) ||
      _pm_pdf_ends_sentence (paragraph->block->text->str))
    return FALSE;
  return g_unichar_islower (g_utf8_get_char (line->block->text->str)) ||
         (!below && !is_indented (self, i));
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* Whether line @i stands alone at the edge of a column and says nothing whole: the title of a page
 * that is on no other, or its number. */
static gboolean
is_stray (Reader *self, guint i)
{
  const PmPdfLine *line = get_line (self, i);
  const char *text = line->block->text->str;

  return (i == 0 || get_line (self, i - 1)->run != line->run) &&
         (i + 1 == self->lines->len || get_line (self, i + 1)->run != line->run) &&
         !(line->bold && has_letter (text)) && !is_large (self, line) &&
         strlen (text) < MAX_STRAY && !_pm_pdf_ends_sentence (text);
}

/* Notes, captions and strays may stand between the two halves of a paragraph. */
static gboolean
may_stand_between (Reader *self, const Paragraph *paragraph, const PmPdfLine *line)
{
  return paragraph->last->size <= line->size / SAME_SIZE || paragraph->is_stray;
}

/* The paragraph that line @i goes on with. Returns: (nullable) */
static Paragraph *
find_paragraph (Reader *self, guint i)
{
  const PmPdfLine *line = get_line (self, i);
  guint n = self->paragraphs->len;
  Paragraph *last;

  if (n == 0)
    return NULL;
  last = &g_array_index (self->paragraphs, Paragraph, self->current);
  if (is_beside (line, last->last))
    return last;
  if (line->run == last->last->run)
    return goes_on_below (self, last, i) ? last : NULL;
  for (guint back = 1; back <= MIN (n, MAX_LOOK_BACK) && !is_stray (self, i); back++)
    {
      Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, n - back);

      if (paragraph->last->page + 1 < line->page)
        return NULL;
      if (!paragraph->is_stray && goes_on_elsewhere (self, paragraph, i))
        return paragraph;
      if (!may_stand_between (self, paragraph, line))
        return NULL;
    }
  return NULL;
}

static void
read_lines (Reader *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PmPdfLine *line = get_line (self, i);
      Paragraph *paragraph = find_paragraph (self, i);

      if (paragraph == NULL)
        {
          Paragraph new = { _pm_block_new (PM_MARK_PARAGRAPH), line, line, is_stray (self, i) };

          g_array_append_val (self->paragraphs, new);
          paragraph = &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
        }
      _pm_pdf_join (paragraph->block, line->block, self->words);
      paragraph->last = line;
      self->current = paragraph - (Paragraph *) self->paragraphs->data;
    }
}

static gboolean
is_heading (Reader *self, const Paragraph *paragraph)
{
  const char *text = paragraph->block->text->str;
  glong length = g_utf8_strlen (text, -1);

  if (is_large (self, paragraph->first))
    return length <= MAX_HEADING;
  return paragraph->first->bold && length <= MAX_BOLD_HEADING &&
         paragraph->first->size > self->body / SAME_SIZE && !_pm_pdf_ends_sentence (text) &&
         measure_bullet (text) == 0;
}

/* The larger, the higher; what is only bold is lowest. */
static int
rank_heading (Reader *self, GArray *sizes, const Paragraph *paragraph)
{
  guint level = 0;

  while (level < sizes->len &&
         !is_same_size (g_array_index (sizes, double, level), paragraph->first->size))
    level++;
  return MIN (level, MAX_LEVELS) + 2;
}

/* The sizes of headings, the largest first. */
static GArray *
list_heading_sizes (Reader *self)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      double size = paragraph->first->size;
      guint at = 0;

      if (!is_large (self, paragraph->first) || !is_heading (self, paragraph))
        continue;
      while (at < sizes->len && g_array_index (sizes, double, at) >= size * SAME_SIZE)
        at++;
      if ((at == sizes->len || !is_same_size (g_array_index (sizes, double, at), size)) &&
          sizes->len < MAX_LEVELS * 4)
        g_array_insert_val (sizes, at, size);
    }
  return sizes;
}

static void
make_item (PmBlock *block, gsize bullet)
{
  block->kind = PM_MARK_LIST_ITEM;
  block->level = 1;
  block->group = 1;
  for (gsize i = 0; i < bullet; i++)
    block->text->str[i] = ' ';
  _pm_block_trim (block);
}

/* Returns: (transfer full) (nullable): the largest heading of the first page. */
static char *
dup_largest (Reader *self)
{
  const Paragraph *largest = NULL;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      if (paragraph->first->page != get_line (self, 0)->page)
        break;
      if (is_large (self, paragraph->first) && is_heading (self, paragraph) &&
          (largest == NULL || paragraph->first->size > largest->first->size * SAME_SIZE))
        largest = paragraph;
    }
  return largest != NULL ? g_strdup (largest->block->text->str) : NULL;
}

/* Alone at the edge of a page, the page's. */
static gboolean
is_number (const char *text)
{
  return strlen (text) <= 4 && strspn (text, "0123456789") == strlen (text);
}

static void
drop_marks (PmBlock *block, PmMarkKind kind)
{
  for (guint i = block->inlines->len; i > 0; i--)
    if (g_array_index (block->inlines, PmInline, i - 1).kind == kind)
      g_array_remove_index (block->inlines, i - 1);
}

/* A font that most of the text is in says nothing. */
static void
drop_body_style (GPtrArray *blocks, PmMarkKind kind)
{
  gsize length = 0, marked = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = blocks->pdata[i];

      length += block->text->len;
      for (guint n = 0; n < block->inlines->len; n++)
        if (g_array_index (block->inlines, PmInline, n).kind == kind)
          marked += pm_span_length (g_array_index (block->inlines, PmInline, n).span);
    }
  for (guint i = 0; i < blocks->len && marked > length / 2; i++)
    drop_marks (blocks->pdata[i], kind);
}

static GPtrArray *
take_blocks (Reader *self)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  g_autoptr (GArray) sizes = list_heading_sizes (self);

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      PmBlock *block = paragraph->block;
      gsize bullet = measure_bullet (block->text->str);

      if (paragraph->is_stray && is_number (block->text->str))
        {
          _pm_block_free (block);
          continue;
        }
      if (is_heading (self, paragraph))
        {
          block->kind = PM_MARK_HEADING;
          block->level = rank_heading (self, sizes, paragraph);
          drop_marks (block, PM_MARK_STRONG);
        }
      else if (bullet > 0)
        make_item (block, bullet);
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

GPtrArray *
_pm_pdf_text_build (GPtrArray *lines, char **title)
{
  Reader self = { .lines = lines };
  GPtrArray *blocks;

  *title = NULL;
  if (lines->len == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  self.paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  self.words = _pm_pdf_list_words (lines);
  measure (&self);
  number_runs (&self);
  read_lines (&self);
  *title = dup_largest (&self);
  blocks = take_blocks (&self);
  drop_body_style (blocks, PM_MARK_STRONG);
  drop_body_style (blocks, PM_MARK_EMPHASIS);
  g_array_unref (self.paragraphs);
  g_hash_table_unref (self.words);
  return blocks;
}
