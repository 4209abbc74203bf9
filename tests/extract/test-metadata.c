/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include <string.h>

#define PAGE_URL "https://news.example.com/2024/05/harbour/story.html"
#define SENTENCE                                                                                   \
  "The harbour was quiet on Monday, and the cranes, which had stood still for weeks, began to "    \
  "move. "
#define PROSE "<p>" SENTENCE SENTENCE "</p><p>" SENTENCE SENTENCE "</p>"
#define FAR_PROSE PROSE PROSE PROSE PROSE PROSE
#define H1 "<h1>Cranes move again</h1>"
#define PAPER "<meta property=og:site_name content='The Paper'>"
#define LD(json) "<script type=application/ld+json>" json "</script>"
#define LD_NEWS(author)                                                                            \
  LD ("{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"publisher\":{\"name\":\"The Paper\"},"      \
      "\"author\":" author "}")
#define LD_BLOG(author) LD ("{\"@type\":\"BlogPosting\",\"headline\":\"H\",\"author\":" author "}")

/* A row is a page: what its head says, and what stands before its text. */
typedef struct
{
  const char *name;
  const char *head;
  const char *top;
  const char *value; /* (nullable) */
  const char *key;   /* (nullable) */
} Row;

static PmDocument *
extract (const Row *row)
{
  g_autofree char *html = g_strconcat ("<!doctype html><head>", row->head, "</head><body><article>",
                                       row->top, PROSE, "</article>", NULL);
  g_autoptr (GBytes) body = g_bytes_new (html, strlen (html));
  g_autoptr (PmPage) page = pm_page_new (PAGE_URL);
  g_autoptr (GError) error = NULL;
  PmDocument *document;

  page->content_type = g_strdup ("text/html");
  pm_page_set_body (page, body, NULL, NULL);
  document = pm_extract (page, &error);
  g_assert_no_error (error);
  return document;
}

static void
check (const Row *row, PmMetaField field)
{
  g_autoptr (PmDocument) document = extract (row);

  g_assert_cmpstr (pm_document_get_meta (document, field), ==, row->value);
  g_assert_cmpstr (pm_document_get_meta_key (document, field), ==, row->key);
}

