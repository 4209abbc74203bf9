/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* What a page says about itself in its JSON-LD blocks. Each block is read on its own and skipped
 * when it is broken; arrays and @graph are searched; entities inside strings are decoded. */
typedef struct _PmJsonLd PmJsonLd;

PmJsonLd *_pm_json_ld_new (PmTree *tree);
void _pm_json_ld_free (PmJsonLd *self);

/* Returns: (transfer none) (nullable): the object that describes the article: one of an article
 * type if there is one, else of a page type. */
JsonObject *_pm_json_ld_get_article (PmJsonLd *self);
/* Returns: (transfer none) (nullable) */
JsonObject *_pm_json_ld_find_type (PmJsonLd *self, const char *type);

/* Returns: (transfer full) (nullable): the string at @path ("publisher.name"), of the first element
 * where there is an array; references by @id are followed. */
char *_pm_json_ld_dup_string (PmJsonLd *self, JsonObject *object, const char *path);
/* Whether @object is the work of a newsroom. */
gboolean _pm_json_ld_is_news (JsonObject *object);
/* Returns: (transfer full) (element-type utf8): the names of all authors; of news, those that are
 * no organisations: its paper and its agency are not authors. */
GPtrArray *_pm_json_ld_list_authors (PmJsonLd *self, JsonObject *object);
/* Whether @object says that it is not free to read: false, or the word. */
gboolean _pm_json_ld_is_paywalled (JsonObject *object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmJsonLd, _pm_json_ld_free)

G_END_DECLS
