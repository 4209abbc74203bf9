/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-data-body-private.h"

#include <string.h>

#include "pm-markup-private.h"

#define MIN_BODY 500
#define MAX_BODY (1024 * 1024)
#define MAX_LINES 4000
/* Passages of so many bytes, spread evenly, are looked for; so many must be there. */
#define N_PASSAGES 8
#define PASSAGE 30
#define MIN_FOUND 2

const char *
_pm_data_body_find (PmJsonLd *json_ld)
{
  JsonObject *article = _pm_json_ld_get_article (json_ld);
  JsonNode *node = article != NULL ? json_object_get_member (article, "articleBody") : NULL;
  const char *body = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node)
                                                                  : NULL;

  return body != NULL && strlen (body) >= MIN_BODY && strlen (body) <= MAX_BODY ? body : NULL;
}

static char *
fold_blocks (GPtrArray *blocks)
{
  GString *folded = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *words = _pm_markup_fold (block->text->str);

      g_string_append (folded, words);
    }
  return g_string_free (folded, FALSE);
}

gboolean
_pm_data_body_is_in (const char *body, GPtrArray *blocks)
{
  g_autofree char *plain = _pm_markup_dup_plain (body);
  g_autofree char *wanted = _pm_markup_fold (plain);
  g_autofree char *folded = fold_blocks (blocks);
  gsize length = strlen (wanted);
  guint found = 0;

  if (length < N_PASSAGES * PASSAGE)
    return TRUE;
  for (guint i = 0; i < N_PASSAGES; i++)
    {
      char passage[PASSAGE + 1];

      g_strlcpy (passage, wanted + i * (length - PASSAGE) / (N_PASSAGES - 1), sizeof passage);
      found += strstr (folded, passage) != NULL;
    }
  return found >= MIN_FOUND;
}

GPtrArray *
_pm_data_body_read (const char *body)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  g_auto (GStrv) parts = g_strsplit (body, "</p>", MAX_LINES);
  g_autofree char *broken = g_strjoinv ("\n", parts);
  g_auto (GStrv) lines = g_strsplit (broken, "\n", MAX_LINES);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *plain = _pm_markup_dup_plain (*line);
      PmBlock *block;

      if (*plain == '\0')
        continue;
      block = _pm_block_new (PM_MARK_PARAGRAPH);
      g_string_append (block->text, plain);
      _pm_block_trim (block);
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}
