/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-chain.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

/* Learns the names of a language from annotated text and writes a model.
 *
 *   pm-train --language en --output names.en FILE.jsonl …
 *
 * A line of a file is one text: { "language", "text", "entities": [{ "start", "end", "type" }] },
 * places in bytes. */

typedef struct
{
  guint first; /* tokens */
  guint end;
} Sentence;

typedef struct
{
  GArray *features;  /* (element-type guint32): of all tokens; hashes, then rows */
  GArray *groups;    /* (element-type guint8): one a feature */
  GArray *starts;    /* (element-type guint32): one a token, and one more */
  GArray *labels;    /* (element-type guint8) */
  GArray *sentences; /* (element-type Sentence) */
  guint n_names;
  guint n_missed;
} Lessons;

typedef struct
{
  guint32 hash;
  guint32 count;
  guint8 group;
} Count;

typedef struct
{
  Count *counts; /* open addressing; free where the count is 0 */
  guint32 mask;
  guint32 used;
} Counter;

static char *option_language = NULL;
static char *option_output = NULL;
static int option_epochs = 10;
static int option_minimum = 3;
static double option_rate = 0.3;
static double option_penalty = 6e-6;
static int option_boldness = 6;
static double option_dropped = 0.5;
static double option_blind = 0.15;

static const GOptionEntry entries[] = {
  { "language", 0, 0, G_OPTION_ARG_STRING, &option_language, "Language", "CODE" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &option_output, "Model to write", "FILE" },
  { "epochs", 0, 0, G_OPTION_ARG_INT, &option_epochs, "Rounds over the texts", "N" },
  { "minimum", 0, 0, G_OPTION_ARG_INT, &option_minimum, "Leave out rarer features", "N" },
  { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &option_rate, "Step width", "X" },
  { "penalty", 0, 0, G_OPTION_ARG_DOUBLE, &option_penalty, "L1 penalty", "X" },
  { "boldness", 0, 0, G_OPTION_ARG_INT, &option_boldness, "Taken from what no name weighs", "N" },
  { "dropped", 0, 0, G_OPTION_ARG_DOUBLE, &option_dropped, "Features left out of a step", "X" },
  { "blind", 0, 0, G_OPTION_ARG_DOUBLE, &option_blind, "Tokens that hide their lists, and words",
    "X" },
  G_OPTION_ENTRY_NULL,
};

/* --- reading --- */

static void
label_name (PmTokens *tokens, JsonObject *name, guint8 *labels, Lessons *lessons)
{
  gsize start = json_object_get_int_member (name, "start");
  gsize end = json_object_get_int_member (name, "end");
  PmEntityType type;
  guint first = 0;
  guint last;

  if (!pm_entity_type_from_string (json_object_get_string_member (name, "type"), &type))
    return;
  lessons->n_names++;
  while (first < tokens->n_tokens && tokens->tokens[first].span.end <= start)
    first++;
  last = first;
  while (last + 1 < tokens->n_tokens && tokens->tokens[last + 1].span.start < end)
    last++;
  if (first >= tokens->n_tokens || tokens->tokens[first].span.start != start ||
      tokens->tokens[last].span.end != end ||
      tokens->tokens[first].sentence != tokens->tokens[last].sentence)
    {
      lessons->n_missed++;
      if (first >= tokens->n_tokens ||
          tokens->tokens[first].sentence != tokens->tokens[last].sentence)
        return;
    }
  for (guint i = first; i <= last; i++)
    labels[i] = PM_LABEL (type, i == first && i == last ? PM_LABEL_ALONE
                                : i == first            ? PM_LABEL_FIRST
                                : i == last             ? PM_LABEL_LAST
                                                        : PM_LABEL_INSIDE);
}

static void
add_features (PmFeatures *features, guint at, Lessons *lessons)
{
  guint32 list[PM_MAX_FEATURES];
  guint8 groups[PM_MAX_FEATURES];
  guint n = _pm_features_list (features, at, list, groups);

  g_array_append_vals (lessons->features, list, n);
  g_array_append_vals (lessons->groups, groups, n);
  g_array_append_val (lessons->starts, lessons->features->len);
}

