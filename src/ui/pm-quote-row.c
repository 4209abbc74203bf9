/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-row.h"

#include "pm-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _PmQuoteRow
{
  PmRow parent_instance;

  const PmQuote *quote; /* of the row's record */

  GtkLabel *words;
  AdwAvatar *avatar;
  GtkLabel *speaker;
  GtkLabel *evidence;
  GtkLabel *kind;
};

G_DEFINE_FINAL_TYPE (PmQuoteRow, pm_quote_row, PM_TYPE_ROW)

static const char *const kinds[PM_N_QUOTE_KINDS] = {
  [PM_QUOTE_DIRECT] = N_ ("direct"),
  [PM_QUOTE_MIXED] = N_ ("mixed"),
  [PM_QUOTE_INDIRECT] = N_ ("reported"),
};

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
  g_autofree char *name = g_strdup_printf ("%s: %s", speaker, words);

  self->quote = quote;
  evidence = dup_evidence (self);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->speaker, speaker);
  gtk_label_set_markup (self->evidence, evidence);
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

/* How the speaker was found: evidence for whoever doubts it. */
static GtkWidget *
reason_new (const PmQuote *quote)
{
  g_autofree char *text =
      /* Translators: a rule of the analysis by its name, and its confidence in per cent. */
      g_strdup_printf (_ ("Speaker by “%s”, %d %% sure"), quote->rule,
                       (int) (quote->confidence * 100 + 0.5));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
pm_quote_row_make_details (PmRow *row)
{
  PmQuoteRow *self = PM_QUOTE_ROW (row);
  PmWrapBox *box = PM_WRAP_BOX (pm_wrap_box_new ());

  if (is_highlighted (self))
    {
      GtkWidget *button = pm_row_action_new (NULL, _ ("Highlighted"), _ ("Highlighted"),
                                             "quote.highlight");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
      gtk_widget_set_sensitive (button, FALSE);
      pm_wrap_box_append (box, button);
    }
  else
    pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Highlight"), _ ("Highlight"),
                                                "quote.highlight"));
  pm_wrap_box_append (box, pm_row_action_new (NULL, _ ("Copy Quotation"), _ ("Copy Quotation"),
                                              "quote.copy"));
  if (self->quote->speaker_name && self->quote->rule)
    pm_wrap_box_append (box, reason_new (self->quote));
  return GTK_WIDGET (box);
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
pm_quote_row_class_init (PmQuoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  row_class->dup_key = pm_quote_row_dup_key;
  row_class->bind = pm_quote_row_bind;
  row_class->open = pm_quote_row_open;
  row_class->list_places = pm_quote_row_list_places;
  row_class->make_details = pm_quote_row_make_details;
  gtk_widget_class_install_action (widget_class, "quote.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "quote.copy", NULL, copy_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-quote-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, words);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, PmQuoteRow, kind);
}

static void
pm_quote_row_init (PmQuoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
pm_quote_same_speaker (const PmQuote *a, const PmQuote *b)
{
  if (a->entity >= 0 || b->entity >= 0)
    return a->entity == b->entity;
  return a->speaker_name && g_strcmp0 (a->speaker_name, b->speaker_name) == 0;
}
