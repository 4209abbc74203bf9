/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-biography-private.h"

#include <string.h>

#include "pm-block-private.h"
#include "pm-byline-private.h"

/* No more than this part of the text, as a divisor, stands behind a biography. */
#define END_SHARE 6
/* Each paragraph of it is shorter. */
#define MAX_BIOGRAPHY 1000

static const char *const verbs[] = {
  ", ",      " is ",     " has ",    " was ",     " lives ",   " works ",  " worked ",
  " holds ", " writes ", " covers ", " reports ", " founded ", " joined ", " specializes ",
};

/* "Mary Miller is a writer …", "Mary has covered …": begins with @name or its first word, and goes
 * on in the third person. */
static gboolean
speaks_of (const char *text, const char *name)
{
  const char *space = strchr (name, ' ');
  gsize length = strlen (name);

  if (strncmp (text, name, length) != 0)
    length = space != NULL ? space - name : length;
  if (length < 3 || strncmp (text, name, length) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (text + length, verbs[i]))
      return TRUE;
  return FALSE;
}

void
_pm_biography_drop (GPtrArray *blocks, const char *byline)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint total = 0;
  guint behind = 0;

  if (byline == NULL)
    return;
  _pm_byline_add_names (names, byline);
  for (guint i = 0; i < blocks->len; i++)
    total += ((PmBlock *) g_ptr_array_index (blocks, i))->letters;
  for (guint i = blocks->len; i > 0 && behind * END_SHARE < total; i--)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i - 1);
      gboolean found = FALSE;

      for (guint j = 0; j < names->len && !found; j++)
        found = block->kind == PM_MARK_PARAGRAPH && block->letters < MAX_BIOGRAPHY &&
                speaks_of (block->text->str, g_ptr_array_index (names, j));
      if (found)
        g_ptr_array_remove_index (blocks, i - 1);
      else
        behind += block->letters;
    }
}
