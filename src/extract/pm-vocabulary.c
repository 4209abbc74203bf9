/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-vocabulary-private.h"

#include <string.h>

/* Longer names are generated, and say nothing. */
#define MAX_WORD 32
#define MIN_PREFIX 4
#define MIN_HALF 3

/* A star stands for any ending. Pairs are written without the character between them:
 * "entry-content" and "entryContent" are both looked up as "entry", "content" and "entrycontent".
 */
static const struct
{
  guint kind;
  const char *words;
} vocabulary[] = {
  { PM_WORD_BODY, "articlebody* articlecontent* articletext* articlecopy entrycontent* "
                  "postcontent* posttext postbody* postentry "
                  "storybody* storycontent* storytext* newsbody newscontent newstext newsdetail "
                  "bodycopy bodytext contentbody* "
                  "bodycontent textcontent articlemain* artcontent storycopy pagetext "
                  "blogcontent singlecontent "
                  "articledetail* detailtext detailcontent fulltext postarticle contenttext "
                  "contentarticle articlestory "
                  "themecontent newsarticle artikeltext artikelinhalt articlebodytext cuerpo" },
  { PM_WORD_CONTENT, "article articles main maincontent contentmain content contents post entry "
                     "story body text hentry blog "
                     "column copy richtext primary prose page detail" },
  { PM_WORD_FURNITURE,
    "ad ads adv advert* advertis* adslot adunit adbox adsby* adwrap* adcontainer* adplaceholder "
    "gpt gptad promo "
    "promos banner promot* sponsor* related* relatedcontent relatedlinks recommend* recirc* "
    "trending "
    "trend popular "
    "mostread mostpopular mostviewed readmore alsoread seealso readalso readnext morefrom moreon "
    "morestories "
    "moreabout morenews morearticles newsletter* subscri* signup signin login logout register "
    "registration share "
    "shares sharebar sharing sharer sharethis addthis addtoany sociable social socials socialmedia "
    "followus "
    "whatsapp pinterest linkedin telegram comment comments commentlist disqus respond breadcrumb* "
    "crumb* nav navi "
    "navbar navigation subnav* menu* menubar toolbar* sidebar* rightrail footer footnav tags "
    "taglist tagcloud "
    "tagged topiclist keywords taxonomy authorbio authorbox authorinfo aboutauthor aboutheauthor "
    "bio copyright "
    "copyrights jwplayer videoplayer cookie* consent gdpr modal popup popover overlay lightbox "
    "tooltip printonly "
    "printlink mailto skip skiplink jumplink pagination pager paging paginator prevnext nextprev "
    "postnav outbrain "
    "taboola zergnet revcontent mgid disclaimer cta calltoaction donate donation donations button "
    "buttons btn "
    "btns dropdown searchform masthead backtotop noprint hideprint webpush pushnotification "
    "appdownload getapp "
    "storelinks latestnews latestposts upnext nextup nextarticle previousarticle previouspost "
    "nextpost morelinks "
    "linklist quicklinks sitemap reportabuse livechat chatbox leaderboard bannerad topbanner "
    "billboardad mpu "
    "dianomi stickybar stickyheader utilitybar langswitch stockquote stockticker affiliate* buynow "
    "pricebox "
    "coupon coupons interstitial onesignal fblike fbcomments facebooklike tweetbutton klikthrough "
    "articlefooter "
    "articlerelated articleshare posttags entryfooter postfooter storyfooter entryutility "
    "screenreadertext "
    "contributors afterpost aftercontent aftertext afterarticle underarticle bottomarticle "
    "belowarticle intextads "
    "instory speedbump crosslink* crosssell* crosspromo* backlinks furtherreading internallink "
    "internallinks "
    "usabanner* inlinerelated relatedinline promobox jp jprelatedposts sharedaddy wpsocial "
    "skyscraper shoutbox agegate paywallbox syndication werbung* anzeige anzeigen teilen "
    "verwandte* "
    "kommentare empfehlung* schlagworte schlagwoerter autorenbox mehrzumthema publicite* partage* "
    "commentaires lireaussi publicidad* compartir* relacionad* comentarios etiquetas pubblicita* "
    "condividi* correlati commenti publicidade compartilh* leiatambem reacties gerelateerd* "
    "reklam* komentarze udostepnij" },
  { PM_WORD_DOUBTFUL, "info infos meta metadata date dates datetime dateline timestamp time "
                      "published publish updated modified "
                      "box boxes aside secondary supplement* panel factbox fact facts "
                      "highlights summary keypoints toc "
                      "tableofcontents tocs note notes notice alert video videos player embed "
                      "embedded media gallery slideshow "
                      "topic topics category categories categor* kicker section label badge tag "
                      "tool tools action actions option "
                      "options count counter icon icons list links link listing card cards tile "
                      "tiles grid profile user avatar "
                      "about correction corrections errors updates credits credit source sources "
                      "attribution header head next prev "
                      "previous more extra extras bottom bar inline insert inset pullquote pull "
                      "pulledquote tweet facebook twitter "
                      "instagram youtube ugc help faq expand expandable collapse collapsed toggle "
                      "accordion tab tabs form widget* "
                      "premium partner partners legend tagline location readingtime readtime "
                      "minread audio listen podcast "
                      "listenable voice speech rail siderail slider slick swiper carousel print "
                      "foot latest follow following stars "
                      "weather languages report feedback poll polls quiz survey vote voting votes "
                      "rating ratings search cart basket "
                      "teaser* translate shopping ticker email plusone dfp playlist" },
  { PM_WORD_CAPTION, "caption captions captiontext wpcaption imagecaption photocaption "
                     "mediacaption figcaption figurecaption "
                     "picturecaption piccaption imgcaption photocredit imagecredit mediacredit "
                     "photocopyright imagecopyright "
                     "cutline photodesc imagedescription imagedesc photodescription imageinfo" },
  { PM_WORD_BYLINE, "byline bylines author authors authorname writer writers journalist reporter "
                    "postedby writtenby postmeta "
                    "entrymeta articlemeta articleinfo postinfo storymeta postdate entrydate "
                    "pubdate publishdate publicationdate "
                    "articledate dateline postedon vcard authored submitted" },
  { PM_WORD_COMMENTS,
    "comment comments commentlist commentbox disqus respond reply replies discussion "
    "kommentare commentaires comentarios commenti reacties komentarze" },
  { PM_WORD_HIDDEN, "hidden hide invisible sronly visuallyhidden displaynone dnone "
                    "screenreadertext offscreen uhidden ishidden "
                    "elementinvisible elementhidden wconditioninvisible issronly isvisuallyhidden "
                    "screenreaderonly visuallyhide nodisplay" },
  { PM_WORD_TITLE, "title headline heading entrytitle posttitle articletitle pagetitle subtitle" },
  { PM_WORD_LEAD, "lead leadtext lede intro introtext articleintro articlelead standfirst excerpt "
                  "teasertext artikelteaser articleteaser vorspann einleitung anleser ingress "
                  "entradilla bajada copete chapo chapeau sommario" },
  { PM_WORD_EMBED,
    "twittertweet instagrammedia twittervideo tiktokembed facebookpost blueskyembed" },
  { PM_WORD_SHOP, "price prices pricing cart addtocart addtobag addtobasket basket sku product "
                  "products buybox buynow buybutton checkout wishlist swatch swatches quantity qty "
                  "instock outofstock" },
  { PM_WORD_CONSENT, "cookie* consent gdpr" },
  { PM_WORD_GALLERY, "gallery slideshow photogallery imagegallery fotogalerie bildergalerie "
                     "fotostrecke bilderstrecke diaporama" },
  { PM_WORD_ACCORDION, "accordion* akkordeon*" },
  { PM_WORD_PAYWALL, "paywall* regwall subscriberonly subscribersonly" },
};

