/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-chain.h"

#include <math.h>

#define L PM_N_LABELS
/* How many features ahead the rows are called from memory. */
#define AHEAD 6
/* A token that is as good as right teaches nothing. */
#define TOO_LITTLE 0.002f
/* Steps between payments of the penalty. */
#define PERIOD 4096

typedef struct
{
  float weights[L];
  float squares[L]; /* sums of squared gradients */
} Row;

struct _PmChain
{
  Row *rows; /* the features', then one for each label's transitions */
  float *sums;
  guint n_features;
  guint n_rows;
  guint n_remembered;
  guint32 step;
  guint32 paid;  /* the step up to which the penalty is */
  guint64 state; /* of the dice */
  float rate;
  float penalty;
  guint32 dropped; /* of 2^24 */
  guint32 blind;   /* of 2^24 */
  const guint8 *groups;
  /* Room for one sentence. */
  guint room;
  guint room_features;
  guint32 *kept_starts;
  guint32 *kept;     /* the features that are not dropped this time */
  double *emissions; /* exponentials, each token's scaled by its largest */
  double *forward;   /* each token's scaled to the sum of one */
  double *backward;
};

/* Only IEEE 754's exact operations, unlike the library's. */
static double
exponential (double x)
{
  union
  {
    double value;
    guint64 bits;
  } power;
  int k;
  double r;
  double sum = 1;

  if (x < -600)
    return 0;
  k = (int) (x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
  r = x - k * 0.6931471805599453;
  for (int i = 11; i > 0; i--)
    sum = 1 + sum * r / i;
  power.bits = (guint64) (k + 1023) << 52;
  return sum * power.value;
}

PmChain *
pm_chain_new (guint n_features,
              double rate,
              double penalty,
              double dropped,
              const guint8 *groups,
              double blind)
{
  PmChain *self = g_new0 (PmChain, 1);

  self->n_features = n_features;
  self->n_rows = n_features + L;
  self->rows = g_new0 (Row, self->n_rows);
  self->sums = g_new0 (float, (gsize) self->n_rows *L);
  self->rate = (float) rate;
  self->penalty = (float) penalty;
  self->dropped = (guint32) (dropped * (1 << 24));
  self->blind = (guint32) (blind * (1 << 24));
  self->groups = groups;
  return self;
}

void
pm_chain_free (PmChain *self)
{
  g_free (self->rows);
  g_free (self->sums);
  g_free (self->kept_starts);
  g_free (self->kept);
  g_free (self->emissions);
  g_free (self->forward);
  g_free (self->backward);
  g_free (self);
}

static void
ensure_room (PmChain *self, guint n_tokens, guint32 n_features)
{
  if (n_features > self->room_features)
    {
      self->room_features = n_features;
      self->kept = g_renew (guint32, self->kept, n_features);
    }
  if (n_tokens <= self->room)
    return;
  self->room = n_tokens;
  self->kept_starts = g_renew (guint32, self->kept_starts, n_tokens + 1);
  self->emissions = g_renew (double, self->emissions, n_tokens *L);
  self->forward = g_renew (double, self->forward, n_tokens *L);
  self->backward = g_renew (double, self->backward, n_tokens *L);
}

static inline float
get_pace (const PmChain *self, const Row *row, guint label)
{
  return self->rate / sqrtf (row->squares[label] + 1.0f);
}

/* Takes from every weight what the penalty asks for the steps since the last time. */
static void
pay_penalty (PmChain *self)
{
  float due = self->penalty * (float) (self->step - self->paid);

  self->paid = self->step;
  for (guint i = 0; i < self->n_features; i++)
    for (guint label = 0; label < L; label++)
      {
        Row *row = &self->rows[i];
        float weight = row->weights[label];
        float part;

        if (weight == 0)
          continue;
        part = due * get_pace (self, row, label);
        row->weights[label] = weight > part ? weight - part : weight < -part ? weight + part : 0;
      }
}

static void
descend (PmChain *self, Row *row, const float *gradient)
{
  for (guint label = 0; label < L; label++)
    {
      row->squares[label] += gradient[label] * gradient[label];
      row->weights[label] -= get_pace (self, row, label) * gradient[label];
    }
}

static void
read_emissions (PmChain *self, guint n_tokens, const guint32 *starts, const guint32 *features)
{
  for (guint t = 0; t < n_tokens; t++)
    {
      float scores[L] = { 0 };
      float largest;

      for (guint32 i = starts[t]; i < starts[t + 1]; i++)
        {
          const Row *row = &self->rows[features[i]];

          if (i + AHEAD < starts[t + 1])
            __builtin_prefetch (&self->rows[features[i + AHEAD]]);
          for (guint label = 0; label < L; label++)
            scores[label] += row->weights[label];
        }
      largest = scores[0];
      for (guint label = 1; label < L; label++)
        largest = MAX (largest, scores[label]);
      for (guint label = 0; label < L; label++)
        self->emissions[t * L + label] = exponential (scores[label] - largest);
    }
}

static void
scale (double *values)
{
  double sum = 0;

  for (guint label = 0; label < L; label++)
    sum += values[label];
  for (guint label = 0; label < L; label++)
    values[label] /= sum;
}

static void
run_forward (PmChain *self, guint n_tokens, const double transitions[L][L])
{
  for (guint t = 0; t < n_tokens; t++)
    {
      double *now = self->forward + t * L;
      const double *before = now - L;

      for (guint label = 0; label < L; label++)
        now[label] = t == 0 && pm_label_opens (label) ? 1 : 0;
      for (guint from = 0; t > 0 && from < L; from++)
        for (guint label = 0; label < L; label++)
          now[label] += before[from] * transitions[from][label];
      for (guint label = 0; label < L; label++)
        now[label] *= self->emissions[t * L + label];
      scale (now);
    }
}

static void
run_backward (PmChain *self, guint n_tokens, const double transitions[L][L])
{
  for (guint t = n_tokens; t-- > 0;)
    {
      double *now = self->backward + t * L;
      double ahead[L];

      if (t + 1 == n_tokens)
        {
          for (guint label = 0; label < L; label++)
            now[label] = pm_label_closes (label);
          scale (now);
          continue;
        }
      for (guint label = 0; label < L; label++)
        ahead[label] = now[L + label] * self->emissions[(t + 1) * L + label];
      for (guint label = 0; label < L; label++)
        {
          now[label] = 0;
          for (guint to = 0; to < L; to++)
            now[label] += transitions[label][to] * ahead[to];
        }
      scale (now);
    }
}

/* How likely each pair of neighbours is, less the pair that is right. */
static void
descend_transitions (PmChain *self,
                     guint n_tokens,
                     const double transitions[L][L],
                     const guint8 *labels)
{
  double pairs[L][L] = { 0 };

  for (guint t = 1; t < n_tokens; t++)
    {
      double joint[L][L];
      double sum = 0;

      for (guint from = 0; from < L; from++)
        for (guint to = 0; to < L; to++)
          sum += joint[from][to] = self->forward[(t - 1) * L + from] * transitions[from][to] *
                                   self->emissions[t * L + to] * self->backward[t * L + to];
      for (guint from = 0; from < L; from++)
        for (guint to = 0; to < L; to++)
          pairs[from][to] += joint[from][to] / sum;
      pairs[labels[t - 1]][labels[t]] -= 1;
    }
  for (guint from = 0; from < L; from++)
    {
      float gradient[L];

      for (guint to = 0; to < L; to++)
        gradient[to] = (float) pairs[from][to];
      descend (self, &self->rows[self->n_features + from], gradient);
    }
}

static guint32
roll (PmChain *self)
{
  self->state = self->state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
  return (guint32) (self->state >> 40);
}

static PmFeatureGroup
choose_hidden (PmChain *self)
{
  guint32 dice = roll (self);

  return dice < self->blind       ? PM_FEATURE_LIST
         : dice < 2 * self->blind ? PM_FEATURE_WORD
                                  : PM_FEATURE_OTHER;
}

/* Forgets some of the features, so that a rare word is not all that a name is known by. */
static void
drop (PmChain *self, guint n_tokens, const guint32 *starts, const guint32 *features)
{
  guint32 n = 0;

  for (guint t = 0; t < n_tokens; t++)
    {
      PmFeatureGroup hidden = choose_hidden (self);

      self->kept_starts[t] = n;
      for (guint32 i = starts[t]; i < starts[t + 1]; i++)
        if (roll (self) >= self->dropped &&
            (hidden == PM_FEATURE_OTHER || self->groups[features[i]] != hidden))
          self->kept[n++] = features[i];
    }
  self->kept_starts[n_tokens] = n;
}

void
pm_chain_learn (PmChain *self,
                guint n_tokens,
                const guint32 *starts,
                const guint32 *features,
                const guint8 *labels)
{
  double transitions[L][L];

  ensure_room (self, n_tokens, starts[n_tokens] - starts[0]);
  drop (self, n_tokens, starts, features);
  starts = self->kept_starts;
  features = self->kept;
  self->step++;
  for (guint from = 0; from < L; from++)
    for (guint to = 0; to < L; to++)
      transitions[from][to] = pm_label_follows (to, from)
                                  ? exponential (self->rows[self->n_features + from].weights[to])
                                  : 0;
  read_emissions (self, n_tokens, starts, features);
  run_forward (self, n_tokens, transitions);
  run_backward (self, n_tokens, transitions);
  for (guint t = 0; t < n_tokens; t++)
    {
      double chances[L];
      float gradient[L];

      for (guint label = 0; label < L; label++)
        chances[label] = self->forward[t * L + label] * self->backward[t * L + label];
      scale (chances);
      for (guint label = 0; label < L; label++)
        gradient[label] = (float) chances[label] - (label == labels[t]);
      if (gradient[labels[t]] > -TOO_LITTLE)
        continue;
      for (guint32 i = starts[t]; i < starts[t + 1]; i++)
        descend (self, &self->rows[features[i]], gradient);
    }
  descend_transitions (self, n_tokens, transitions, labels);
  if (self->step - self->paid >= PERIOD)
    pay_penalty (self);
}

void
pm_chain_remember (PmChain *self)
{
  pay_penalty (self);
  for (guint i = 0; i < self->n_rows; i++)
    {
      for (guint label = 0; label < L; label++)
        self->sums[(gsize) i * L + label] += self->rows[i].weights[label];
    }
  self->n_remembered++;
}

/* How often learning saw a feature that is there. */
static float
get_share (const PmChain *self, guint row)
{
  float share = 1 - (float) self->dropped / (1 << 24);

  if (row >= self->n_features)
    return 1;
  if (self->groups[row] != PM_FEATURE_OTHER)
    share *= 1 - (float) self->blind / (1 << 24);
  return share;
}

void
pm_chain_average (PmChain *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    for (guint label = 0; label < L; label++)
      self->rows[i].weights[label] = self->sums[(gsize) i * L + label] / self->n_remembered *
                                     get_share (self, i);
}

const float *
pm_chain_get_weights (PmChain *self, guint feature)
{
  return self->rows[feature].weights;
}

const float *
pm_chain_get_transitions (PmChain *self, guint label)
{
  return self->rows[self->n_features + label].weights;
}
