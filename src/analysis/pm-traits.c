/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-traits-private.h"

#include "pm-clusters.h"
#include "pm-gazetteer.h"

#include <string.h>

#define MAX_RUN 8
#define MAX_CHAIN 14
#define MAX_JOINTS 2
/* No phrase of the gazetteer has more tokens. */
#define MAX_PHRASE 12

static guint64
hash_bytes (const char *text, gsize length, guint64 seed)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ seed;

  for (gsize i = 0; i < length; i++)
    h = (h ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return h;
}

static char
find_shape (gunichar c)
{
  if (g_unichar_isupper (c) || g_unichar_istitle (c))
    return 'A';
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return 'a';
  if (g_unichar_isdigit (c))
    return '0';
  return c < 0x80 ? (char) c : '?';
}

static void
read_shape (PmTraits *traits, const char *text, gsize length)
{
  guint64 shape = 1;
  guint64 brief = 2;
  char last = '\0';
  guint n = 0;

  for (const char *p = text; p < text + length && n < 24; p = g_utf8_next_char (p), n++)
    {
      char s = find_shape (g_utf8_get_char (p));

      if (n < 12)
        shape = _pm_mix (shape, s);
      if (s != last)
        brief = _pm_mix (brief, s);
      last = s;
    }
  traits->shape = shape;
  traits->brief = brief;
}

static void
read_affixes (PmTraits *traits, const char *lower, gsize length)
{
  const char *front = lower;
  const char *back = lower + length;

  for (guint i = 0; i < PM_N_AFFIXES && front < lower + length; i++)
    {
      front = g_utf8_next_char (front);
      back = g_utf8_prev_char (back);
      traits->prefixes[i] = hash_bytes (lower, front - lower, 3);
      traits->suffixes[i] = hash_bytes (back, lower + length - back, 4);
    }
}

static void
read_heads (PmTraits *traits, const char *lower, gsize length)
{
  const char *back = lower + length;

  for (guint n = 1; n <= PM_N_AFFIXES + PM_N_HEADS && back > lower; n++)
    {
      back = g_utf8_prev_char (back);
      if (n > PM_N_AFFIXES)
        traits->heads[n - PM_N_AFFIXES - 1] = hash_bytes (back, lower + length - back, 6);
    }
}

static void
read_token (PmFeatures *self, guint at)
{
  const PmToken *token = &self->context->tokens->tokens[at];
  const char *text = self->context->tokens->text + token->span.start;
  gsize length = pm_span_length (token->span);
  PmTraits *traits = &self->traits[at];
  const PmLanguage *language = self->context->language;
  char lower[128];

  traits->word = hash_bytes (text, length, 1);
  traits->classes = token->classes | token->phrase_classes;
  traits->gap = token->gap;
  traits->capital = pm_token_is_capital (token);
  read_shape (traits, text, length);
  if (pm_lexicon_fold (text, length, lower, sizeof lower))
    {
      traits->lower = hash_bytes (lower, strlen (lower), 2);
      if (token->kind == PM_TOKEN_WORD)
        read_affixes (traits, lower, strlen (lower));
      if (token->kind == PM_TOKEN_WORD && traits->capital && language != NULL &&
          language->noun_capitals)
        read_heads (traits, lower, strlen (lower));
    }
  else
    traits->lower = traits->word;
}

/* What the rules say: type, how sure, where in the name. */
static void
read_rules (PmFeatures *self)
{
  const GArray *mentions = self->context->mentions;

  for (guint i = 0; i < self->context->tokens->n_tokens; i++)
    self->traits[i].rule = 1;
  for (guint i = 0; i < mentions->len; i++)
    {
      const PmMention *mention = &g_array_index (mentions, PmMention, i);
      guint64 rule = 16 + 8 * mention->type + mention->sure;

      for (guint at = mention->range.first; at < mention->range.end; at++)
        self->traits[at].rule = (rule << 2) | (at == mention->range.first ? 1 : 0) |
                                (at + 1 == mention->range.end ? 2 : 0);
    }
}

static char **
split_words (const PmTokens *tokens)
{
  char **words = g_new0 (char *, tokens->n_tokens + 1);

  for (guint i = 0; i < tokens->n_tokens; i++)
    words[i] = g_strndup (tokens->text + tokens->tokens[i].span.start,
                          pm_span_length (tokens->tokens[i].span));
  return words;
}

