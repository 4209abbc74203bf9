/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-tag.h"

struct _PmReaderTag
{
  GtkTextTag parent_instance;
};

G_DEFINE_FINAL_TYPE (PmReaderTag, pm_reader_tag, GTK_TYPE_TEXT_TAG)

enum
{
  PROP_0,
  PROP_FOREGROUND,
};

static void
pm_reader_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FOREGROUND:
      g_object_get_property (object, "foreground-rgba", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_reader_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FOREGROUND:
      g_object_set_property (object, "foreground-rgba", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_reader_tag_class_init (PmReaderTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pm_reader_tag_get_property;
  object_class->set_property = pm_reader_tag_set_property;
  g_object_class_install_property (object_class, PROP_FOREGROUND,
                                   g_param_spec_boxed ("foreground", NULL, NULL, GDK_TYPE_RGBA,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
pm_reader_tag_init (PmReaderTag *self)
{
}

GtkTextTag *
pm_reader_tag_new (const char *name)
{
  return g_object_new (PM_TYPE_READER_TAG, "name", name, NULL);
}
