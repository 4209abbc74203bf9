/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-buffer.h"

#include "pm-reader-table.h"

struct _PmReaderBuffer
{
  GtkTextBuffer parent_instance;

  PmDocument *document;
  PmReaderTags *tags;
  PmReaderText *text;
  GPtrArray *anchors; /* (element-type GtkTextChildAnchor): of the images */
  GPtrArray *tabs;    /* (element-type GtkTextTag): of the tables */
  GHashTable *drawn;  /* (element-type GtkTextTag): highlights' tags in use */
};

G_DEFINE_FINAL_TYPE (PmReaderBuffer, pm_reader_buffer, GTK_TYPE_TEXT_BUFFER)

/* Line by line, for no tag may cover a line feed. */
static void
apply_tag (PmReaderBuffer *self, GtkTextTag *tag, guint from, guint to)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, to);
  while (gtk_text_iter_compare (&start, &last) < 0)
    {
      GtkTextIter end = start;

      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      if (gtk_text_iter_compare (&end, &last) > 0)
        end = last;
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      if (!gtk_text_iter_forward_line (&start))
        break;
    }
}

static void
fill (PmReaderBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  gtk_text_buffer_set_text (buffer, self->text->text->str, self->text->text->len);
  for (guint i = 0; i < self->text->images->len; i++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                          g_array_index (self->text->images, guint, i));
      g_ptr_array_add (self->anchors,
                       g_object_ref (gtk_text_buffer_create_child_anchor (buffer, &iter)));
    }
  for (guint i = 0; i < self->text->runs->len; i++)
    {
      const PmReaderRun *run = &g_array_index (self->text->runs, PmReaderRun, i);

      apply_tag (self, pm_reader_tags_get (self->tags, run->look), run->start, run->end);
    }
  for (guint i = 0; i < self->text->tables->len; i++)
    {
      const PmReaderTable *table = self->text->tables->pdata[i];
      GtkTextTag *tag = pm_reader_tags_add_tabs (self->tags);

      g_ptr_array_add (self->tabs, tag);
      apply_tag (self, tag, table->start, table->end);
    }
}

static void
pm_reader_buffer_finalize (GObject *object)
{
  PmReaderBuffer *self = PM_READER_BUFFER (object);

  g_hash_table_unref (self->drawn);
  g_ptr_array_unref (self->anchors);
  g_ptr_array_unref (self->tabs);
  g_clear_pointer (&self->text, pm_reader_text_free);
  g_clear_pointer (&self->tags, pm_reader_tags_free);
  g_clear_pointer (&self->document, pm_document_unref);
  G_OBJECT_CLASS (pm_reader_buffer_parent_class)->finalize (object);
}

static void
pm_reader_buffer_class_init (PmReaderBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_reader_buffer_finalize;
}

static void
pm_reader_buffer_init (PmReaderBuffer *self)
{
  self->anchors = g_ptr_array_new_with_free_func (g_object_unref);
  self->tabs = g_ptr_array_new_with_free_func (g_object_unref);
  self->drawn = g_hash_table_new (NULL, NULL);
}

PmReaderBuffer *
pm_reader_buffer_new (PmDocument *document, const PmArticle *article, const PmReaderStyle *style)
{
  g_autoptr (PmReaderTags) tags = pm_reader_tags_new ();
  PmReaderBuffer *self;

  /* Before any text wears them, as a change to a tag in use makes the view lay out again. */
  pm_reader_tags_set_style (tags, style);
  self = g_object_new (PM_TYPE_READER_BUFFER, "tag-table", pm_reader_tags_get_table (tags),
                       "enable-undo", FALSE, NULL);
  self->tags = g_steal_pointer (&tags);
  self->document = pm_document_ref (document);
  self->text = pm_reader_text_new (document, article);
  fill (self);
  return self;
}

PmDocument *
pm_reader_buffer_get_document (PmReaderBuffer *self)
{
  return self->document;
}

void
pm_reader_buffer_set_style (PmReaderBuffer *self, const PmReaderStyle *style)
{
  pm_reader_tags_set_style (self->tags, style);
}

void
pm_reader_buffer_set_width (PmReaderBuffer *self, PangoContext *context, int width)
{
  for (guint i = 0; i < self->tabs->len; i++)
    {
      const PmReaderTable *table = self->text->tables->pdata[i];
      g_autoptr (PangoTabArray) tabs = pm_reader_table_make_tabs (context, self->tags,
                                                                  pm_document_get_text (
                                                                      self->document),
                                                                  table->rows, width);

      g_object_set (self->tabs->pdata[i], "tabs", tabs, NULL);
    }
}

GtkTextTag *
pm_reader_buffer_get_tag (PmReaderBuffer *self, PmLook look)
{
  return pm_reader_tags_get (self->tags, look);
}