static void
read_lists (PmFeatures *self)
{
  const PmTokens *tokens = self->context->tokens;
  const PmGazetteer *gazetteer = pm_gazetteer_get ();
  const PmClusters *clusters = pm_clusters_get (self->context->code);
  g_auto (GStrv) words = split_words (tokens);
  guint covered = 0;

  for (guint i = 0; i < tokens->n_tokens; i++)
    {
      guint left = tokens->sentences[tokens->tokens[i].sentence].end - i;
      guint n = 0;
      guint classes = 0;

      if (clusters != NULL && tokens->tokens[i].kind == PM_TOKEN_WORD)
        self->traits[i].cluster = pm_clusters_find (clusters, words[i]);
      if (gazetteer == NULL || tokens->tokens[i].kind != PM_TOKEN_WORD)
        continue;
      classes = pm_gazetteer_match (gazetteer, self->context->code, (const char *const *) words + i,
                                    MIN (left, MAX_PHRASE), &n);
      if (n > 1)
        self->traits[i].listed_alone = pm_gazetteer_match (gazetteer, self->context->code,
                                                           (const char *const *) words + i, 1,
                                                           &left);
      else
        self->traits[i].listed_alone = classes;
      for (guint k = i; k < i + n && i + n > covered; k++)
        {
          self->traits[k].listed = classes;
          self->traits[k].listed_place = (k == i ? 1 : 0) | (k + 1 == i + n ? 2 : 0);
        }
      covered = MAX (covered, i + n);
    }
}

static void
read_runs (PmFeatures *self)
{
  const PmTokens *tokens = self->context->tokens;

  for (guint i = 0; i < tokens->n_tokens;)
    {
      guint end = i + 1;

      while (self->traits[i].capital && end < tokens->n_tokens && self->traits[end].capital &&
             tokens->tokens[end].gap <= PM_GAP_SPACE && end - i < MAX_RUN &&
             tokens->tokens[end].sentence == tokens->tokens[i].sentence)
        end++;
      for (guint k = i; k < end; k++)
        {
          self->traits[k].run = i;
          self->traits[k].run_end = end;
        }
      i = end;
    }
}

/* How many small words from @i on join the run before it to one after it. */
static guint
count_joints (PmFeatures *self, guint i, guint limit)
{
  const PmToken *tokens = self->context->tokens->tokens;
  guint n = 0;

  while (n < MAX_JOINTS && i + n < limit && tokens[i + n].gap <= PM_GAP_SPACE &&
         !self->traits[i + n].capital &&
         (pm_token_is (&tokens[i + n], PM_WORD_AND | PM_WORD_OF | PM_WORD_PARTICLE) ||
          tokens[i + n].mark == '&' || (n > 0 && pm_token_is_article (&tokens[i + n]))))
    n++;
  return i + n < limit && self->traits[i + n].capital && tokens[i + n].gap <= PM_GAP_SPACE ? n : 0;
}

static void
read_chains (PmFeatures *self)
{
  const PmTokens *tokens = self->context->tokens;

  for (guint i = 0; i < tokens->n_tokens;)
    {
      guint limit = tokens->sentences[tokens->tokens[i].sentence].end;
      guint end = self->traits[i].run_end;

      for (guint n = 1; self->traits[i].capital && n > 0 && end - i < MAX_CHAIN;)
        {
          n = count_joints (self, end, limit);
          if (n > 0)
            end = self->traits[end + n].run_end;
        }
      for (guint k = i; k < end; k++)
        {
          self->traits[k].chain = i;
          self->traits[k].chain_end = end;
        }
      i = end;
    }
}

static void
read_style (PmFeatures *self, PmTokenRange sentence)
{
  guint words = 0;
  guint upper = 0;
  guint title = 0;
  guint numbers = 0;
  guint n = sentence.end - sentence.first;
  guint8 style = 0;

  for (guint i = sentence.first; i < sentence.end; i++)
    {
      const PmToken *token = &self->context->tokens->tokens[i];

      numbers += token->kind == PM_TOKEN_NUMBER;
      if (token->kind != PM_TOKEN_WORD || pm_span_length (token->span) <= 3)
        continue;
      words++;
      upper += token->letters == PM_CASE_UPPER;
      title += token->letters >= PM_CASE_TITLE;
    }
  if (words >= 2 && upper * 10 >= words * 7)
    style = 1;
  else if (words >= 3 && title * 10 >= words * 7)
    style = 2;
  else if (words >= 3 && title == 0)
    style = 3;
  for (guint i = sentence.first; i < sentence.end; i++)
    {
      self->traits[i].style = style;
      self->traits[i].figures = numbers * 5 >= n ? 3 : numbers * 10 >= n ? 2 : numbers > 0;
    }
}

