/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <string.h>

/* A robots.txt (RFC 9309): which of a site's addresses programs may read. Of its groups only the
 * one that concerns us is kept. */

#define AGENT "pressmark"
#define MAX_BYTES (500 * 1024)

typedef struct
{
  char **parts;  /* of the pattern, between its stars */
  gsize length;  /* of the pattern: the longest that matches decides */
  gboolean ends; /* the pattern ends in "$" */
  gboolean allows;
} Rule;

struct _PmRobots
{
  GArray *rules; /* (element-type Rule) */
};

static void
rule_clear (gpointer data)
{
  g_strfreev (((Rule *) data)->parts);
}

/* Percent-encoding in one way (§2.2.2), so that octets can be compared. */
static char *
dup_normal (const char *text)
{
  g_autoptr (GString) normal = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      gboolean coded = *text == '%' && g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2]);
      guchar octet = coded ? g_ascii_xdigit_value (text[1]) * 16 + g_ascii_xdigit_value (text[2])
                           : (guchar) *text;

      if ((coded && !g_ascii_isalnum (octet) && (octet == 0 || strchr ("-._~", octet) == NULL)) ||
          octet >= 0x80)
        g_string_append_printf (normal, "%%%02X", octet);
      else
        g_string_append_c (normal, (char) octet);
      text += coded ? 2 : 0;
    }
  return g_string_free (g_steal_pointer (&normal), FALSE);
}

static void
add_rule (GArray *rules, const char *pattern, gboolean allows)
{
  g_autofree char *normal = dup_normal (pattern);
  gsize length = strlen (normal);
  Rule rule = { NULL, length, length > 0 && normal[length - 1] == '$', allows };

  /* An empty one says that there is none. */
  if (length == 0)
    return;
  if (rule.ends)
    normal[length - 1] = '\0';
  rule.parts = g_strsplit (normal, "*", -1);
  g_array_append_val (rules, rule);
}

/* --- reading --- */

/* Groups that concern us, and those that concern everybody, which count when there are none. */
typedef struct
{
  GArray *ours;
  GArray *everybodys;
  gboolean has_ours;
  gboolean in_agents; /* the line before named an agent too */
  gboolean is_ours;
  gboolean is_everybodys;
} Reading;

static void
read_agent (Reading *self, const char *value)
{
  gsize length = 0;

  while (g_ascii_isalpha (value[length]) || value[length] == '_' || value[length] == '-')
    length++;
  if (!self->in_agents)
    self->is_ours = self->is_everybodys = FALSE;
  self->in_agents = TRUE;
  self->is_everybodys = self->is_everybodys || *value == '*';
  self->is_ours = self->is_ours ||
                  (length == strlen (AGENT) && g_ascii_strncasecmp (value, AGENT, length) == 0);
  self->has_ours = self->has_ours || self->is_ours;
}

static void
read_line (Reading *self, char *line)
{
  char *value = strchr (line, ':');
  gboolean allows;

  line[strcspn (line, "#")] = '\0';
  if (value == NULL || *line == '\0')
    return;
  *value++ = '\0';
  g_strstrip (line);
  g_strstrip (value);
  if (g_ascii_strcasecmp (line, "user-agent") == 0)
    {
      read_agent (self, value);
      return;
    }
  allows = g_ascii_strcasecmp (line, "allow") == 0;
  if (!allows && g_ascii_strcasecmp (line, "disallow") != 0)
    return;
  self->in_agents = FALSE;
  if (self->is_ours)
    add_rule (self->ours, value, allows);
  if (self->is_everybodys)
    add_rule (self->everybodys, value, allows);
}

static GArray *
rules_new (void)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (Rule));

  g_array_set_clear_func (rules, rule_clear);
  return rules;
}

PmRobots *
_pm_robots_new (GBytes *bytes)
{
  PmRobots *self = g_new0 (PmRobots, 1);
  g_autoptr (GArray) ours = rules_new ();
  g_autoptr (GArray) everybodys = rules_new ();
  Reading reading = { ours, everybodys, FALSE, FALSE, FALSE, FALSE };
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  g_autofree char *text = g_strndup (size > 0 ? data : "", MIN (size, MAX_BYTES));
  char *line = text + (g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0);

  while (*line != '\0')
    {
      gsize length = strcspn (line, "\r\n");
      gboolean last = line[length] == '\0';

      line[length] = '\0';
      read_line (&reading, line);
      line += length + (last ? 0 : 1);
    }
  self->rules = g_array_ref (reading.has_ours ? ours : everybodys);
  return self;
}

void
_pm_robots_free (PmRobots *self)
{
  g_array_unref (self->rules);
  g_free (self);
}

/* --- asking --- */

/* Each part is found as early as it can be: that never spoils what follows, and takes no longer
 * than pattern and path are long. */
static gboolean
matches (const Rule *rule, const char *path)
{
  const char *end = path + strlen (path);

  for (guint i = 0; rule->parts[i] != NULL; i++)
    {
      const char *part = rule->parts[i];
      gsize length = strlen (part);
      gboolean last = rule->ends && rule->parts[i + 1] == NULL;

      if (i > 0 && last)
        return length <= (gsize) (end - path) && g_str_equal (end - length, part);
      if (i > 0)
        path = strstr (path, part);
      else if (!g_str_has_prefix (path, part) || (last && path[length] != '\0'))
        return FALSE;
      if (path == NULL)
        return FALSE;
      path += length;
    }
  return TRUE;
}

/* What rules are about: path and query. */
static char *
dup_path (const char *url)
{
  const char *start = strstr (url, "://");
  const char *path = start != NULL ? start + 3 + strcspn (start + 3, "/?#") : "";
  g_autofree char *rooted = g_strconcat (*path == '/' ? "" : "/", path, NULL);

  rooted[strcspn (rooted, "#")] = '\0';
  return dup_normal (rooted);
}

gboolean
_pm_robots_allow (PmRobots *self, const char *url)
{
  g_autofree char *path = dup_path (url);
  gsize longest = 0;
  gboolean allowed = TRUE;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      if (rule->length < longest || !matches (rule, path))
        continue;
      allowed = rule->allows || (rule->length == longest && allowed && longest > 0);
      longest = rule->length;
    }
  return allowed;
}
