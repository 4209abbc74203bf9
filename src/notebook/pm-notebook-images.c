/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The images an article shows. Those that came with the page are kept with it; the others are
 * fetched a few at a time once the article itself is kept. One that cannot be had is not worth the
 * article: its place shows the alternative text. */

#include "pm-notebook-private.h"

#include <string.h>

#define MAX_IMAGES 40
#define MAX_BYTES (64 * 1024 * 1024) /* of all of them, but for those on their way */
#define AT_ONCE 4
/* Of all articles: half of what the fetcher does at one time. A host that does not answer holds its
 * place for many seconds, and pages must not wait for that. */
#define ALL_AT_ONCE 8

typedef struct
{
  gint64 article;
  PmPage *page;
  GPtrArray *urls; /* (element-type utf8): still to fetch */
  guint n_running;
  gsize n_bytes; /* that came */
} Images;

static void
images_free (gpointer data)
{
  Images *self = data;

  pm_page_unref (self->page);
  g_ptr_array_unref (self->urls);
  g_free (self);
}

static void
drop_url (GPtrArray *urls, const char *url)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (urls, url, g_str_equal, &at))
    g_ptr_array_remove_index (urls, at);
}

/* The images on the web, each once. */
static GPtrArray *
list_all (PmDocument *document)
{
  g_autoptr (GPtrArray) shown = pm_document_list_images (document);
  GPtrArray *urls = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < shown->len && urls->len < MAX_IMAGES; i++)
    if (g_str_has_prefix (shown->pdata[i], "http") &&
        !g_ptr_array_find_with_equal_func (urls, shown->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (urls, g_strdup (shown->pdata[i]));
  return urls;
}

/* MHTML and SingleFile bring all there is: nobody is asked for more. */
static gboolean
is_whole (PmDocument *document)
{
  const char *key = pm_document_get_meta_key (document, PM_META_CANONICAL_URL);

  return key != NULL && g_str_has_prefix (key, "saved:") && strcmp (key, "saved:comment") != 0;
}

/* Those to fetch: without those of @kept. */
static GPtrArray *
list_urls (PmDocument *document, GPtrArray *kept)
{
  GPtrArray *urls = list_all (document);

  if (is_whole (document))
    g_ptr_array_set_size (urls, 0);
  for (guint i = 0; i < kept->len; i++)
    drop_url (urls, ((const PmResource *) kept->pdata[i])->url);
  return urls;
}

/* Where a browser puts the images of a page that it saves as "Story.html": in "Story_files", or
 * what the user's language has for it, so that the page names "./Story_files/crane.png".
 * Returns: (transfer full) (nullable): the place of @url when it is such a name. */
static GFile *
find_beside (PmPage *page, const char *url)
{
  g_autoptr (GFile) file = g_file_new_for_uri (page->requested_url);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) place = NULL;
  g_autofree char *stem = g_file_get_basename (file);
  g_auto (GStrv) parts = g_strsplit (url, "/", -1);
  guint n_parts = g_strv_length (parts);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  char *dot = strrchr (stem, '.');

  if (dot == NULL || dot == stem || parent == NULL || n_parts < 5)
    return NULL;
  *dot = '\0';
  folder = g_uri_unescape_string (parts[n_parts - 2], "/");
  name = g_uri_unescape_string (parts[n_parts - 1], "/");
  if (folder == NULL || name == NULL || !g_str_has_prefix (folder, stem) || *folder == '.' ||
      strcmp (folder, stem) == 0 || *name == '\0' || *name == '.')
    return NULL;
  place = g_file_get_child (parent, folder);
  return g_file_get_child (place, name);
}

void
_pm_notebook_take_images_beside (PmPage *page, PmDocument *document, GPtrArray *images)
{
  g_autoptr (GPtrArray) urls = NULL;

  if (!g_str_has_prefix (page->requested_url, "file:") || is_whole (document))
    return;
  urls = list_all (document);
  for (guint i = 0; i < urls->len; i++)
    {
      g_autoptr (GFile) file = find_beside (page, urls->pdata[i]);
      g_autoptr (PmPage) image = file != NULL ? pm_fetch_image_file (file, NULL, NULL) : NULL;

      if (image != NULL)
        g_ptr_array_add (images,
                         pm_resource_new (urls->pdata[i], image->content_type, image->content));
    }
}

