/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-table-writer.h"

#include "pm-word-table-private.h"

#define ENTRIES_IN_BUCKET 8
#define MAX_VALUES (1 << 16)

typedef struct
{
  guint64 mixed;
  guint64 value;
} Entry;

struct _PmTableWriter
{
  GHashTable *values; /* (element-type guint64 guint64): by the hash */
};

PmTableWriter *
pm_table_writer_new (void)
{
  PmTableWriter *self = g_new (PmTableWriter, 1);

  self->values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
pm_table_writer_free (PmTableWriter *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

void
pm_table_writer_add (PmTableWriter *self, guint64 hash, guint64 value)
{
  guint64 *known = g_hash_table_lookup (self->values, &hash);

  if (known != NULL)
    *known |= value;
  else
    g_hash_table_insert (self->values, g_memdup2 (&hash, sizeof hash),
                         g_memdup2 (&value, sizeof value));
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return (first->mixed > second->mixed) - (first->mixed < second->mixed);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const guint64 *first = a;
  const guint64 *second = b;

  return (*first > *second) - (*first < *second);
}

static GArray *
sort_entries (PmTableWriter *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GHashTableIter iter;
  gpointer hash;
  gpointer value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &hash, &value))
    {
      Entry entry = { _pm_word_hash_mix (*(guint64 *) hash), *(guint64 *) value };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Returns: the different values, ascending. */
static GArray *
sort_values (GArray *entries)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (values, g_array_index (entries, Entry, i).value);
  g_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    if (n == 0 || g_array_index (values, guint64, i) != g_array_index (values, guint64, n - 1))
      g_array_index (values, guint64, n++) = g_array_index (values, guint64, i);
  g_array_set_size (values, n);
  return values;
}

static guint
find_value (GArray *values, guint64 value)
{
  guint index = 0;

  g_array_binary_search (values, &value, compare_values, &index);
  return index;
}

static guint
choose_bits (GArray *entries)
{
  return CLAMP (g_bit_storage (entries->len / ENTRIES_IN_BUCKET / 2), 1, _PM_WORD_TABLE_MAX_BITS);
}

static void
put (GByteArray *out, guint64 number, guint n_bytes)
{
  number = GUINT64_TO_LE (number);
  g_byte_array_append (out, (const guint8 *) &number, n_bytes);
}

static void
put_starts (GByteArray *out, GArray *entries, guint bits)
{
  guint next = 0;

  for (guint bucket = 0; bucket <= 1u << bits; bucket++)
    {
      while (next < entries->len &&
             g_array_index (entries, Entry, next).mixed >> (64 - bits) < bucket)
        next++;
      put (out, next, 4);
    }
}

static GByteArray *
put_table (GArray *entries, GArray *values)
{
  GByteArray *out = g_byte_array_new ();
  guint bits = choose_bits (entries);

  put (out, _PM_WORD_TABLE_MAGIC, 4);
  put (out, bits, 4);
  put (out, entries->len, 4);
  put (out, values->len, 4);
  for (guint i = 0; i < values->len; i++)
    put (out, g_array_index (values, guint64, i), 8);
  put_starts (out, entries, bits);
  for (guint i = 0; i < entries->len; i++)
    put (out, _pm_word_hash_print (g_array_index (entries, Entry, i).mixed, bits), 3);
  for (guint i = 0; i < entries->len; i++)
    put (out, find_value (values, g_array_index (entries, Entry, i).value), 2);
  return out;
}

/* Leaves out what a table cannot tell from the entry before it. */
static void
drop_twins (GArray *entries)
{
  guint lost = 64 - _PM_WORD_TABLE_PRINT_BITS - choose_bits (entries);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry entry = g_array_index (entries, Entry, i);

      if (n == 0 || g_array_index (entries, Entry, n - 1).mixed >> lost != entry.mixed >> lost)
        g_array_index (entries, Entry, n++) = entry;
    }
  g_array_set_size (entries, n);
}

gboolean
pm_table_writer_save (PmTableWriter *self, const char *path, GError **error)
{
  g_autoptr (GArray) entries = sort_entries (self);

  drop_twins (entries);

  g_autoptr (GArray) values = sort_values (entries);

  if (values->len > MAX_VALUES)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%u different values", values->len);
      return FALSE;
    }
  g_autoptr (GByteArray) out = put_table (entries, values);

  return g_file_set_contents (path, (const char *) out->data, out->len, error);
}
