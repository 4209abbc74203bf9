/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-saved-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-data-images-private.h"
#include "pm-mhtml-private.h"

/* The comments that say where a page was saved from stand at its very beginning. */
#define HEAD 16384

PmSaved *
_pm_saved_new (PmPage *page, PmPage *outer)
{
  PmSaved *self = g_new0 (PmSaved, 1);

  self->page = page;
  self->is_in_file = _pm_saved_is_file (outer);
  return self;
}

void
_pm_saved_free (PmSaved *self)
{
  pm_page_unref (self->page);
  g_free (self->address);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_free (self);
}

gboolean
_pm_saved_is_file (PmPage *page)
{
  return g_ascii_strncasecmp (page->requested_url, "file:", 5) == 0;
}

PmSaved *
_pm_saved_open (PmPage *page, GError **error)
{
  if (_pm_mhtml_is_one (page))
    return _pm_mhtml_open (page, error);
  return _pm_saved_new (pm_page_ref (page), page);
}

/* The web address that follows @before in @comment. Returns: (transfer full) (nullable) */
static char *
dup_address_after (const char *comment, const char *before)
{
  const char *at = strstr (comment, before);
  g_autofree char *address = NULL;

  if (at == NULL)
    return NULL;
  at += strlen (before);
  at += strspn (at, " \t");
  address = g_strndup (at, strcspn (at, " \t\n"));
  return _pm_address_resolve (NULL, address);
}

/* "saved from url=(0026)https://news.example/story": the number is the address's length. */
static char *
dup_browser_address (const char *comment)
{
  const char *at = strstr (comment, "saved from url=(");

  return at != NULL ? dup_address_after (at, ")") : NULL;
}

static gboolean
read_comment (PmSaved *self, const char *comment)
{
  self->address = dup_browser_address (comment);
  self->key = "saved:comment";
  if (self->address == NULL && strstr (comment, "SingleFile") != NULL)
    {
      self->address = dup_address_after (comment, " url:");
      self->key = "saved:singlefile";
    }
  return self->address != NULL;
}

static void
read_comments (PmSaved *self, const char *text)
{
  g_autofree char *head = g_strndup (text, HEAD);
  const char *end;

  for (const char *at = strstr (head, "<!--"); at != NULL; at = strstr (end, "<!--"))
    {
      g_autofree char *comment = NULL;

      end = strstr (at + 4, "-->");
      if (end == NULL)
        return;
      comment = g_strndup (at + 4, end - at - 4);
      if (read_comment (self, comment))
        return;
    }
}

/* The same bytes, come from @url. */
static PmPage *
copy_page_at (PmPage *page, const char *url)
{
  PmPage *copy = pm_page_new (url);

  copy->content_type = g_strdup (page->content_type);
  copy->charset = g_strdup (page->charset);
  copy->content = g_bytes_ref (page->content);
  copy->fetched = page->fetched;
  return copy;
}

/* What was on the screen when the page was saved is the picture; what else an image names was
 * meant for the page's scripts. */
static void
mark_images (PmSaved *self, PmTree *tree)
{
  for (PmNode *node = tree->root; node != NULL; node = _pm_node_next (node, tree->root, FALSE))
    {
      const char *source = node->tag == GUMBO_TAG_IMG ? _pm_node_get_attribute (node, "src") : NULL;
      const char *style = source != NULL ? _pm_node_get_attribute (node, "style") : NULL;
      g_autofree char *address = NULL;

      if (source == NULL)
        continue;
      address = _pm_address_resolve (self->page->url, source);
      if (g_str_has_prefix (source, PM_DATA_IMAGE_PREFIX) ||
          (style != NULL && strstr (style, "url(" PM_DATA_IMAGE_PREFIX) != NULL) ||
          (self->images != NULL && g_hash_table_contains (self->images, source)) ||
          (self->images != NULL && address != NULL &&
           g_hash_table_contains (self->images, address)))
        node->flags |= PM_NODE_ENCLOSED;
    }
}

/* A file is where the page is kept, not where it comes from. */
static void
move_to_address (PmSaved *self, PmTree *tree)
{
  g_autofree char *own = NULL;
  PmPage *file = self->page;

  if (g_ascii_strncasecmp (file->url, "file:", 5) != 0)
    return;
  own = self->address != NULL ? g_strdup (self->address) : _pm_address_find_own (tree);
  if (own == NULL)
    return;
  self->page = copy_page_at (file, own);
  pm_page_unref (file);
}

void
_pm_saved_place (PmSaved *self, const char *text, PmTree *tree)
{
  if (self->is_in_file)
    {
      if (self->address == NULL)
        read_comments (self, text);
      move_to_address (self, tree);
    }
  if (self->is_in_file || self->images != NULL)
    mark_images (self, tree);
}

void
_pm_saved_name (PmSaved *self, PmDocument *document)
{
  if (self->is_in_file && g_strcmp0 (self->address, self->page->url) == 0)
    pm_document_set_meta (document, PM_META_CANONICAL_URL, self->address, self->key);
}