gboolean
_pm_notebook_store_images (PmDb *db, gint64 article, GPtrArray *images, GError **error)
{
  for (guint i = 0; i < images->len; i++)
    {
      const PmResource *image = images->pdata[i];

      if (!pm_store_add_resource (db, article, image->url, image->type, image->bytes, error))
        return FALSE;
    }
  return TRUE;
}

/* One image on its way. */
typedef struct
{
  GTask *task;
  char *url;
  PmPage *page; /* (nullable): until it has come */
} Image;

static void
image_free (Image *self)
{
  g_object_unref (self->task);
  g_free (self->url);
  g_clear_pointer (&self->page, pm_page_unref);
  g_free (self);
}

static gpointer
store_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Image *image = data;
  Images *images = g_task_get_task_data (image->task);

  return GINT_TO_POINTER (pm_store_add_resource (db, images->article, image->url,
                                                 image->page->content_type, image->page->content,
                                                 error));
}

static void fetch_more (GTask *task);

/* The article that has waited longest for a place comes before the one that had it. */
static void
image_done (Image *self)
{
  g_autoptr (GTask) task = g_object_ref (self->task);
  PmNotebook *notebook = g_task_get_source_object (task);
  Images *images = g_task_get_task_data (task);

  image_free (self);
  images->n_running--;
  notebook->n_images--;
  while (notebook->n_images < ALL_AT_ONCE && notebook->waiting_images.length > 0)
    {
      g_autoptr (GTask) next = g_queue_pop_head (&notebook->waiting_images);

      fetch_more (next);
    }
  fetch_more (task);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  _pm_notebook_run_finish (PM_NOTEBOOK (source), result, NULL);
  image_done (user_data);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Image *self = user_data;
  Images *images = g_task_get_task_data (self->task);

  self->page = pm_fetcher_fetch_finish (PM_FETCHER (source), result, NULL);
  if (self->page == NULL)
    {
      image_done (self);
      return;
    }
  images->n_bytes += g_bytes_get_size (self->page->content);
  _pm_notebook_run_async (g_task_get_source_object (self->task), store_job, self, NULL, NULL,
                          images->article, PM_NOTEBOOK_IMAGES, NULL, stored_cb, self);
}

static gboolean
wants_more (GTask *task)
{
  PmNotebook *notebook = g_task_get_source_object (task);
  Images *images = g_task_get_task_data (task);

  return images->urls->len > 0 && images->n_bytes < MAX_BYTES && notebook->reader != NULL &&
         !g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
fetch_one (GTask *task)
{
  PmNotebook *notebook = g_task_get_source_object (task);
  Images *images = g_task_get_task_data (task);
  Image *image = g_new0 (Image, 1);

  image->task = g_object_ref (task);
  image->url = g_ptr_array_steal_index (images->urls, 0);
  images->n_running++;
  notebook->n_images++;
  pm_fetcher_fetch_linked_async (_pm_notebook_get_fetcher (notebook), image->url, PM_FETCH_IMAGE,
                                 images->page, g_task_get_cancellable (task), fetched_cb, image);
}

static void
fetch_more (GTask *task)
{
  PmNotebook *notebook = g_task_get_source_object (task);
  Images *images = g_task_get_task_data (task);

  while (wants_more (task) && images->n_running < AT_ONCE && notebook->n_images < ALL_AT_ONCE)
    fetch_one (task);
  if (images->n_running > 0)
    return;
  if (wants_more (task))
    g_queue_push_tail (&notebook->waiting_images, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

void
_pm_notebook_fetch_images_async (PmNotebook *self,
                                 gint64 article,
                                 PmPage *page,
                                 PmDocument *document,
                                 GPtrArray *kept,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Images *images = g_new0 (Images, 1);

  *images = (Images){ article, pm_page_ref (page), list_urls (document, kept), 0, 0 };
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, images, images_free);
  fetch_more (task);
}
