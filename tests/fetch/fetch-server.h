/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#define FETCH_SERVER_MUCH (5 << 20) /* bytes of what is at /much, once unpacked */

/* The servers the tests speak to, on loopback ports, on the main context of the test: one that
 * behaves (SoupServer), the same over TLS, and one that writes to the socket what a broken server
 * would. */
typedef struct
{
  SoupServer *good;
  SoupServer *secure;
  GSocketService *broken;
  guint good_port;
  guint secure_port;
  guint broken_port;

  guint n_requests; /* that any of them saw */
  guint n_inside;   /* at /counted right now */
  guint most_inside;
  guint n_pouring;    /* at /endless right now */
  guint n_gets;       /* of the requests to the good server */
  char *last_headers; /* of the last request to the good server */
} FetchServer;

FetchServer *fetch_server_new (void);
void fetch_server_free (FetchServer *self);
/* @path: on the server that @kind names: 'g'ood, 's'ecure, 'b'roken, or 'd', the good one under
 * a name that only the resolver knows to be loopback. */
char *fetch_server_url (FetchServer *self, char kind, const char *path);
/* One mebibyte of zeros a thousand times over, as a gzip stream without an end. */
GBytes *fetch_server_bomb (void);
GBytes *fetch_server_pack (const char *encoding, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchServer, fetch_server_free)
