/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every charset that pages are in, declared in every way, rightly and wrongly. */

#include "pm-extract.h"

#include <string.h>

static const char french[] =
    "Le conseil de la ville a voté lundi soir, après un débat très animé, la reconstruction de la "
    "vieille échelle des marées, détruite l'année dernière par les tempêtes. « C'était nécessaire "
    "», "
    "a déclaré le maire à la fin de la séance.";
static const char english[] =
    "“We should have done this ten years ago,” the harbour master said – it’s the town’s oldest "
    "instrument, and nobody on the council’s benches had an answer to that.";
static const char polish[] =
    "Rada miasta zdecydowała w poniedziałek o odbudowie starego wodowskazu, który został "
    "zniszczony "
    "podczas zimowych sztormów. Mieszkańcy są zadowoleni, chociaż koszty będą wysokie, a prace "
    "potrwają dłużej, niż sądzono.";
static const char russian[] =
    "В понедельник совет портового города решил восстановить старый футшток, который был разрушен "
    "во время зимних штормов прошлого года. Жители довольны, хотя расходы будут высокими.";
static const char ukrainian[] =
    "У понеділок міська рада вирішила відновити старий футшток, який був зруйнований під час "
    "зимових штормів. Мешканці задоволені, хоча їхні витрати будуть високими.";
static const char greek[] = "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να ξαναχτίσει τον παλιό "
                            "μετρητή της παλίρροιας, που "
                            "καταστράφηκε στις χειμερινές καταιγίδες του περασμένου έτους.";
static const char turkish[] =
    "Belediye meclisi pazartesi günü, geçen kışın fırtınalarında yıkılan eski gelgit ölçeğinin "
    "yeniden yapılmasına karar verdi. Şehirde yaşayanlar, masrafların yüksek olacağını bildikleri "
    "halde çok sevindiler.";
static const char hebrew[] =
    "מועצת העיר החליטה ביום שני לבנות מחדש את מד הגאות הישן, שנהרס בסערות החורף של השנה שעברה. "
    "התושבים שמחים, אף על פי שההוצאות יהיו גבוהות מאוד.";
static const char arabic[] =
    "قرر مجلس المدينة يوم الاثنين إعادة بناء مقياس المد القديم الذي دمرته عواصف الشتاء في العام "
    "الماضي. ويشعر السكان بالسعادة على الرغم من أن التكاليف ستكون مرتفعة جدا.";
static const char lithuanian[] =
    "Miesto taryba pirmadienį nusprendė atstatyti seną potvynių matuoklį, kurį praėjusią žiemą "
    "sugriovė audros. Gyventojai džiaugiasi, nors išlaidos bus didelės.";
static const char thai[] =
    "สภาเมืองลงมติเมื่อวันจันทร์ให้สร้างเครื่องวัดระดับน้ำเก่าขึ้นใหม่ ซึ่งถูกทำลายในพายุฤดูหนาวเมื่อปีที่แล้ว "
    "ชาวเมืองดีใจแม้ว่าค่าใช้จ่ายจะสูงมาก";
static const char japanese[] =
    "市議会は月曜日、昨年の冬の嵐で壊れた古い検潮所を再建することを決めた。費用は高くつくが、"
    "住民はこの決定を喜んでいると、港の責任者は話している。";
static const char chinese[] =
    "市议会星期一决定重建去年冬天在暴风雨中被毁的旧验潮站。虽然费用很高，但是居民们对这个决定"
    "感到非常高兴，港口的负责人在会议结束之后这样说。";
static const char taiwanese[] =
    "市議會星期一決定重建去年冬天在暴風雨中被毀的舊驗潮站。雖然費用很高，但是居民們對這個決定"
    "感到非常高興，港口的負責人在會議結束之後這樣說。";
static const char korean[] = "시의회는 월요일에 지난겨울 폭풍으로 부서진 오래된 검조소를 다시 "
                             "짓기로 결정했다. 비용은 많이 들지만 "
                             "주민들은 이 결정을 기뻐하고 있다고 항구 책임자는 말했다.";