#define N_STARTS 256

/* Words by which @lengths knows the lengths of those that begin with the same two letters: most
 * names are in no table, and that is seen from there. */
typedef struct
{
  GHashTable *words;
  guint64 lengths[N_STARTS]; /* a bit each */
} Table;

typedef struct
{
  Table words;
  Table prefixes;
} Vocabulary;

static guint
get_start (const char *word)
{
  return *word != '\0' ? ((guchar) word[0] * 31u + (guchar) word[1]) % N_STARTS : 0;
}

/* Of a word in lower case, which ends at @length. */
static guint
table_look_up (const Table *self, const char *word, gsize length)
{
  if (length > 2 * MAX_WORD - 1 || (self->lengths[get_start (word)] >> length & 1) == 0)
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));
}

static void
table_add (Table *self, const char *word, guint kind)
{
  guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)) | kind;

  self->lengths[get_start (word)] |= G_GUINT64_CONSTANT (1) << strlen (word);
  g_hash_table_replace (self->words, g_strdup (word), GUINT_TO_POINTER (kinds));
}

static void
add_words (Vocabulary *self, guint kind, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    {
      gsize length = strlen (*word);
      gboolean prefix = (*word)[length - 1] == '*';

      if (prefix)
        (*word)[length - 1] = '\0';
      table_add (prefix ? &self->prefixes : &self->words, *word, kind);
    }
}

