/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of links as other programs write them, and as nobody should. */

#include "pm-bundle.h"
#include "pm-list.h"

#include <string.h>

/* A link on a line: address, title, seconds, tags, collection, note, each after a bar and left out
 * from the end when empty; "feed" and "broken" before it. */
static char *
dump (GPtrArray *links)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      PmLink *link = links->pdata[i];
      g_autofree char *tags = link->tags != NULL ? g_strjoinv (",", link->tags) : g_strdup ("");
      g_autofree char *line = g_strdup_printf ("%s%s%s|%s|%" G_GINT64_FORMAT "|%s|%s|%s",
                                               link->feed ? "feed " : "",
                                               link->problem != NULL ? "broken " : "", link->url,
                                               link->title != NULL ? link->title : "",
                                               link->added / G_USEC_PER_SEC, tags,
                                               link->collection != NULL ? link->collection : "",
                                               link->note != NULL ? link->note : "");
      gsize length = strlen (line);

      while (length > 0 &&
             (line[length - 1] == '|' || (line[length - 1] == '0' && line[length - 2] == '|')))
        length--;
      g_string_append_len (all, line, (gssize) length);
      g_string_append_c (all, '\n');
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

typedef struct
{
  const char *name;
  const char *list;
  const char *expected;
  gboolean certain; /* can be nothing but a list */
} Case;

#define NETSCAPE                                                                                   \
  "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; "   \
  "charset=UTF-8\">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n"
#define HEAD(root) "<?xml version=\"1.0\"?>\n" root

