/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-charset-private.h"

#include <errno.h>
#include <string.h>
#include <uchardet.h>

/* Enough for a sure guess; detection is slow on long input. */
#define SAMPLE 65536
/* Fewer broken bytes in text that has right ones, too, are accidents. */
#define MIN_WRONG 16
/* Fewer letters say nothing. */
#define MIN_LETTERS 16
/* Of the letters in words with letters beyond ASCII, so many are beyond it: no language of the
 * Latin alphabet has more, and none of another has fewer. */
#define MAX_LATIN 0.6
#define MIN_OTHER 0.4

typedef enum
{
  KIND_UNKNOWN,
  KIND_UTF8,
  KIND_UTF16,
  KIND_LATIN, /* the Latin alphabet, a byte a letter */
  KIND_OTHER, /* another alphabet, a byte a letter */
  KIND_CYRILLIC,
  KIND_IDEOGRAPHS, /* two bytes and more a character */
} Kind;

static const struct
{
  const char *charset;
  Kind kind;
} kinds[] = {
  { "UTF-8", KIND_UTF8 },          { "UTF-16LE", KIND_UTF16 },
  { "UTF-16BE", KIND_UTF16 },      { "WINDOWS-1252", KIND_LATIN },
  { "WINDOWS-1250", KIND_LATIN },  { "WINDOWS-1254", KIND_LATIN },
  { "WINDOWS-1257", KIND_LATIN },  { "ISO-8859-2", KIND_LATIN },
  { "ISO-8859-3", KIND_LATIN },    { "ISO-8859-4", KIND_LATIN },
  { "ISO-8859-10", KIND_LATIN },   { "ISO-8859-13", KIND_LATIN },
  { "ISO-8859-14", KIND_LATIN },   { "ISO-8859-15", KIND_LATIN },
  { "ISO-8859-16", KIND_LATIN },   { "WINDOWS-1251", KIND_CYRILLIC },
  { "KOI8-R", KIND_CYRILLIC },     { "KOI8-U", KIND_CYRILLIC },
  { "ISO-8859-5", KIND_CYRILLIC }, { "WINDOWS-1253", KIND_OTHER },
  { "ISO-8859-7", KIND_OTHER },    { "WINDOWS-1255", KIND_OTHER },
  { "ISO-8859-8", KIND_OTHER },    { "WINDOWS-1256", KIND_OTHER },
  { "ISO-8859-6", KIND_OTHER },    { "WINDOWS-874", KIND_OTHER },
  { "CP932", KIND_IDEOGRAPHS },    { "EUC-JP", KIND_IDEOGRAPHS },
  { "GB18030", KIND_IDEOGRAPHS },  { "BIG5-HKSCS", KIND_IDEOGRAPHS },
  { "UHC", KIND_IDEOGRAPHS },
};

static Kind
find_kind (const char *charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].charset, charset) == 0)
      return kinds[i].kind;
  return KIND_UNKNOWN;
}

/* Markup says nothing about the charset: the sample begins near the first byte that does. */
static const char *
find_sample (const char *data, gsize length, gsize *size)
{
  gsize start = 0;

  while (start < length && (guchar) data[start] < 0x80)
    start++;
  start = start > 1024 ? start - 1024 : 0;
  *size = MIN (length - start, SAMPLE);
  return data + start;
}

const char *
_pm_charset_find_utf16 (const char *data, gsize length)
{
  gsize n_pairs = MIN (length, 4096) / 2;
  gsize zeros[2] = { 0 };

  for (gsize i = 0; i < n_pairs * 2; i++)
    zeros[i % 2] += data[i] == '\0';
  if (zeros[1] > 4 && zeros[1] > n_pairs / 10 && zeros[0] < zeros[1] / 8)
    return "UTF-16LE";
  if (zeros[0] > 4 && zeros[0] > n_pairs / 10 && zeros[1] < zeros[0] / 8)
    return "UTF-16BE";
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

gboolean
_pm_charset_is_evidently_utf8 (const char *data, gsize length)
{
  return has_high_byte (data, length) && is_utf8 (data, length);
}

/* Whether more bytes fail to decode than characters succeed. */
static gboolean
is_not_utf8 (const char *data, gsize length)
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
  return wrong > right && (wrong >= MIN_WRONG || (wrong > 2 && right == 0));
}

/* ISO-2022-JP is ASCII until an escape sequence announces two bytes a character. */
static gboolean
switches_to_japanese (const char *data, gsize length)
{
  return g_strstr_len (data, length, "\x1b$B") != NULL ||
         g_strstr_len (data, length, "\x1b$@") != NULL;
}

