/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook-fixture.h"

/* A notebook beside a server that has a feed: "/a1" and the like are articles, "/closed/1" is one
 * for people alone, "/front" names the feed, and "/old" leads to it. */

/* What the server has at "/feed", and what was asked of it. */
typedef struct
{
  GString *items;
  char *after;   /* (nullable): instead of the end of the feed */
  guint status;  /* 0: 200 */
  guint n_feeds; /* answers with the feed */
  guint n_same;  /* answers that it has not changed */
  guint n_articles;
} FeedsSite;

/* What the last round said of its feeds. */
typedef struct
{
  guint n_feeds;
  guint n_new;
  char *message; /* (nullable) */
} FeedsHeard;

extern FeedsSite feeds_site;
extern FeedsHeard feeds_heard;

void feeds_set_up (Fixture *fixture, gconstpointer data);
void feeds_tear_down (Fixture *fixture, gconstpointer data);
/* The newest stands first. */
void feeds_publish (const char *path);

/* Forgets the last round; feeds_done_cb() then hears the next. */
void feeds_begin (void);
void feeds_done_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data);
PmIntake *feeds_follow (Fixture *fixture, const char *path, GError **error);
/* Publishes two articles and follows. */
void feeds_follow_two (Fixture *fixture);
/* @chosen: %FALSE: those that are due. */
PmIntake *feeds_check (Fixture *fixture, gboolean chosen);
void feeds_check_again (Fixture *fixture, guint n_new);
/* Returns: (transfer full): the one that is followed. */
PmFeed *feeds_get_one (Fixture *fixture);
