/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entries-private.h"

#include <string.h>

#define MIN_ENTRIES 3
#define MAX_TIMES 2000
/* How far a time lies within its entry, and an entry within the article. */
#define MAX_DEPTH 24
#define MIN_PROSE 40
/* A longer one is no time. */
#define MAX_TIME 60

typedef struct
{
  const PmNode *time;
  const PmNode *entry;
} Entry;

/* "9:05", "9.05 p.m.", "9 pm": a day alone says when a whole article appeared. */
static gboolean
has_clock_time (const PmNode *time)
{
  g_autofree char *text = _pm_node_dup_text (time);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        continue;
      if (at[1] == ':' && g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]))
        return TRUE;
      at += at[1] == ' ';
      if (strchr ("aApP", at[1]) != NULL && at[1] != '\0' &&
          (g_ascii_tolower (at[2]) == 'm' || (at[2] == '.' && g_ascii_tolower (at[3]) == 'm')))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_part_of (const PmNode *node, const PmNode *root)
{
  for (guint i = 0; node != root && i < MAX_DEPTH; i++, node = node->parent)
    if (node == NULL || (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)))
      return FALSE;
  return node == root;
}

/* Returns: (nullable): the innermost part around @time with running text. */
static const PmNode *
find_entry (const PmNode *time, const PmNode *root)
{
  const PmNode *node = time->parent;

  for (guint i = 0; node != NULL && node != root && i < MAX_DEPTH; i++, node = node->parent)
    if (node->paragraphs >= MIN_PROSE && !(node->flags & PM_NODE_FURNITURE))
      return node->tag != GUMBO_TAG_P && is_part_of (node, root) ? node : NULL;
  return NULL;
}

/* Only an entry's first time is its own. */
static void
add_times (GArray *entries, const PmNode *root)
{
  const PmNode *last = NULL;
  gboolean skip;

  for (const PmNode *node = root; node != NULL; node = _pm_node_next (node, root, skip))
    {
      Entry entry = { node, NULL };

      skip = (node->flags & PM_NODE_DROPPED) != 0;
      if (node->tag != GUMBO_TAG_TIME || skip || node->length > MAX_TIME)
        continue;
      entry.entry = find_entry (node, root);
      if (entry.entry == NULL || entry.entry == last || entries->len == MAX_TIMES ||
          !has_clock_time (node))
        continue;
      last = entry.entry;
      g_array_append_val (entries, entry);
    }
}

GHashTable *
_pm_entries_find_times (GPtrArray *roots)
{
  GHashTable *times = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < roots->len; i++)
    add_times (entries, g_ptr_array_index (roots, i));
  for (guint i = 0; i < entries->len; i++)
    {
      gpointer parent = g_array_index (entries, Entry, i).entry->parent;
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, parent));

      g_hash_table_insert (counts, parent, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->entry->parent));

      if (count >= MIN_ENTRIES)
        g_hash_table_add (times, (gpointer) entry->time);
    }
  return times;
}
