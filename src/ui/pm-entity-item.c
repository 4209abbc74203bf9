/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-item.h"

struct _PmEntityItem
{
  GObject parent_instance;

  char *texts[3];     /* by property, from the first */
  const char *action; /* (nullable) */
  GVariant *target;   /* (nullable) */
  gboolean is_words;  /* of a quote or a highlight */
};

G_DEFINE_FINAL_TYPE (PmEntityItem, pm_entity_item, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_COUNT,
  N_TEXTS,
  PROP_HAS_SUBTITLE = N_TEXTS,
  PROP_TITLE_CLASSES
};

/* What leads on within the list looks like a link; what was said, as the reader has it. */
static const char *const *
get_title_classes (PmEntityItem *self)
{
  static const char *const heading[] = { "heading", NULL };
  static const char *const link[] = { "accent", NULL };
  static const char *const words[] = { "words", NULL };

  if (self->action == NULL)
    return heading;
  if (self->is_words)
    return words;
  return g_str_has_prefix (self->action, "entity-page.") ? link : link + 1;
}

static void
pm_entity_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmEntityItem *self = PM_ENTITY_ITEM (object);

  if (id < N_TEXTS)
    g_value_set_string (value, self->texts[id - 1]);
  else if (id == PROP_HAS_SUBTITLE)
    g_value_set_boolean (value, *self->texts[PROP_SUBTITLE - 1] != '\0');
  else if (id == PROP_TITLE_CLASSES)
    g_value_set_boxed (value, get_title_classes (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_entity_item_finalize (GObject *object)
{
  PmEntityItem *self = PM_ENTITY_ITEM (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->target, g_variant_unref);
  G_OBJECT_CLASS (pm_entity_item_parent_class)->finalize (object);
}

static void
pm_entity_item_class_init (PmEntityItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *names[N_TEXTS] = { NULL, "title", "subtitle", "count" };
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pm_entity_item_get_property;
  object_class->finalize = pm_entity_item_finalize;
  for (guint i = 1; i < N_TEXTS; i++)
    g_object_class_install_property (object_class, i,
                                     g_param_spec_string (names[i], NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_HAS_SUBTITLE,
                                   g_param_spec_boolean ("has-subtitle", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_TITLE_CLASSES,
                                   g_param_spec_boxed ("title-classes", NULL, NULL, G_TYPE_STRV,
                                                       flags));
}

static void
pm_entity_item_init (PmEntityItem *self)
{
}

PmEntityItem *
pm_entity_item_new (const char *title,
                    const char *subtitle,
                    const char *count,
                    const char *action,
                    GVariant *target)
{
  PmEntityItem *self = g_object_new (PM_TYPE_ENTITY_ITEM, NULL);

  self->texts[PROP_TITLE - 1] = g_strdup (title);
  self->texts[PROP_SUBTITLE - 1] = g_strdup (subtitle != NULL ? subtitle : "");
  self->texts[PROP_COUNT - 1] = g_strdup (count != NULL ? count : "");
  self->action = action;
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  return self;
}

PmEntityItem *
pm_entity_item_new_words (const char *words,
                          const char *subtitle,
                          const char *action,
                          GVariant *target)
{
  PmEntityItem *self = pm_entity_item_new (words, subtitle, NULL, action, target);

  self->is_words = TRUE;
  return self;
}

const char *
pm_entity_item_get_title (PmEntityItem *self)
{
  return self->texts[PROP_TITLE - 1];
}

const char *
pm_entity_item_get_action (PmEntityItem *self)
{
  return self->action;
}

GVariant *
pm_entity_item_get_target (PmEntityItem *self)
{
  return self->target;
}
