/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quotes-panel.h"

#include "pm-quote-row.h"
#include "pm-shy-bin.h"

#include <glib/gi18n-lib.h>

struct _PmQuotesPanel
{
  PmPanel parent_instance;

  gboolean by_speaker;
  gboolean built_by_speaker; /* how @groups were made */
  gint64 article;            /* that @groups were made for */
  GPtrArray *groups;         /* (element-type PmGroup): owned by the panel */

  GtkLabel *count;
  GtkToggleButton *show_refused;
};

G_DEFINE_FINAL_TYPE (PmQuotesPanel, pm_quotes_panel, PM_TYPE_PANEL)

enum
{
  PROP_0,
  PROP_ORDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Most quotes first, then by first words; the unknown last. */
static int
compare_speakers (gconstpointer a, gconstpointer b)
{
  GPtrArray *one = *(GPtrArray *const *) a, *two = *(GPtrArray *const *) b;
  const PmQuote *first = one->pdata[0], *second = two->pdata[0];

  if (!first->speaker_name != !second->speaker_name)
    return first->speaker_name ? -1 : 1;
  if (one->len != two->len)
    return one->len > two->len ? -1 : 1;
  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

static gboolean
belongs (GPtrArray *speaker, const PmQuote *quote)
{
  const PmQuote *first = speaker->pdata[0];

  return pm_quote_same_speaker (first, quote) || (!first->speaker_name && !quote->speaker_name);
}

/* Returns: (element-type GPtrArray): the quotes of each speaker. */
static GPtrArray *
list_speakers (GPtrArray *quotes)
{
  GPtrArray *speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < quotes->len; i++)
    {
      GPtrArray *own = NULL;

      for (guint j = 0; j < speakers->len && !own; j++)
        if (belongs (speakers->pdata[j], quotes->pdata[i]))
          own = speakers->pdata[j];
      if (!own)
        g_ptr_array_add (speakers, own = g_ptr_array_new ());
      g_ptr_array_add (own, quotes->pdata[i]);
    }
  g_ptr_array_sort (speakers, compare_speakers);
  return speakers;
}

static void
set_n_groups (PmQuotesPanel *self, guint n)
{
  while (self->groups->len > n)
    pm_panel_remove_group (PM_PANEL (self),
                           g_ptr_array_steal_index (self->groups, self->groups->len - 1));
  while (self->groups->len < n)
    {
      GtkWidget *group = pm_group_new (NULL, PM_TYPE_QUOTE_ROW);

      g_ptr_array_add (self->groups, group);
      pm_panel_add_group (PM_PANEL (self), PM_GROUP (group));
    }
}

/* Returns: how many groups there are below those of the quotes. */
static guint
count_refused_groups (PmQuotesPanel *self, PmRecord *record)
{
  return record->analysis->refused->len > 0 && gtk_toggle_button_get_active (self->show_refused);
}

static void
fill_refused (PmQuotesPanel *self, PmRecord *record)
{
  if (count_refused_groups (self, record) == 0)
    return;
  g_object_set (self->groups->pdata[self->groups->len - 1], "title", _ ("Not a Quote"), NULL);
  pm_panel_fill (PM_PANEL (self), self->groups->pdata[self->groups->len - 1], record,
                 record->analysis->refused);
}

static void
fill_by_speaker (PmQuotesPanel *self, PmRecord *record, GPtrArray *quotes)
{
  g_autoptr (GPtrArray) speakers = list_speakers (quotes);

  set_n_groups (self, speakers->len + count_refused_groups (self, record));
  for (guint i = 0; i < speakers->len; i++)
    {
      GPtrArray *own = speakers->pdata[i];
      const PmQuote *first = own->pdata[0];

      g_object_set (self->groups->pdata[i], "title",
                    first->speaker_name ? first->speaker_name : _ ("Unknown speaker"), NULL);
      pm_panel_fill (PM_PANEL (self), self->groups->pdata[i], record, own);
    }
}

static void
fill (PmQuotesPanel *self, PmRecord *record)
{
  GPtrArray *quotes = record->analysis->quotes;

  if (self->by_speaker != self->built_by_speaker || self->article != record->article->id)
    set_n_groups (self, 0);
  self->built_by_speaker = self->by_speaker;
  self->article = record->article->id;
  if (self->by_speaker)
    fill_by_speaker (self, record, quotes);
  else
    {
      set_n_groups (self, 1 + count_refused_groups (self, record));
      g_object_set (self->groups->pdata[0], "title", NULL, NULL);
      pm_panel_fill (PM_PANEL (self), self->groups->pdata[0], record, quotes);
    }
  fill_refused (self, record);
}

/* What the user said is no quote, when it is asked for. */
static void
update_refused (PmQuotesPanel *self, guint n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u That Is No Quote",
                                                      "Show %u That Are No Quotes", n),
                                            n);

  gtk_button_set_label (GTK_BUTTON (self->show_refused), label);
  gtk_widget_set_visible (GTK_WIDGET (self->show_refused), n > 0);
}

static void
pm_quotes_panel_show (PmPanel *panel, PmRecord *record)
{
  PmQuotesPanel *self = PM_QUOTES_PANEL (panel);
  gboolean is_read = record && record->analysis && record->document;
  guint n = is_read ? record->analysis->quotes->len : 0;
  guint n_refused = is_read ? record->analysis->refused->len : 0;
  gboolean any = n + n_refused > 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u quote", "%u quotes", n), n);

  gtk_label_set_label (self->count, count);
  update_refused (self, n_refused);
  if (any)
    fill (self, record);
  else
    set_n_groups (self, 0);
  pm_panel_set_empty (panel, !any);
}

static void
show_refused_cb (PmQuotesPanel *self)
{
  pm_quotes_panel_show (PM_PANEL (self), pm_panel_get_record (PM_PANEL (self)));
}

static void
pm_quotes_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ORDER)
    g_value_set_string (value, PM_QUOTES_PANEL (object)->by_speaker ? "speaker" : "text");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_quotes_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PmQuotesPanel *self = PM_QUOTES_PANEL (object);
  gboolean by_speaker = g_strcmp0 (g_value_get_string (value), "speaker") == 0;

  if (id != PROP_ORDER)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->by_speaker == by_speaker)
    return;
  self->by_speaker = by_speaker;
  pm_quotes_panel_show (PM_PANEL (self), pm_panel_get_record (PM_PANEL (self)));
  g_object_notify_by_pspec (object, pspec);
}

static void
pm_quotes_panel_finalize (GObject *object)
{
  g_ptr_array_unref (PM_QUOTES_PANEL (object)->groups);
  G_OBJECT_CLASS (pm_quotes_panel_parent_class)->finalize (object);
}

static void
pm_quotes_panel_class_init (PmQuotesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_quotes_panel_get_property;
  object_class->set_property = pm_quotes_panel_set_property;
  object_class->finalize = pm_quotes_panel_finalize;
  PM_PANEL_CLASS (klass)->show = pm_quotes_panel_show;
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "text",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "quotes.order", "order");

  g_type_ensure (PM_TYPE_SHY_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-quotes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PmQuotesPanel, count);
  gtk_widget_class_bind_template_child (widget_class, PmQuotesPanel, show_refused);
  gtk_widget_class_bind_template_callback (widget_class, show_refused_cb);
}

static void
pm_quotes_panel_init (PmQuotesPanel *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