static const Row titles[] = {
  { "heading-repeats-meta",
    "<meta property=og:title content='Cranes move again'><title>Harbour</title>", H1,
    "Cranes move again", "meta:og:title" },
  { "heading-differs", "<meta property=og:title content='Cranes at work after strike'>", H1,
    "Cranes move again", "h1" },
  { "site-suffix", PAPER "<meta property=og:title content='Cranes move again | The Paper'>", H1,
    "Cranes move again", "meta:og:title" },
  { "site-suffix-no-heading", PAPER "<meta property=og:title content='Cranes at work | The Paper'>",
    "", "Cranes at work", "meta:og:title" },
  { "site-prefix", PAPER "<title>The Paper - Cranes at work</title>", "", "Cranes at work",
    "title" },
  { "host-suffix", "<title>Cranes at work – News Example</title>", "", "Cranes at work", "title" },
  { "unknown-suffix", "<title>Cranes at work in the harbour | Harbour Blog</title>", "",
    "Cranes at work in the harbour", "title" },
  { "short-before-suffix", "<title>Cranes | Harbour Blog</title>", "", "Cranes | Harbour Blog",
    "title" },
  { "site-is-first-heading", "<title>Cranes at work in May | Harbour Blog</title>",
    "<h1>Harbour Blog</h1><h2>Cranes at work in May</h2>", "Cranes at work in May", "h2" },
  { "front-page-is-first-heading", "<title>Cranes at work in May | Harbour Blog</title>",
    "<h1> <a href='/'>The Cranes of May</a></h1><h2>Cranes at work in May</h2>",
    "Cranes at work in May", "h2" },
  { "link-within-heading", "<title>Cranes at work</title>",
    "<h1><a href='/'>News</a>: Cranes are at work</h1>", "News: Cranes are at work", "h1" },
  { "low-heading-repeats-meta", "<meta property=og:title content='Cranes at work in May'>",
    "<h1>Harbour Blog of May</h1><h3>Cranes at work in May</h3>", "Cranes at work in May",
    "meta:og:title" },
  { "low-heading-is-teaser", "<title>Cranes at work | Harbour and Ships</title>",
    "<h3>Harbour and Ships</h3><h1>All cranes</h1>", "All cranes", "h1" },
  { "heading-is-part", "<title>Harbour » Archive » Cranes at work</title>",
    "<h1>Harbour</h1><h2>Cranes at work</h2>", "Cranes at work", "h2" },
  { "kicker", "<meta property=og:title content='Cranes move again'>",
    "<h1>Politics Cranes move again</h1>", "Cranes move again", "meta:og:title" },
  { "article-is-no-kicker", "<meta property=og:title content='Harbour cranes at work'>",
    "<h1>The harbour cranes at work</h1>", "The harbour cranes at work", "h1" },
  { "cut-off", "<meta property=og:title content='Cranes move again in the…'>",
    "<h1>Cranes move again in the harbour</h1>", "Cranes move again in the harbour", "h1" },
  { "heading-of-something-else", "<title>Cranes at work</title>", "<h1>Subscribe</h1>",
    "Cranes at work", "title" },
  { "akin-of-many", "<meta property=og:title content='All cranes of the harbour at work'>",
    "<h1>Newsletter</h1><h1>The cranes are at work</h1>", "The cranes are at work", "h1" },
  { "heading-in-menu", "<title>Cranes at work</title>", "<nav><h1>Cranes and more</h1></nav>",
    "Cranes at work", "title" },
  { "two-scripts", "<title>港口的起重机</title>", "<h1>港口起重机又动了</h1>", "港口起重机又动了",
    "h1" },
  { "template",
    "<meta property=og:title content='{{ title }}'><meta name=twitter:title content='Cranes at "
    "work'>",
    "", "Cranes at work", "meta:twitter:title" },
  { "is-site", PAPER "<meta property=og:title content='The Paper'>", H1, "Cranes move again",
    "h1" },
  { "many-properties", "<meta property='x:title dc:title' content='Cranes at work'>", "",
    "Cranes at work", "meta:dc.title" },
  { "double-encoded", "<meta property=og:title content='Cranes &amp;amp; ships'>", "",
    "Cranes & ships", "meta:og:title" },
};