/* @names: what a header may call it; the first is what iconv knows it by. @guessed: whether its
 * letters tell it from all others. */
static const struct
{
  const char *names[4];
  const char *text;
  gboolean guessed;
} charsets[] = {
  { { "UTF-8", "utf8" }, russian, TRUE },
  { { "WINDOWS-1252", "iso-8859-1", "latin1", "us-ascii" }, french, TRUE },
  { { "WINDOWS-1252", "iso-8859-1", "iso88591", "windows-1252" }, english, TRUE },
  { { "WINDOWS-1250", "x-cp1250" }, polish, TRUE },
  { { "WINDOWS-1251", "cp1251", "x-cp1251" }, russian, TRUE },
  { { "WINDOWS-1251" }, ukrainian, TRUE },
  { { "WINDOWS-1253" }, greek, TRUE },
  { { "WINDOWS-1254", "iso-8859-9", "latin5" }, turkish, FALSE },
  { { "WINDOWS-1255" }, hebrew, TRUE },
  { { "WINDOWS-1256" }, arabic, TRUE },
  { { "WINDOWS-1257" }, lithuanian, FALSE },
  { { "WINDOWS-874", "tis-620", "iso-8859-11" }, thai, TRUE },
  { { "ISO-8859-2", "latin2", "l2" }, polish, FALSE },
  { { "ISO-8859-5" }, russian, TRUE },
  { { "ISO-8859-6" }, arabic, FALSE },
  { { "ISO-8859-7", "greek" }, greek, FALSE },
  { { "ISO-8859-8", "iso-8859-8-i", "logical" }, hebrew, FALSE },
  { { "ISO-8859-13" }, lithuanian, FALSE },
  { { "ISO-8859-15", "l9" }, french, FALSE },
  { { "KOI8-R", "koi" }, russian, TRUE },
  { { "KOI8-U" }, ukrainian, FALSE },
  { { "CP866", "ibm866" }, russian, TRUE },
  { { "SHIFT_JIS", "x-sjis", "windows-31j" }, japanese, TRUE },
  { { "EUC-JP", "x-euc-jp" }, japanese, TRUE },
  { { "ISO-2022-JP" }, japanese, TRUE },
  { { "GB18030", "gb2312", "gbk", "chinese" }, chinese, TRUE },
  { { "BIG5", "big5-hkscs", "x-x-big5" }, taiwanese, TRUE },
  { { "EUC-KR", "ks_c_5601-1987", "windows-949" }, korean, TRUE },
  { { "UTF-16LE", "utf-16" }, french, TRUE },
  { { "UTF-16BE" }, russian, TRUE },
};

/* What the header and the page say. "%" stands for the right name. */
static const struct
{
  const char *header; /* (nullable) */
  const char *meta;   /* (nullable) */
  gboolean guessed;   /* only the letters tell */
} declarations[] = {
  { "%", NULL, FALSE },         { NULL, "%", FALSE },       { "%", "utf-8", FALSE },
  { "%", "iso-8859-1", FALSE }, { "utf-8", "%", FALSE },    { "no-such-charset", "%", FALSE },
  { NULL, NULL, TRUE },         { "utf-8", "utf-8", TRUE }, { "utf-8", NULL, TRUE },
  { NULL, "utf-8", TRUE },
};