static const Case cases[] = {
  { "text/lines", "# mine\nhttps://a.example/1\r\n\r\n  http://b.example/2  \nc.example/3\n",
    "https://a.example/1\nhttp://b.example/2\nc.example/3\n", FALSE },
  { "text/only-addresses", "https://a.example/1\nhttps://b.example/2",
    "https://a.example/1\nhttps://b.example/2\n", TRUE },
  { "text/prose",
    "Read (https://a.example/1), then \"https://b.example/2\". And https://c.example/x_(y), "
    "[four](http://d.example/4)! Not user@e.example or 12:30 or f.example within a "
    "line.\nPassword1\n",
    "https://a.example/1\nhttps://b.example/2\nhttps://c.example/x_(y)\nhttp://d.example/4\n",
    FALSE },
  { "text/broken",
    "javascript:alert(1)\nfile:///etc/passwd\nftp://a.example/x\nhost.example:8080/x\n",
    "broken javascript:alert(1)\nbroken file:///etc/passwd\nbroken ftp://a.example/x\n"
    "host.example:8080/x\n",
    FALSE },
  { "text/byte-order-mark", "\xef\xbb\xbfhttps://a.example/1\n", "https://a.example/1\n", TRUE },
  { "text/empty", "", "", FALSE },
  { "text/none", "Just a sentence. And another one.\n", "", FALSE },

  { "bookmarks/folders",
    NETSCAPE
    "<DL><p>\n<DT><H3 PERSONAL_TOOLBAR_FOLDER=\"true\">Bookmarks bar</H3>\n<DL><p>\n"
    "<DT><H3 ADD_DATE=\"1\">News &amp; ports</H3>\n<DL><p>\n"
    "<DT><A HREF=\"https://a.example/?x=1&amp;y=2\" ADD_DATE=\"1738315800\" "
    "TAGS=\"tide, gauge\" ICON=\"data:image/png;base64,AA\">One\n two</A>\n<DD>My own note\n"
    "<DT><H3>Inner</H3>\n<DL><p>\n<DT><A HREF=\"https://b.example/%2520\" "
    "ADD_DATE=\"1738315800123\">Two</A>\n</DL><p>\n"
    "<DT><A HREF=\"https://c.example/\" ADD_DATE=\"1738315800123456\">Three</A>\n</DL><p>\n"
    "</DL><p>\n<DT><A HREF=\"javascript:void(0)\">Trick</A>\n"
    "<DT><A HREF=\"place:sort=8\">Smart</A>\n</DL>",
    "https://a.example/?x=1&y=2|One two|1738315800|tide,gauge|News & ports|My own note\n"
    "https://b.example/%2520|Two|1738315800||News & ports / Inner\n"
    "https://c.example/|Three|1738315800||News & ports\n"
    "broken javascript:void(0)|Trick\nbroken place:sort=8|Smart\n",
    TRUE },
  { "bookmarks/reading-list",
    "<!DOCTYPE html>\n<html><head><title>Export</title></head><body><h1>Unread</h1><ul>"
    "<li><a href=\"https://a.example/\" time_added=\"1500000000\" tags=\"x,y\">One</a></li>"
    "<li><a href=\"#top\">up</a></ul></body></html>",
    "https://a.example/|One|1500000000|x,y\n", TRUE },
  { "bookmarks/any-page",
    "<p>See <a href='https://a.example/1'>this</a> and <a href=https://b.example>that",
    "https://a.example/1|this\nhttps://b.example|that\n", FALSE },

  { "csv/pocket",
    "title,url,time_added,tags,status\n"
    "\"A, b \"\"c\"\"\",https://a.example/1,1690000000,tide|gauge,unread\r\n"
    "https://b.example/2,https://b.example/2,1690000001,,archive\n",
    "https://a.example/1|A, b \"c\"|1690000000|tide,gauge\n"
    "https://b.example/2|https://b.example/2|1690000001\n",
    TRUE },
  { "csv/instapaper",
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    "https://a.example/1,One,\"Some words,\nover lines\",Unread,1690000000,\"[\"\"x\"\",\"\"y, "
    "z\"\"]\"\n"
    "https://b.example/2,Two,,Ports,1690000001,[]\n,A note,,Archive,1690000002,\n",
    "https://a.example/1|One|1690000000|x,y, z||Some words, over lines\n"
    "https://b.example/2|Two|1690000001||Ports\nbroken |A note|1690000002\n",
    TRUE },
  { "csv/instapaper-old", "URL,Title,Selection,Folder\nhttps://a.example/1,One,,Starred\n",
    "https://a.example/1|One|0||Starred\n", TRUE },
  { "csv/reader",
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    "One,https://a.example/1,x,\"['tide', 'it\\'s']\",2024-05-06 07:08:09+00:00,0.5,later,True\n"
    "Two,https://b.example/2,y,,2024-05-06,0,feed,False\n",
    "https://a.example/1|One|1714979289|tide,it's\n", TRUE },
  { "csv/matter",
    "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last "
    "Interaction Date,File Id\nOne,A "
    "B,Post,https://a.example/1,x;y,10,True,False,False,0,2024-05-06,f\n",
    "https://a.example/1|One|1714953600|x,y\n", TRUE },
  { "csv/semicolons", "Name;Link\r\nEins;https://a.example/1\r\n", "https://a.example/1|Eins\n",
    TRUE },
  { "csv/open-quote",
    "title,url\n\"never "
    "closed,https://a.example/1\nTwo,https://b.example/2\nThree,https://c.example/3\n",
    "broken |never "
    "closed,https://a.example/1\nhttps://b.example/2|Two\nhttps://c.example/3|Three\n",
    TRUE },
  { "csv/short-rows", "title,url,tags\nOne\n\nTwo,https://b.example/2\n,,,,,,\n",
    "broken |One\nhttps://b.example/2|Two\n", TRUE },

  { "opml/nested",
    HEAD ("<opml version=\"2.0\"><head><title>t</title></head><body><outline text=\"Ports\">"
          "<outline type=\"rss\" text=\"One &amp; two\" xmlurl=\"https://a.example/feed\" "
          "htmlUrl=\"https://a.example/\"/><outline text=\"Inner\"><outline type=\"link\" "
          "text=\"Three\" "
          "url=\"https://b.example/3\" created=\"Sat, 07 Sep 2002 00:00:01 "
          "+0200\"/></outline></outline>"
          "<outline text=\"Four\" htmlUrl=\"https://c.example/\"/></body></opml>"),
    "feed https://a.example/feed|One & two|0||Ports\n"
    "https://b.example/3|Three|1031349601||Ports / Inner\nhttps://c.example/|Four\n",
    TRUE },

  { "feed/rss",
    HEAD ("<rss version=\"2.0\" "
          "xmlns:media=\"m\"><channel><title>Post</title><link>https://p.example/</link>"
          "<item><title><![CDATA[One & two]]></title><link> https://a.example/1 </link>"
          "<guid isPermaLink=\"false\">https://x.example/no</guid><media:title>Other</media:title>"
          "<media:group><title>Inner</title></media:group></item>"
          "<item><title>Two</title><guid>https://b.example/2</guid></item><item><title>None</"
          "title></item>"
          "</channel></rss>"),
    "https://a.example/1|One & two\nhttps://b.example/2|Two\nbroken |None\n", TRUE },
  { "feed/atom",
    HEAD ("<feed xmlns=\"http://www.w3.org/2005/Atom\" "
          "xml:base=\"https://a.example/x/\"><title>Post</title>"
          "<link rel=\"self\" href=\"feed.xml\"/><entry><id>1</id><title type=\"xhtml\"><div>A "
          "<b>b</b></div>"
          "</title><link rel=\"edit\" href=\"https://e.example\"/><link href=\"one\"/></entry>"
          "<entry xml:base=\"y/\"><title>Two</title><link rel=\"alternate\" "
          "href=\"two\"/></entry></feed>"),
    "https://a.example/x/one|A b\nhttps://a.example/x/y/two|Two\n", TRUE },
  { "feed/rdf",
    HEAD ("<rdf:RDF xmlns:rdf=\"r\"><item "
          "rdf:about=\"https://a.example/1\"><title>One</title></item></rdf:RDF>"),
    "https://a.example/1|One\n", TRUE },
  { "feed/cut-off",
    HEAD ("<rss><channel><item><link>https://a.example/1</link></item><item><link>https://b."),
    "https://a.example/1\n", TRUE },
  { "feed/unknown-entity",
    HEAD (
        "<rss><channel><item><title>a&nbsp;b &bogus; &#x62;</title><link>https://a.example/?a=1&b=2"
        "&amp;c=3</link></item></channel></rss>"),
    "https://a.example/?a=1&b=2&c=3|a b &bogus; b\n", TRUE },

  { "json/wallabag",
    "[{\"is_archived\":0,\"tags\":[\"x\",\"y\"],\"id\":1,\"title\":\"One\",\"url\":\"https://"
    "a.example/1\","
    "\"content\":\"<a href='https://no.example'>\",\"created_at\":\"2024-05-06T07:08:09+0000\"}]",
    "https://a.example/1|One|1714979289|x,y\n", TRUE },
  { "json/karakeep",
    "{\"bookmarks\":[{\"createdAt\":1714979289,\"title\":null,\"tags\":[\"x\"],\"content\":{"
    "\"type\":\"link\","
    "\"url\":\"https://a.example/"
    "1\"},\"note\":\"Mine\"},{\"content\":{\"type\":\"text\",\"text\":\"t\"}},"
    "{\"content\":null}]}",
    "https://a.example/1||1714979289|x||Mine\n", TRUE },
  { "json/linkwarden",
    "{\"id\":1,\"name\":\"me\",\"collections\":[{\"name\":\"Ports\",\"links\":[{\"name\":\"One\","
    "\"url\":"
    "\"https://a.example/1\",\"tags\":[{\"name\":\"x\"}],\"importDate\":null}]}]}",
    "https://a.example/1|One|0|x|Ports\n", FALSE },
};

