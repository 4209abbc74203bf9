/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-link.h"
#include "pm-list.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any bytes are a list or an error, and every link of a list has an address. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = pm_list_read (bytes, NULL, &error);

  if ((links == NULL) == (error == NULL))
    abort ();
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const PmLink *link = links->pdata[i];

      if (link->url == NULL || !g_utf8_validate (link->url, -1, NULL) ||
          (link->title != NULL && !g_utf8_validate (link->title, -1, NULL)))
        abort ();
    }
  pm_list_recognise (bytes);
  return 0;
}
