/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-row.h"

#include "pm-quote-actions.h"
#include "pm-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _PmQuoteRow
{
  PmRow parent_instance;

  const PmQuote *quote; /* of the row's record */
  GtkWidget *menu;      /* (nullable): while it is open */

  GtkLabel *words;
  AdwAvatar *avatar;
  GtkLabel *speaker;
  GtkLabel *evidence;
  GtkImage *judged;
  GtkLabel *kind;
};

G_DEFINE_FINAL_TYPE (PmQuoteRow, pm_quote_row, PM_TYPE_ROW)

static const char *const kinds[PM_N_QUOTE_KINDS] = {
  [PM_QUOTE_DIRECT] = N_ ("direct"),
  [PM_QUOTE_MIXED] = N_ ("mixed"),
  [PM_QUOTE_INDIRECT] = N_ ("reported"),
};

/* Returns: (nullable) */
static const char *
get_verdict_title (PmVerdict verdict)
{
  static const char *const titles[PM_N_VERDICTS] = {
    [PM_VERDICT_CONFIRMED] = N_ ("Confirmed by you"),
    [PM_VERDICT_SPEAKER] = N_ ("Speaker corrected by you"),
    [PM_VERDICT_NO_QUOTE] = N_ ("Not a quote, as you said"),
  };

  return titles[verdict] ? _ (titles[verdict]) : NULL;
}

static char *
pm_quote_row_dup_key (gconstpointer item)
{
  const PmQuote *quote = item;

  return g_strdup_printf ("%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, quote->span.start,
                          quote->span.end);
}

/* Markup: the verb, and in italics the words that name the speaker when they are not the name
 * itself: "said · He". */
static char *
dup_evidence (PmQuoteRow *self)
{
  PmDocument *document = pm_row_get_record (PM_ROW (self))->document;
  const PmQuote *quote = self->quote;
  g_autofree char *cue = pm_span_is_empty (quote->cue)
                             ? NULL
                             : pm_document_dup_span (document, quote->cue);
  g_autofree char *words = pm_span_is_empty (quote->speaker)
                               ? NULL
                               : pm_document_dup_span (document, quote->speaker);
  g_autofree char *cue_line = pm_row_dup_line (cue ? cue : "");
  g_autofree char *words_line = pm_row_dup_line (words ? words : "");
  gboolean other = *words_line && g_strcmp0 (words_line, quote->speaker_name) != 0;
  g_autofree char *cue_markup = g_markup_escape_text (cue_line, -1);
  g_autofree char *words_markup = g_markup_escape_text (words_line, -1);

  if (!other)
    return g_steal_pointer (&cue_markup);
  return g_strdup_printf ("%s%s<i>%s</i>", cue_markup, *cue_markup ? " · " : "", words_markup);
}

static void
set_unknown (GtkWidget *widget, gboolean unknown)
{
  if (unknown)
    gtk_widget_add_css_class (widget, "unknown");
  else
    gtk_widget_remove_css_class (widget, "unknown");
}

static void
pm_quote_row_bind (PmRow *row, gpointer item)
{
  PmQuoteRow *self = PM_QUOTE_ROW (row);
  const PmQuote *quote = item;
  g_autofree char *whole = pm_document_dup_span (pm_row_get_record (row)->document, quote->span);
  g_autofree char *words = pm_row_dup_line (whole ? whole : "");
  const char *speaker = quote->speaker_name ? quote->speaker_name : _ ("Unknown speaker");
  g_autofree char *evidence = NULL;
  const char *verdict = get_verdict_title (quote->verdict);
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", speaker, words, verdict ? ". " : "",
                                           verdict ? verdict : "");

  self->quote = quote;
  evidence = dup_evidence (self);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->speaker, speaker);
  gtk_label_set_markup (self->evidence, evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->judged), quote->verdict != PM_VERDICT_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->judged), get_verdict_title (quote->verdict));
  gtk_label_set_label (self->kind, _ (kinds[quote->kind]));
  adw_avatar_set_text (self->avatar, quote->speaker_name);
  adw_avatar_set_show_initials (self->avatar, quote->speaker_name != NULL);
  set_unknown (GTK_WIDGET (self->speaker), !quote->speaker_name);
  set_unknown (GTK_WIDGET (self->avatar), !quote->speaker_name);
  pm_row_set_name (row, name);
}

static void
pm_quote_row_open (PmRow *row)
{
  pm_panel_go_to (pm_row_get_panel (row), PM_QUOTE_ROW (row)->quote->span);
}

/* All that this speaker says; of an unknown one these words alone. */
static GArray *
pm_quote_row_list_places (PmRow *row)
{
  PmQuoteRow *self = PM_QUOTE_ROW (row);
  GPtrArray *quotes = pm_row_get_record (row)->analysis->quotes;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PmSpan));

  for (guint i = 0; i < quotes->len; i++)
    {
      const PmQuote *quote = quotes->pdata[i];

      if (quote == self->quote || pm_quote_same_speaker (quote, self->quote))
        g_array_append_val (places, quote->span);
    }
  return places;
}