static GPtrArray *
read_text (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return pm_list_read (bytes, NULL, error);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (test->list, strlen (test->list));
  g_autoptr (GPtrArray) links = pm_list_read (bytes, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = dump (links);
  g_assert_cmpstr (found, ==, test->expected);
  g_assert_cmpint (pm_list_recognise (bytes), ==, test->certain);
}

static void
test_encodings (void)
{
  static const char list[] = "title,url\nŽluť,https://a.example/1\n";
  static const char feed[] = "<?xml version='1.0' encoding='utf-16'?><rss><item><title>Žluť</title>"
                             "<link>https://a.example/1</link></item></rss>";
  static const char latin[] = "<?xml version='1.0' encoding='iso-8859-2'?><rss><item><title>"
                              "\xaelu\xbb</title><link>https://a.example/1</link></item></rss>";
  static const char windows[] = "title,url\nCaf\xe9 \x93q\x94,https://a.example/1\n";
  g_autoptr (GError) error = NULL;
  const char *const wide[] = { "UTF-16LE", "\xff\xfe", "UTF-16BE", "\xfe\xff" };
  g_autoptr (GPtrArray) links = read_text (windows, strlen (windows), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((PmLink *) links->pdata[0])->title, ==, "Café “q”");
  g_ptr_array_unref (links);
  links = read_text (latin, strlen (latin), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((PmLink *) links->pdata[0])->title, ==, "Žluť");
  for (guint i = 0; i < G_N_ELEMENTS (wide) * 2; i += 2)
    {
      gsize length;
      g_autofree char *text = g_convert (i < 4 ? list : feed, -1, wide[i % 4], "UTF-8", NULL,
                                         &length, NULL);
      g_autoptr (GByteArray) marked = g_byte_array_new ();
      g_autoptr (GPtrArray) found = NULL;

      g_byte_array_append (marked, (const guint8 *) wide[i % 4 + 1], 2);
      g_byte_array_append (marked, (const guint8 *) text, (guint) length);
      found = read_text ((const char *) marked->data, marked->len, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (((PmLink *) found->pdata[0])->title, ==, "Žluť");
    }
}

/* --- hostile ones --- */

static char *
repeat (const char *head, const char *piece, guint times, const char *tail)
{
  g_autoptr (GString) all = g_string_new (head);

  for (guint i = 0; i < times; i++)
    g_string_append (all, piece);
  g_string_append (all, tail);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *piece;
  guint times;
  const char *tail;
  int n_links; /* -1: refused */
} Hostile;

static const Hostile hostile[] = {
  { "bookmarks/deep", NETSCAPE, "<DL><DT><H3>f</H3>", 200000, "<A HREF=x.example>", 1 },
  { "bookmarks/unclosed", NETSCAPE, "<DT><A HREF=\"https://a.example/1\">One\n<DD>Note", 50000, "",
    50000 },
  { "bookmarks/unclosed-inline", NETSCAPE, "<b><i><font>", 200000, "</u></s></div>", 0 },
  { "bookmarks/flat", NETSCAPE "<DL><p>", "<DT><A HREF=\"https://a.example/1\">One</A>\n", 100000,
    "</DL>", 100000 },
  { "bookmarks/open-tag", NETSCAPE, "<A HREF=\"https://a.example/1 ", 100000, "", 0 },
  { "bookmarks/open-comment", NETSCAPE, "<!-- ", 100000, "", 0 },
  { "bookmarks/open-script", NETSCAPE, "<script>", 100000, "", 0 },
  { "bookmarks/many-attributes", NETSCAPE "<A HREF=a.example ", "x=y ", 100000, ">One</A>", 1 },
  { "bookmarks/long-title", NETSCAPE "<DL><p><DT><A HREF=\"https://a.example/1\">", "words ",
    1000000, "</A></DL>", 1 },
  { "opml/deep", HEAD ("<opml><body>"), "<outline text=\"f\">", 100000, "", -1 },
  { "json/deep", "{\"bookmarks\":", "[", 1000000, "", -1 },
  { "json/deep-in-comment", "{\"bookmarks\": /*\"*/ ", "[", 1000000, "", -1 },
  { "json/broken", "{\"bookmarks\":[{\"url\":\"https://a.example\"},", " ", 1, "", -1 },
  { "csv/one-quote", "title,url\n\"", "x,https://a.example/1\n", 100000, "", 100000 },
  { "csv/long-cell", "title,url\n\"", "words ", 1000000, "\",https://a.example/1\n", 1 },
  { "csv/many-columns", "title,url", ",x", 100000, "\nOne,https://a.example/1\n", 1 },
  { "text/too-many", "", "https://a.example/1\n", 200001, "", -1 },
  { "text/one-line", "", "https://a.example/1 ", 100000, "", 100000 },
  { "text/long-address", "https://a.example/", "x", 1000000, "\n", 1 },
  { "feed/long-text", HEAD ("<rss><channel><item><description>"), "words ", 1000000,
    "</description><link>https://a.example/1</link></item></channel></rss>", 1 },
};

static void
test_hostile (gconstpointer data)
{
  const Hostile *test = data;
  g_autofree char *list = repeat (test->head, test->piece, test->times, test->tail);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = read_text (list, strlen (list), &error);

  if (test->n_links >= 0)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (links->len, ==, (guint) test->n_links);
      return;
    }
  g_assert_null (links);
  g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* A declared entity is never known, so that it can neither grow nor bring in a file. */
static void
test_entities (void)
{
  g_autoptr (GString) list = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE rss [\n"
                                           "<!ENTITY passwd SYSTEM \"file:///etc/passwd\">\n"
                                           "<!ENTITY a0 \"lol\">\n");
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (list, "<!ENTITY a%u \"&a%u;&a%u;&a%u;&a%u;\">\n", i, i - 1, i - 1,
                            i - 1, i - 1);
  g_string_append (list, "]><rss><channel><item><title>x&a29;y&passwd;</title>"
                         "<link>https://a.example/&a29;</link></item></channel></rss>");
  links = read_text (list->str, list->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < links->len; i++)
    {
      PmLink *link = links->pdata[i];

      g_assert_true (link->title == NULL || strstr (link->title, "root:") == NULL);
      g_assert_null (strstr (link->url, "lol"));
    }
}

static void
test_not_a_list (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (png, sizeof png, &error));
  g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST);
}

