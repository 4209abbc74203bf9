/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-mhtml-private.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

#include "pm-address-private.h"
#include "pm-resource.h"

#define MAX_PARTS 2000
#define MAX_DEPTH 8
#define MAX_LENGTH (64 * 1024 * 1024)
#define MAX_IMAGE (10 * 1024 * 1024)
/* A message's header, with a title of several lines. */
#define MAX_HEADER 16384
#define MAX_ID 255
/* RFC 2046 §5.1.1 */
#define MAX_BOUNDARY 70
#define BOUNDARY_CHARS "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=? "

typedef struct
{
  GMimeMessage *message; /* (nullable) */
  GPtrArray *parts;      /* (element-type GMimePart): in order, none of them multipart */
  GMimePart *page;       /* (nullable): the one to read */
  char *base;            /* (nullable): what the parts' addresses are relative to */
  char *address;         /* (nullable) */
  const char *key;
} Mhtml;

static void
mhtml_free (Mhtml *self)
{
  g_clear_object (&self->message);
  g_ptr_array_unref (self->parts);
  g_free (self->base);
  g_free (self->address);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mhtml, mhtml_free)

/* @head: of a message, in lower case. */
static gboolean
has_header (const char *head, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = head; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      if (strncmp (line, name, length) == 0 && line[length] == ':')
        return TRUE;
    }
  return FALSE;
}

/* What parts a message is said in its header, and a server may have that in its own alone. Then it
 * is the first line of the message too. Returns: (transfer full) (nullable) */
static char *
dup_bare_boundary (PmPage *page)
{
  gsize length;
  const char *data = g_bytes_get_data (page->content, &length);
  g_autofree char *head = NULL;
  char *line;

  if (g_strcmp0 (page->content_type, "multipart/related") != 0)
    return NULL;
  head = g_strndup (data, MIN (length, MAX_HEADER));
  line = head + strspn (head, " \t\r\n");
  if (!g_str_has_prefix (line, "--"))
    return NULL;
  line += strlen ("--");
  line[strcspn (line, "\r\n")] = '\0';
  g_strchomp (line);
  return *line != '\0' && strlen (line) <= MAX_BOUNDARY &&
                 line[strspn (line, BOUNDARY_CHARS)] == '\0'
             ? g_strdup (line)
             : NULL;
}

static gboolean
has_message_header (PmPage *page)
{
  gsize length;
  const char *data = g_bytes_get_data (page->content, &length);
  g_autofree char *head = NULL;
  char *end;

  if (g_strcmp0 (page->content_type, "text/plain") == 0)
    return FALSE;
  head = g_ascii_strdown (data, MIN (length, MAX_HEADER));
  end = strstr (head, "\r\n\r\n");
  if (end == NULL)
    end = strstr (head, "\n\n");
  if (end != NULL)
    *end = '\0';
  return g_ascii_isalpha (*head) && has_header (head, "mime-version") &&
         has_header (head, "content-type");
}

gboolean
_pm_mhtml_is_one (PmPage *page)
{
  g_autofree char *boundary = dup_bare_boundary (page);

  return boundary != NULL || has_message_header (page);
}

static void
collect_parts (Mhtml *self, GMimeObject *object, int depth)
{
  if (object == NULL || depth > MAX_DEPTH || self->parts->len == MAX_PARTS)
    return;
  if (GMIME_IS_MULTIPART (object))
    for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
      collect_parts (self, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
  else if (GMIME_IS_PART (object))
    g_ptr_array_add (self->parts, object);
}

static gboolean
is_page (GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));

  return g_mime_content_type_is_type (type, "text", "html") ||
         g_mime_content_type_is_type (type, "application", "xhtml+xml");
}

static gboolean
has_id (GMimePart *part, const char *id)
{
  const char *own = g_mime_object_get_content_id (GMIME_OBJECT (part));
  gsize length = strlen (id);

  if (length >= 2 && id[0] == '<' && id[length - 1] == '>')
    return own != NULL && strlen (own) == length - 2 && strncmp (own, id + 1, length - 2) == 0;
  return own != NULL && strcmp (own, id) == 0;
}

static GMimePart *
find_page (Mhtml *self)
{
  GMimeObject *top = g_mime_message_get_mime_part (self->message);
  const char *start = top != NULL ? g_mime_object_get_content_type_parameter (top, "start") : NULL;

  for (guint i = 0; i < self->parts->len && start != NULL; i++)
    if (is_page (self->parts->pdata[i]) && has_id (self->parts->pdata[i], start))
      return self->parts->pdata[i];
  for (guint i = 0; i < self->parts->len; i++)
    if (is_page (self->parts->pdata[i]))
      return self->parts->pdata[i];
  return NULL;
}

/* Lines of a long address may be folded; an address holds no white space.
 * Returns: (transfer full) (nullable) */
static char *
dup_address (gpointer object, const char *header, const char *base)
{
  const char *value = g_mime_object_get_header (object, header);
  g_autoptr (GString) address = g_string_new (NULL);

  for (; value != NULL && *value != '\0'; value++)
    if (!g_ascii_isspace (*value))
      g_string_append_c (address, *value);
  return _pm_address_resolve (base, address->str);
}

