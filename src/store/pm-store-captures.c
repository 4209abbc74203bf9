/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#include "pm-digest.h"

/* Keeps @bytes, once, under their digest. Returns: the row's id, or 0. */
static gint64
keep_bytes (PmDb *db, GBytes *bytes, const char *sha256, GError **error)
{
  g_autoptr (PmStmt) find = pm_db_prepare (db, "SELECT id FROM blob WHERE sha256 = ?1");
  g_autoptr (PmStmt) insert = pm_db_prepare (db,
                                             "INSERT INTO blob (sha256, bytes) VALUES (?1, ?2)");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_text (find, 1, sha256);
  if (pm_stmt_step (find, &local_error))
    return pm_stmt_get_int64 (find, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return 0;
    }
  pm_stmt_bind_text (insert, 1, sha256);
  pm_stmt_bind_bytes (insert, 2, bytes);
  return pm_stmt_run (insert, error) ? pm_db_get_last_id (db) : 0;
}

gboolean
_pm_store_prune_blobs (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "DELETE FROM blob WHERE "
                         "NOT EXISTS (SELECT 1 FROM capture WHERE body = blob.id) AND "
                         "NOT EXISTS (SELECT 1 FROM capture WHERE content = blob.id) AND "
                         "NOT EXISTS (SELECT 1 FROM resource WHERE resource.bytes = blob.id)");

  return pm_stmt_run (stmt, error);
}

static gboolean
add_hop (PmDb *db, gint64 capture, guint position, const PmHop *hop, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO hop (capture, position, url, method, status, reason, protocol, "
          "request_headers, response_headers, address, tls_version, certificate_sha256, started, "
          "finished) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");

  pm_stmt_bind_int64 (stmt, 1, capture);
  pm_stmt_bind_int64 (stmt, 2, position);
  pm_stmt_bind_text (stmt, 3, hop->url);
  pm_stmt_bind_text (stmt, 4, hop->method);
  pm_stmt_bind_int64 (stmt, 5, hop->status);
  pm_stmt_bind_text (stmt, 6, hop->reason);
  pm_stmt_bind_text (stmt, 7, hop->protocol);
  pm_stmt_bind_text (stmt, 8, hop->request_headers);
  pm_stmt_bind_text (stmt, 9, hop->response_headers);
  pm_stmt_bind_text (stmt, 10, hop->address);
  pm_stmt_bind_text (stmt, 11, hop->tls_version);
  pm_stmt_bind_text (stmt, 12, hop->certificate_sha256);
  pm_stmt_bind_int64 (stmt, 13, hop->started);
  pm_stmt_bind_int64 (stmt, 14, hop->finished);
  return pm_stmt_run (stmt, error);
}

/* The digest is taken of the bytes themselves; only without them is the page's word taken. The
 * decoded content is kept beside the body because only what fetched it can decode it. */
static gboolean
bind_bytes (PmDb *db, PmStmt *stmt, PmPage *page, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *content_sha256 = NULL;
  gint64 body;
  gint64 content;

  if (page->body == NULL)
    {
      pm_stmt_bind_text (stmt, 7, page->body_sha256);
      return TRUE;
    }
  sha256 = pm_digest_dup_sha256 (page->body);
  body = keep_bytes (db, page->body, sha256, error);
  if (body == 0)
    return FALSE;
  pm_stmt_bind_text (stmt, 7, sha256);
  pm_stmt_bind_int64 (stmt, 8, body);
  if (page->content == NULL || g_bytes_equal (page->content, page->body))
    return TRUE;
  content_sha256 = pm_digest_dup_sha256 (page->content);
  content = keep_bytes (db, page->content, content_sha256, error);
  pm_stmt_bind_int64 (stmt, 9, content);
  return content != 0;
}

