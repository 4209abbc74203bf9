-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: articles that tell the same story, found by the shingles their texts share
-- (pm-shingles.h). Both tables are derived; what was analysed before this version has no rows until
-- it is analysed again.

PRAGMA user_version = 4;

-- What pm_shingles_sample() takes of a text.
CREATE TABLE shingle (
  hash INTEGER NOT NULL CHECK (hash >= 0),
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX shingle_article ON shingle (article);

-- Each pair twice, so that it is found from either side.
CREATE TABLE likeness (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'passages')),
  PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_other ON likeness (other);