static void
find_address (Mhtml *self)
{
  /* GMime counts what a message says about its content as its content's. */
  self->base = dup_address (g_mime_message_get_mime_part (self->message), "Content-Location", NULL);
  self->address = dup_address (self->message, "Snapshot-Content-Location", NULL);
  self->key = "saved:snapshot-location";
  if (self->address == NULL)
    {
      self->address = dup_address (self->page, "Content-Location", self->base);
      self->key = "saved:content-location";
    }
  if (self->base == NULL)
    self->base = g_strdup (self->address);
}

/* The message, with a header when it has none. */
static GMimeStream *
open_message (PmPage *page)
{
  gsize length;
  const char *data = g_bytes_get_data (page->content, &length);
  g_autofree char *boundary = dup_bare_boundary (page);
  g_autofree char *head = NULL;
  GMimeStream *stream;

  if (boundary == NULL)
    return g_mime_stream_mem_new_with_buffer (data, length);
  head = g_strdup_printf ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"%s\"\n\n",
                          boundary);
  stream = g_mime_stream_mem_new ();
  g_mime_stream_write_string (stream, head);
  g_mime_stream_write (stream, data, length);
  g_mime_stream_reset (stream);
  return stream;
}

static Mhtml *
parse (PmPage *page)
{
  static gsize initialised;
  g_autoptr (Mhtml) self = g_new0 (Mhtml, 1);
  GMimeStream *stream;
  GMimeParser *parser;

  if (g_once_init_enter (&initialised))
    {
      g_mime_init ();
      g_once_init_leave (&initialised, 1);
    }
  self->parts = g_ptr_array_new ();
  stream = open_message (page);
  parser = g_mime_parser_new_with_stream (stream);
  self->message = g_mime_parser_construct_message (parser, NULL);
  g_object_unref (parser);
  g_object_unref (stream);
  if (self->message == NULL)
    return g_steal_pointer (&self);
  collect_parts (self, g_mime_message_get_mime_part (self->message), 0);
  self->page = find_page (self);
  if (self->page != NULL)
    find_address (self);
  return g_steal_pointer (&self);
}

/* Returns: (transfer full) (nullable): the part's bytes, decoded, when there are at most @max. */
static GBytes *
decode_part (GMimePart *part, gsize max)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array (bytes);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  /* No encoding of MIME is shorter than what it encodes, and the page itself has a limit. */
  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  g_object_unref (stream);
  if (bytes->len > 0 && bytes->len <= max)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}

static gboolean
is_image (GMimePart *part)
{
  return g_mime_content_type_is_type (g_mime_object_get_content_type (GMIME_OBJECT (part)), "image",
                                      "*");
}

/* The two names by which a page may show a part. Returns: (transfer full) (nullable) */
static char *
dup_part_name (Mhtml *self, GMimePart *part, guint i)
{
  const char *id = g_mime_object_get_content_id (GMIME_OBJECT (part));

  if (i == 0)
    return dup_address (part, "Content-Location", self->base);
  return id != NULL && strlen (id) <= MAX_ID ? g_strconcat ("cid:", id, NULL) : NULL;
}

static GHashTable *
list_image_names (Mhtml *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    for (guint n = 0; n < 2 && is_image (self->parts->pdata[i]); n++)
      {
        char *name = dup_part_name (self, self->parts->pdata[i], n);

        if (name != NULL)
          g_hash_table_add (names, name);
      }
  return names;
}

PmSaved *
_pm_mhtml_open (PmPage *page, GError **error)
{
  g_autoptr (Mhtml) self = parse (page);
  g_autoptr (GBytes) html = self->page != NULL ? decode_part (self->page, MAX_LENGTH) : NULL;
  PmPage *inner;
  PmSaved *saved;

  if (html == NULL)
    {
      g_set_error_literal (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_NOT_TEXT,
                           _ ("There is no web page in this file."));
      return NULL;
    }
  inner = pm_page_new (page->url);
  inner->content_type = g_strdup ("text/html");
  inner->charset = g_strdup (
      g_mime_object_get_content_type_parameter (GMIME_OBJECT (self->page), "charset"));
  inner->content = g_steal_pointer (&html);
  inner->fetched = page->fetched;
  saved = _pm_saved_new (inner, page);
  saved->address = g_steal_pointer (&self->address);
  saved->key = self->key;
  saved->images = list_image_names (self);
  return saved;
}

void
_pm_mhtml_take_images (PmPage *page, GHashTable *wanted, GPtrArray *resources)
{
  g_autoptr (Mhtml) self = parse (page);
  gsize left = MAX_LENGTH;

  for (guint i = 0; i < self->parts->len; i++)
    for (guint n = 0; n < 2 && is_image (self->parts->pdata[i]); n++)
      {
        GMimePart *part = self->parts->pdata[i];
        g_autofree char *name = dup_part_name (self, part, n);
        g_autofree char *type = NULL;
        g_autoptr (GBytes) bytes = NULL;

        if (name == NULL || !g_hash_table_contains (wanted, name))
          continue;
        bytes = decode_part (part, MIN (left, MAX_IMAGE));
        if (bytes == NULL)
          continue;
        left -= g_bytes_get_size (bytes);
        type = g_mime_content_type_get_mime_type (
            g_mime_object_get_content_type (GMIME_OBJECT (part)));
        g_ptr_array_add (resources, pm_resource_new (name, type, bytes));
        g_hash_table_remove (wanted, name);
      }
}
