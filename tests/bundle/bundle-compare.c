/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundle-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static void
assert_same_span (PmSpan a, PmSpan b)
{
  g_assert_cmpuint (a.start, ==, b.start);
  g_assert_cmpuint (a.end, ==, b.end);
}

static void
assert_same_strings (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (a->pdata[i], ==, b->pdata[i]);
}

static void
assert_same_article (const PmArticle *a, const PmArticle *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->outlet, ==, b->outlet);
  g_assert_cmpstr (a->byline, ==, b->byline);
  g_assert_cmpstr (a->published, ==, b->published);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpint (a->added, ==, b->added);
  g_assert_cmpint (a->fetched, ==, b->fetched);
  g_assert_cmpint (a->trashed, ==, b->trashed);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpstr (a->error, ==, b->error);
  g_assert_cmpint (a->unread, ==, b->unread);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpuint (a->n_highlights, ==, b->n_highlights);
  g_assert_cmpuint (a->colors, ==, b->colors);
  assert_same_strings (a->tags, b->tags);
  assert_same_strings (a->collections, b->collections);
}

static void
assert_same_document (PmDocument *a, PmDocument *b)
{
  gsize n_a;
  gsize n_b;
  const PmMark *marks_a = pm_document_get_marks (a, &n_a);
  const PmMark *marks_b = pm_document_get_marks (b, &n_b);

  g_assert_cmpstr (pm_document_get_text (a), ==, pm_document_get_text (b));
  for (guint i = 0; i < PM_N_META; i++)
    {
      g_assert_cmpstr (pm_document_get_meta (a, i), ==, pm_document_get_meta (b, i));
      g_assert_cmpstr (pm_document_get_meta_key (a, i), ==, pm_document_get_meta_key (b, i));
    }
  g_assert_cmpuint (n_a, ==, n_b);
  for (gsize i = 0; i < n_a; i++)
    {
      g_assert_cmpint (marks_a[i].kind, ==, marks_b[i].kind);
      assert_same_span (marks_a[i].span, marks_b[i].span);
      g_assert_cmpint (marks_a[i].level, ==, marks_b[i].level);
      g_assert_cmpint (marks_a[i].number, ==, marks_b[i].number);
      g_assert_cmpstr (marks_a[i].url, ==, marks_b[i].url);
      g_assert_cmpstr (marks_a[i].text, ==, marks_b[i].text);
    }
}

static void
assert_same_quote (const PmQuote *a, const PmQuote *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  assert_same_span (a->span, b->span);
  assert_same_span (a->cue, b->cue);
  assert_same_span (a->speaker, b->speaker);
  g_assert_cmpstr (a->speaker_name, ==, b->speaker_name);
  g_assert_cmpint (a->entity, ==, b->entity);
  g_assert_cmpstr (a->rule, ==, b->rule);
  g_assert_cmpfloat (a->confidence, ==, b->confidence);
}

static void
assert_same_entity (const PmEntity *a, const PmEntity *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpint (a->type, ==, b->type);
  assert_same_strings (a->aliases, b->aliases);
  g_assert_cmpuint (a->mentions->len, ==, b->mentions->len);
  for (guint i = 0; i < a->mentions->len; i++)
    assert_same_span (g_array_index (a->mentions, PmSpan, i),
                      g_array_index (b->mentions, PmSpan, i));
}

static void
assert_same_source (const PmSource *a, const PmSource *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  assert_same_span (a->span, b->span);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpint (a->entity, ==, b->entity);
}

static void
assert_same_analysis (PmAnalysis *a, PmAnalysis *b)
{
  g_assert_cmpuint (a->entities->len, ==, b->entities->len);
  g_assert_cmpuint (a->quotes->len, ==, b->quotes->len);
  g_assert_cmpuint (a->sources->len, ==, b->sources->len);
  for (guint i = 0; i < a->entities->len; i++)
    assert_same_entity (a->entities->pdata[i], b->entities->pdata[i]);
  for (guint i = 0; i < a->quotes->len; i++)
    assert_same_quote (a->quotes->pdata[i], b->quotes->pdata[i]);
  for (guint i = 0; i < a->sources->len; i++)
    assert_same_source (a->sources->pdata[i], b->sources->pdata[i]);
}

static void
assert_same_highlight (const PmHighlight *a, const PmHighlight *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpstr (a->anchor->exact, ==, b->anchor->exact);
  g_assert_cmpstr (a->anchor->prefix, ==, b->anchor->prefix);
  g_assert_cmpstr (a->anchor->suffix, ==, b->anchor->suffix);
  assert_same_span (a->anchor->hint, b->anchor->hint);
  assert_same_span (a->span, b->span);
  g_assert_cmpint (a->orphan, ==, b->orphan);
  g_assert_cmpint (a->color, ==, b->color);
  assert_same_strings (a->tags, b->tags);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->modified, ==, b->modified);
}

