/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundle-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A time that no double keeps to the microsecond. */
#define WHEN G_GINT64_CONSTANT (1738315800123457)

typedef struct
{
  PmMarkKind kind;
  const char *words; /* of an inline mark: within the block before it; "" for no length */
  int level;
  int number;
  const char *url;
  const char *text;
} Line;

static const Line harbour[] = {
  { PM_MARK_TITLE, "Harbour chief: “never” <took> money & left 😀" },
  { PM_MARK_IMAGE, "", 0, 0, "https://img.example/a.png", "The \"harbour\" <at> night" },
  { PM_MARK_PARAGRAPH, "The harbour chief said: “I never took money”, in court, on Friday." },
  { PM_MARK_STRONG, "harbour chief said" },
  { PM_MARK_EMPHASIS, "chief" },
  { PM_MARK_LINK, "in court", 0, 0, "https://court.example/?a=1&b=\"2\"" },
  { PM_MARK_HEADING, "Numbers", 2 },
  { PM_MARK_LIST_ITEM, "first of all", 1, 1 },
  { PM_MARK_LIST_ITEM, "deeper", 2 },
  { PM_MARK_LIST_ITEM, "second", 1, 2 },
  { PM_MARK_QUOTE, "A quotation’s first words", 1, 1 },
  { PM_MARK_QUOTE, "and a quotation in it", 2, 1 },
  { PM_MARK_QUOTE, "Another.", 1, 2 },
  { PM_MARK_CODE_BLOCK, "if (a < b)\n  return `x`;" },
  { PM_MARK_TABLE_ROW, "Year\tAmount", 1, 1 },
  { PM_MARK_TABLE_ROW, "2024\t10 <b> | c", 0, 1 },
  { PM_MARK_STRONG, "2024\t10" },
  { PM_MARK_CAPTION, "1. Sums *paid*" },
  { PM_MARK_RULE, "" },
  { PM_MARK_PARAGRAPH, "A line\nand another, script:" },
  { PM_MARK_LINK, "script", 0, 0, "javascript:alert(1)" },
  { PM_MARK_LIST_ITEM, "an item", 1 },
  { PM_MARK_PARAGRAPH, "that goes on", 1 },
  { PM_MARK_LIST_ITEM, "and another", 1 },
  { PM_MARK_TERM, "Slack" },
  { PM_MARK_STRONG, "Slack" },
  { PM_MARK_DEFINITION, "Water that stands.[7]" },
  { PM_MARK_REFERENCE, "[7]", 0, 1 },
  { PM_MARK_IMAGE, "", 0, 0, "https://img.example/b.png", "A gauge" },
  { PM_MARK_CAPTION, "The gauge, see below" },
  { PM_MARK_REFERENCE, "see below", 0, 2 },
  { PM_MARK_PARAGRAPH, "قال الوزير" },
  { PM_MARK_TARGET, "قال الوزير", 0, 2 },
  { PM_MARK_LIST_ITEM, "Pugh, Tides", 1, 1 },
  { PM_MARK_TARGET, "Pugh, Tides", 0, 1 },
};

static const Line market[] = {
  { PM_MARK_TITLE, "السوق" },
  { PM_MARK_PARAGRAPH, "قال الوزير إن السوق مفتوحة." },
};

static void
append_block (GString *text, const Line *line, PmMarkKind before)
{
  gboolean same = line->kind == before &&
                  (before == PM_MARK_LIST_ITEM || before == PM_MARK_TABLE_ROW);

  if (text->len > 0)
    g_string_append (text, same ? "\n" : "\n\n");
}

