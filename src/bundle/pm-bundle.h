/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-feed.h"
#include "pm-record.h"

G_BEGIN_DECLS

/* The finished work, handed over: the chosen articles in one of the formats below. */

#define PM_BUNDLE_ERROR (pm_bundle_error_quark ())
GQuark pm_bundle_error_quark (void);

typedef enum
{
  PM_BUNDLE_ERROR_WRITE, /* the file could not be written */
  PM_BUNDLE_ERROR_FULL,  /* no room on the disk */
  PM_BUNDLE_ERROR_UNKNOWN_FORMAT,
  PM_BUNDLE_ERROR_NOT_A_BUNDLE, /* on import: another file, or damaged */
  PM_BUNDLE_ERROR_TOO_NEW,
  PM_BUNDLE_ERROR_CHANGED,    /* on import: a checksum does not match */
  PM_BUNDLE_ERROR_NOT_A_LIST, /* of links: another file, damaged, or too large */
} PmBundleError;

/* Loads one article whole, bytes included. Called on the exporting thread. */
typedef PmRecord *(*PmBundleLoad) (gint64 article, gpointer data, GError **error);
/* Loads an image of the article, or gives %NULL without @error. */
typedef GBytes *(*PmBundleLoadResource) (gint64 article,
                                         const char *url,
                                         gpointer data,
                                         GError **error);

/* What to export: articles are loaded one at a time, so that memory does not grow with their
 * number. */
typedef struct
{
  char *title;      /* of the bundle, "Russia desk" */
  gint64 created;   /* µs UTC */
  GArray *articles; /* (element-type gint64): ids in order */
  GPtrArray *feeds; /* (nullable) (element-type PmFeed): that go along, owned */
  PmBundleLoad load;
  PmBundleLoadResource load_resource; /* (nullable) */
  gpointer load_data;
  char *scratch; /* (nullable): the folder for unnamed temporary files; %NULL is the system's. Set
                    by pm_bundle_export() to the folder it writes to */
} PmBundle;

/* @articles: (transfer none): a reference is taken. @created is the present time. */
PmBundle *pm_bundle_new (const char *title,
                         GArray *articles,
                         PmBundleLoad load,
                         PmBundleLoadResource load_resource,
                         gpointer load_data);
void pm_bundle_free (PmBundle *self);

/* @done of @total articles. Called on the exporting thread. */
typedef void (*PmBundleProgress) (guint done, guint total, gpointer data);

/* One way of writing a bundle. */
typedef struct
{
  const char *id;        /* stable: what --format takes */
  const char *title;     /* N_() */
  const char *extension; /* "zip" */
  const char *media_type;
  gboolean (*write) (PmBundle *bundle,
                     GOutputStream *stream,
                     PmBundleProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GError **error);
} PmBundleFormat;

/* The table of formats: bundle, json, html, markdown, w3c, csl. */
const PmBundleFormat *pm_bundle_list_formats (gsize *n_formats);
/* Returns: (nullable) */
const PmBundleFormat *pm_bundle_find_format (const char *id);

/* Writes @bundle to @path, which is replaced only when everything is written and synced: until then
 * a temporary name beside it. Cancelled or failed, nothing is left behind. Blocking. @progress:
 * (nullable). */
gboolean pm_bundle_export (PmBundle *bundle,
                           const PmBundleFormat *format,
                           const char *path,
                           PmBundleProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GError **error);

/* Reads a bundle (.zip) or its notebook.json. A zip is verified against its manifests first;
 * entries with absolute paths, "..", or links are refused, sizes are bounded. Kept bytes come along
 * when the zip holds them. Blocking. @feeds: (out) (optional) (transfer full) (element-type
 * PmFeed): those that go along. Returns: (element-type PmRecord) (transfer full) */
GPtrArray *
pm_bundle_import (const char *path, GPtrArray **feeds, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmBundle, pm_bundle_free)

G_END_DECLS
