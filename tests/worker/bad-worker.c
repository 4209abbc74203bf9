/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A worker taken over by a page: what it does stands in BAD_WORKER. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
answer (uint64_t length, const void *data, size_t size)
{
  if (write (0, &length, sizeof length) < 0 || write (0, data, size) < 0)
    _exit (1);
}

int
main (void)
{
  const char *what = getenv ("BAD_WORKER");
  char request[65536];

  if (what == NULL || strcmp (what, "exit") == 0)
    return 0;
  if (read (0, request, sizeof request) <= 0)
    return 0;
  if (strcmp (what, "crash") == 0)
    abort ();
  if (strcmp (what, "hang") == 0)
    for (;;)
      pause ();
  if (strcmp (what, "drip") == 0)
    for (answer (1 << 20, "", 0); write (0, "x", 1) == 1;)
      usleep (10000);
  if (strcmp (what, "huge") == 0)
    answer (UINT64_MAX, "", 0);
  if (strcmp (what, "garbage") == 0)
    answer (16, "\xff\xff\xff\xff\x01\x02\x03\x04\xff\xff\xff\xff\x00\x00\x00\x09", 16);
  if (strcmp (what, "short") == 0)
    answer (4096, "abc", 3);
  return 0;
}
