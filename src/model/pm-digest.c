/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-digest.h"

/* Nettle computes with the processor's own instructions for this where there are any, many times
 * quicker than GChecksum, and every page is digested on its way in. */
#include <nettle/base16.h>
#include <nettle/sha2.h>

char *
pm_digest_dup_sha256 (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc0 (BASE16_ENCODE_LENGTH (sizeof digest) + 1);
  struct sha256_ctx context;

  sha256_init (&context);
  sha256_update (&context, size, data);
  sha256_digest (&context, sizeof digest, digest);
  base16_encode_update (hex, sizeof digest, digest);
  return hex;
}
