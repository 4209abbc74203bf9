/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_PATH */
#include "pm-sandbox-private.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
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

/* What reading files of the one folder takes besides. Whether another file exists can then be asked
 * too (stat), but nobody told. */
static const int allowed_reading[] = { SCMP_SYS (lseek), SCMP_SYS (getdents64), SCMP_SYS (fcntl),
                                       SCMP_SYS (newfstatat) };

/* All that the first version of Landlock can forbid: LANDLOCK_ACCESS_FS_EXECUTE to _MAKE_SYM. */
#define ALL_ACCESS ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)
/* Descriptors open at one time while files are read. */
#define MAX_FILES 16

static gboolean
add_folder (int rules, const char *folder)
{
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    .parent_fd = open (folder, O_PATH | O_CLOEXEC),
  };
  gboolean added = rule.parent_fd >= 0 && syscall (SYS_landlock_add_rule, rules,
                                                   LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;

  if (rule.parent_fd >= 0)
    close (rule.parent_fd);
  return added;
}

/* Returns: whether from now on there are no files but those in @folder. */
static gboolean
keep_folder (const char *folder)
{
  struct landlock_ruleset_attr access = { .handled_access_fs = ALL_ACCESS };
  int rules = syscall (SYS_landlock_create_ruleset, &access, sizeof access, 0);
  gboolean kept;

  if (rules < 0)
    return FALSE;
  kept = add_folder (rules, folder) && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         syscall (SYS_landlock_restrict_self, rules, 0) == 0;
  close (rules);
  return kept;
}

static gboolean
allow_reading (scmp_filter_ctx filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed_reading); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed_reading[i], 0) != 0)
      return FALSE;
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ,
                                    O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_PATH, O_RDONLY)) ==
         0;
}

/* Everything else fails with EPERM, so that a library that tries one way and then another goes on.
 */
static gboolean
filter_calls (gboolean may_read)
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
           (!may_read || allow_reading (filter)) && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return loaded;
}

gboolean
_pm_sandbox_enter (guint64 memory, const char *folder)
{
  gboolean may_read;

  if (SANITIZED)
    return FALSE;
  may_read = folder != NULL && keep_folder (folder);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NPROC, 0);
  limit (RLIMIT_AS, memory);
  limit (RLIMIT_NOFILE, may_read ? MAX_FILES : 0);
  return filter_calls (may_read);
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