static gboolean
is_highlighted (PmQuoteRow *self)
{
  GPtrArray *highlights = pm_row_get_record (PM_ROW (self))->highlights;

  for (guint i = 0; i < highlights->len; i++)
    {
      const PmHighlight *highlight = highlights->pdata[i];

      if (!highlight->orphan && highlight->span.start == self->quote->span.start &&
          highlight->span.end == self->quote->span.end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
get_subject (GtkWidget *widget, PmQuoteSubject *subject)
{
  PmQuoteRow *self = PM_QUOTE_ROW (widget);
  PmPanel *panel = pm_row_get_panel (PM_ROW (self));

  if (!panel || !pm_panel_get_notebook (panel) || !self->quote)
    return FALSE;
  *subject = (PmQuoteSubject){ pm_panel_get_notebook (panel), pm_row_get_record (PM_ROW (self)),
                               self->quote };
  return TRUE;
}

/* --- the menu --- */

static gboolean
remove_menu_cb (gpointer user_data)
{
  g_clear_pointer (&PM_QUOTE_ROW (user_data)->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* What was chosen is done only after this. */
static void
menu_closed_cb (PmQuoteRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu_cb, g_object_ref (self), g_object_unref);
}

static void
show_menu (PmQuoteRow *self, double x, double y)
{
  PmQuoteSubject subject;
  g_autoptr (GMenuModel) model = NULL;

  if (self->menu || !get_subject (GTK_WIDGET (self), &subject))
    return;
  model = pm_quote_menu_new (&subject);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PmQuoteRow *self)
{
  show_menu (self, x, y);
}

static void
open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_menu (PM_QUOTE_ROW (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

/* --- the details --- */

/* How the speaker was found: evidence for whoever doubts it. */
static GtkWidget *
evidence_new (PmQuoteRow *self)
{
  g_autofree char *text = pm_quote_dup_evidence (pm_row_get_record (PM_ROW (self))->document,
                                                 self->quote);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, *text);
  return label;
}

/* A button that only says what is so already. */
static GtkWidget *
done_new (const char *label)
{
  GtkWidget *button = pm_row_action_new (NULL, label, label, "quote.menu");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_widget_set_sensitive (button, FALSE);
  return button;
}

static GtkWidget *
speaker_button_new (const PmQuoteSubject *subject)
{
  g_autoptr (GMenuModel) menu = pm_quote_speaker_menu_new (subject);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Speaker"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Correct Speaker"));
  gtk_widget_add_css_class (button, "row-action");
  return button;
}

static void
append_verdicts (PmWrapBox *box, const PmQuoteSubject *subject)
{
  switch (subject->quote->verdict)
    {
    case PM_VERDICT_NO_QUOTE:
      pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Show Again"), _ ("Show Again"),
                                                  "quote.withdraw"));
      return;
    case PM_VERDICT_CONFIRMED:
      pm_wrap_box_append (box, done_new (_ ("Confirmed")));
      break;
    case PM_VERDICT_NONE:
      pm_wrap_box_append (box,
                          pm_row_action_new (NULL, _ ("Confirm"), _ ("Confirm"), "quote.confirm"));
      break;
    default:
      break;
    }
  pm_wrap_box_append (box, speaker_button_new (subject));
}

static GtkWidget *
pm_quote_row_make_details (PmRow *row)
{
  PmQuoteRow *self = PM_QUOTE_ROW (row);
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  PmWrapBox *box = PM_WRAP_BOX (pm_wrap_box_new ());
  PmQuoteSubject subject;
  gboolean can_judge = get_subject (GTK_WIDGET (self), &subject);

  if (can_judge)
    append_verdicts (box, &subject);
  pm_wrap_box_append (box, is_highlighted (self)
                               ? done_new (_ ("Highlighted"))
                               : pm_row_action_new (NULL, _ ("Highlight"), _ ("Highlight"),
                                                    "quote.highlight"));
  if (can_judge)
    pm_wrap_box_append (box,
                        pm_row_action_new ("view-more-symbolic", NULL, _ ("More"), "quote.menu"));
  else
    pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Copy Quotation"), _ ("Copy Quotation"),
                                                "quote.copy"));
  gtk_box_append (GTK_BOX (details), evidence_new (self));
  gtk_box_append (GTK_BOX (details), GTK_WIDGET (box));
  return details;
}

static void
highlight_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmQuoteRow *self = PM_QUOTE_ROW (widget);
  PmRecord *record = pm_row_get_record (PM_ROW (self));
  g_autoptr (PmHighlight) highlight = pm_highlight_new (record->article->id,
                                                        pm_document_get_text (record->document),
                                                        pm_document_get_length (record->document),
                                                        self->quote->span);

  pm_panel_put_highlight (pm_row_get_panel (PM_ROW (self)), highlight);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmQuoteRow *self = PM_QUOTE_ROW (widget);
  g_autofree char *text = pm_notebook_dup_citation (pm_row_get_record (PM_ROW (self)),
                                                    self->quote->span);

  pm_panel_copy (pm_row_get_panel (PM_ROW (self)), text);
}

static void
pm_quote_row_dispose (GObject *object)
{
  g_clear_pointer (&PM_QUOTE_ROW (object)->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (pm_quote_row_parent_class)->dispose (object);
}

static void
pm_quote_row_class_init (PmQuoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_quote_row_dispose;
  row_class->dup_key = pm_quote_row_dup_key;
  row_class->bind = pm_quote_row_bind;
  row_class->open = pm_quote_row_open;
  row_class->list_places = pm_quote_row_list_places;
  row_class->make_details = pm_quote_row_make_details;
  gtk_widget_class_install_action (widget_class, "quote.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "quote.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "quote.menu", NULL, open_menu);
  pm_quote_actions_install (widget_class, get_subject);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "quote.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "quote.menu",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-quote-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, words);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, judged);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, kind);
}

static void
pm_quote_row_init (PmQuoteRow *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

gboolean
pm_quote_same_speaker (const PmQuote *a, const PmQuote *b)
{
  if (a->entity >= 0 || b->entity >= 0)
    return a->entity == b->entity;
  return a->speaker_name && g_strcmp0 (a->speaker_name, b->speaker_name) == 0;
}
