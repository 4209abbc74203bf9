/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#include "pm-bundle.h"

/* Markup as a stream of tags and text: no tree, so that memory does not grow with nesting; no
 * entity that a file declares is known, so that none can grow; nothing outside is ever asked for.
 */

#define MAX_DEPTH 256
#define MAX_ENTITY 10
#define PIECE (64 << 10)

typedef struct
{
  const PmListTags *tags;
  gpointer state;
  int depth;
} Walk;

static void
start_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Walk *walk = data;
  g_autofree char *lower = g_ascii_strdown ((const char *) name, -1);

  walk->depth++;
  walk->tags->start (walk->state, lower, (const char **) attributes);
}

static void
end_cb (void *data, const xmlChar *name)
{
  Walk *walk = data;
  g_autofree char *lower = g_ascii_strdown ((const char *) name, -1);

  walk->depth--;
  walk->tags->end (walk->state, lower);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  Walk *walk = data;

  walk->tags->text (walk->state, (const char *) text, (gsize) length);
}

static xmlParserCtxtPtr
make_parser (int options, Walk *walk)
{
  xmlSAXHandler sax = { 0 };
  xmlParserCtxtPtr parser;

  sax.startElement = start_cb;
  sax.endElement = end_cb;
  sax.characters = text_cb;
  sax.cdataBlock = text_cb;
  parser = xmlCreatePushParserCtxt (&sax, walk, NULL, 0, NULL);
  /* The one kind of entity left, a number, is replaced in attributes only when all are. */
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_RECOVER | XML_PARSE_NOENT | options);
  return parser;
}

guint
_pm_list_find_entity (const char *name, gsize length)
{
  g_autofree char *key = g_strndup (name, length);
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) key);

  return entity != NULL ? entity->value : g_str_equal (key, "apos") ? '\'' : 0;
}

/* Writes what stands after an "&" as a number. Returns: where it ends. */
static const char *
number_entity (GString *numbered, const char *name, const char *end)
{
  gsize length = 0;
  guint value = 0;

  while (length < MAX_ENTITY && name + length < end && g_ascii_isalnum (name[length]))
    length++;
  if (name + length < end && name[length] == ';')
    value = _pm_list_find_entity (name, length);
  if (name < end && *name == '#')
    g_string_append_c (numbered, '&');
  else
    g_string_append_printf (numbered, "&#%u;", value != 0 ? value : '&');
  return value != 0 ? name + length + 1 : name;
}

/* The XML in @data with every entity a number: feeds have bare ones and those of HTML, and after
 * the first of them the parser would drop even "&amp;" from an address. */
static GString *
number_entities (const char *data, gsize size)
{
  static const char verbatim[] = "<![CDATA[";
  GString *numbered = g_string_sized_new (size);
  const char *end = data + size;

  while (data < end)
    if (*data == '&')
      data = number_entity (numbered, data + 1, end);
    else if (*data == '<' && g_strstr_len (data, MIN (end - data, 9), verbatim) == data)
      {
        const char *close = g_strstr_len (data, end - data, "]]>");
        const char *after = close != NULL ? close : end;

        g_string_append_len (numbered, data, after - data);
        data = after;
      }
    else
      g_string_append_c (numbered, *data++);
  return numbered;
}

gboolean
_pm_list_walk_xml (PmListInput *input,
                   const PmListTags *tags,
                   gpointer state,
                   const gboolean *ends,
                   gboolean *is_whole,
                   GError **error)
{
  Walk walk = { tags, state, 0 };
  gsize size;
  const char *bytes = g_bytes_get_data (input->bytes, &size);
  /* XML of single bytes names its own encoding. */
  gboolean own = memchr (bytes, '\0', size) == NULL;
  xmlParserCtxtPtr parser = make_parser (own ? 0 : XML_PARSE_IGNORE_ENC, &walk);
  g_autoptr (GString) data = own ? number_entities (bytes, size)
                                 : number_entities (input->text, strlen (input->text));

  for (gsize at = 0; at < data->len && walk.depth <= MAX_DEPTH && !*ends &&
                     !g_cancellable_is_cancelled (input->cancellable);
       at += PIECE)
    xmlParseChunk (parser, data->str + at, (int) MIN (data->len - at, PIECE),
                   at + PIECE >= data->len);
  if (is_whole != NULL)
    *is_whole = parser->wellFormed != 0;
  /* A declaration of an entity makes a document, which nobody wants. */
  g_clear_pointer (&parser->myDoc, xmlFreeDoc);
  xmlFreeParserCtxt (parser);
  if (g_cancellable_set_error_if_cancelled (input->cancellable, error))
    return FALSE;
  if (walk.depth <= MAX_DEPTH)
    return TRUE;
  g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST,
                       _ ("This list is nested too deeply to be read."));
  return FALSE;
}

const char *
_pm_list_get_attribute (const char **attributes, const char *name)
{
  for (const char **attribute = attributes; attribute != NULL && *attribute != NULL; attribute += 2)
    if (g_ascii_strcasecmp (attribute[0], name) == 0)
      return attribute[1];
  return NULL;
}

/* Past white space, declarations and comments. */
static const char *
skip_prologue (const char *text)
{
  for (;;)
    {
      const char *end = NULL;

      text += strspn (text, " \t\r\n\f");
      if (g_str_has_prefix (text, "<!--"))
        end = strstr (text, "-->");
      else if (g_str_has_prefix (text, "<?") || g_str_has_prefix (text, "<!"))
        end = strchr (text, '>');
      if (end == NULL)
        return text;
      text = end + (g_str_has_prefix (end, "-->") ? 3 : 1);
    }
}

char *
_pm_list_dup_root (const char *text)
{
  const char *root = skip_prologue (text);

  return *root == '<' ? g_ascii_strdown (root + 1, (gssize) strcspn (root + 1, " \t\r\n\f/>"))
                      : g_strdup ("");
}