static const struct
{
  const char *name;
  const char *feed;
  const char *links; /* NULL: it is none */
  const char *title;
  gint64 ttl;
  gboolean is_whole;
} feeds[] = {
  { "rss",
    HEAD ("<rss><channel><title>Port\n news</title><link>https://a.example/</link><ttl> 90 </ttl>"
          "<image><title>Logo</title><ttl>1</ttl></image><item><title>One</title><link>/1</link>"
          "</item><item><link>two?x=1</link></item></channel></rss>"),
    "https://a.example/1|One\nhttps://a.example/news/two?x=1\n", "Port news", 5400, TRUE },
  { "atom",
    HEAD ("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/blog/\"><title>Gauge</title>"
          "<entry><title>One</title><link href=\"1\"/></entry><entry xml:base=\"//b.example/\">"
          "<link href=\"2\"/></entry></feed>"),
    "https://a.example/blog/1|One\nhttps://b.example/2\n", "Gauge", -1, TRUE },
  { "rdf",
    HEAD ("<rdf:RDF><channel><title>Tides</title></channel><item rdf:about=\"https://b.example/\">"
          "<title>One</title></item></rdf:RDF>"),
    "https://b.example/|One\n", "Tides", -1, TRUE },
  { "guid",
    HEAD ("<rss><channel><item><guid>12345</guid></item><item><guid>https://a.example/2</guid>"
          "</item><item><link> </link></item></channel></rss>"),
    "broken \nhttps://a.example/2\nbroken \n", NULL, -1, TRUE },
  { "odd-ttl", HEAD ("<rss><channel><ttl>-5</ttl><item><link>/1</link></item></channel></rss>"),
    "https://a.example/1\n", NULL, -1, TRUE },
  { "empty", HEAD ("<rss><channel><title>None yet</title></channel></rss>"), "", "None yet", -1,
    TRUE },
  { "cut-off", HEAD ("<rss><channel><item><link>/1</link></item><item><li"),
    "https://a.example/1\n", NULL, -1, FALSE },
  { "damaged", HEAD ("<rss><channel><item><li"), NULL, NULL, -1, FALSE },
  { "page", "<!DOCTYPE html><title>Port news</title>", NULL, NULL, -1, FALSE },
  { "opml", HEAD ("<opml><body/></opml>"), NULL, NULL, -1, FALSE },
  { "nothing", "", NULL, NULL, -1, FALSE },
};

