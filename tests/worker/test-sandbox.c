/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each case runs in a child that has entered the sandbox, and ends it with 0 when it was held. */

#include "pm-sandbox-private.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY (256 * 1024 * 1024)

static gboolean
open_file (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
open_beside (void)
{
  return open (TEST_FOLDER "/../meson.build", O_RDONLY) >= 0;
}

static gboolean
write_inside (void)
{
  return open (TEST_FOLDER "/meson.build", O_RDWR) >= 0 ||
         open (TEST_FOLDER "/new", O_CREAT | O_WRONLY, 0600) >= 0;
}

static gboolean
write_file (void)
{
  return open ("/tmp/pressmark-sandbox", O_CREAT | O_WRONLY, 0600) >= 0;
}

static gboolean
remove_file (void)
{
  return unlink ("/tmp/pressmark-sandbox-victim") == 0 || chdir ("/") == 0;
}

static gboolean
open_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static gboolean
start_process (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return pid > 0;
}

static gboolean
run_program (void)
{
  execl ("/bin/true", "true", NULL);
  return FALSE;
}

static gboolean
kill_parent (void)
{
  return kill (getppid (), 0) == 0;
}

static gboolean
trace_parent (void)
{
  return ptrace (PTRACE_ATTACH, getppid (), NULL, NULL) == 0;
}

static gboolean
make_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0) != MAP_FAILED;
}

static gboolean
take_memory (void)
{
  return mmap (NULL, 2 * (gsize) MEMORY, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0) != MAP_FAILED;
}

static gboolean
raise_limit (void)
{
  struct rlimit limits = { 64, 64 };

  return setrlimit (RLIMIT_NOFILE, &limits) == 0 && open ("/etc/passwd", O_RDONLY) >= 0;
}

/* Where the kernel can tell a folder's files from others, they can be read. */
static gboolean
cannot_read_inside (void)
{
  char byte;
  int fd;

  if (syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1)
    return FALSE;
  fd = open (TEST_FOLDER "/meson.build", O_RDONLY);
  return fd < 0 || read (fd, &byte, 1) != 1;
}

/* Not kept from it: what it is there for. */
static gboolean
cannot_work (void)
{
  g_autofree char *memory = g_malloc (MEMORY / 8);
  struct rusage used;
  char byte = 'x';

  memset (memory, 1, MEMORY / 8);
  return write (STDIN_FILENO, &byte, 1) != 1 || getrusage (RUSAGE_SELF, &used) != 0;
}

static const struct
{
  const char *name;
  gboolean (*act) (void);
} cases[] = {
  { "open-file", open_file },
  { "open-beside", open_beside },
  { "write-inside", write_inside },
  { "write-file", write_file },
  { "remove-file", remove_file },
  { "open-socket", open_socket },
  { "start-process", start_process },
  { "run-program", run_program },
  { "kill-parent", kill_parent },
  { "trace-parent", trace_parent },
  { "make-code", make_code },
  { "take-memory", take_memory },
  { "raise-limit", raise_limit },
  { "work", cannot_work },
  { "read-inside", cannot_read_inside },
};

/* Returns: the child's wait status. */
static int
run_child (gboolean (*act) (void), guint seconds)
{
  int ends[2];
  int status;
  pid_t pid;

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      dup2 (ends[1], STDIN_FILENO);
      if (!_pm_sandbox_enter (MEMORY, TEST_FOLDER))
        _exit (77);
      if (seconds > 0)
        _pm_sandbox_set_time (seconds);
      _exit (act () ? 1 : 0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  close (ends[0]);
  close (ends[1]);
  return status;
}

static void
test_case (gconstpointer data)
{
  gboolean (*act) (void) = cases[GPOINTER_TO_UINT (data)].act;
  int status = run_child (act, 0);

  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("no limits here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static gboolean
compute_forever (void)
{
  volatile gboolean forever = TRUE;

  while (forever)
    ;
  return FALSE;
}

static void
test_time (void)
{
  int status = run_child (compute_forever, 1);

  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no limits here");
      return;
    }
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGXCPU);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sandbox/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/sandbox/time", test_time);
  return g_test_run ();
}
