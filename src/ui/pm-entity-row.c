/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-row.h"

#include "pm-sparkline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters either side of a mention that are shown with it. */
#define CONTEXT 50

struct _PmEntityRow
{
  PmRow parent_instance;

  const PmEntity *entity; /* of the row's record */
  guint next;             /* the mention that opening goes to */
  GtkLabel *context;      /* (nullable): in the details */

  GtkLabel *name;
  GtkLabel *aliases;
  PmSparkline *sparkline;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (PmEntityRow, pm_entity_row, PM_TYPE_ROW)

static char *
pm_entity_row_dup_key (gconstpointer item)
{
  const PmEntity *entity = item;

  return g_strdup_printf ("%d %s", entity->type, entity->name);
}

static void
pm_entity_row_bind (PmRow *row, gpointer item)
{
  PmEntityRow *self = PM_ENTITY_ROW (row);
  const PmEntity *entity = item;
  PmDocument *document = pm_row_get_record (row)->document;
  guint n = entity->mentions->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf (ngettext ("%s, %u mention", "%s, %u mentions", n),
                                           entity->name, n);
  g_autoptr (GString) aliases = g_string_new (NULL);

  self->entity = entity;
  self->next = n > 0 ? self->next % n : 0;
  for (guint i = 0; i < entity->aliases->len; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? " · " : "",
                            (char *) entity->aliases->pdata[i]);
  gtk_label_set_label (self->name, entity->name);
  gtk_label_set_label (self->aliases, aliases->str);
  gtk_widget_set_visible (GTK_WIDGET (self->aliases), aliases->len > 0);
  gtk_label_set_label (self->count, count);
  pm_sparkline_set_places (self->sparkline, entity->mentions,
                           document ? pm_document_get_length (document) : 0);
  pm_row_set_name (row, name);
}

/* The words around @span as markup, the mention itself in bold. */
static char *
dup_context (PmDocument *document, PmSpan span)
{
  const char *text = pm_document_get_text (document);
  const char *end = text + pm_document_get_length (document);
  const char *from = text + span.start, *to = text + span.end;
  g_autofree char *before = NULL, *words = NULL, *after = NULL;

  for (int i = 0; i < CONTEXT && from > text && from[-1] != '\n'; i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; i < CONTEXT && to < end && *to != '\n'; i++)
    to = g_utf8_next_char (to);
  /* No word is cut in two, where there are spaces to cut at. */
  if (from > text && from[-1] != '\n' && from[-1] != ' ')
    {
      const char *space = memchr (from, ' ', text + span.start - from);

      from = space != NULL ? space + 1 : from;
    }
  if (to < end && *to != '\n' && *to != ' ')
    {
      const char *space = g_strrstr_len (text + span.end, to - (text + span.end), " ");

      to = space != NULL ? space : to;
    }
  before = g_markup_escape_text (from, text + span.start - from);
  words = g_markup_escape_text (text + span.start, pm_span_length (span));
  after = g_markup_escape_text (text + span.end, to - (text + span.end));
  return g_strdup_printf ("%s%s<b>%s</b>%s%s", from > text && from[-1] != '\n' ? "…" : "", before,
                          words, after, to < end && *to != '\n' ? "…" : "");
}

static void
show_context (PmEntityRow *self, guint mention)
{
  PmDocument *document = pm_row_get_record (PM_ROW (self))->document;
  guint n = self->entity->mentions->len;
  g_autofree char *around = NULL;
  g_autofree char *markup = NULL;

  if (!self->context || !document || mention >= n)
    return;
  around = dup_context (document, g_array_index (self->entity->mentions, PmSpan, mention));
  /* Translators: which of the mentions of a name, of how many: "2 of 14". */
  markup = n > 1 ? g_strdup_printf (_ ("%s  <small>%u of %u</small>"), around, mention + 1, n)
                 : g_steal_pointer (&around);
  gtk_label_set_markup (self->context, markup);
}

static void
pm_entity_row_open (PmRow *row)
{
  PmEntityRow *self = PM_ENTITY_ROW (row);
  guint n = self->entity->mentions->len;

  if (n == 0)
    return;
  pm_panel_go_to (pm_row_get_panel (row),
                  g_array_index (self->entity->mentions, PmSpan, self->next));
  show_context (self, self->next);
  self->next = (self->next + 1) % n;
}

static GArray *
pm_entity_row_list_places (PmRow *row)
{
  return g_array_ref (PM_ENTITY_ROW (row)->entity->mentions);
}

static GtkWidget *
pm_entity_row_make_details (PmRow *row)
{
  PmEntityRow *self = PM_ENTITY_ROW (row);
  GtkWidget *label = gtk_label_new (NULL);

  g_set_weak_pointer (&self->context, GTK_LABEL (label));
  gtk_label_set_xalign (self->context, 0);
  gtk_label_set_wrap (self->context, TRUE);
  gtk_label_set_wrap_mode (self->context, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->context, GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "context");
  show_context (self, self->next);
  return label;
}

static void
pm_entity_row_finalize (GObject *object)
{
  g_clear_weak_pointer (&PM_ENTITY_ROW (object)->context);
  G_OBJECT_CLASS (pm_entity_row_parent_class)->finalize (object);
}

static void
pm_entity_row_class_init (PmEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_entity_row_finalize;
  row_class->dup_key = pm_entity_row_dup_key;
  row_class->bind = pm_entity_row_bind;
  row_class->open = pm_entity_row_open;
  row_class->list_places = pm_entity_row_list_places;
  row_class->make_details = pm_entity_row_make_details;

  g_type_ensure (PM_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-entity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, name);
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, aliases);
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, sparkline);
  gtk_widget_class_bind_template_child (widget_class, PmEntityRow, count);
}

static void
pm_entity_row_init (PmEntityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
holds (const char *name, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, typed) != NULL;
}

gboolean
pm_entity_row_matches (const PmEntity *entity, const char *typed)
{
  if (holds (entity->name, typed))
    return TRUE;
  for (guint i = 0; i < entity->aliases->len; i++)
    if (holds (entity->aliases->pdata[i], typed))
      return TRUE;
  return FALSE;
}

const PmEntity *
pm_entity_row_get_entity (PmEntityRow *self)
{
  return self->entity;
}
