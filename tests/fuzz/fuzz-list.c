/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-link.h"
#include "pm-list.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_links (GPtrArray *links)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const PmLink *link = links->pdata[i];

      if (link->url == NULL || !g_utf8_validate (link->url, -1, NULL) ||
          (link->title != NULL && !g_utf8_validate (link->title, -1, NULL)))
        abort ();
    }
}

/* Any bytes are a list or an error, and every link of a list has an address. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = pm_list_read (bytes, NULL, &error);

  g_autoptr (PmFeedContent) feed = pm_list_read_feed (bytes, "https://a.example/feed", 1000, NULL,
                                                      NULL);

  if ((links == NULL) == (error == NULL))
    abort ();
  check_links (links);
  if (feed != NULL)
    check_links (feed->links);
  if (feed != NULL && feed->title != NULL && !g_utf8_validate (feed->title, -1, NULL))
    abort ();
  pm_list_recognise (bytes);
  return 0;
}
