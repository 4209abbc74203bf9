/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-article.h"

G_DEFINE_BOXED_TYPE (PmArticle, pm_article, pm_article_copy, pm_article_free)

static const char *const states[PM_N_ARTICLE_STATES] = { "queued", "ready", "failed" };

const char *
pm_article_state_to_string (PmArticleState state)
{
  g_return_val_if_fail (state < PM_N_ARTICLE_STATES, NULL);
  return states[state];
}

gboolean
pm_article_state_from_string (const char *string, PmArticleState *state)
{
  for (guint i = 0; i < PM_N_ARTICLE_STATES; i++)
    if (g_strcmp0 (states[i], string) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

PmArticle *
pm_article_new (const char *url)
{
  PmArticle *self = g_new0 (PmArticle, 1);

  self->uuid = g_uuid_string_random ();
  self->url = g_strdup (url);
  self->title = g_strdup (url);
  self->added = g_get_real_time ();
  self->unread = TRUE;
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->collections = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static GPtrArray *
copy_names (GPtrArray *names)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (copy, g_strdup (names->pdata[i]));
  return copy;
}

PmArticle *
pm_article_copy (const PmArticle *self)
{
  PmArticle *copy = g_memdup2 (self, sizeof (PmArticle));

  copy->uuid = g_strdup (self->uuid);
  copy->url = g_strdup (self->url);
  copy->title = g_strdup (self->title);
  copy->outlet = g_strdup (self->outlet);
  copy->byline = g_strdup (self->byline);
  copy->published = g_strdup (self->published);
  copy->language = g_strdup (self->language);
  copy->error = g_strdup (self->error);
  copy->note = g_strdup (self->note);
  copy->snippet = g_strdup (self->snippet);
  copy->tags = copy_names (self->tags);
  copy->collections = copy_names (self->collections);
  return copy;
}

void
pm_article_free (PmArticle *self)
{
  g_free (self->uuid);
  g_free (self->url);
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->language);
  g_free (self->error);
  g_free (self->note);
  g_free (self->snippet);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->collections);
  g_free (self);
}

PmLabel *
pm_label_new (const char *name, guint n_articles, guint n_highlights)
{
  PmLabel *self = g_new0 (PmLabel, 1);

  self->name = g_strdup (name);
  self->n_articles = n_articles;
  self->n_highlights = n_highlights;
  return self;
}

void
pm_label_free (PmLabel *self)
{
  g_free (self->name);
  g_free (self);
}