static PmDocument *
make_document (const Line *lines, gsize n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree PmSpan *spans = g_new0 (PmSpan, n_lines);
  PmMarkKind before = PM_N_MARKS;
  gsize block = 0;
  PmDocument *document;

  for (gsize i = 0; i < n_lines; i++)
    if (lines[i].kind >= PM_MARK_STRONG)
      {
        spans[i].start = strstr (text->str + block, lines[i].words) - text->str;
        spans[i].end = spans[i].start + strlen (lines[i].words);
      }
    else if (*lines[i].words != '\0')
      {
        append_block (text, &lines[i], before);
        before = lines[i].kind;
        block = text->len;
        g_string_append (text, lines[i].words);
        spans[i] = (PmSpan){ block, text->len };
      }
  /* What has no length stands where the next block begins. */
  for (gsize i = n_lines; i-- > 0;)
    if (*lines[i].words == '\0')
      spans[i] = (PmSpan){ spans[i + 1].start, spans[i + 1].start };
  document = pm_document_new (g_strdup (text->str), -1);
  for (gsize i = 0; i < n_lines; i++)
    pm_document_add_mark (document, lines[i].kind, spans[i], lines[i].level, lines[i].number,
                          lines[i].url, lines[i].text);
  return document;
}

static PmSpan
find (PmDocument *document, const char *words)
{
  const char *text = pm_document_get_text (document);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return (PmSpan){ at - text, at - text + strlen (words) };
}

static PmHighlight *
add_highlight (PmRecord *record,
               const char *words,
               PmColor color,
               const char *tag,
               const char *note)
{
  PmDocument *document = record->document;
  PmHighlight *highlight = pm_highlight_new (record->article->id, pm_document_get_text (document),
                                             pm_document_get_length (document),
                                             find (document, words));

  g_free (highlight->uuid);
  highlight->uuid = g_strdup_printf ("9c2b7e11-3333-4e4e-8c8c-%06" G_GINT64_FORMAT "%06u",
                                     record->article->id, record->highlights->len);
  highlight->color = color;
  highlight->created = WHEN;
  highlight->modified = WHEN + 1;
  if (tag != NULL)
    pm_highlight_add_tag (highlight, tag);
  pm_highlight_set_note (highlight, note);
  g_ptr_array_add (record->highlights, highlight);
  record->article->n_highlights++;
  record->article->colors |= 1u << color;
  return highlight;
}

static void
add_highlights (PmRecord *record)
{
  PmHighlight *orphan;

  add_highlight (record, "money & left 😀", PM_COLOR_BLUE, NULL, NULL);
  add_highlight (record, "chief said: “I never took", PM_COLOR_YELLOW, "Bribery <1>",
                 "Check against *court* file\n<script>alert(1)</script>");
  add_highlight (record, "never took money”, in", PM_COLOR_GREEN, "port/bribery", NULL);
  add_highlight (record, "2024\t10", PM_COLOR_ORANGE, NULL, NULL);
  /* Over the end of one block and the beginning of the next. */
  add_highlight (record, "Friday.\n\nNumbers", PM_COLOR_PURPLE, NULL, NULL);
  orphan = add_highlight (record, "A line", PM_COLOR_YELLOW, "2024", NULL);
  orphan->orphan = TRUE;
  orphan->span = (PmSpan){ 0, 0 };
  g_free (orphan->anchor->exact);
  orphan->anchor->exact = g_strdup ("words that are gone");
  orphan->anchor->hint = (PmSpan){ 99990, 100009 };
}

static PmAnalysis *
make_analysis (PmDocument *document)
{
  PmAnalysis *analysis = pm_analysis_new ();
  PmEntity *chief = pm_entity_new ("Anna <Ruiz>", PM_ENTITY_PERSON);
  PmQuote *quote = pm_quote_new (PM_QUOTE_DIRECT, find (document, "“I never took money”"));
  PmSpan mention = find (document, "harbour chief");

  g_array_append_val (chief->mentions, mention);
  g_ptr_array_add (chief->aliases, g_strdup ("Ruiz"));
  g_ptr_array_add (analysis->entities, chief);
  g_ptr_array_add (analysis->entities, pm_entity_new ("The Port", PM_ENTITY_ORGANISATION));
  quote->cue = find (document, "said");
  quote->speaker = mention;
  quote->speaker_name = g_strdup ("Anna <Ruiz>");
  quote->entity = 0;
  quote->rule = g_strdup ("cue-before");
  quote->confidence = 0.1;
  g_ptr_array_add (analysis->quotes, quote);
  g_ptr_array_add (analysis->sources,
                   pm_source_new (PM_SOURCE_GOVERNMENT, find (document, "in court"), "in court",
                                  "https://court.example/?a=1&b=\"2\""));
  g_ptr_array_add (analysis->sources,
                   pm_source_new (PM_SOURCE_DOCUMENT, find (document, "Sums"), "Sums", NULL));
  ((PmSource *) analysis->sources->pdata[1])->entity = 1;
  return analysis;
}