static const Row bylines[] = {
  { "by", "<meta name=author content='By Ann Lee and Bo Ray, Staff Writer'>", "", "Ann Lee, Bo Ray",
    "meta:author" },
  { "url", "<meta property=article:author content='https://social.example/annlee'>", "", NULL,
    NULL },
  { "citation",
    "<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Ray, Bo'>",
    "", "Ann Lee, Bo Ray", "meta:citation_author" },
  { "json-mixed",
    LD ("{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"H\",\"author\":[\"Ann "
        "Lee\",{\"name\":\"Bo &amp; Ray O&#39;Neil\"}]}"),
    "", "Ann Lee, Bo, Ray O'Neil", "json-ld:author" },
  { "json-reference",
    LD ("{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"H\",\"author\":{\"@type\":\"Person\","
        "\"@id\":\"#a\"}},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"}]}"),
    "", "Ann Lee", "json-ld:author" },
  { "name-in-parentheses", LD_NEWS ("\"Ann (Maria) Lee\""), "", "Ann (Maria) Lee",
    "json-ld:author" },
  { "outlet-in-parentheses", LD_NEWS ("\"Ann Lee (Reuters)\""), "", "Ann Lee", "json-ld:author" },
  { "address-in-parentheses", "<meta name=author content='Ann M. Lee (https://lee.example/ann)'>",
    "", "Ann M. Lee", "meta:author" },
  { "outlet-behind", LD_NEWS ("\"Ann Lee | Wire Service\""), "", "Ann Lee", "json-ld:author" },
  { "job-behind", LD_NEWS ("\"Ann Lee, Chief Officer and Head of Cranes\""), "", "Ann Lee",
    "json-ld:author" },
  { "place-behind", LD_NEWS ("\"Ann Lee in Hamburg and Bo Ray in Rome\""), "", "Ann Lee, Bo Ray",
    "json-ld:author" },
  { "society", LD_BLOG ("\"Society for Ships and Harbours\""), "", "Society for Ships and Harbours",
    "json-ld:author" },
  { "paper-of-newsroom", LD_NEWS ("\"The Paper\""), "", NULL, NULL },
  { "agency-of-newsroom", LD_NEWS ("{\"@type\":\"Organization\",\"name\":\"Sea Wire\"}"), "", NULL,
    NULL },
  { "person-is-paper",
    "<meta property=og:site_name content='Ann Lee'>" LD_NEWS ("{\"name\":\"Ann Lee\"}"), "",
    "Ann Lee", "json-ld:author" },
  { "blog-is-author",
    "<meta property=og:site_name content='Harbour Blog'>" LD_BLOG (
        "{\"@type\":\"Organization\",\"name\":\"Harbour Blog\"}"),
    "", "Harbour Blog", "json-ld:author" },
  { "type-in-references",
    "<script type='application/ld&#x2B;json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\","
    "\"author\":{\"name\":\"Ann Lee\"}}</script>",
    "", "Ann Lee", "json-ld:author" },
  { "login-of-blog", LD_BLOG ("\"annlee7\""), "", "annlee7", "json-ld:author" },
  { "person-before-login", LD_BLOG ("\"annlee7\""), "<span class=byline>By Ann Lee</span>",
    "Ann Lee", "element:byline" },
  { "placeholder", LD_BLOG ("\"Super User\""), "", NULL, NULL },
  { "agency-of-site", "<meta name=author content='makers.ch'>", "", NULL, NULL },
  { "owner", "<meta name=author content='Sea GmbH, Hamburg, Germany'>", "", NULL, NULL },
  { "rel-author", "", H1 "<a rel=author href=/x>annie</a><a rel=author href=/y>Bo</a>", "Bo",
    "element:author" },
  { "lines", "",
    H1 "<div class=byline><span>By</span><a>Ann Lee</a><i>Reporter</i> <a>and</a> <a>Bo Ray</a>"
       "</div>",
    "Ann Lee", "element:byline" },
  { "joined-lines", "",
    H1 "<div class=byline>By <a>Ann Lee</a> and <a>Bo Ray</a> <a>Smart Home</a></div>",
    "Ann Lee, Bo Ray", "element:byline" },
  { "parted-name", "", H1 "<div class=author><b>Ann</b> <b>Lee</b></div>", "Ann Lee",
    "element:byline" },
  { "date-before", "", H1 "<div class=author-line><i>1 May 2024</i> <b>Ann Lee</b></div>",
    "Ann Lee", "element:byline" },
  { "behind-date", "", H1 "<div class=entry-meta>1 May 2024 von Ann Lee, Bo Ray</div>",
    "Ann Lee, Bo Ray", "element:byline" },
  { "behind-date-parted", "",
    H1 "<div class=entry-meta><i>1 May 2024</i> <i>by</i> <b>Ann van der Lee</b></div>",
    "Ann van der Lee", "element:byline" },
  { "behind-section", "", H1 "<div class=post-meta>Harbour | By Ann Lee | 1 May</div>", "Ann Lee",
    "element:byline" },
  { "sentence-with-by", "", H1 "<p id=x>In 2024 the port was led by Ann Lee.</p>", NULL, NULL },
  { "section-is-no-name", "", H1 "<div class=post-meta><a>Smart Home</a></div>", NULL, NULL },
  { "author-link", "", H1 "<p><a href=/author/ann-lee>Ann Lee</a></p>", "Ann Lee",
    "element:author-link" },
  { "credit-german", "", H1 "<p id=x>Von Ann Lee</p>", "Ann Lee", "element:by" },
  { "credit-of-picture", "", H1 "<figure><p id=x>By Ann Lee</p></figure>", NULL, NULL },
  { "comment", "", H1 "<div class=comments><b class=author>Ann Lee</b></div>", NULL, NULL },
  { "above-headline", "", "<p class=author>Ann Lee</p>" H1, "Ann Lee", "element:byline" },
  { "links-far-below", "", H1 FAR_PROSE "<p><a href=/author/ann-lee>Ann Lee</a></p>", NULL, NULL },
  { "link-behind-data", "",
    H1 "<script type=application/json>" FAR_PROSE "</script>"
       "<p><a href=/author/ann-lee>Ann Lee</a></p>",
    "Ann Lee", "element:author-link" },
};

