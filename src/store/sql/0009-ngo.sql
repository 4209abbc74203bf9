-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 9: a source may be an "ngo". The table is made anew, as its check cannot be changed.

PRAGMA user_version = 9;

CREATE TABLE source_9 (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'government', 'agency', 'news', 'company', 'ngo',
                                     'social', 'research', 'reference', 'internal', 'other')),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  name TEXT NOT NULL,
  url TEXT,
  target TEXT, -- the address without its fragment, to find who links where
  entity INTEGER,
  PRIMARY KEY (article, position),
  FOREIGN KEY (article, entity) REFERENCES entity ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO source_9 SELECT article, position, kind, start, end, name, url, target, entity FROM source;
DROP TABLE source;
ALTER TABLE source_9 RENAME TO source;
CREATE INDEX source_target ON source (target) WHERE target IS NOT NULL;
CREATE INDEX source_entity ON source (article, entity) WHERE entity IS NOT NULL;