static PmUsage *
find_usage (PmFeatures *self, guint64 lower)
{
  guint32 slot = (guint32) (lower ^ (lower >> 32)) & self->usage_mask;

  while (self->usages[slot].lower != 0 && self->usages[slot].lower != lower)
    slot = (slot + 1) & self->usage_mask;
  self->usages[slot].lower = lower;
  return &self->usages[slot];
}

gboolean
_pm_traits_opens (PmFeatures *self, guint at)
{
  const PmToken *tokens = self->context->tokens->tokens;

  return at == 0 || tokens[at].sentence != tokens[at - 1].sentence ||
         tokens[at - 1].kind == PM_TOKEN_QUOTE || tokens[at - 1].mark == ':';
}

static void
count_usage (PmFeatures *self)
{
  guint n = self->context->tokens->n_tokens;

  self->usage_mask = 15;
  while (self->usage_mask < 2 * n)
    self->usage_mask = 2 * self->usage_mask + 1;
  self->usages = g_new0 (PmUsage, self->usage_mask + 1);
  for (guint i = 0; i < n; i++)
    {
      const PmTraits *traits = &self->traits[i];
      PmUsage *usage;

      if (self->context->tokens->tokens[i].kind != PM_TOKEN_WORD || traits->style == 1 ||
          traits->style == 2)
        continue;
      usage = find_usage (self, traits->lower);
      usage->n_lower += !traits->capital;
      usage->n_inside += traits->capital && !_pm_traits_opens (self, i);
      usage->n_longer += traits->capital && traits->run_end - traits->run > 1;
    }
  for (guint i = 0; i < n; i++)
    {
      PmTraits *traits = &self->traits[i];
      const PmUsage *usage = find_usage (self, traits->lower);
      guint inside = usage->n_inside;
      guint longer = usage->n_longer;

      if (!traits->capital)
        continue;
      if (traits->style != 1 && traits->style != 2)
        {
          inside -= !_pm_traits_opens (self, i);
          longer -= traits->run_end - traits->run > 1;
        }
      traits->usage = 1 + MIN (usage->n_lower, 2) + 3 * MIN (inside, 2) + 9 * MIN (longer, 1);
    }
}

/* A note of few words, a tweet, a report, or a text of someone who speaks of themselves. */
static void
read_manner (PmFeatures *self)
{
  const PmTokens *tokens = self->context->tokens;
  gboolean addressed = FALSE;
  guint n_words = 0;
  guint n_first = 0;

  for (guint i = 0; i < tokens->n_tokens; i++)
    {
      addressed |= tokens->tokens[i].kind == PM_TOKEN_ADDRESS || tokens->tokens[i].mark == '@' ||
                   tokens->tokens[i].mark == '#';
      n_words += tokens->tokens[i].kind == PM_TOKEN_WORD;
      n_first += pm_token_is (&tokens->tokens[i], PM_WORD_FIRST);
    }
  self->manner = _pm_mix (tokens->n_tokens <= 100  ? (addressed ? 2 : 1)
                          : n_first * 50 > n_words ? 4
                                                   : 3,
                          hash_bytes (self->context->code, strlen (self->context->code), 5));
}

PmFeatures *
_pm_features_new (PmContext *context)
{
  PmFeatures *self = g_new0 (PmFeatures, 1);
  const PmTokens *tokens = context->tokens;

  self->context = context;
  self->traits = g_new0 (PmTraits, tokens->n_tokens + 1);
  for (guint i = 0; i < tokens->n_tokens; i++)
    read_token (self, i);
  for (guint i = 0; i < tokens->n_sentences; i++)
    read_style (self, tokens->sentences[i]);
  read_manner (self);
  read_rules (self);
  read_lists (self);
  read_runs (self);
  read_chains (self);
  count_usage (self);
  return self;
}

void
_pm_features_free (PmFeatures *self)
{
  g_free (self->traits);
  g_free (self->usages);
  g_free (self);
}

guint
_pm_features_get_first (PmFeatures *self, guint at)
{
  PmUsage *usage = find_usage (self, self->traits[at].lower);

  if (usage->first == 0)
    usage->first = at + 1;
  return usage->first - 1;
}