/* Quotation marks, dashes and spaces of the charsets for the Latin alphabet. */
static gboolean
is_punctuation (guchar c)
{
  return (c >= 0x80 && c < 0xa1) || c == 0xab || c == 0xbb;
}

/* How much of the words that are not all ASCII is beyond it. Returns: -1 when there are too few. */
static double
measure_density (const char *data, gsize length)
{
  gsize high = 0, low = 0;
  gsize word_high = 0, word_low = 0;

  for (gsize i = 0; i <= length; i++)
    {
      guchar c = i < length ? data[i] : ' ';

      if (c >= 0x80 && !is_punctuation (c))
        word_high++;
      else if (g_ascii_isalpha (c))
        word_low++;
      else
        {
          high += word_high;
          low += word_high > 0 ? word_low : 0;
          word_high = word_low = 0;
        }
    }
  return high >= MIN_LETTERS ? (double) high / (high + low) : -1;
}

/* What became of the text when it was decoded. */
typedef struct
{
  gsize wrong;     /* bytes that could not be */
  gsize beyond;    /* characters beyond ASCII */
  gsize upper;     /* of them, capitals */
  gsize halfwidth; /* of them, katakana of half the width */
} Reading;

static void
count_characters (Reading *reading, const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      reading->beyond += c >= 0x80;
      reading->upper += c >= 0x80 && g_unichar_isupper (c);
      reading->halfwidth += c >= 0xff61 && c < 0xffa0;
    }
}

static Reading
try_charset (const char *charset, const char *data, gsize length)
{
  Reading reading = { 0 };
  GIConv converter = g_iconv_open ("UTF-8", charset);
  char *input = (char *) data;
  char buffer[16384];

  while (length > 0)
    {
      char *output = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &input, &length, &output, &room);
      int code = errno;

      count_characters (&reading, buffer, output - buffer);
      if (result != (gsize) -1 || code == E2BIG)
        continue;
      if (code == EINVAL)
        break;
      reading.wrong++;
      input++;
      length--;
    }
  g_iconv_close (converter);
  return reading;
}

/* A language written so has hardly a word of both alphabets, and its text few capitals: in KOI8 and
 * in windows-1251 the two cases stand where the other has the other. */
static gboolean
is_not_cyrillic (const char *charset, const char *sample, gsize size, double density)
{
  Reading reading = try_charset (charset, sample, size);

  return (density >= 0 && density < MIN_OTHER) ||
         (reading.beyond >= 2 * MIN_LETTERS && reading.upper > reading.beyond / 2);
}

static gboolean
is_not_ideographic (const char *charset, const char *sample, gsize size, double density)
{
  Reading reading = try_charset (charset, sample, size);

  return (density >= 0 && density < MIN_OTHER) ||
         (reading.wrong > 3 && reading.wrong > reading.beyond / 10) ||
         (reading.beyond >= MIN_LETTERS && reading.halfwidth > reading.beyond / 3);
}

gboolean
_pm_charset_is_contradicted (const char *charset, const char *data, gsize length)
{
  gsize size;
  const char *sample = find_sample (data, length, &size);
  double density = measure_density (sample, size);

  switch (find_kind (charset))
    {
    case KIND_UTF8:
      return is_not_utf8 (data, length) || switches_to_japanese (data, length);
    case KIND_UTF16:
      return is_utf8 (data, length);
    case KIND_LATIN:
      return density > MAX_LATIN;
    case KIND_OTHER:
      return density >= 0 && density < MIN_OTHER;
    case KIND_CYRILLIC:
      return is_not_cyrillic (charset, sample, size, density);
    case KIND_IDEOGRAPHS:
      return is_not_ideographic (charset, sample, size, density);
    case KIND_UNKNOWN:
    default:
      return FALSE;
    }
}

char *
_pm_charset_detect (const char *data, gsize length)
{
  uchardet_t detector;
  char *charset = NULL;
  gsize size;
  const char *sample = find_sample (data, length, &size);

  if (switches_to_japanese (data, length))
    return g_strdup ("ISO-2022-JP");
  if (is_utf8 (data, length))
    return g_strdup ("UTF-8");
  detector = uchardet_new ();
  uchardet_handle_data (detector, sample, size);
  uchardet_data_end (detector);
  if (*uchardet_get_charset (detector) != '\0')
    charset = _pm_charset_resolve (uchardet_get_charset (detector));
  uchardet_delete (detector);
  return charset != NULL ? charset : g_strdup ("WINDOWS-1252");
}
