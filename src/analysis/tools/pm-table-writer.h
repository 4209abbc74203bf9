/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Collects words and values for a PmWordTable. The same ones give the same bytes in any order. */
typedef struct _PmTableWriter PmTableWriter;

PmTableWriter *pm_table_writer_new (void);
void pm_table_writer_free (PmTableWriter *self);

/* Adds the bits of @value to those of the word with @hash. */
void pm_table_writer_add (PmTableWriter *self, guint64 hash, guint64 value);

/* Writes the table to the file @path. Of two words whose hashes agree in all bits kept, which are
 * rare, one is left out; more than 65536 different values are an error. */
gboolean pm_table_writer_save (PmTableWriter *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmTableWriter, pm_table_writer_free)

G_END_DECLS
