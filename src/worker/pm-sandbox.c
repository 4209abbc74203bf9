/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sandbox-private.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

/* What the C library and GLib need to compute, to read and write what is open, and to end. */
static const int allowed[] = {
  SCMP_SYS (read),          SCMP_SYS (write),           SCMP_SYS (readv),
  SCMP_SYS (writev),        SCMP_SYS (close),           SCMP_SYS (fstat),
  SCMP_SYS (brk),           SCMP_SYS (munmap),          SCMP_SYS (mremap),
  SCMP_SYS (madvise),       SCMP_SYS (futex),           SCMP_SYS (exit),
  SCMP_SYS (exit_group),    SCMP_SYS (rt_sigaction),    SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),  SCMP_SYS (restart_syscall), SCMP_SYS (sched_yield),
  SCMP_SYS (clock_gettime), SCMP_SYS (clock_nanosleep), SCMP_SYS (gettimeofday),
  SCMP_SYS (getrandom),     SCMP_SYS (getpid),          SCMP_SYS (gettid),
  SCMP_SYS (getrusage),
};

static void
limit (int resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}

/* Everything else fails with EPERM, so that a library that tries one way and then another goes on.
 */
static gboolean
filter_calls (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean loaded = filter != NULL;

  for (guint i = 0; loaded && i < G_N_ELEMENTS (allowed); i++)
    loaded = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
  loaded = loaded &&
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
           /* Its own limits alone, which it cannot raise. */
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1,
                             SCMP_A0 (SCMP_CMP_EQ, 0)) == 0 &&
           seccomp_load (filter) == 0;
  seccomp_release (filter);
  return loaded;
}

gboolean
_pm_sandbox_enter (guint64 memory)
{
#ifdef SANITIZED
  return FALSE;
#else
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NPROC, 0);
  limit (RLIMIT_AS, memory);
  limit (RLIMIT_NOFILE, 0);
  return filter_calls ();
#endif
}

void
_pm_sandbox_set_time (guint seconds)
{
  struct rusage used;
  struct rlimit limits;

  if (getrusage (RUSAGE_SELF, &used) != 0 || getrlimit (RLIMIT_CPU, &limits) != 0)
    return;
  limits.rlim_cur = used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds;
  limits.rlim_cur = MIN (limits.rlim_cur, limits.rlim_max);
  setrlimit (RLIMIT_CPU, &limits);
}