/* @first: 0 for a first page. */
static gint64
add_capture (PmDb *db, gint64 article, gint64 first, PmPage *page, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO capture (article, requested_url, url, content_type, charset, encoding, "
          "body_sha256, body, content, fetched, first) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, nullif (?11, 0))");
  gint64 id;

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_text (stmt, 2, page->requested_url);
  pm_stmt_bind_text (stmt, 3, page->url);
  pm_stmt_bind_text (stmt, 4, page->content_type);
  pm_stmt_bind_text (stmt, 5, page->charset);
  pm_stmt_bind_text (stmt, 6, page->encoding);
  pm_stmt_bind_int64 (stmt, 10, page->fetched);
  pm_stmt_bind_int64 (stmt, 11, first);
  if (!bind_bytes (db, stmt, page, error) || !pm_stmt_run (stmt, error))
    return 0;
  id = pm_db_get_last_id (db);
  if (!_pm_store_add_address (db, article, PM_ADDRESS_FETCHED, page->requested_url, error) ||
      !_pm_store_add_address (db, article, PM_ADDRESS_FETCHED, page->url, error))
    return 0;
  for (guint i = 0; i < page->hops->len; i++)
    if (!add_hop (db, id, i, page->hops->pdata[i], error))
      return 0;
  return id;
}

gint64
pm_store_add_capture (PmDb *db, gint64 article, PmPage *page, GError **error)
{
  gint64 id;
  gboolean done;

  if (!pm_db_begin (db, error))
    return 0;
  id = add_capture (db, article, 0, page, error);
  done = id != 0;
  for (PmPage *next = page->next; done && next != NULL; next = next->next)
    done = add_capture (db, article, id, next, error) != 0;
  return _pm_db_end (db, done, error) ? id : 0;
}

static gboolean
add_resource (PmDb *db,
              gint64 article,
              const char *url,
              const char *type,
              GBytes *bytes,
              GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "INSERT INTO resource (article, url, type, bytes) VALUES (?1, ?2, ?3, ?4) "
                         "ON CONFLICT (article, url) DO UPDATE SET type = ?3, bytes = ?4");
  g_autofree char *sha256 = pm_digest_dup_sha256 (bytes);
  gint64 blob = keep_bytes (db, bytes, sha256, error);

  if (blob == 0)
    return FALSE;
  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_text (stmt, 2, url);
  pm_stmt_bind_text (stmt, 3, type);
  pm_stmt_bind_int64 (stmt, 4, blob);
  return pm_stmt_run (stmt, error);
}

gboolean
pm_store_add_resource (PmDb *db,
                       gint64 article,
                       const char *url,
                       const char *type,
                       GBytes *bytes,
                       GError **error)
{
  return pm_db_begin (db, error) &&
         _pm_db_end (db, add_resource (db, article, url, type, bytes, error), error);
}

GBytes *
pm_store_load_resource (PmDb *db, gint64 article, const char *url, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT b.bytes FROM resource r JOIN blob b ON b.id = r.bytes "
                         "WHERE r.article = ?1 AND r.url = ?2");

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_text (stmt, 2, url);
  return pm_stmt_step (stmt, error) ? pm_stmt_dup_bytes (stmt, 0) : NULL;
}

static PmHop *
read_hop (PmStmt *stmt)
{
  PmHop *hop = pm_hop_new (NULL);

  g_free (hop->method);
  hop->url = _pm_stmt_dup_required (stmt, 0);
  hop->method = _pm_stmt_dup_required (stmt, 1);
  hop->status = pm_stmt_get_int64 (stmt, 2);
  hop->reason = _pm_stmt_dup_text (stmt, 3);
  hop->protocol = _pm_stmt_dup_text (stmt, 4);
  hop->request_headers = _pm_stmt_dup_text (stmt, 5);
  hop->response_headers = _pm_stmt_dup_text (stmt, 6);
  hop->address = _pm_stmt_dup_text (stmt, 7);
  hop->tls_version = _pm_stmt_dup_text (stmt, 8);
  hop->certificate_sha256 = _pm_stmt_dup_text (stmt, 9);
  hop->started = pm_stmt_get_int64 (stmt, 10);
  hop->finished = pm_stmt_get_int64 (stmt, 11);
  return hop;
}

