-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 8: what the user says of quotes.

PRAGMA user_version = 8;

-- Authored: see pm-quote-verdict.h. It holds by the words, so that no analysis can touch it.
CREATE TABLE quote_verdict (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (uuid <> ''),
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'speaker', 'no-quote')),
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
  exact TEXT NOT NULL CHECK (exact <> ''),
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  hint_start INTEGER NOT NULL CHECK (hint_start >= 0),
  hint_end INTEGER NOT NULL CHECK (hint_end >= hint_start),
  speaker TEXT CHECK (speaker <> ''), -- NULL: nobody who is known
  created INTEGER NOT NULL CHECK (created > 0),
  CHECK (verdict <> 'no-quote' OR speaker IS NULL)
) STRICT;
CREATE INDEX quote_verdict_article ON quote_verdict (article);
