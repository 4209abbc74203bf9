-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 6: feeds that are followed.

PRAGMA user_version = 6;

-- Authored. One that is not followed any more stays for a while, as what is in the trash does: so
-- that undoing, or following it again, does not bring back what the user deleted.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE CHECK (url <> ''),
  title TEXT,
  added INTEGER NOT NULL CHECK (added >= 0),
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended >= 0),
  collection TEXT
) STRICT;

-- Names, not tags: one that no article has is none of the notebook's tags.
CREATE TABLE feed_tag (
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (feed, position)
) STRICT, WITHOUT ROWID;

-- Kept: what its server said the last time.
CREATE TABLE feed_state (
  feed INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
  checked INTEGER NOT NULL CHECK (checked >= 0),
  due INTEGER NOT NULL CHECK (due >= 0),
  etag TEXT,
  modified TEXT,
  error TEXT
) STRICT;

-- Kept: the keys of the addresses it led to, and when it last did. What stands here does not come
-- again, whatever became of the article.
CREATE TABLE feed_entry (
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  key TEXT NOT NULL,
  seen INTEGER NOT NULL CHECK (seen >= 0),
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_entry_key ON feed_entry (key);