static const Vocabulary *
get_vocabulary (void)
{
  static gsize ready;
  static Vocabulary self;

  if (g_once_init_enter (&ready))
    {
      self.words.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self.prefixes.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
        add_words (&self, vocabulary[i].kind, vocabulary[i].words);
      g_once_init_leave (&ready, 1);
    }
  return &self;
}

static guint
look_up_word (const Vocabulary *self, const char *word)
{
  char start[2 * MAX_WORD + 1];
  gsize length = strlen (word);
  guint kinds = table_look_up (&self->words, word, length);

  if (self->prefixes.lengths[get_start (word)] == 0)
    return kinds;
  g_strlcpy (start, word, sizeof start);
  for (; length >= MIN_PREFIX; length--)
    {
      start[length] = '\0';
      kinds |= table_look_up (&self->prefixes, start, length);
    }
  return kinds;
}

static gboolean
is_container (const char *word)
{
  static const char *const containers[] = { "area",  "bar",    "block",   "column", "container",
                                            "group", "holder", "inner",   "module", "outer",
                                            "row",   "wrap",   "wrapper", NULL };

  return g_strv_contains (containers, word);
}

/* "sharebuttons", "footerwidget", "adswrapper": furniture by one of its halves, when both are
 * known.
 */
static guint
look_up_compound (const Vocabulary *self, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = MIN_HALF; i + MIN_HALF <= length; i++)
    {
      const char *second = word + i;
      char first[MAX_WORD + 1];
      guint kinds;

      memcpy (first, word, i);
      first[i] = '\0';
      kinds = look_up_word (self, first);
      if (kinds != 0 && (is_container (second) || look_up_word (self, second) != 0))
        return (kinds | look_up_word (self, second)) & (PM_WORD_FURNITURE | PM_WORD_COMMENTS);
    }
  return 0;
}

/* Copies the next word of @at to @word, in lower case. Returns: behind it. */
static const char *
next_word (const char *at, char *word)
{
  gsize length = 0;

  while (*at != '\0' && !g_ascii_isalnum (*at))
    at++;
  for (; g_ascii_isalnum (*at); at++)
    {
      if (length > 0 && g_ascii_isupper (*at) && g_ascii_islower (at[-1]))
        break;
      if (length < MAX_WORD)
        word[length++] = g_ascii_tolower (*at);
    }
  word[length] = '\0';
  return at;
}

/* "has-sidebar", "no-comments": about something else on the page. */
static gboolean
is_about_others (const char *word)
{
  return strcmp (word, "has") == 0 || strcmp (word, "with") == 0 || strcmp (word, "no") == 0 ||
         strcmp (word, "without") == 0 || strcmp (word, "w") == 0;
}

/* Only a whole name, or what follows its "--", says that an element is hidden:
 * "field--label-hidden" and "overflow-hidden" are about something else. */
static guint
look_up_hidden (const Vocabulary *self, const char *names)
{
  guint kinds = 0;

  while (*names != '\0')
    {
      char name[MAX_WORD + 1];
      gsize length = 0;

      for (; *names != '\0' && !g_ascii_isspace (*names); names++)
        if (names[0] == '-' && names[1] == '-')
          length = 0;
        else if (g_ascii_isalnum (*names) && length < MAX_WORD)
          name[length++] = g_ascii_tolower (*names);
      name[length] = '\0';
      kinds |= table_look_up (&self->words, name, length);
      names += *names != '\0';
    }
  return kinds & PM_WORD_HIDDEN;
}

/* "hidden-xs", "lg:hidden", "hidden-print": hidden on some screens, shown on others. */
static gboolean
is_medium (const char *word)
{
  static const char *const media[] = { "xs",    "sm",     "md",     "lg",      "xl",
                                       "print", "mobile", "tablet", "desktop", "phone",
                                       "small", "large",  "medium", NULL };

  return g_strv_contains (media, word);
}

guint
_pm_vocabulary_look_up (const char *names)
{
  const Vocabulary *self = get_vocabulary ();
  guint hidden = look_up_hidden (self, names);
  char previous[MAX_WORD + 1] = "";
  char word[MAX_WORD + 1];
  guint kinds = 0;
  gboolean some_media = FALSE;

  for (names = next_word (names, word); *word != '\0'; names = next_word (names, word))
    {
      if (!is_about_others (previous))
        {
          guint kind = look_up_word (self, word);

          kinds |= kind != 0 ? kind : look_up_compound (self, word);
        }
      if (*previous != '\0')
        {
          char pair[2 * MAX_WORD + 1];

          g_snprintf (pair, sizeof pair, "%s%s", previous, word);
          kinds |= look_up_word (self, pair);
        }
      some_media = some_media || is_medium (word);
      g_strlcpy (previous, word, sizeof previous);
    }
  return (kinds & ~PM_WORD_HIDDEN) | (some_media ? 0 : hidden);
}
