/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Looks over a notebook.json before a parser does: the parser recurses, reads more than JSON
 * (comments, other quotes), and needs many times the file's memory. So what is not JSON's alphabet
 * is refused, nesting is bounded, and the articles are parted to be parsed one by one. */

#define MAX_DEPTH 16
#define MAX_ARTICLES 1000000

typedef struct
{
  const char *data;
  gsize length;
  gsize at;
  int depth;
  gboolean found;    /* the articles' array */
  gboolean is_named; /* the last string was "articles", in the outermost object */
  PmSpan *array;
  GArray *elements;
  gsize element; /* where the present one began */
} Scan;

gboolean
_pm_bundle_refuse_file (GError **error)
{
  g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_BUNDLE,
                       _ ("This file is not a Pressmark bundle, or it is damaged."));
  return FALSE;
}

/* Moves past the string that begins at @at. */
static gboolean
skip_string (Scan *scan)
{
  gsize start = scan->at + 1;

  for (scan->at = start; scan->at < scan->length; scan->at++)
    {
      char c = scan->data[scan->at];

      if (c == '\\')
        scan->at++;
      else if (c == '"')
        {
          scan->is_named = scan->depth == 1 && scan->at - start == strlen ("articles") &&
                           memcmp (scan->data + start, "articles", scan->at - start) == 0;
          return TRUE;
        }
      else if ((guchar) c < 0x20)
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_inside (Scan *scan)
{
  return scan->found && scan->array->end == 0;
}

static gboolean
open_bracket (Scan *scan, char c)
{
  if (scan->depth == 0 && c != '{')
    return FALSE;
  if (scan->depth == 1 && c == '[' && scan->is_named)
    {
      /* A second array of that name would be one that nobody looked at. */
      if (scan->found)
        return FALSE;
      scan->found = TRUE;
      scan->array->start = scan->at;
    }
  else if (scan->depth == 2 && is_inside (scan))
    scan->element = scan->at;
  return ++scan->depth <= MAX_DEPTH;
}

static gboolean
close_bracket (Scan *scan, char c)
{
  if (--scan->depth < 0)
    return FALSE;
  if (scan->depth == 2 && is_inside (scan))
    {
      PmSpan element = { scan->element, scan->at + 1 };

      g_array_append_val (scan->elements, element);
    }
  else if (scan->depth == 1 && is_inside (scan))
    scan->array->end = scan->at + 1;
  return scan->elements->len <= MAX_ARTICLES;
}

static gboolean
scan_character (Scan *scan)
{
  char c = scan->data[scan->at];

  /* Between the articles is nothing but commas and space. */
  if (scan->depth == 2 && is_inside (scan) && strchr ("{], \t\r\n", c) == NULL)
    return FALSE;
  if (c == '"')
    return skip_string (scan);
  if (c == '{' || c == '[')
    {
      gboolean opened = open_bracket (scan, c);

      scan->is_named = FALSE;
      return opened;
    }
  if (c == '}' || c == ']')
    return close_bracket (scan, c);
  if (c == ',')
    scan->is_named = FALSE;
  return strchr (",: \t\r\n+-.0123456789Eeaflnrstu", c) != NULL && c != '\0';
}

gboolean
_pm_bundle_split_json (const char *data,
                       gsize length,
                       PmSpan *array,
                       GArray *elements,
                       GError **error)
{
  Scan scan = { .data = data, .length = length, .array = array, .elements = elements };

  *array = (PmSpan){ 0, 0 };
  for (; scan.at < length; scan.at++)
    if (!scan_character (&scan))
      return _pm_bundle_refuse_file (error);
  return (scan.depth == 0 && array->end > 0) || _pm_bundle_refuse_file (error);
}
