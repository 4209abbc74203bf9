/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define _PM_WORD_TABLE_MAGIC 0x31574d50u /* "PMW1" */
#define _PM_WORD_TABLE_HEADER 16
#define _PM_WORD_TABLE_MAX_BITS 20
#define _PM_WORD_TABLE_PRINT_BITS 24

/* Returns: @hash with its bits well mixed. The first ones choose the bucket. */
guint64 _pm_word_hash_mix (guint64 hash);

/* Returns: the bits of @mixed after the first @bits, by which a bucket knows its entries. */
static inline guint32
_pm_word_hash_print (guint64 mixed, guint bits)
{
  return (mixed << bits) >> (64 - _PM_WORD_TABLE_PRINT_BITS);
}

G_END_DECLS