static const Row dates[] = {
  { "offset", "<meta property=article:published_time content='2024-05-01T09:00:00+02:00'>", "",
    "2024-05-01T09:00:00+02:00", "meta:article:published_time" },
  { "space-as-given", "<meta property=article:published_time content='2024-05-01 09:00:00.000'>",
    "", "2024-05-01 09:00:00.000", "meta:article:published_time" },
  { "unpadded", "<meta property=article:published_time content='2024-5-1T09:00:00'>", "",
    "2024-05-01T09:00:00", "meta:article:published_time" },
  { "words", "<meta name=date content='Wed, May 1, 2024'>", "", "2024-05-01", "meta:date" },
  { "german", "<meta name=date content='01.05.2024'>", "", "2024-05-01", "meta:date" },
  { "nonsense", "<meta name=date content='99.99.2024'>", "", NULL, NULL },
  { "english-month-first", "<meta property=og:locale content=en_US>", H1 "<p>5/1/2024</p>",
    "2024-05-01", "element:date" },
  { "russian", "", H1 "<p>1 мая 2024, 13:43</p>", "2024-05-01", "element:date" },
  { "chinese", "", H1 "<p>2024年5月1日</p>", "2024-05-01", "element:date" },
  { "french", "", H1 "<p>mercredi 1er mai 2024</p>", "2024-05-01", "element:date" },
  { "name-is-no-month", "", H1 "<p class=date-author>Janic Marwell, 01.07.2024</p>", "2024-07-01",
    "element:date" },
  { "published-of-two", "", H1 "<p>Updated: June 2, 2024 Published: May 1, 2024</p>", "2024-05-01",
    "element:date" },
  { "published-first", "", H1 "<p>Published May 1, 2024 Updated June 2, 2024</p>", "2024-05-01",
    "element:date" },
  { "update-line-skipped", "", H1 "<p>Updated June 2, 2024</p><p>May 1, 2024</p>", "2024-05-01",
    "element:date" },
  { "only-update", "", H1 "<p>Updated June 2, 2024</p>", "2024-06-02", "element:date" },
  { "other-date", "", H1 "<p>Deadline: May 1, 2024</p>", NULL, NULL },
  { "copyright", "", H1 "<p>© 2024 The Paper</p>", NULL, NULL },
  { "sentence", "", H1 "<p>On May 1, 2024 the harbour opened again after nine weeks of strike.</p>",
    NULL, NULL },
  { "time", "", H1 "<time datetime=2024-05-01>yesterday</time>", "2024-05-01", "element:time" },
  { "time-of-day", "", H1 "<time datetime=2024-05-01T22:40Z>yesterday</time>", "2024-05-01T22:40Z",
    "element:time" },
  { "other-article", "", H1 "<aside><time datetime=2024-05-01></time></aside>", NULL, NULL },
  { "comment", "", H1 "<div class=comments><p>May 1, 2024</p></div>", NULL, NULL },
  { "below-before-above", "", "<p>June 2, 2024</p>" H1 "<p>May 1, 2024</p>", "2024-05-01",
    "element:date" },
  { "above-headline", "", "<p>May 1, 2024</p>" H1, "2024-05-01", "element:date" },
  { "far-plain", "", H1 FAR_PROSE "<p>May 1, 2024</p>", NULL, NULL },
  { "far-named", "", H1 FAR_PROSE "<p class=date>May 1, 2024</p>", "2024-05-01", "element:date" },
  { "json-before-time", LD ("{\"@type\":\"Article\",\"datePublished\":\"2024-05-01\"}"),
    H1 "<time datetime=2024-06-02></time>", "2024-05-01", "json-ld:datePublished" },
};

