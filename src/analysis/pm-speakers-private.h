/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-quotes-private.h"

G_BEGIN_DECLS

struct _PmSpeakers
{
  PmContext *context;
  const guint *inside; /* for each token, nonzero between quotation marks */
  GHashTable *roles;   /* (element-type utf8 GArray<Holder>): by the role's last word */
  guint8 *genders;     /* for each entity, PmGender */
  int dominant;        /* the person named most often by far, or -1 */

  char *last_name; /* (nullable): the last speaker's */
  int last_entity;
  guint last_at; /* the token where he was last found speaking */
  gboolean last_plural;
};

G_END_DECLS
