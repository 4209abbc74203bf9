/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-answer.h"

#include "pm-address-key.h"

G_DEFINE_BOXED_TYPE (PmAnswer, pm_answer, pm_answer_copy, pm_answer_free)

PmAnswer *
pm_answer_new (const char *url)
{
  PmAnswer *self = g_new0 (PmAnswer, 1);

  self->url = g_strdup (url);
  return self;
}

PmAnswer *
pm_answer_copy (const PmAnswer *self)
{
  PmAnswer *copy = pm_answer_new (self->url);

  copy->checked = self->checked;
  copy->status = self->status;
  copy->error = g_strdup (self->error);
  return copy;
}

void
pm_answer_free (PmAnswer *self)
{
  g_free (self->url);
  g_free (self->error);
  g_free (self);
}

static gboolean
is_elsewhere (const char *url, const char *asked)
{
  g_autofree char *key = pm_address_dup_key (url);
  g_autofree char *asked_key = pm_address_dup_key (asked);

  return g_strcmp0 (key, asked_key) != 0;
}

PmAnswerKind
pm_answer_get_kind (const PmAnswer *self, const char *asked)
{
  if (self->error == NULL)
    return is_elsewhere (self->url, asked) ? PM_ANSWER_MOVED : PM_ANSWER_FINE;
  if (self->status == 404 || self->status == 410)
    return PM_ANSWER_GONE;
  return self->status >= 400 && self->status < 500 ? PM_ANSWER_REFUSED : PM_ANSWER_SILENT;
}

const char *
pm_answer_kind_to_string (PmAnswerKind kind)
{
  static const char *const names[PM_N_ANSWER_KINDS] = {
    [PM_ANSWER_FINE] = "fine",       [PM_ANSWER_MOVED] = "moved",   [PM_ANSWER_GONE] = "gone",
    [PM_ANSWER_REFUSED] = "refused", [PM_ANSWER_SILENT] = "silent",
  };

  return names[kind];
}
