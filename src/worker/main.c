/* SPDX-License-Identifier: GPL-3.0-or-later */

/* pressmark-worker: reads pages from the socket that is its standard input and answers each with
 * its document, until the other side closes. It gives up everything else before it sees the first.
 */

#include "pm-extract.h"
#include "pm-sandbox-private.h"
#include "pm-wire-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

/* Poppler's tables of Asian characters, some of which a PDF asks for by name. */
#define CHARACTER_MAPS "/usr/share/poppler"
/* Of address space: a page is at most 64 MiB of text, its tree a multiple of it. */
#define MEMORY (G_GUINT64_CONSTANT (1024) * 1024 * 1024)
/* Seconds of processor time a page. */
#define TIME 30
/* Having grown beyond this, in KiB, a new worker is cheaper to keep. */
#define GROWN (192 * 1024)

/* All of @data, in or out. */
static gboolean
move (gboolean out, void *data, gsize length)
{
  for (char *at = data; length > 0;)
    {
      gssize n = out ? write (STDIN_FILENO, at, length) : read (STDIN_FILENO, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= n;
    }
  return TRUE;
}

static GBytes *
read_message (void)
{
  guint64 length;
  void *data;

  if (!move (FALSE, &length, sizeof length) || length > PM_WIRE_MAX)
    return NULL;
  data = g_malloc (length);
  if (!move (FALSE, data, length))
    g_clear_pointer (&data, g_free);
  return data != NULL ? g_bytes_new_take (data, length) : NULL;
}

static gboolean
write_message (GBytes *bytes)
{
  guint64 length = g_bytes_get_size (bytes);

  return move (TRUE, &length, sizeof length) &&
         move (TRUE, (void *) g_bytes_get_data (bytes, NULL), length);
}

static gboolean
answer_one (void)
{
  g_autoptr (GBytes) request = read_message ();
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (PmPage) page = request != NULL ? _pm_wire_read_page (request) : NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GPtrArray) images = NULL;
  g_autoptr (GError) error = NULL;

  if (page == NULL)
    return FALSE;
  _pm_sandbox_set_time (TIME);
  document = pm_extract (page, &error);
  if (document != NULL)
    images = pm_extract_images (page, document);
  answer = _pm_wire_write_answer (document, images, error != NULL ? error->message : NULL);
  return write_message (answer);
}

static gboolean
is_grown (void)
{
  struct rusage used;

  return getrusage (RUSAGE_SELF, &used) == 0 && used.ru_maxrss > GROWN;
}

int
main (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* The terminal interrupts the program, which then closes. */
  signal (SIGINT, SIG_IGN);
  pm_extract_prepare ();
  _pm_sandbox_enter (MEMORY, CHARACTER_MAPS);
  while (answer_one () && !is_grown ())
    ;
  return 0;
}
