/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-decode-private.h"

#include <errno.h>
#include <string.h>
#include <uchardet.h>

/* How far into the page browsers look for a <meta charset>; pages in the wild need some more. */
#define META_SCAN 4096
/* Enough for a sure guess; detection is slow on long input. */
#define DETECT_SCAN 65536
/* Fewer broken bytes are accidents. */
#define MIN_WRONG 16

/* Labels that mean another encoding than their name says, as browsers treat them. */
static const struct
{
  const char *label;
  const char *charset;
} labels[] = {
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "ansi_x3.4-1968", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "iso_8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "latin-1", "WINDOWS-1252" },
  { "l1", "WINDOWS-1252" },
  { "cp1252", "WINDOWS-1252" },
  { "x-cp1252", "WINDOWS-1252" },
  { "x-user-defined", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "latin5", "WINDOWS-1254" },
  { "iso-8859-11", "WINDOWS-874" },
  { "tis-620", "WINDOWS-874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "x-gbk", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "euc-kr", "UHC" },
  { "ks_c_5601-1987", "UHC" },
  { "ksc5601", "UHC" },
  { "x-mac-roman", "MACINTOSH" },
  { "macintosh", "MACINTOSH" },
  { "utf8", "UTF-8" },
  { "utf-8", "UTF-8" },
  { "unicode-1-1-utf-8", "UTF-8" },
  { "unicode", "UTF-16LE" },
  { "utf-16", "UTF-16LE" },
  { "x-mac-cyrillic", "MAC-CYRILLIC" },
};

static const struct
{
  gsize length;
  const char *bytes;
} signatures[] = {
  { 8, "\x89PNG\r\n\x1a\n" },
  { 3, "\xff\xd8\xff" },
  { 4, "GIF8" },
  { 4, "PK\x03\x04" },
  { 5, "%PDF-" },
  { 2, "\x1f\x8b" },
  { 4, "\x7f"
       "ELF" },
  { 4, "wOFF" },
  { 4, "wOF2" },
  { 6, "7z\xbc\xaf\x27\x1c" },
  { 4, "Rar!" },
  { 4, "\x28\xb5\x2f\xfd" },
  { 4, "OggS" },
  { 3, "ID3" },
  { 6, "\xfd"
       "7zXZ" },
  { 3, "BZh" },
  { 4, "\x1a\x45\xdf\xa3" },
  { 16, "SQLite format 3" },
  { 4, "RIFF" },
  { 4, "II*" },
};

gboolean
_pm_decode_is_binary (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length &&
        memcmp (data, signatures[i].bytes, signatures[i].length) == 0)
      return TRUE;
  return length >= 12 && memcmp (data + 4, "ftyp", 4) == 0;
}

/* Returns: (transfer full) (nullable): iconv's name for @label, or %NULL when iconv has none. */
static char *
resolve_label (const char *label)
{
  g_autofree char *name = g_ascii_strdown (label, -1);
  GIConv converter;

  g_strstrip (name);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (name, labels[i].label) == 0)
      return g_strdup (labels[i].charset);
  if (strlen (name) > 40 || strpbrk (name, "/, ") != NULL)
    return NULL;
  converter = g_iconv_open ("UTF-8", name);
  if (converter == (GIConv) -1)
    return NULL;
  g_iconv_close (converter);
  return g_ascii_strup (name, -1);
}

static const char *
find_bom (const char *data, gsize length, gsize *skip)
{
  *skip = 0;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *skip = 3;
      return "UTF-8";
    }
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    {
      *skip = 2;
      return "UTF-16LE";
    }
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    {
      *skip = 2;
      return "UTF-16BE";
    }
  return NULL;
}

/* The charset named in a <meta charset=…> or <meta http-equiv … content="…; charset=…">: in both
 * the word is followed by an equals sign, and the value stops at a quote, a space, a semicolon, or
 * the tag's end. */
static char *
find_meta_charset (const char *data, gsize length)
{
  g_autofree char *head = g_ascii_strdown (data, MIN (length, META_SCAN));

  for (char *tag = strstr (head, "<meta"); tag != NULL; tag = strstr (tag + 1, "<meta"))
    {
      char *end = strchr (tag, '>');
      char *value = strstr (tag, "charset");
      gsize size;

      if (end == NULL || value == NULL || value > end)
        continue;
      value += strlen ("charset");
      value += strspn (value, " \t\n\r");
      if (*value != '=')
        continue;
      value += 1 + strspn (value + 1, " \t\n\r\"'");
      size = strcspn (value, " \t\n\r\"';>/");
      if (size > 0)
        {
          g_autofree char *label = g_strndup (value, size);
          g_autofree char *charset = resolve_label (label);

          /* A page that could be read this far is not in UTF-16, whatever it says. */
          if (charset != NULL && g_str_has_prefix (charset, "UTF-16"))
            return g_strdup ("UTF-8");
          if (charset != NULL)
            return g_steal_pointer (&charset);
        }
    }
  return NULL;
}