static void
read_text (JsonObject *object, Lessons *lessons)
{
  const char *text = json_object_get_string_member (object, "text");
  JsonArray *names = json_object_get_array_member (object, "entities");
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autofree guint8 *labels = NULL;
  PmContext context = { 0 };
  PmFeatures *features;
  guint first = lessons->labels->len;

  _pm_context_init (&context, document,
                    json_object_get_string_member_with_default (object, "language",
                                                                option_language));
  _pm_names_find (&context);
  _pm_names_agree (&context);
  features = _pm_features_new (&context);
  labels = g_new0 (guint8, context.tokens->n_tokens + 1);
  for (guint i = 0; i < json_array_get_length (names); i++)
    label_name (context.tokens, json_array_get_object_element (names, i), labels, lessons);
  for (guint i = 0; i < context.tokens->n_tokens; i++)
    add_features (features, i, lessons);
  g_array_append_vals (lessons->labels, labels, context.tokens->n_tokens);
  for (guint i = 0; i < context.tokens->n_sentences; i++)
    {
      PmTokenRange range = context.tokens->sentences[i];
      Sentence sentence = { first + range.first, first + range.end };

      g_array_append_val (lessons->sentences, sentence);
    }
  _pm_features_free (features);
  pm_analysis_unref (context.analysis);
  _pm_context_clear (&context);
}

static gboolean
read_file (const char *path, Lessons *lessons, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, lines[i], -1, error))
        return FALSE;
      read_text (json_node_get_object (json_parser_get_root (parser)), lessons);
    }
  return TRUE;
}

/* --- features --- */

static Count *
find_count (Counter *self, guint32 hash)
{
  guint32 slot = (hash * 0x9e3779b1u >> 7) & self->mask;

  while (self->counts[slot].count != 0 && self->counts[slot].hash != hash)
    slot = (slot + 1) & self->mask;
  self->counts[slot].hash = hash;
  return &self->counts[slot];
}

static void
grow (Counter *self)
{
  Count *old = self->counts;
  guint32 n_old = old != NULL ? self->mask + 1 : 0;

  self->mask = n_old == 0 ? (1 << 20) - 1 : 2 * self->mask + 1;
  self->counts = g_new0 (Count, (gsize) self->mask + 1);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].count > 0)
      *find_count (self, old[i].hash) = old[i];
  g_free (old);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* Replaces hashes by their rank among the features that are not too rare, and drops the rare.
 * @groups: (element-type guint8): the group of each, by rank.
 * Returns: (element-type guint32): the hashes by rank. */
static GArray *
rank_features (Lessons *lessons, GArray *groups)
{
  Counter counter = { 0 };
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 *features = (guint32 *) lessons->features->data;
  guint32 *starts = (guint32 *) lessons->starts->data;
  guint32 to = 0;

  for (guint i = 0; i < lessons->features->len; i++)
    {
      Count *count;

      if (counter.counts == NULL || counter.used * 2 > counter.mask)
        grow (&counter);
      count = find_count (&counter, features[i]);
      counter.used += count->count++ == 0;
      count->group = g_array_index (lessons->groups, guint8, i);
    }
  for (guint32 i = 0; i <= counter.mask; i++)
    if (counter.counts[i].count >= (guint32) option_minimum)
      g_array_append_val (hashes, counter.counts[i].hash);
  g_array_sort (hashes, compare_hashes);
  for (guint32 i = 0; i <= counter.mask; i++)
    counter.counts[i].count = counter.counts[i].count >= (guint32) option_minimum ? 1 : G_MAXUINT32;
  for (guint i = 0; i < hashes->len; i++)
    {
      Count *count = find_count (&counter, g_array_index (hashes, guint32, i));

      count->count = i + 1;
      g_array_append_val (groups, count->group);
    }
  for (guint t = 0; t + 1 < lessons->starts->len; t++)
    {
      guint32 from = starts[t];

      starts[t] = to;
      for (; from < starts[t + 1]; from++)
        {
          guint32 rank = find_count (&counter, features[from])->count;

          if (rank != G_MAXUINT32)
            features[to++] = rank - 1;
        }
    }
  starts[lessons->starts->len - 1] = to;
  g_free (counter.counts);
  return hashes;
}

/* --- learning --- */

/* The same order on every machine. */
static void
shuffle (GArray *sentences, guint64 *state)
{
  for (guint i = sentences->len; i > 1; i--)
    {
      Sentence *a = &g_array_index (sentences, Sentence, i - 1);
      Sentence *b;
      Sentence kept = *a;

      *state = *state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
      b = &g_array_index (sentences, Sentence, (*state >> 33) % i);
      *a = *b;
      *b = kept;
    }
}

