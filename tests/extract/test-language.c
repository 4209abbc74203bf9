/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include <string.h>

#define SENTENCE                                                                                   \
  "The harbour was quiet on Monday, and the cranes, which had stood still for weeks, began to "    \
  "move. "

/* @declared: in the page's html element. */
static const struct
{
  const char *name;
  const char *declared;
  const char *words;
  const char *language; /* (nullable) */
  const char *key;      /* (nullable) */
} languages[] = {
  { "none", "", SENTENCE, "en", "detected" },
  { "right", "lang=en-GB", SENTENCE, "en-GB", "html:lang" },
  { "wrong", "lang=de-DE", SENTENCE, "en", "detected" },
  { "kin", "lang=nb",
    "Havnen var stille på mandag, og kranene, som hadde stått stille i flere uker, begynte å "
    "bevege seg igjen. ",
    "nb", "html:lang" },
  { "gibberish", "", "Xq zzt krrp vlm. Xq zzt krrp vlm. Xq zzt krrp vlm. ", NULL, NULL },
  { "german", "",
    "Am Montag war es im Hafen still, und die Kräne, die seit Wochen gestanden hatten, begannen "
    "sich zu bewegen. ",
    "de", "detected" },
  { "greek", "",
    "Το λιμάνι ήταν ήσυχο τη Δευτέρα και οι γερανοί, που είχαν μείνει ακίνητοι για εβδομάδες, "
    "άρχισαν να κινούνται. ",
    "el", "detected" },
  { "russian", "lang=en",
    "В понедельник в порту было тихо, и краны, которые неделями стояли неподвижно, начали "
    "двигаться. ",
    "ru", "detected" },
  { "ukrainian", "",
    "У понеділок у порту було тихо, і крани, які тижнями стояли нерухомо, почали рухатися. ", "uk",
    "detected" },
  { "arabic", "",
    "كان الميناء هادئا يوم الاثنين، وبدأت الرافعات التي ظلت متوقفة منذ أسابيع في التحرك من جديد. ",
    "ar", "detected" },
  { "hebrew", "",
    "הנמל היה שקט ביום שני, והעגורנים, שעמדו דוממים במשך שבועות, התחילו לנוע שוב לאורך הרציף. ",
    "he", "detected" },
  { "hindi", "", "सोमवार को बंदरगाह शांत था, और क्रेनें, जो हफ़्तों से खड़ी थीं, फिर से चलने लगीं। ", "hi",
    "detected" },
  { "thai", "", "ท่าเรือเงียบสงบในวันจันทร์ และเครนที่หยุดนิ่งมาหลายสัปดาห์ก็เริ่มเคลื่อนไหวอีกครั้ง ", "th",
    "detected" },
  { "japanese", "",
    "月曜日の港は静かで、何週間も止まっていたクレーンがまた動き始めた。作業員たちは朝早くから集まっ"
    "ていた。",
    "ja", "detected" },
  { "korean", "", "월요일 항구는 조용했고 몇 주 동안 멈춰 있던 크레인이 다시 움직이기 시작했다. ",
    "ko", "detected" },
  { "chinese", "",
    "星期一的港口很安静，停了几个星期的起重机又开始动了，工人们一大早就聚集在码头上。", "zh",
    "detected" },
  { "georgian", "",
    "ორშაბათს ნავსადგური წყნარი იყო და ამწეებმა, რომლებიც კვირების განმავლობაში იდგნენ, მოძრაობა "
    "დაიწყეს. ",
    "ka", "detected" },
};

/* Any script makes an article, and its text says what it is in. */
static void
test_language (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html><html ");
  g_autoptr (PmPage) page = pm_page_new ("https://news.example.com/story.html");
  g_autoptr (GBytes) body = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (html, "%s><article>", languages[i].declared);
  for (guint n = 0; n < 8; n++)
    g_string_append_printf (html, "<p>%s%s</p>", languages[i].words, languages[i].words);
  body = g_bytes_new (html->str, html->len);
  pm_page_set_body (page, body, NULL, NULL);
  document = pm_extract (page, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (pm_document_get_text (document), languages[i].words));
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_LANGUAGE), ==, languages[i].language);
  g_assert_cmpstr (pm_document_get_meta_key (document, PM_META_LANGUAGE), ==, languages[i].key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("/language/", languages[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_language);
    }
  return g_test_run ();
}
