/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-notebook.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What the notebook's tests share: a folder of their own with a notebook in it, a server on the
 * loopback, and waiting for answers without sleeping. */

#define FIXTURE_COUNCIL                                                                            \
  "The council of Port Ansgar voted on Monday to rebuild the old tide gauge, which had failed "    \
  "during the winter storms of last year."
#define FIXTURE_REPORT                                                                             \
  "According to a report by the Norland Maritime Authority, the gauge was wrong by an hour for "   \
  "eleven years, and nobody ever noticed it."

typedef struct
{
  char *folder;
  char *path; /* of the notebook in @folder */
  PmNotebook *notebook;
  SoupServer *server; /* (nullable) */
  char *base;         /* (nullable): its address, "http://127.0.0.1:12345" */
  guint n_requests;
  GPtrArray *held; /* (element-type SoupServerMessage) (nullable): when there, answers wait here */
} Fixture;

/* @serve: (nullable): answers for the server, given the fixture; %NULL: no server. */
void fixture_set_up (Fixture *self, SoupServerCallback serve);
/* Takes @self apart; the notebook must go with it. */
void fixture_tear_down (Fixture *self, gconstpointer data);

void fixture_open (Fixture *self, gboolean writable);
/* Closes the notebook, and waits until what was under way has heard of that and let it go. */
void fixture_close (Fixture *self);

/* Answers with a page, now or when it is let go. */
void fixture_answer (Fixture *self, SoupServerMessage *message, const char *html);
/* Answers what was held, and holds no more. */
void fixture_let_go (Fixture *self);

/* Keeps the result in the GAsyncResult pointer at @user_data, for which fixture_wait() waits. */
void fixture_keep_cb (GObject *source, GAsyncResult *result, gpointer user_data);
void fixture_wait (GAsyncResult **result);
/* Lets everything that is under way come to its end. */
void fixture_settle (void);

/* @address: a path on the server, when there is one, or what pm_notebook_add_async() takes. The
 * rest as in pm_notebook_add_finish(). */
PmArticle *fixture_add (Fixture *self,
                        const char *address,
                        gboolean keep_failed,
                        gboolean *existed,
                        gint64 *failed,
                        GError **error);
gboolean fixture_refresh (Fixture *self, gint64 article, GError **error);
GBytes *fixture_load_image (Fixture *self, gint64 article, const char *url, GError **error);
/* The article with its bytes, which must be there. */
PmRecord *fixture_load (Fixture *self, gint64 article);
guint fixture_count (Fixture *self, PmListScope scope);

PmPlan *fixture_plan (Fixture *self, const char *list);
PmIntake *fixture_add_links (Fixture *self, PmPlan *plan);

G_END_DECLS
