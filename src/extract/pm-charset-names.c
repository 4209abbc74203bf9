/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-charset-private.h"

#include <string.h>

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
  { "iso88591", "WINDOWS-1252" },
  { "csisolatin1", "WINDOWS-1252" },
  { "iso_8859-1:1987", "WINDOWS-1252" },
  { "iso88599", "WINDOWS-1254" },
  { "iso8859-9", "WINDOWS-1254" },
  { "l5", "WINDOWS-1254" },
  { "l9", "ISO-8859-15" },
  { "csisolatin9", "ISO-8859-15" },
  { "iso-8859-6-e", "ISO-8859-6" },
  { "iso-8859-6-i", "ISO-8859-6" },
  { "iso-8859-8-e", "ISO-8859-8" },
  { "iso-8859-8-i", "ISO-8859-8" },
  { "logical", "ISO-8859-8" },
  { "visual", "ISO-8859-8" },
  { "sun_eu_greek", "ISO-8859-7" },
  { "koi", "KOI8-R" },
  { "koi8_r", "KOI8-R" },
  { "dos-874", "WINDOWS-874" },
  { "x-cp1250", "WINDOWS-1250" },
  { "x-cp1251", "WINDOWS-1251" },
  { "x-cp1253", "WINDOWS-1253" },
  { "x-cp1254", "WINDOWS-1254" },
  { "x-cp1255", "WINDOWS-1255" },
  { "x-cp1256", "WINDOWS-1256" },
  { "x-cp1257", "WINDOWS-1257" },
  { "x-cp1258", "WINDOWS-1258" },
  { "chinese", "GB18030" },
  { "csgb2312", "GB18030" },
  { "gb_2312", "GB18030" },
  { "iso-ir-58", "GB18030" },
  { "csbig5", "BIG5-HKSCS" },
  { "cn-big5", "BIG5-HKSCS" },
  { "x-euc-jp", "EUC-JP" },
  { "korean", "UHC" },
  { "ks_c_5601-1989", "UHC" },
  { "ksc_5601", "UHC" },
  { "windows-949", "UHC" },
  { "x-mac-ukrainian", "MAC-CYRILLIC" },
  { "unicode11utf8", "UTF-8" },
  { "unicode20utf8", "UTF-8" },
  { "x-unicode20utf8", "UTF-8" },
};

char *
_pm_charset_resolve (const char *label)
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