static void
learn (PmChain *chain, Lessons *lessons)
{
  const guint32 *starts = (const guint32 *) lessons->starts->data;
  guint64 state = 20260101;

  for (int epoch = 0; epoch < option_epochs; epoch++)
    {
      shuffle (lessons->sentences, &state);
      for (guint i = 0; i < lessons->sentences->len; i++)
        {
          Sentence sentence = g_array_index (lessons->sentences, Sentence, i);

          pm_chain_learn (chain, sentence.end - sentence.first, starts + sentence.first,
                          (const guint32 *) lessons->features->data,
                          (const guint8 *) lessons->labels->data + sentence.first);
        }
      if (epoch >= option_epochs / 2)
        pm_chain_remember (chain);
    }
  pm_chain_average (chain);
}

/* --- writing --- */

static int
round_weight (float weight, float scale)
{
  float scaled = weight * scale;

  return CLAMP ((int) (scaled + (scaled < 0 ? -0.5f : 0.5f)), -127, 127);
}

static void
put_number (GByteArray *out, guint32 number)
{
  guint8 byte;

  for (; number >= 0x80; number >>= 7)
    {
      byte = (number & 0x7f) | 0x80;
      g_byte_array_append (out, &byte, 1);
    }
  byte = number;
  g_byte_array_append (out, &byte, 1);
}

static void
put_weight (GByteArray *out, int weight)
{
  guint8 bytes[] = { weight & 0xff, weight >> 8 & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static guint
put_entries (GByteArray *out, PmChain *chain, GArray *hashes, float factor)
{
  guint32 before = 0;
  guint n_entries = 0;

  for (guint i = 0; i < hashes->len; i++)
    {
      const float *weights = pm_chain_get_weights (chain, i);
      guint32 hash = g_array_index (hashes, guint32, i);
      guint8 entry[1 + 2 * PM_N_LABELS] = { 0 };

      for (guint label = 0; label < PM_N_LABELS; label++)
        {
          int weight = round_weight (weights[label], factor);

          if (weight == 0)
            continue;
          entry[1 + 2 * entry[0]] = label;
          entry[2 + 2 * entry[0]] = (guint8) weight;
          entry[0]++;
        }
      if (entry[0] == 0)
        continue;
      put_number (out, hash - before);
      g_byte_array_append (out, entry, 1 + 2 * entry[0]);
      before = hash;
      n_entries++;
    }
  return n_entries;
}

static gboolean
write_model (PmChain *chain, GArray *hashes, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) body = g_byte_array_new ();
  const float factor = 20;
  guint n_entries = put_entries (body, chain, hashes, factor);

  g_byte_array_append (out, (const guint8 *) PM_TAGGER_MAGIC, strlen (PM_TAGGER_MAGIC));
  put_weight (out, -option_boldness);
  for (guint from = 0; from < PM_N_LABELS; from++)
    for (guint to = 0; to < PM_N_LABELS; to++)
      put_weight (out, (int) (pm_chain_get_transitions (chain, from)[to] * factor));
  for (guint shift = 0; shift < 32; shift += 8)
    {
      guint8 byte = n_entries >> shift & 0xff;

      g_byte_array_append (out, &byte, 1);
    }
  g_byte_array_append (out, body->data, body->len);
  g_print ("%u features, %u kept, %u bytes\n", hashes->len, n_entries, out->len);
  return g_file_set_contents (option_output, (const char *) out->data, out->len, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new ("FILE…");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hashes = NULL;
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, 1);
  g_autoptr (PmChain) chain = NULL;
  Lessons lessons = { g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, FALSE, 1),
                      g_array_new (FALSE, TRUE, sizeof (guint32)), g_array_new (FALSE, FALSE, 1),
                      g_array_new (FALSE, FALSE, sizeof (Sentence)) };
  gboolean done = TRUE;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || option_output == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Say where to write the model.");
      return EXIT_FAILURE;
    }
  g_array_set_size (lessons.starts, 1);
  for (int i = 1; i < argc && done; i++)
    done = read_file (argv[i], &lessons, &error);
  if (done)
    {
      g_print ("%u sentences, %u tokens, %u names, %u not on tokens\n", lessons.sentences->len,
               lessons.labels->len, lessons.n_names, lessons.n_missed);
      hashes = rank_features (&lessons, groups);
      chain = pm_chain_new (hashes->len, option_rate, option_penalty, option_dropped,
                            (const guint8 *) groups->data, option_blind);
      learn (chain, &lessons);
      done = write_model (chain, hashes, &error);
    }
  if (!done)
    g_printerr ("%s\n", error->message);
  g_array_unref (lessons.features);
  g_array_unref (lessons.groups);
  g_array_unref (lessons.starts);
  g_array_unref (lessons.labels);
  g_array_unref (lessons.sentences);
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