const PmMark *
pm_reader_buffer_get_image (PmReaderBuffer *self, guint i, GtkTextChildAnchor **anchor)
{
  if (i >= self->anchors->len)
    return NULL;
  *anchor = self->anchors->pdata[i];
  return self->text->marks->pdata[i];
}

void
pm_reader_buffer_get_iter (PmReaderBuffer *self, gsize at, PmEdge edge, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter,
                                      pm_reader_map_to_offset (self->text->map, at, edge));
}

gsize
pm_reader_buffer_get_byte (PmReaderBuffer *self, const GtkTextIter *iter, PmEdge edge)
{
  return pm_reader_map_to_byte (self->text->map, gtk_text_iter_get_offset (iter), edge);
}

gboolean
pm_reader_buffer_get_bounds (PmReaderBuffer *self,
                             PmSpan span,
                             GtkTextIter *start,
                             GtkTextIter *end)
{
  pm_reader_buffer_get_iter (self, span.start, PM_EDGE_START, start);
  pm_reader_buffer_get_iter (self, span.end, PM_EDGE_END, end);
  return gtk_text_iter_compare (start, end) < 0;
}

PmSpan
pm_reader_buffer_get_span (PmReaderBuffer *self, const GtkTextIter *start, const GtkTextIter *end)
{
  PmSpan span;

  if (gtk_text_iter_compare (start, end) > 0)
    return pm_reader_buffer_get_span (self, end, start);
  span.start = pm_reader_buffer_get_byte (self, start, PM_EDGE_START);
  span.end = MAX (span.start, pm_reader_buffer_get_byte (self, end, PM_EDGE_END));
  return span;
}

const PmMark *
pm_reader_buffer_find_link (PmReaderBuffer *self, gsize at)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (self->document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if ((marks[i].kind == PM_MARK_LINK || marks[i].kind == PM_MARK_REFERENCE) &&
        marks[i].span.start <= at && at < marks[i].span.end)
      return &marks[i];
  return NULL;
}

const PmMark *
pm_reader_buffer_find_target (PmReaderBuffer *self, const PmMark *reference)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (self->document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == PM_MARK_TARGET && marks[i].number == reference->number)
      return &marks[i];
  return NULL;
}

void
pm_reader_buffer_apply (PmReaderBuffer *self, PmLook look, PmSpan span)
{
  apply_tag (self, pm_reader_tags_get (self->tags, look),
             pm_reader_map_to_offset (self->text->map, span.start, PM_EDGE_START),
             pm_reader_map_to_offset (self->text->map, span.end, PM_EDGE_END));
}

void
pm_reader_buffer_clear (PmReaderBuffer *self, PmLook look)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), pm_reader_tags_get (self->tags, look), &start,
                              &end);
}

/* Where a highlight of @color begins (@step 1) or ends (-1). */
typedef struct
{
  gsize at;
  PmColor color;
  int step;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *left = a;
  const Edge *right = b;

  return left->at < right->at ? -1 : left->at > right->at;
}

static GArray *
list_edges (GPtrArray *highlights)
{
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), highlights->len * 2);

  for (guint i = 0; i < highlights->len; i++)
    {
      const PmHighlight *highlight = highlights->pdata[i];
      Edge start = { highlight->span.start, highlight->color, 1 };
      Edge end = { highlight->span.end, highlight->color, -1 };

      if (highlight->orphan || pm_span_is_empty (highlight->span))
        continue;
      g_array_append_val (edges, start);
      g_array_append_val (edges, end);
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

static void
draw_highlights (PmReaderBuffer *self, PmSpan span, const int counts[PM_N_COLORS])
{
  guint colors = 0;
  gboolean deep = FALSE;
  GtkTextTag *tag;

  for (PmColor color = 0; color < PM_N_COLORS; color++)
    {
      colors |= counts[color] > 0 ? 1 << color : 0;
      deep |= counts[color] > 1;
    }
  if (colors == 0)
    return;
  tag = pm_reader_tags_get_highlight (self->tags, colors, deep);
  g_hash_table_add (self->drawn, tag);
  apply_tag (self, tag, pm_reader_map_to_offset (self->text->map, span.start, PM_EDGE_START),
             pm_reader_map_to_offset (self->text->map, span.end, PM_EDGE_END));
}

void
pm_reader_buffer_set_highlights (PmReaderBuffer *self, GPtrArray *highlights)
{
  g_autoptr (GArray) edges = list_edges (highlights);
  int counts[PM_N_COLORS] = { 0 };
  GHashTableIter drawn;
  gpointer tag;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  g_hash_table_iter_init (&drawn, self->drawn);
  while (g_hash_table_iter_next (&drawn, &tag, NULL))
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), tag, &start, &end);
  g_hash_table_remove_all (self->drawn);

  for (guint i = 0; i + 1 < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      counts[edge->color] += edge->step;
      if (edge->at < edge[1].at)
        draw_highlights (self, (PmSpan){ edge->at, edge[1].at }, counts);
    }
}