/* Against these, letters of another alphabet speak. */
static const struct
{
  const char *charset;
  const char *text;
  const char *wrong;
} overruled[] = {
  { "UTF-8", french, "iso-8859-1" },
  { "UTF-8", russian, "windows-1251" },
  { "UTF-8", chinese, "gb2312" },
  { "UTF-8", french, "utf-16" },
  { "WINDOWS-1251", russian, "iso-8859-1" },
  { "WINDOWS-1251", russian, "windows-1252" },
  { "WINDOWS-1251", russian, "koi8-r" },
  { "KOI8-R", russian, "windows-1251" },
  { "WINDOWS-1253", greek, "iso-8859-1" },
  { "WINDOWS-1252", french, "windows-1251" },
  { "WINDOWS-1252", french, "gb2312" },
  { "WINDOWS-1252", french, "shift_jis" },
  { "SHIFT_JIS", japanese, "iso-8859-1" },
  { "SHIFT_JIS", japanese, "euc-jp" },
  { "EUC-JP", japanese, "shift_jis" },
  { "GB18030", chinese, "iso-8859-1" },
  { "EUC-KR", korean, "iso-8859-1" },
  { "UTF-16LE", french, "iso-8859-1" },
  { "UTF-16BE", russian, "utf-16" },
};

static void
check (const char *charset, const char *text, const char *header, const char *meta)
{
  g_autofree char *tag = meta != NULL ? g_strdup_printf ("<meta charset='%s'>", meta) : NULL;
  g_autofree char *html = g_strdup_printf (
      "<html><head>%s<title>%s</title></head><body class='page'><p>%s</p><p>%s</p></body></html>",
      tag != NULL ? tag : "", text, text, text);
  gsize length;
  g_autofree char *encoded = g_convert (html, -1, charset, "UTF-8", NULL, &length, NULL);
  g_autoptr (PmPage) page = pm_page_new ("https://news.example.com/");
  g_autoptr (GBytes) body = NULL;
  g_autofree char *used = NULL;
  g_autofree char *decoded = NULL;

  g_assert_nonnull (encoded);
  body = g_bytes_new (encoded, length);
  page->charset = g_strdup (header);
  pm_page_set_body (page, body, NULL, NULL);
  decoded = pm_extract_decode (page, &length, &used);
  g_test_message ("%s, header %s, meta %s: read as %s", charset, header, meta, used);
  g_assert_cmpstr (decoded, ==, html);
}

static void
test_charset (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  for (guint n = 0; n < G_N_ELEMENTS (charsets[i].names) && charsets[i].names[n] != NULL; n++)
    for (guint d = 0; d < G_N_ELEMENTS (declarations); d++)
      {
        const char *name = charsets[i].names[n];
        const char *header = declarations[d].header;
        const char *meta = declarations[d].meta;

        if (declarations[d].guessed && !charsets[i].guessed)
          continue;
        check (charsets[i].names[0], charsets[i].text, g_strcmp0 (header, "%") == 0 ? name : header,
               g_strcmp0 (meta, "%") == 0 ? name : meta);
      }
}

static void
test_overruled (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  check (overruled[i].charset, overruled[i].text, overruled[i].wrong, NULL);
  check (overruled[i].charset, overruled[i].text, NULL, overruled[i].wrong);
  check (overruled[i].charset, overruled[i].text, overruled[i].wrong, overruled[i].wrong);
}

/* A page that was encoded twice is read as it was meant; one that speaks of such pages is left. */
static void
test_twice (void)
{
  static const char *const texts[] = { french, english, russian, chinese };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *twice = g_convert (texts[i], -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
      g_autoptr (PmPage) page = pm_page_new ("https://news.example.com/");
      g_autoptr (GBytes) body = g_bytes_new (twice, strlen (twice));
      g_autofree char *decoded = NULL;
      gsize length;

      pm_page_set_body (page, body, NULL, NULL);
      decoded = pm_extract_decode (page, &length, NULL);
      g_assert_cmpstr (decoded, ==, texts[i]);
    }
  check ("UTF-8", "Voilà: «\302\240Ã©\302\240»", "utf-8", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *name = g_strdup_printf ("/decode/charset/%u-%s", i, charsets[i].names[0]);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_charset);
    }
  for (guint i = 0; i < G_N_ELEMENTS (overruled); i++)
    {
      g_autofree char *name = g_strdup_printf ("/decode/overruled/%s-said-to-be-%s",
                                               overruled[i].charset, overruled[i].wrong);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_overruled);
    }
  g_test_add_func ("/decode/twice", test_twice);
  return g_test_run ();
}