/* What is wrong with a block, put right or skipped: the outlet is what is looked for. */
#define JSON "{\"@type\":\"Article\",\"headline\":\"H\",\"publisher\":{\"name\":\"The Paper\"}}"
static const Row blocks[] = {
  { "broken-skipped",
    LD ("{\"@type\": oops") LD (
        "{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"H\",\"publisher\":{\"@id\":\"#p\"}},"
        "{\"@id\":\"#p\",\"@type\":\"Organization\",\"name\":\"The Paper\"}]}"),
    "", "The Paper", "json-ld:publisher.name" },
  { "comment", LD ("<!-- " JSON " -->"), "", "The Paper", "json-ld:publisher.name" },
  { "cdata", LD ("<![CDATA[ " JSON " ]]>"), "", "The Paper", "json-ld:publisher.name" },
  { "cdata-in-comment", LD ("/*<![CDATA[*/ " JSON " /*]]>*/"), "", "The Paper",
    "json-ld:publisher.name" },
  { "list", LD (" [ " JSON " ] "), "", "The Paper", "json-ld:publisher.name" },
  { "raw-line-end",
    LD ("{\"@type\":\"Article\",\"headline\":\"H\",\"publisher\":{\"name\":\"The\nPaper\",},}"), "",
    "The Paper", "json-ld:publisher.name" },
  { "escaped-quotes",
    LD ("{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;H&quot;,"
        "&quot;publisher&quot;:{&quot;name&quot;:&quot;The Paper&quot;}}"),
    "", "The Paper", "json-ld:publisher.name" },
  { "nothing", LD (" ") LD ("}{") LD ("[[["), "", "news.example.com", "url:host" },
};

static const Row languages[] = {
  { "region", "<meta property=og:locale content=en_gb>", H1, "en-GB", "meta:og:locale" },
};

#define ALTERNATE "<link rel='home alternate' "
static const Row feeds[] = {
  { "first",
    ALTERNATE "type='application/rss+xml; charset=utf-8' href=/feed>" ALTERNATE
              "type=application/rss+xml href=/comments/feed>",
    H1, "https://news.example.com/feed", "link:alternate" },
  { "atom", ALTERNATE "type=APPLICATION/atom+xml href='//feeds.example.com/x'>", H1,
    "https://feeds.example.com/x", "link:alternate" },
  { "language", ALTERNATE "hreflang=de href=/de>", H1, NULL, NULL },
  { "other-type", ALTERNATE "type=application/json href=/feed.json>", H1, NULL, NULL },
  { "script", ALTERNATE "type=application/rss+xml href='javascript:x()'>", H1, NULL, NULL },
};

static const Row canonicals[] = {
  { "other-domain", "<link rel=canonical href='https://other.example.org/story'>", H1, PAGE_URL,
    "url" },
  { "same-domain", "<link rel=canonical href='//www.example.com/story'>", H1,
    "https://www.example.com/story", "link:canonical" },
  { "root", "<link rel=canonical href='/'>", H1, PAGE_URL, "url" },
};

static const Row notices[] = {
  { "paywalled-word",
    LD ("{\"@type\":\"Article\",\"headline\":\"H\",\"isAccessibleForFree\":\"False\",}"), H1,
    "paywalled", "verdict" },
};

static const struct
{
  const char *name;
  PmMetaField field;
  const Row *rows;
  guint n_rows;
} tables[] = {
  { "title", PM_META_TITLE, titles, G_N_ELEMENTS (titles) },
  { "byline", PM_META_BYLINE, bylines, G_N_ELEMENTS (bylines) },
  { "published", PM_META_PUBLISHED, dates, G_N_ELEMENTS (dates) },
  { "json-ld", PM_META_OUTLET, blocks, G_N_ELEMENTS (blocks) },
  { "language", PM_META_LANGUAGE, languages, G_N_ELEMENTS (languages) },
  { "feed", PM_META_FEED, feeds, G_N_ELEMENTS (feeds) },
  { "canonical", PM_META_CANONICAL_URL, canonicals, G_N_ELEMENTS (canonicals) },
  { "notice", PM_META_NOTICE, notices, G_N_ELEMENTS (notices) },
};

static void
test_row (gconstpointer data)
{
  guint table = GPOINTER_TO_UINT (data) / 1000;
  guint row = GPOINTER_TO_UINT (data) % 1000;

  check (&tables[table].rows[row], tables[table].field);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint table = 0; table < G_N_ELEMENTS (tables); table++)
    for (guint row = 0; row < tables[table].n_rows; row++)
      {
        g_autofree char *name = g_strdup_printf ("/metadata/%s/%s", tables[table].name,
                                                 tables[table].rows[row].name);

        g_test_add_data_func (name, GUINT_TO_POINTER (table * 1000 + row), test_row);
      }
  return g_test_run ();
}
