/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <csv.h>
#include <string.h>

/* The tables that reading lists write, told by their heading: one column of it must be for
 * addresses. Pocket, Instapaper, Readwise, Matter and spreadsheets name their columns differently;
 * columns that are not known are passed over. */

#define MAX_HEADING 4096
#define MAX_COLUMNS 64

typedef enum
{
  COLUMN_OTHER,
  COLUMN_URL,
  COLUMN_TITLE,
  COLUMN_NOTE,
  COLUMN_COLLECTION,
  COLUMN_TAGS,
  COLUMN_ADDED,
  COLUMN_PLACE,
  N_COLUMNS
} Column;

static const struct
{
  const char *name;
  Column column;
} names[] = {
  { "url", COLUMN_URL },           { "link", COLUMN_URL },
  { "uri", COLUMN_URL },           { "href", COLUMN_URL },
  { "address", COLUMN_URL },       { "title", COLUMN_TITLE },
  { "name", COLUMN_TITLE },        { "note", COLUMN_NOTE },
  { "notes", COLUMN_NOTE },        { "selection", COLUMN_NOTE },
  { "folder", COLUMN_COLLECTION }, { "collection", COLUMN_COLLECTION },
  { "tags", COLUMN_TAGS },         { "document tags", COLUMN_TAGS },
  { "labels", COLUMN_TAGS },       { "time_added", COLUMN_ADDED },
  { "timestamp", COLUMN_ADDED },   { "saved date", COLUMN_ADDED },
  { "date added", COLUMN_ADDED },  { "created", COLUMN_ADDED },
  { "created_at", COLUMN_ADDED },  { "added", COLUMN_ADDED },
  { "date", COLUMN_ADDED },        { "last interaction date", COLUMN_ADDED },
  { "location", COLUMN_PLACE },
};

/* Folders that every user of a reading list has. */
static const char *const states[] = { "Unread", "Archive" };

typedef struct
{
  PmListInput *input;
  GError **error;
  gboolean ends;
  gboolean by_line; /* quotes do not close: a cell ends with its line */
  Column columns[MAX_COLUMNS];
  guint n_columns; /* 0 before the heading */
  guint at;
  char *cells[N_COLUMNS];
} Table;

static Column
find_column (const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, cell) == 0)
      return names[i].column;
  return COLUMN_OTHER;
}

static void
cell_cb (void *data, size_t length, void *user_data)
{
  Table *self = user_data;
  g_autofree char *cell = g_strndup (data != NULL ? data : "", length);
  Column column = self->at < self->n_columns ? self->columns[self->at] : COLUMN_OTHER;

  if (self->n_columns == 0 && self->at < MAX_COLUMNS)
    self->columns[self->at] = find_column (g_strstrip (cell));
  else if (column != COLUMN_OTHER && self->cells[column] == NULL)
    self->cells[column] = g_steal_pointer (&cell);
  self->at++;
}

static char *
dup_cell (Table *self, Column column)
{
  return self->cells[column] != NULL ? _pm_list_dup_words (self->cells[column]) : NULL;
}

static PmLink *
make_link (Table *self)
{
  PmLink *link = pm_link_new (self->cells[COLUMN_URL] != NULL ? self->cells[COLUMN_URL] : "");

  link->title = dup_cell (self, COLUMN_TITLE);
  link->note = dup_cell (self, COLUMN_NOTE);
  link->collection = dup_cell (self, COLUMN_COLLECTION);
  link->tags = _pm_list_parse_tags (self->cells[COLUMN_TAGS]);
  link->added = _pm_list_parse_time (self->cells[COLUMN_ADDED]);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (link->collection, states[i]) == 0)
      g_clear_pointer (&link->collection, g_free);
  return link;
}

/* Whether the row is what the reading list itself put there, not the user. */
static gboolean
is_foreign (Table *self)
{
  return g_strcmp0 (self->cells[COLUMN_PLACE], "feed") == 0;
}

static gboolean
is_blank (Table *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->cells[i] != NULL && *self->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static void
row_cb (int terminator, void *user_data)
{
  Table *self = user_data;

  if (self->n_columns == 0)
    self->n_columns = MIN (self->at, MAX_COLUMNS);
  else if (!self->ends && !is_blank (self) && !is_foreign (self))
    self->ends = !_pm_list_add (self->input, make_link (self), self->error);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->cells[i], g_free);
  self->at = 0;
}

static gsize
measure_heading (const char *text)
{
  return MIN (strcspn (text, "\r\n"), MAX_HEADING);
}

/* Which character parts the cells of the first row. */
static char
find_separator (const char *text)
{
  gsize at = strcspn (text, ",;\t");

  return at < measure_heading (text) ? text[at] : ',';
}

/* The first row, without its quotes. */
static char **
split_heading (const char *text)
{
  g_autofree char *heading = g_strndup (text, measure_heading (text));
  char **cells = g_strsplit (heading, (char[]){ find_separator (text), '\0' }, MAX_COLUMNS);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_strdelimit (cells[i], "\"", ' ');
      g_strstrip (cells[i]);
    }
  return cells;
}

static gboolean
recognise_csv (const char *text)
{
  g_auto (GStrv) cells = split_heading (text);

  if (g_strv_length (cells) < 2)
    return FALSE;
  for (guint i = 0; cells[i] != NULL; i++)
    if (find_column (cells[i]) == COLUMN_URL)
      return TRUE;
  return FALSE;
}

/* Returns: %FALSE when a quoted cell is open where @text ends. */
static gboolean
parse (Table *self, struct csv_parser *parser, const char *text, gsize length)
{
  csv_parse (parser, text, length, cell_cb, row_cb, self);
  /* Strict about this alone. */
  csv_set_opts (parser, self->by_line ? CSV_APPEND_NULL : CSV_STRICT | CSV_STRICT_FINI);
  return csv_fini (parser, cell_cb, row_cb, self) == 0;
}

static void
parse_lines (Table *self, struct csv_parser *parser)
{
  for (const char *line = self->input->text; *line != '\0' && !self->ends;)
    {
      gsize length = strcspn (line, "\n");

      parse (self, parser, line, length);
      line += length + (line[length] == '\n');
    }
}

/* A quote that is never closed would swallow the rest of the list: then each line is a row. */
static gboolean
read_csv (PmListInput *input, GError **error)
{
  Table self = { input, error };
  struct csv_parser parser;
  char separator = find_separator (input->text);

  csv_init (&parser, CSV_APPEND_NULL);
  csv_set_delim (&parser, (unsigned char) separator);
  csv_set_blk_size (&parser, 16 << 10);
  if (!parse (&self, &parser, input->text, strlen (input->text)) && !self.ends)
    {
      g_ptr_array_set_size (input->links, 0);
      self.n_columns = self.at = 0;
      self.by_line = TRUE;
      csv_free (&parser);
      csv_init (&parser, CSV_APPEND_NULL);
      csv_set_delim (&parser, (unsigned char) separator);
      parse_lines (&self, &parser);
    }
  csv_free (&parser);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (self.cells[i]);
  return !self.ends;
}

const PmListReader _pm_list_csv = { recognise_csv, NULL, read_csv };
