/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-actions.h"

#include "pm-row.h"
#include "pm-speaker-dialog.h"
#include "pm-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names of one kind in the menu. */
#define MAX_SPEAKERS 12

/* --- telling the notebook --- */

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmQuoteVerdict) stored = pm_notebook_judge_finish (PM_NOTEBOOK (source), result,
                                                                &error);

  pm_step_done (user_data, stored != NULL ? NULL : error);
}

static void
withdrawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  pm_notebook_withdraw_verdict_finish (PM_NOTEBOOK (source), result, &error);
  pm_step_done (user_data, error);
}

/* @speaker: (nullable). @sentence: (transfer full) */
static void
judge (GtkWidget *widget,
       const PmQuoteSubject *subject,
       PmVerdict kind,
       const char *speaker,
       char *sentence)
{
  g_autoptr (PmQuoteVerdict) verdict = pm_quote_verdict_new (subject->record->article->id,
                                                             subject->record->document,
                                                             subject->quote, kind, speaker);
  const PmQuoteVerdict *present = pm_quote_verdicts_find (subject->record->verdicts,
                                                          subject->quote);

  verdict->id = present != NULL ? present->id : 0;
  pm_notebook_judge_async (subject->notebook, verdict, NULL, judged_cb,
                           pm_step_new (widget, sentence));
}

/* --- the actions --- */

static GQuark
get_subject_quark (void)
{
  return g_quark_from_static_string ("pm-quote-get-subject");
}

static gboolean
get_subject (GtkWidget *widget, PmQuoteSubject *subject)
{
  PmQuoteGetSubject get = g_type_get_qdata (G_OBJECT_TYPE (widget), get_subject_quark ());

  return get (widget, subject);
}

static void
confirm (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmQuoteSubject subject;

  if (get_subject (widget, &subject))
    judge (widget, &subject, PM_VERDICT_CONFIRMED, subject.quote->speaker_name,
           g_strdup (_ ("Quote confirmed")));
}

static void
give_speaker (GtkWidget *widget, const char *name)
{
  PmQuoteSubject subject;

  if (get_subject (widget, &subject))
    judge (widget, &subject, PM_VERDICT_SPEAKER, name,
           g_strdup_printf (_ ("“%s” is the speaker now"), name));
}

static void
correct_speaker (GtkWidget *widget, const char *action, GVariant *parameter)
{
  give_speaker (widget, g_variant_get_string (parameter, NULL));
}

static void
take_speaker (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmQuoteSubject subject;

  if (get_subject (widget, &subject))
    judge (widget, &subject, PM_VERDICT_SPEAKER, NULL, g_strdup (_ ("Nobody is the speaker now")));
}

static void
ask_speaker (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pm_speaker_dialog_present (widget, give_speaker);
}

static void
refuse (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmQuoteSubject subject;

  if (get_subject (widget, &subject))
    judge (widget, &subject, PM_VERDICT_NO_QUOTE, NULL, g_strdup (_ ("It is no quote now")));
}

static void
withdraw (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmQuoteSubject subject;
  const PmQuoteVerdict *present = NULL;

  if (get_subject (widget, &subject))
    present = pm_quote_verdicts_find (subject.record->verdicts, subject.quote);
  if (present != NULL)
    pm_notebook_withdraw_verdict_async (subject.notebook, present->id, NULL, withdrawn_cb,
                                        pm_step_new (widget, g_strdup (_ (
                                                                 "The quote is as it was found"))));
}

void
pm_quote_actions_install (GtkWidgetClass *klass, PmQuoteGetSubject get)
{
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), get_subject_quark (), get);
  gtk_widget_class_install_action (klass, "quote.confirm", NULL, confirm);
  gtk_widget_class_install_action (klass, "quote.speaker", "s", correct_speaker);
  gtk_widget_class_install_action (klass, "quote.nobody", NULL, take_speaker);
  gtk_widget_class_install_action (klass, "quote.other", NULL, ask_speaker);
  gtk_widget_class_install_action (klass, "quote.refuse", NULL, refuse);
  gtk_widget_class_install_action (klass, "quote.withdraw", NULL, withdraw);
}

/* --- the menus --- */

static int
compare_entities (gconstpointer a, gconstpointer b)
{
  const PmEntity *one = *(const PmEntity *const *) a;
  const PmEntity *two = *(const PmEntity *const *) b;

  if (one->mentions->len != two->mentions->len)
    return one->mentions->len > two->mentions->len ? -1 : 1;
  return g_utf8_collate (one->name, two->name);
}

/* Underscores in a name are no mnemonics. */
static void
append_speaker (GMenu *menu, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "quote.speaker", "s", name);
  g_menu_append_item (menu, item);
}