static gboolean
load_hops (PmDb *db, gint64 capture, GPtrArray *hops, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT url, method, status, reason, protocol, request_headers, response_headers, "
          "address, tls_version, certificate_sha256, started, finished FROM hop "
          "WHERE capture = ?1 ORDER BY position");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, capture);
  while (pm_stmt_step (stmt, &local_error))
    g_ptr_array_add (hops, read_hop (stmt));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_bytes (PmDb *db, gint64 capture, PmPage *page, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT b.bytes, d.bytes FROM capture c JOIN blob b ON b.id = c.body "
                         "LEFT JOIN blob d ON d.id = c.content WHERE c.id = ?1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, capture);
  if (pm_stmt_step (stmt, &local_error))
    {
      page->body = pm_stmt_dup_bytes (stmt, 0);
      page->content = pm_stmt_dup_bytes (stmt, 1);
      if (page->content == NULL && page->body != NULL)
        page->content = g_bytes_ref (page->body);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static PmPage *
load_page (PmDb *db, gint64 capture, gboolean with_bytes, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db,
      "SELECT url, requested_url, content_type, charset, encoding, body_sha256, fetched, "
      "length (b.bytes), coalesce (length (c.bytes), length (b.bytes)) FROM capture "
      "LEFT JOIN blob b ON b.id = body LEFT JOIN blob c ON c.id = content WHERE capture.id = ?1");
  g_autoptr (PmPage) page = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, capture);
  if (!pm_stmt_step (stmt, &local_error))
    {
      /* An index may name a row that is not there. */
      if (local_error == NULL)
        _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  url = _pm_stmt_dup_required (stmt, 0);
  page = pm_page_new (url);
  g_free (page->requested_url);
  page->requested_url = _pm_stmt_dup_required (stmt, 1);
  page->content_type = _pm_stmt_dup_text (stmt, 2);
  page->charset = _pm_stmt_dup_text (stmt, 3);
  page->encoding = _pm_stmt_dup_text (stmt, 4);
  page->body_sha256 = _pm_stmt_dup_text (stmt, 5);
  page->fetched = pm_stmt_get_int64 (stmt, 6);
  page->body_size = pm_stmt_get_int64 (stmt, 7);
  page->content_size = pm_stmt_get_int64 (stmt, 8);
  if (!load_hops (db, capture, page->hops, error) ||
      (with_bytes && !load_bytes (db, capture, page, error)))
    return NULL;
  return g_steal_pointer (&page);
}

/* Gives @page those that follow it. */
static gboolean
load_next_pages (PmDb *db, gint64 first, gboolean with_bytes, PmPage *page, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT id FROM capture WHERE first = ?1 "
                                               "ORDER BY id LIMIT ?2");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, first);
  pm_stmt_bind_int64 (stmt, 2, PM_PAGE_MAX - 1);
  for (; pm_stmt_step (stmt, &local_error); page = page->next)
    {
      page->next = load_page (db, pm_stmt_get_int64 (stmt, 0), with_bytes, error);
      if (page->next == NULL)
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

PmPage *
_pm_store_load_capture (PmDb *db, gint64 capture, gboolean with_bytes, GError **error)
{
  g_autoptr (PmPage) page = load_page (db, capture, with_bytes, error);

  if (page == NULL || !load_next_pages (db, capture, with_bytes, page, error))
    return NULL;
  return g_steal_pointer (&page);
}

PmPage *
pm_store_load_capture (PmDb *db, gint64 capture, GError **error)
{
  return _pm_store_load_capture (db, capture, TRUE, error);
}

GArray *
_pm_store_list_captures (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db,
      "SELECT id FROM capture WHERE article = ?1 AND first IS NULL ORDER BY fetched DESC, id DESC");

  pm_stmt_bind_int64 (stmt, 1, article);
  return _pm_store_list_ids (stmt, error);
}

PmPage *
pm_store_load_page (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (GArray) ids = _pm_store_list_captures (db, article, error);

  if (ids == NULL || ids->len == 0)
    return NULL;
  return _pm_store_load_capture (db, g_array_index (ids, gint64, 0), TRUE, error);
}
