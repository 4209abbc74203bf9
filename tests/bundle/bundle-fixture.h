/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-bundle.h"

/* Three articles that hold what is hard: an emoji, right to left, HTML's own characters,
 * overlapping highlights across marks, an orphan, a compressed capture, and one that never came. */

typedef struct
{
  GPtrArray *records; /* (element-type PmRecord): the load function's ids count them from 1 */
  char *folder;       /* empty, removed with the fixture */
  PmBundle *bundle;
  GBytes *image;
} Fixture;

Fixture *fixture_new (void);
void fixture_free (Fixture *self);
/* Exports to a file in the fixture's folder. Returns: its path. */
char *fixture_export (Fixture *self, const char *format, const char *name);
/* The same, and its text. */
char *fixture_read (Fixture *self, const char *format);

/* Every field of every record. */
void assert_same_records (GPtrArray *a, GPtrArray *b, gboolean with_bodies);

/* Without the care for power cuts that makes thousands of them slow. */
void write_file (const char *path, const char *data, gssize length);
/* (element-type utf8 GBytes): the files of a zip by their paths. */
GHashTable *read_zip (const char *path);
/* What a test's zip holds. @link: (nullable): makes it a symbolic
 * link. */
typedef struct
{
  const char *path;
  const char *data;
  gsize length;
  const char *link;
} ZipEntry;

void write_zip (const char *path, const ZipEntry *entries, gsize n_entries);
/* The number of files in @folder, hidden ones too. */
guint count_files (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
