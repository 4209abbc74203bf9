/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-word-table.h"

#include "pm-word-table-private.h"

struct _PmWordTable
{
  GBytes *bytes;
  guint bits;
  guint32 n_entries;
  guint32 n_values;
  const guint64 *values;
  const guint32 *starts; /* one more than there are buckets */
  const guchar *prints;  /* three bytes each */
  const guchar *indices; /* two bytes each */
};

guint64
pm_word_hash_add (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

guint64
_pm_word_hash_mix (guint64 hash)
{
  hash = (hash ^ (hash >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash = (hash ^ (hash >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return hash ^ (hash >> 33);
}

PmWordTable *
pm_word_table_new (GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const guint32 *header = (const guint32 *) data;

  if (size < _PM_WORD_TABLE_HEADER || (guintptr) data % sizeof (guint64) != 0 ||
      GUINT32_FROM_LE (header[0]) != _PM_WORD_TABLE_MAGIC)
    return NULL;

  guint32 bits = GUINT32_FROM_LE (header[1]);
  guint64 n_entries = GUINT32_FROM_LE (header[2]);
  guint64 n_values = GUINT32_FROM_LE (header[3]);

  if (bits < 1 || bits > _PM_WORD_TABLE_MAX_BITS || n_values > 1 << 16)
    return NULL;

  gsize starts_size = sizeof (guint32) * ((1u << bits) + 1);

  if (size != _PM_WORD_TABLE_HEADER + 8 * n_values + starts_size + (3 + 2) * n_entries)
    return NULL;

  PmWordTable *self = g_new0 (PmWordTable, 1);

  self->bytes = g_bytes_ref (bytes);
  self->bits = bits;
  self->n_entries = n_entries;
  self->n_values = n_values;
  data += _PM_WORD_TABLE_HEADER;
  self->values = (const guint64 *) data;
  data += 8 * n_values;
  self->starts = (const guint32 *) data;
  data += starts_size;
  self->prints = data;
  self->indices = data + 3 * n_entries;
  return self;
}

void
pm_word_table_free (PmWordTable *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

static guint32
read_little (const guchar *bytes, guint n)
{
  guint32 number = 0;

  for (guint i = n; i > 0; i--)
    number = number << 8 | bytes[i - 1];
  return number;
}

gboolean
pm_word_table_find (const PmWordTable *self, guint64 hash, guint64 *value)
{
  guint64 mixed = _pm_word_hash_mix (hash);
  guint32 print = _pm_word_hash_print (mixed, self->bits);
  guint bucket = mixed >> (64 - self->bits);
  guint32 low = GUINT32_FROM_LE (self->starts[bucket]);
  guint32 high = GUINT32_FROM_LE (self->starts[bucket + 1]);

  if (high > self->n_entries)
    return FALSE;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 found = read_little (self->prints + 3 * middle, 3);

      if (found == print)
        {
          guint index = read_little (self->indices + 2 * middle, 2);

          if (index >= self->n_values)
            return FALSE;
          *value = GUINT64_FROM_LE (self->values[index]);
          return TRUE;
        }
      if (found < print)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}
