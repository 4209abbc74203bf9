/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <brotli/decode.h>

/* The output is bounded before it is written, so a bomb costs no more than its limit. */

#define ENOUGH (1024 * 1024) /* for one turn of the main loop: a few milliseconds */

struct _PmDecoder
{
  GConverter
      *inflater; /* (nullable): unset for brotli, and for deflate until its first bytes told */
  BrotliDecoderState *brotli; /* (nullable) */
  gboolean gzip;
  gboolean done;
  gboolean more;
  gsize consumed; /* of the wire */
  guint64 limit;
};

PmDecoder *
_pm_decoder_new (const char *encoding, guint64 limit)
{
  PmDecoder *self = g_new0 (PmDecoder, 1);

  self->limit = limit;
  if (g_str_equal (encoding, "gzip") || g_str_equal (encoding, "x-gzip"))
    {
      self->gzip = TRUE;
      self->inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
    }
  else if (g_str_equal (encoding, "br"))
    self->brotli = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  else if (!g_str_equal (encoding, "deflate"))
    g_clear_pointer (&self, _pm_decoder_free);
  return self;
}

void
_pm_decoder_free (PmDecoder *self)
{
  g_clear_object (&self->inflater);
  g_clear_pointer (&self->brotli, BrotliDecoderDestroyInstance);
  g_free (self);
}

/* "deflate" is the zlib format (RFC 9110 §8.4.1.2), but many servers send it bare; the two bytes of
 * a zlib header (RFC 1950 §2.2) tell. */
static void
choose_deflate (PmDecoder *self, const guint8 *data)
{
  gboolean zlib = (data[0] & 0x0f) == 8 && (data[0] << 8 | data[1]) % 31 == 0;

  self->inflater = G_CONVERTER (g_zlib_decompressor_new (zlib ? G_ZLIB_COMPRESSOR_FORMAT_ZLIB
                                                              : G_ZLIB_COMPRESSOR_FORMAT_RAW));
}

static gboolean
fail (GError **error, PmFetchError code)
{
  g_set_error_literal (error, PM_FETCH_ERROR, code, "");
  return FALSE;
}

/* Makes as much of @input as fits into @out. Returns: %FALSE when it is broken. */
static gboolean
inflate_some (PmDecoder *self,
              const guint8 *input,
              gsize length,
              guint8 *out,
              gsize room,
              gsize *n_read,
              gsize *n_written)
{
  g_autoptr (GError) error = NULL;
  GConverterResult result = g_converter_convert (self->inflater, input, length, out, room, 0,
                                                 n_read, n_written, &error);

  self->done = result == G_CONVERTER_FINISHED;
  if (result == G_CONVERTER_ERROR)
    *n_read = *n_written = 0;
  return result != G_CONVERTER_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
}

static gboolean
unbrotli_some (PmDecoder *self,
               const guint8 *input,
               gsize length,
               guint8 *out,
               gsize room,
               gsize *n_read,
               gsize *n_written)
{
  gsize rest = length;
  gsize left = room;
  BrotliDecoderResult result = BrotliDecoderDecompressStream (self->brotli, &rest, &input, &left,
                                                              &out, NULL);

  *n_read = length - rest;
  *n_written = room - left;
  self->done = result == BROTLI_DECODER_RESULT_SUCCESS;
  return result != BROTLI_DECODER_RESULT_ERROR;
}

/* Whether what follows a finished gzip stream is another of its members (RFC 1952 §2.2). Anything
 * else there is ignored, as browsers do. */
static gboolean
begin_next_member (PmDecoder *self, const GByteArray *wire)
{
  const guint8 *next = wire->data + self->consumed;

  if (!self->gzip || wire->len - self->consumed < 2 || next[0] != 0x1f || next[1] != 0x8b)
    return FALSE;
  g_converter_reset (self->inflater);
  self->done = FALSE;
  return TRUE;
}

static gboolean
decode_some (PmDecoder *self, const GByteArray *wire, GByteArray *content, gsize *n_moved)
{
  guint8 piece[16384];
  const guint8 *input = wire->data + self->consumed;
  gsize length = wire->len - self->consumed;
  gsize n_read = 0;
  gsize n_written = 0;
  gboolean sound = self->brotli != NULL ? unbrotli_some (self, input, length, piece, sizeof piece,
                                                         &n_read, &n_written)
                                        : inflate_some (self, input, length, piece, sizeof piece,
                                                        &n_read, &n_written);

  self->consumed += n_read;
  if ((guint64) content->len + n_written <= self->limit)
    g_byte_array_append (content, piece, n_written);
  else
    self->limit = 0;
  *n_moved = n_read + n_written;
  return sound;
}

gboolean
_pm_decoder_push (PmDecoder *self,
                  const GByteArray *wire,
                  gboolean last,
                  GByteArray *content,
                  GError **error)
{
  gsize n_moved = 1;
  gsize enough = content->len + ENOUGH;

  self->more = FALSE;
  if (self->inflater == NULL && self->brotli == NULL)
    {
      if (wire->len < 2)
        return !last || fail (error, PM_FETCH_ERROR_CUT_OFF);
      choose_deflate (self, wire->data);
    }
  while (n_moved > 0 && (!self->done || begin_next_member (self, wire)))
    {
      if (!decode_some (self, wire, content, &n_moved))
        return fail (error, PM_FETCH_ERROR_CUT_OFF);
      if (self->limit == 0)
        return fail (error, PM_FETCH_ERROR_TOO_LARGE);
      self->more = content->len >= enough;
      if (self->more)
        return TRUE;
    }
  return !last || self->done || fail (error, PM_FETCH_ERROR_CUT_OFF);
}

gboolean
_pm_decoder_has_more (PmDecoder *self)
{
  return self->more;
}