static void
test_feeds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (feeds); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (feeds[i].feed, strlen (feeds[i].feed));
      g_autoptr (GError) error = NULL;
      g_autoptr (PmFeedContent) feed = pm_list_read_feed (bytes, "https://a.example/news/feed",
                                                          1000, NULL, &error);
      g_autofree char *links = NULL;

      g_test_message ("%s", feeds[i].name);
      if (feeds[i].links == NULL)
        {
          g_assert_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST);
          g_assert_true (g_str_has_suffix (error->message, "."));
          continue;
        }
      g_assert_no_error (error);
      links = dump (feed->links);
      g_assert_cmpstr (links, ==, feeds[i].links);
      g_assert_cmpstr (feed->title, ==, feeds[i].title);
      g_assert_cmpint (feed->ttl, ==, feeds[i].ttl);
      g_assert_true (feed->is_whole == feeds[i].is_whole);
    }
}

/* As many as are wanted, and no more. */
static void
test_feed_bounded (void)
{
  g_autofree char *list = repeat (HEAD ("<rss><channel>"), "<item><link>/1</link></item>", 10000,
                                  "</channel></rss>");
  g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));
  g_autoptr (PmFeedContent) feed = pm_list_read_feed (bytes, "https://a.example/", 25, NULL, NULL);

  g_assert_cmpuint (feed->links->len, ==, 25);
  g_assert_true (feed->is_whole);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("https://a.example/", 18);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (pm_list_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/list/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/list/hostile/", hostile[i].name, NULL);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  g_test_add_func ("/list/encodings", test_encodings);
  g_test_add_func ("/list/hostile/entities", test_entities);
  g_test_add_func ("/list/hostile/not-a-list", test_not_a_list);
  g_test_add_func ("/list/feeds", test_feeds);
  g_test_add_func ("/list/feed-bounded", test_feed_bounded);
  g_test_add_func ("/list/cancelled", test_cancelled);
  return g_test_run ();
}
