-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: an article is found by every address it goes by, and has versions. address_key() is
-- the connection's own (pm_address_dup_key()).

-- Derived: by the key under which all addresses of one article are the same.
CREATE TABLE address (
  key TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2), -- asked for, fetched, canonical
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (key, rank, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX address_article ON address (article);

INSERT OR IGNORE INTO address SELECT address_key (url), 0, id FROM article;
INSERT OR IGNORE INTO address SELECT address_key (requested_url), 1, article FROM capture;
INSERT OR IGNORE INTO address SELECT address_key (url), 1, article FROM capture;
INSERT OR IGNORE INTO address SELECT address_key (canonical_url), 2, article FROM headline
  WHERE canonical_url IS NOT NULL;

-- From now on the key of where a source leads.
UPDATE source SET target = address_key (url) WHERE url IS NOT NULL;

DROP INDEX article_url;
DROP INDEX capture_url;
DROP INDEX headline_canonical_url;

-- Derived: the text a capture brought, counted by the version of the rules that extracted it, and
-- what of it is new against the capture before. Texts themselves are extracted from kept bytes.
CREATE TABLE version (
  capture INTEGER PRIMARY KEY REFERENCES capture ON DELETE CASCADE,
  rules INTEGER NOT NULL,
  words INTEGER NOT NULL CHECK (words >= 0),
  added INTEGER NOT NULL CHECK (added >= 0),
  removed INTEGER NOT NULL CHECK (removed >= 0)
) STRICT;

PRAGMA user_version = 2;