static void
add_corrections (PmRecord *record)
{
  PmEntityCorrection *rename = pm_entity_correction_new (PM_CORRECTION_RENAME, PM_ENTITY_PERSON,
                                                         "Ana <Ruiz>", NULL, PM_ENTITY_PERSON,
                                                         "Anna <Ruiz>");
  PmEntityCorrection *split = pm_entity_correction_new (PM_CORRECTION_SPLIT, PM_ENTITY_ORGANISATION,
                                                        "The Port", "Port & Co", PM_ENTITY_PLACE,
                                                        "Port");
  PmEntityCorrection *hide = pm_entity_correction_new (PM_CORRECTION_HIDE, PM_ENTITY_OTHER, "Sums",
                                                       NULL, PM_ENTITY_OTHER, NULL);

  split->article = record->article->id;
  rename->created = WHEN;
  split->created = WHEN + 1;
  hide->created = WHEN + 2;
  g_ptr_array_add (record->corrections, rename);
  g_ptr_array_add (record->corrections, split);
  g_ptr_array_add (record->corrections, hide);
}

static PmHop *
make_hop (const char *url, guint status)
{
  PmHop *hop = pm_hop_new (url);

  hop->status = status;
  hop->reason = g_strdup ("OK & well");
  hop->protocol = g_strdup ("HTTP/1.1");
  hop->request_headers = g_strdup ("Host: news.example\nAccept: text/html\n");
  hop->response_headers = g_strdup ("Content-Type: text/html\nServer: \"x\"\n");
  hop->address = g_strdup ("[2001:db8::1]:443");
  hop->tls_version = g_strdup ("TLS 1.3");
  hop->certificate_sha256 = g_strdup (
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
  hop->started = WHEN;
  hop->finished = WHEN + 5;
  return hop;
}

static PmPage *
make_page (gboolean compressed)
{
  PmPage *page = pm_page_new ("https://news.example/harbour?x=1&y=2");
  g_autoptr (GBytes) body = g_bytes_new_static ("<p>\0not text\xff</p>", 17);
  g_autoptr (GBytes) content = g_bytes_new_static ("<p>plain</p>", 12);

  page->content_type = g_strdup ("text/html");
  page->charset = g_strdup ("utf-8");
  page->fetched = WHEN;
  pm_page_set_body (page, body, compressed ? content : NULL, compressed ? "br" : NULL);
  g_ptr_array_add (page->hops, make_hop ("http://news.example/harbour", 301));
  g_ptr_array_add (page->hops, make_hop ("https://news.example/harbour?x=1&y=2", 200));
  return page;
}

/* The same without bytes: as a list of captures has it. */
static PmPage *
make_capture (gint64 fetched)
{
  PmPage *page = make_page (FALSE);

  g_clear_pointer (&page->body, g_bytes_unref);
  g_clear_pointer (&page->content, g_bytes_unref);
  page->fetched = fetched;
  return page;
}

static PmRecord *
make_record (gint64 id, const char *title, const char *byline, PmDocument *document)
{
  PmArticle *article = pm_article_new ("https://news.example/harbour");
  PmRecord *record = pm_record_new (article);

  g_free (article->uuid);
  article->uuid = g_strdup_printf ("7d1a6f10-2222-4d4d-9b9b-%012" G_GINT64_FORMAT, id);
  article->id = id;
  g_free (article->title);
  article->title = g_strdup (title);
  article->byline = g_strdup (byline);
  article->added = WHEN + id;
  article->state = document != NULL ? PM_ARTICLE_READY : PM_ARTICLE_FAILED;
  article->error = g_strdup (document != NULL ? NULL : "The server said <404>.");
  record->document = document;
  return record;
}

static PmRecord *
make_harbour (void)
{
  PmDocument *document = make_document (harbour, G_N_ELEMENTS (harbour));
  PmRecord *record = make_record (1, "Harbour chief: “never” <took> money & left 😀",
                                  "Anna van der Ruiz, Joe Biden, Jr., Reuters", document);
  PmArticle *article = record->article;

  article->outlet = g_strdup ("The \"Example\" & Co");
  article->published = g_strdup ("2025-01-30T08:00:00+01:00");
  article->language = g_strdup ("en");
  article->fetched = WHEN;
  article->trashed = WHEN + 7;
  article->unread = FALSE;
  article->note = g_strdup ("About the whole: \"quoted\"\nsecond line");
  g_ptr_array_add (article->tags, g_strdup ("Ports: & harbours"));
  g_ptr_array_add (article->tags, g_strdup ("2025"));
  g_ptr_array_add (article->collections, g_strdup ("Désk"));
  pm_document_set_meta (document, PM_META_TITLE, article->title, "json-ld:headline");
  pm_document_set_meta (document, PM_META_SUMMARY, "yes: no # [x]", NULL);
  add_highlights (record);
  record->analysis = make_analysis (document);
  add_corrections (record);
  record->page = make_page (TRUE);
  g_ptr_array_add (record->captures, make_capture (WHEN));
  g_ptr_array_add (record->captures, make_capture (WHEN - 1));
  return record;
}

static PmRecord *
load (gint64 article, gpointer data, GError **error)
{
  Fixture *self = data;

  return pm_record_ref (self->records->pdata[article - 1]);
}

static GBytes *
load_resource (gint64 article, const char *url, gpointer data, GError **error)
{
  Fixture *self = data;

  return g_str_equal (url, "https://img.example/a.png") ? g_bytes_ref (self->image) : NULL;
}

Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  PmRecord *rtl = make_record (2, "السوق", "Anna van der Ruiz",
                               make_document (market, G_N_ELEMENTS (market)));

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_record_unref);
  self->folder = g_dir_make_tmp ("pressmark-bundle-XXXXXX", NULL);
  self->image = g_bytes_new_static ("\x89PNG\r\n\x1a\nrest", 12);
  rtl->article->language = g_strdup ("ar");
  rtl->article->published = g_strdup ("2025-01");
  rtl->page = make_page (FALSE);
  add_highlight (rtl, "السوق مفتوحة", PM_COLOR_GREEN, "سوق", NULL);
  g_ptr_array_add (self->records, make_harbour ());
  g_ptr_array_add (self->records, rtl);
  g_ptr_array_add (self->records, make_record (3, "https://gone.example/", NULL, NULL));
  for (gint64 id = 1; id <= 3; id++)
    g_array_append_val (ids, id);
  self->bundle = pm_bundle_new ("Порт & “harbour”: 1/2", ids, load, load_resource, self);
  self->bundle->created = WHEN;
  return self;
}

void
fixture_free (Fixture *self)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_dir_close (dir);
  g_assert_no_errno (g_rmdir (self->folder));
  pm_bundle_free (self->bundle);
  g_ptr_array_unref (self->records);
  g_bytes_unref (self->image);
  g_free (self->folder);
  g_free (self);
}

char *
fixture_export (Fixture *self, const char *format, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  pm_bundle_export (self->bundle, pm_bundle_find_format (format), path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

char *
fixture_read (Fixture *self, const char *format)
{
  g_autofree char *path = fixture_export (self, format, "read");
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}
