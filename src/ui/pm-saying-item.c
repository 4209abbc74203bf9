/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-saying-item.h"

#include "pm-date.h"
#include "pm-row.h"
#include "pm-text-diff.h"

#include <glib/gi18n-lib.h>

struct _PmSayingItem
{
  GObject parent_instance;

  PmSayings *sayings;
  const PmSaying *saying;
  const PmSayingPlace *place; /* (nullable): of a line */
};

G_DEFINE_FINAL_TYPE (PmSayingItem, pm_saying_item, G_TYPE_OBJECT)

enum
{
  PROP_WORDS = 1,
  PROP_SPEAKER,
  PROP_INITIALS,
  PROP_ORIGIN,
  PROP_MORE,
  PROP_NOTE,
  PROP_TITLE,
  N_TEXTS,
  PROP_HAS_MORE = N_TEXTS,
  PROP_HAS_NOTE,
  PROP_IS_LINE,
  PROP_SPEAKER_CLASSES,
  PROP_AVATAR_CLASSES
};

static const PmSayingPlace *
get_first (PmSayingItem *self)
{
  return self->saying->places->pdata[0];
}

/* What the place has otherwise than the first is in bold; what it leaves out is an ellipsis. */
static char *
dup_different_words (PmSayingItem *self)
{
  g_autoptr (PmTextDiff) diff = pm_text_diff_new (get_first (self)->words, self->place->words);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < diff->pieces->len; i++)
    {
      PmDiffKind kind = g_array_index (diff->pieces, PmDiffPiece, i).kind;
      gboolean replaced = kind == PM_DIFF_REMOVED && i + 1 < diff->pieces->len &&
                          g_array_index (diff->pieces, PmDiffPiece, i + 1).kind == PM_DIFF_ADDED;
      g_autofree char *text = pm_text_diff_dup_text (diff, i);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      if (kind == PM_DIFF_REMOVED)
        g_string_append (markup, replaced ? "" : " […]");
      else if (kind == PM_DIFF_ADDED)
        g_string_append_printf (markup, "<b>%s</b>", escaped);
      else
        g_string_append (markup, escaped);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static char *
dup_words (PmSayingItem *self)
{
  g_autofree char *line = NULL;

  if (self->place && self->saying->differs)
    return dup_different_words (self);
  line = pm_row_dup_line (get_first (self)->words);
  return g_markup_escape_text (line, -1);
}

/* "The Harbour Post · 15 Apr 2021", and of a place the article's title. */
static char *
dup_origin (PmSayingItem *self)
{
  const PmArticle *article = pm_saying_item_get_place (self)->article;
  g_autofree char *date = pm_date_dup_human (article->published, 0);
  g_autoptr (GString) origin = g_string_new (article->outlet);

  if (*date)
    g_string_append_printf (origin, "%s%s", origin->len > 0 ? " · " : "", date);
  if (self->place || origin->len == 0)
    g_string_append_printf (origin, "%s%s", origin->len > 0 ? " · " : "", article->title);
  return g_string_free (g_steal_pointer (&origin), FALSE);
}

static gboolean
has_more (PmSayingItem *self)
{
  return !self->place && self->saying->n_outlets > 1;
}

static char *
dup_more (PmSayingItem *self)
{
  guint n = self->saying->n_outlets - 1;

  /* Translators: beside the outlet named before it. */
  return has_more (self) ? g_strdup_printf (ngettext ("+ %u outlet", "+ %u outlets", n), n)
                         : g_strdup ("");
}

static gboolean
has_note (PmSayingItem *self)
{
  return !self->place && self->saying->differs;
}

static char *
dup_title (PmSayingItem *self)
{
  const PmSayingPlace *place = pm_saying_item_get_place (self);
  g_autofree char *origin = dup_origin (self);
  g_autofree char *words = pm_row_dup_line (place->words);

  return g_strdup_printf ("%s: %s. %s",
                          self->saying->speaker ? self->saying->speaker : _ ("Unknown speaker"),
                          words, origin);
}

static char *
dup_text (PmSayingItem *self, guint id)
{
  switch (id)
    {
    case PROP_WORDS:
      return dup_words (self);
    case PROP_SPEAKER:
      return g_strdup (self->saying->speaker ? self->saying->speaker : _ ("Unknown speaker"));
    case PROP_INITIALS:
      return g_strdup (self->saying->speaker);
    case PROP_ORIGIN:
      return dup_origin (self);
    case PROP_MORE:
      return dup_more (self);
    case PROP_NOTE:
      return g_strdup (has_note (self) ? _ ("wording differs") : "");
    default:
      return dup_title (self);
    }
}

static void
pm_saying_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  static const char *const speaker_classes[] = { "unknown", "speaker", "caption", NULL };
  static const char *const avatar_classes[] = { "unknown", NULL };
  PmSayingItem *self = PM_SAYING_ITEM (object);

  if (id < N_TEXTS)
    g_value_take_string (value, dup_text (self, id));
  else if (id == PROP_HAS_MORE)
    g_value_set_boolean (value, has_more (self));
  else if (id == PROP_HAS_NOTE)
    g_value_set_boolean (value, has_note (self));
  else if (id == PROP_IS_LINE)
    g_value_set_boolean (value, self->place == NULL);
  else if (id == PROP_SPEAKER_CLASSES)
    g_value_set_boxed (value, speaker_classes + (self->saying->speaker != NULL));
  else if (id == PROP_AVATAR_CLASSES)
    g_value_set_boxed (value, avatar_classes + (self->saying->speaker != NULL));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_saying_item_finalize (GObject *object)
{
  g_clear_pointer (&PM_SAYING_ITEM (object)->sayings, pm_sayings_unref);
  G_OBJECT_CLASS (pm_saying_item_parent_class)->finalize (object);
}

static void
pm_saying_item_class_init (PmSayingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *names[N_TEXTS] = { NULL,     "words", "speaker", "initials",
                                 "origin", "more",  "note",    "title" };
  const char *classes[] = { "speaker-classes", "avatar-classes" };
  const char *flags[] = { "has-more", "has-note", "is-line" };
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pm_saying_item_get_property;
  object_class->finalize = pm_saying_item_finalize;
  for (guint i = 1; i < N_TEXTS; i++)
    g_object_class_install_property (object_class, i,
                                     g_param_spec_string (names[i], NULL, NULL, NULL, readable));
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_object_class_install_property (object_class, N_TEXTS + i,
                                     g_param_spec_boolean (flags[i], NULL, NULL, FALSE, readable));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_object_class_install_property (object_class, PROP_SPEAKER_CLASSES + i,
                                     g_param_spec_boxed (classes[i], NULL, NULL, G_TYPE_STRV,
                                                         readable));
}

static void
pm_saying_item_init (PmSayingItem *self)
{
}

PmSayingItem *
pm_saying_item_new (PmSayings *sayings, const PmSaying *saying, const PmSayingPlace *place)
{
  PmSayingItem *self = g_object_new (PM_TYPE_SAYING_ITEM, NULL);

  self->sayings = pm_sayings_ref (sayings);
  self->saying = saying;
  self->place = place;
  return self;
}

const PmSayingPlace *
pm_saying_item_get_place (PmSayingItem *self)
{
  return self->place ? self->place : get_first (self);
}

GListModel *
pm_saying_item_list_places (PmSayingItem *self)
{
  GPtrArray *places = self->saying->places;
  GListStore *list;

  if (self->place || places->len == 1)
    return NULL;
  list = g_list_store_new (PM_TYPE_SAYING_ITEM);
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (PmSayingItem) item = pm_saying_item_new (self->sayings, self->saying,
                                                          places->pdata[i]);

      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (list);
}
