/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-plain-text-private.h"

#include <string.h>

#include "pm-composer-private.h"
#include "pm-markup-private.h"

#define MAX_TITLE 160
/* Wrapped lines are about as long as the margin allows, and no margin is wider than this. */
#define MIN_WRAPPED 45
#define MAX_WRAPPED 100

static gboolean
is_wrapped (char **lines, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      glong length = g_utf8_strlen (lines[i], -1);

      if (length > MAX_WRAPPED || (i + 1 < end && length < MIN_WRAPPED))
        return FALSE;
    }
  return TRUE;
}

static PmBlock *
make_paragraph (char **lines, guint first, guint end)
{
  PmBlock *block = _pm_block_new (PM_MARK_PARAGRAPH);
  const char *joint = is_wrapped (lines, first, end) ? " " : "\n";

  for (guint i = first; i < end; i++)
    {
      g_autofree char *line = _pm_markup_collapse (lines[i]);

      if (block->text->len > 0)
        g_string_append (block->text, joint);
      g_string_append (block->text, line);
    }
  return block;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\f\v")] == '\0';
}

static GPtrArray *
make_paragraphs (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint first = 0;

  for (guint i = 0; lines[0] != NULL; i++)
    {
      if (lines[i] != NULL && !is_blank (lines[i]))
        continue;
      if (i > first)
        g_ptr_array_add (blocks, make_paragraph (lines, first, i));
      first = i + 1;
      if (lines[i] == NULL)
        break;
    }
  return blocks;
}

/* Returns: (transfer full) (nullable): the first paragraph, taken out, when it looks like a title.
 */
static char *
steal_title (GPtrArray *blocks)
{
  const PmBlock *block = blocks->len > 1 ? g_ptr_array_index (blocks, 0) : NULL;
  char *title;

  if (block == NULL || block->text->len == 0 || g_utf8_strlen (block->text->str, -1) > MAX_TITLE ||
      strchr (block->text->str, '\n') != NULL ||
      strchr (".,;:", block->text->str[block->text->len - 1]) != NULL)
    return NULL;
  title = g_strdup (block->text->str);
  g_ptr_array_remove_index (blocks, 0);
  return title;
}

PmDocument *
_pm_plain_text_read (const char *text)
{
  g_autoptr (GPtrArray) blocks = make_paragraphs (text);
  g_autofree char *title = steal_title (blocks);
  PmDocument *document = _pm_composer_compose (title, blocks);

  pm_document_set_meta (document, PM_META_TITLE, title, "text:first-line");
  return document;
}