static gboolean
has_high_byte (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Like g_utf8_validate(), but NULs are no fault: they are dropped later. */
static gboolean
is_utf8 (const char *data, gsize length)
{
  while (length > 0)
    {
      const char *end;
      gsize done;

      if (g_utf8_validate_len (data, length, &end))
        return TRUE;
      if (*end != '\0')
        return FALSE;
      done = end - data + 1;
      data += done;
      length -= done;
    }
  return TRUE;
}

static char *
detect (const char *data, gsize length)
{
  uchardet_t detector;
  char *charset = NULL;
  gsize start = 0;

  if (is_utf8 (data, length))
    return g_strdup ("UTF-8");
  /* Markup says nothing about the charset: begin near the first byte that does. */
  while (start < length && (guchar) data[start] < 0x80)
    start++;
  start = start > 1024 ? start - 1024 : 0;
  detector = uchardet_new ();
  uchardet_handle_data (detector, data + start, MIN (length - start, DETECT_SCAN));
  uchardet_data_end (detector);
  if (*uchardet_get_charset (detector) != '\0')
    charset = resolve_label (uchardet_get_charset (detector));
  uchardet_delete (detector);
  return charset != NULL ? charset : g_strdup ("WINDOWS-1252");
}

/* Whether text that is said to be UTF-8 evidently is not: more bytes of it fail to decode than
 * characters succeed. */
static gboolean
is_mislabelled (const char *data, gsize length)
{
  gsize wrong = 0, right = 0;

  for (gsize i = 0; i < length;)
    {
      gunichar c = (guchar) data[i] < 0x80 ? 0 : g_utf8_get_char_validated (data + i, length - i);
      gboolean valid = c != (gunichar) -1 && c != (gunichar) -2;

      wrong += !valid;
      right += valid && c != 0;
      i += valid && c != 0 ? g_utf8_skip[(guchar) data[i]] : 1;
    }
  return wrong >= MIN_WRONG && wrong > right;
}

static char *
choose_charset (const char *data, gsize length, const char *declared)
{
  g_autofree char *charset = NULL;

  if (declared != NULL && *declared != '\0')
    charset = resolve_label (declared);
  if (charset == NULL)
    {
      charset = find_meta_charset (data, length);
      /* Text that decodes as UTF-8 beyond ASCII is UTF-8: a stale <meta> is commoner than such a
       * coincidence. */
      if (charset != NULL && strcmp (charset, "UTF-8") != 0 && has_high_byte (data, length) &&
          is_utf8 (data, length))
        return g_strdup ("UTF-8");
    }
  if (charset == NULL || (strcmp (charset, "UTF-8") == 0 && is_mislabelled (data, length)))
    return detect (data, length);
  return g_steal_pointer (&charset);
}

static char *
convert (const char *data, gsize length, const char *charset, gsize *converted)
{
  GString *text = g_string_sized_new (length + length / 2);
  GIConv converter = g_iconv_open ("UTF-8", charset);
  char *input = (char *) data;
  char buffer[16384];

  while (length > 0)
    {
      char *output = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &input, &length, &output, &room);
      int code = errno;

      g_string_append_len (text, buffer, output - buffer);
      if (result != (gsize) -1 || code == E2BIG)
        continue;
      g_string_append (text, "\xef\xbf\xbd");
      if (code == EINVAL)
        break;
      input++;
      length--;
    }
  g_iconv_close (converter);
  *converted = text->len;
  return g_string_free (text, FALSE);
}

/* The number of bytes that @at[0…] takes up and that have no place in a text, or 0. */
static gsize
skip_unwanted (const guchar *at, gsize left)
{
  if (*at < 0x20)
    return *at == '\t' || *at == '\n' ? 0 : 1;
  if (*at == 0x7f)
    return 1;
  return left >= 2 && at[0] == 0xc2 && at[1] < 0xa0 ? 2 : 0;
}

/* In place: LF line ends, no control characters. */
static gsize
clean (char *text, gsize length)
{
  gsize to = 0;

  for (gsize i = 0; i < length;)
    {
      gsize skip = skip_unwanted ((const guchar *) text + i, length - i);

      if (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'))
        text[to++] = '\n';
      if (skip == 0)
        text[to++] = text[i++];
      else
        i += skip;
    }
  text[to] = '\0';
  return to;
}

static gsize
drop_nuls (char *text, gsize length)
{
  gsize to = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\0')
      text[to++] = text[i];
  text[to] = '\0';
  return to;
}

char *
_pm_decode (GBytes *bytes, const char *declared, gsize *length, char **used)
{
  gsize size, skip;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *bom = find_bom (data, size, &skip);
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;

  data += skip;
  size -= skip;
  charset = bom != NULL ? g_strdup (bom) : choose_charset (data, size, declared);
  if (strcmp (charset, "UTF-8") == 0)
    {
      text = g_malloc (size + 1);
      memcpy (text, data, size);
      size = drop_nuls (text, size);
    }
  else
    text = convert (data, size, charset, &size);
  size = clean (text, size);
  if (!g_utf8_validate_len (text, size, NULL))
    {
      char *valid = g_utf8_make_valid (text, size);

      g_free (text);
      text = valid;
      size = strlen (text);
    }
  *length = size;
  if (used != NULL)
    *used = g_steal_pointer (&charset);
  return g_steal_pointer (&text);
}

/* Those of the WHATWG encoding standard, in iconv's spelling. */
static const char *const web_charsets[] = {
  "UTF-16LE",     "UTF-16BE",     "UTF-32LE",     "UTF-32BE",     "IBM866",       "ISO-8859-2",
  "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",
  "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",  "ISO-8859-16",  "KOI8-R",
  "KOI8-U",       "MACINTOSH",    "MAC-CYRILLIC", "WINDOWS-874",  "WINDOWS-1250", "WINDOWS-1251",
  "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257",
  "WINDOWS-1258", "GB18030",      "BIG5-HKSCS",   "EUC-JP",       "ISO-2022-JP",  "CP932",
  "UHC",          "EUC-TW",
};

void
_pm_decode_prepare (void)
{
  /* Tables stay for as long as somebody uses them. */
  static GIConv kept[G_N_ELEMENTS (web_charsets)];

  for (guint i = 0; i < G_N_ELEMENTS (web_charsets); i++)
    kept[i] = g_iconv_open ("UTF-8", web_charsets[i]);
  (void) kept;
}