static void
assert_same_hop (const PmHop *a, const PmHop *b)
{
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->method, ==, b->method);
  g_assert_cmpuint (a->status, ==, b->status);
  g_assert_cmpstr (a->reason, ==, b->reason);
  g_assert_cmpstr (a->protocol, ==, b->protocol);
  g_assert_cmpstr (a->request_headers, ==, b->request_headers);
  g_assert_cmpstr (a->response_headers, ==, b->response_headers);
  g_assert_cmpstr (a->address, ==, b->address);
  g_assert_cmpstr (a->tls_version, ==, b->tls_version);
  g_assert_cmpstr (a->certificate_sha256, ==, b->certificate_sha256);
  g_assert_cmpint (a->started, ==, b->started);
  g_assert_cmpint (a->finished, ==, b->finished);
}

static void
assert_same_page (const PmPage *a, const PmPage *b, gboolean with_bodies)
{
  g_assert_cmpstr (a->requested_url, ==, b->requested_url);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->content_type, ==, b->content_type);
  g_assert_cmpstr (a->charset, ==, b->charset);
  g_assert_cmpstr (a->encoding, ==, b->encoding);
  g_assert_cmpstr (a->body_sha256, ==, b->body_sha256);
  g_assert_cmpint (a->fetched, ==, b->fetched);
  g_assert_cmpuint (a->hops->len, ==, b->hops->len);
  for (guint i = 0; i < a->hops->len; i++)
    assert_same_hop (a->hops->pdata[i], b->hops->pdata[i]);
  if (!with_bodies)
    return;
  g_assert_true (a->body == NULL ? b->body == NULL : g_bytes_equal (a->body, b->body));
  g_assert_true (a->content == NULL ? b->content == NULL : g_bytes_equal (a->content, b->content));
}

/* Which article one is about, only the importer knows. */
static void
assert_same_correction (PmEntityCorrection *a, PmEntityCorrection *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpint (a->article != 0, ==, b->article != 0);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->form, ==, b->form);
  g_assert_cmpstr (a->to_name, ==, b->to_name);
  if (a->to_name != NULL)
    g_assert_cmpint (a->to_type, ==, b->to_type);
  g_assert_cmpint (a->created, ==, b->created);
}

static void
assert_same_record (PmRecord *a, PmRecord *b, gboolean with_bodies)
{
  assert_same_article (a->article, b->article);
  g_assert_cmpint (a->document != NULL, ==, b->document != NULL);
  if (a->document != NULL)
    assert_same_document (a->document, b->document);
  g_assert_cmpint (a->analysis != NULL, ==, b->analysis != NULL);
  if (a->analysis != NULL)
    assert_same_analysis (a->analysis, b->analysis);
  g_assert_cmpuint (a->highlights->len, ==, b->highlights->len);
  for (guint i = 0; i < a->highlights->len; i++)
    assert_same_highlight (a->highlights->pdata[i], b->highlights->pdata[i]);
  g_assert_cmpuint (a->corrections->len, ==, b->corrections->len);
  for (guint i = 0; i < a->corrections->len; i++)
    assert_same_correction (a->corrections->pdata[i], b->corrections->pdata[i]);
  g_assert_cmpint (a->page != NULL, ==, b->page != NULL);
  if (a->page != NULL)
    assert_same_page (a->page, b->page, with_bodies);
  g_assert_cmpuint (a->captures->len, ==, b->captures->len);
  for (guint i = 0; i < a->captures->len; i++)
    assert_same_page (a->captures->pdata[i], b->captures->pdata[i], with_bodies);
}

void
assert_same_records (GPtrArray *a, GPtrArray *b, gboolean with_bodies)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    assert_same_record (a->pdata[i], b->pdata[i], with_bodies);
}

void
write_file (const char *path, const char *data, gssize length)
{
  FILE *file = g_fopen (path, "wb");
  gsize size = length < 0 ? strlen (data) : (gsize) length;

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

GHashTable *
read_zip (const char *path)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  /* Only for this reader: what is tested has to work in any locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 10240), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *name = g_strdup (archive_entry_pathname_utf8 (entry));
      guint8 buffer[4096];
      la_ssize_t n;

      while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_byte_array_append (bytes, buffer, n);
      g_assert_cmpint (n, ==, 0);
      /* Ends like a string as well. */
      g_byte_array_append (bytes, (const guint8 *) "", 1);
      g_byte_array_set_size (bytes, bytes->len - 1);
      g_assert_false (g_hash_table_contains (files, name));
      g_hash_table_insert (files, g_steal_pointer (&name),
                           g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
    }
  g_assert_null (archive_error_string (archive));
  archive_read_free (archive);
  setlocale (LC_CTYPE, "C");
  return files;
}

void
write_zip (const char *path, const ZipEntry *entries, gsize n_entries)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_entries; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, entries[i].path);
      archive_entry_set_filetype (entry, entries[i].link != NULL ? AE_IFLNK : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      if (entries[i].link != NULL)
        archive_entry_set_symlink (entry, entries[i].link);
      archive_entry_set_size (entry, entries[i].length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, entries[i].data, entries[i].length), ==,
                       entries[i].length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}