static void
append_speakers (GMenu *menu, const PmQuoteSubject *subject, PmEntityType type)
{
  GPtrArray *entities = subject->record->analysis->entities;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < entities->len; i++)
    if (((const PmEntity *) entities->pdata[i])->type == type && (int) i != subject->quote->entity)
      g_ptr_array_add (own, entities->pdata[i]);
  g_ptr_array_sort (own, compare_entities);
  for (guint i = 0; i < MIN (own->len, MAX_SPEAKERS); i++)
    append_speaker (section, ((const PmEntity *) own->pdata[i])->name);
  if (own->len > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
pm_quote_speaker_menu_new (const PmQuoteSubject *subject)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append_speakers (menu, subject, PM_ENTITY_PERSON);
  append_speakers (menu, subject, PM_ENTITY_ORGANISATION);
  g_menu_append (last, _ ("_Other…"), "quote.other");
  if (subject->quote->speaker_name != NULL)
    g_menu_append (last, _ ("_Nobody"), "quote.nobody");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

GMenuModel *
pm_quote_menu_new (const PmQuoteSubject *subject)
{
  PmVerdict verdict = subject->quote->verdict;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  g_autoptr (GMenuModel) speakers = pm_quote_speaker_menu_new (subject);

  if (verdict == PM_VERDICT_NONE)
    g_menu_append (first, _ ("_Confirm"), "quote.confirm");
  if (verdict != PM_VERDICT_NO_QUOTE)
    g_menu_append_submenu (first, _ ("_Speaker"), speakers);
  g_menu_append (second, _ ("_Highlight"), "quote.highlight");
  g_menu_append (second, _ ("Copy _Quotation"), "quote.copy");
  if (verdict != PM_VERDICT_NO_QUOTE)
    g_menu_append (third, _ ("_Not a Quote"), "quote.refuse");
  if (verdict == PM_VERDICT_NO_QUOTE)
    g_menu_append (third, _ ("_Show Again"), "quote.withdraw");
  else if (verdict != PM_VERDICT_NONE)
    g_menu_append (third, _ ("_As It Was Found"), "quote.withdraw");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

/* --- the evidence --- */

/* What the analysis calls its rules, and what they are. */
static const struct
{
  const char *rule;
  const char *sentence;
} rules[] = {
  { "name", N_ ("The speaker is named beside the words.") },
  { "words", N_ ("The words beside the quote stand for nobody who is named.") },
  { "role", N_ ("The speaker is called by what they are.") },
  { "pronoun", N_ ("A pronoun stands for somebody named before.") },
  { "dominance", N_ ("It is whom the article is most about.") },
  { "carried over", N_ ("The quote goes on with the one before it.") },
  { "mood", N_ ("The form of the verb reports what was said before.") },
};

static const char *
get_rule_sentence (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].rule, rule) == 0)
      return _ (rules[i].sentence);
  return NULL;
}

/* Returns: (nullable) */
static char *
dup_words (PmDocument *document, PmSpan span)
{
  g_autofree char *words = pm_span_is_empty (span) ? NULL : pm_document_dup_span (document, span);

  return words != NULL ? pm_row_dup_line (words) : NULL;
}

/* “He” … “added” */
static char *
dup_telling_words (PmDocument *document, const PmQuote *quote)
{
  g_autofree char *speaker = dup_words (document, quote->speaker);
  g_autofree char *cue = dup_words (document, quote->cue);
  gboolean reversed = speaker != NULL && cue != NULL && quote->cue.start < quote->speaker.start;
  const char *first = reversed || speaker == NULL ? cue : speaker;
  const char *second = speaker == NULL || cue == NULL ? NULL : reversed ? speaker : cue;

  if (first == NULL)
    return g_strdup ("");
  /* Translators: words of the article that tell who is speaking, as they stand there. */
  return second != NULL ? g_strdup_printf (_ ("“%s” … “%s”"), first, second)
                        : g_strdup_printf (_ ("“%s”"), first);
}

char *
pm_quote_dup_evidence (PmDocument *document, const PmQuote *quote)
{
  g_autofree char *words = NULL;
  g_autoptr (GString) text = NULL;
  const char *rule = get_rule_sentence (quote->rule);

  if (quote->verdict == PM_VERDICT_SPEAKER)
    return g_strdup (_ ("You said who the speaker is."));
  words = dup_telling_words (document, quote);
  text = g_string_new (words);
  if (rule != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", rule);
  if (quote->verdict == PM_VERDICT_CONFIRMED)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", _ ("You confirmed it."));
  else if (quote->speaker_name != NULL && quote->confidence > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      /* Translators: how sure a rule is of a speaker. */
      g_string_append_printf (text, _ ("%d %% sure."), (int) (quote->confidence * 100 + 0.5));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
