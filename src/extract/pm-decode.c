/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-decode-private.h"

#include <errno.h>
#include <string.h>

#include "pm-charset-private.h"

/* How far into the page browsers look for a <meta charset>; pages in the wild need some more. */
#define META_SCAN 4096

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
          g_autofree char *charset = _pm_charset_resolve (label);

          /* A page that could be read this far is not in UTF-16, whatever it says. */
          if (charset != NULL && g_str_has_prefix (charset, "UTF-16"))
            return g_strdup ("UTF-8");
          if (charset != NULL)
            return g_steal_pointer (&charset);
        }
    }
  return NULL;
}

/* What the header says, then what the page says, as long as its bytes do not say otherwise. Text
 * that decodes as UTF-8 beyond ASCII is UTF-8: a stale declaration is commoner than such a
 * coincidence. */
static char *
choose_charset (const char *data, gsize length, const char *declared)
{
  g_autofree char *header = declared != NULL ? _pm_charset_resolve (declared) : NULL;
  g_autofree char *meta = NULL;

  if (_pm_charset_is_evidently_utf8 (data, length))
    return g_strdup ("UTF-8");
  if (header != NULL && !_pm_charset_is_contradicted (header, data, length))
    return g_steal_pointer (&header);
  meta = find_meta_charset (data, length);
  if (meta != NULL && !_pm_charset_is_contradicted (meta, data, length))
    return g_steal_pointer (&meta);
  return _pm_charset_detect (data, length);
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
  const char *first = memchr (text, '\0', length);
  gsize to = first != NULL ? first - text : length;

  for (gsize i = to; i < length; i++)
    if (text[i] != '\0')
      text[to++] = text[i];
  text[to] = '\0';
  return to;
}

/* Whether no character that @at[0…] begins with is beyond Latin-1. */
static gboolean
is_latin (const char *at, gsize left)
{
  guchar lead = at[0];

  return lead < 0x80 || ((lead == 0xc2 || lead == 0xc3) && left > 1 && (at[1] & 0xc0) == 0x80);
}

/* In place. Text that somebody took for Latin-1 and encoded once more: each character fits a byte,
 * and the bytes are UTF-8. */
static gsize
undo_second_encoding (char *text, gsize length)
{
  g_autofree char *bytes = g_malloc (length + 1);
  gsize n_bytes = 0;

  for (gsize i = 0; i < length; n_bytes++)
    {
      if (!is_latin (text + i, length - i))
        return length;
      if ((guchar) text[i] < 0x80)
        bytes[n_bytes] = text[i++];
      else
        {
          bytes[n_bytes] = (char) ((text[i] & 0x03) << 6 | (text[i + 1] & 0x3f));
          i += 2;
        }
    }
  if (!_pm_charset_is_evidently_utf8 (bytes, n_bytes))
    return length;
  memcpy (text, bytes, n_bytes);
  return n_bytes;
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
  if (bom == NULL)
    bom = _pm_charset_find_utf16 (data, size);
  charset = bom != NULL ? g_strdup (bom) : choose_charset (data, size, declared);
  if (strcmp (charset, "UTF-8") == 0)
    {
      text = g_malloc (size + 1);
      memcpy (text, data, size);
      size = undo_second_encoding (text, drop_nuls (text, size));
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
