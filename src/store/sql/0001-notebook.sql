-- SPDX-License-Identifier: GPL-3.0-or-later
-- A notebook, version 1. Times are µs since 1970-01-01 UTC, 0 when unset. Positions are bytes of a
-- document's UTF-8 text, the end exclusive. Enumerations are kept by their stable names.
--
-- Three groups of rows: authored ones change by the user's hand alone, kept ones are only added,
-- derived ones are replaced as a whole. No derived value stands in an authored table.

PRAGMA application_id = 1347244619; -- "PMRK"
PRAGMA user_version = 1;

-- Authored -----------------------------------------------------------------------------------------

-- AUTOINCREMENT: an id is never given out twice, so that undoing a deletion finds its own place free.
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (uuid <> ''),
  url TEXT NOT NULL,
  added INTEGER NOT NULL CHECK (added >= 0),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed >= 0),
  state TEXT NOT NULL CHECK (state IN ('queued', 'ready', 'failed')),
  error TEXT,
  unread INTEGER NOT NULL CHECK (unread IN (0, 1)),
  note TEXT
) STRICT;
CREATE INDEX article_added ON article (added);
CREATE INDEX article_url ON article (url);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE article_tag (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag (tag);

CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE article_collection (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  collection INTEGER NOT NULL REFERENCES collection ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (article, collection)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_collection_collection ON article_collection (collection);

CREATE TABLE highlight (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (uuid <> ''),
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  exact TEXT NOT NULL CHECK (exact <> ''),
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  hint_start INTEGER NOT NULL CHECK (hint_start >= 0),
  hint_end INTEGER NOT NULL CHECK (hint_end >= hint_start),
  color TEXT NOT NULL CHECK (color IN ('yellow', 'green', 'blue', 'purple', 'orange')),
  note TEXT,
  created INTEGER NOT NULL CHECK (created >= 0),
  modified INTEGER NOT NULL CHECK (modified >= 0)
) STRICT;
CREATE INDEX highlight_article ON highlight (article, color);

CREATE TABLE highlight_tag (
  highlight INTEGER NOT NULL REFERENCES highlight ON DELETE CASCADE,
  tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (highlight, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX highlight_tag_tag ON highlight_tag (tag);

-- Kept ---------------------------------------------------------------------------------------------

-- Bytes, once however often they arrived.
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE capture (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  requested_url TEXT NOT NULL,
  url TEXT NOT NULL,
  content_type TEXT,
  charset TEXT,
  encoding TEXT,
  body_sha256 TEXT,                -- also known of an import that carried no original
  body INTEGER REFERENCES blob,    -- as received
  content INTEGER REFERENCES blob, -- its encoding undone; NULL when that is the body itself
  fetched INTEGER NOT NULL CHECK (fetched >= 0)
) STRICT;
CREATE INDEX capture_article ON capture (article, fetched);
CREATE INDEX capture_url ON capture (url);
CREATE INDEX capture_body ON capture (body);
CREATE INDEX capture_content ON capture (content);

CREATE TABLE hop (
  capture INTEGER NOT NULL REFERENCES capture ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  url TEXT NOT NULL,
  method TEXT NOT NULL,
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 999),
  reason TEXT,
  protocol TEXT,
  request_headers TEXT,
  response_headers TEXT,
  address TEXT,
  tls_version TEXT,
  certificate_sha256 TEXT,
  started INTEGER NOT NULL CHECK (started >= 0),
  finished INTEGER NOT NULL CHECK (finished >= 0),
  PRIMARY KEY (capture, position)
) STRICT, WITHOUT ROWID;

-- Images the article shows.
CREATE TABLE resource (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  url TEXT NOT NULL,
  type TEXT,
  bytes INTEGER NOT NULL REFERENCES blob,
  PRIMARY KEY (article, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX resource_bytes ON resource (bytes);

-- Derived ------------------------------------------------------------------------------------------

CREATE TABLE document (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  capture INTEGER REFERENCES capture ON DELETE SET NULL,
  words INTEGER NOT NULL CHECK (words >= 0),
  analysis_version INTEGER NOT NULL CHECK (analysis_version >= 0),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX document_capture ON document (capture);

-- What lists show of the metadata, in one narrow row.
CREATE TABLE headline (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,
  language TEXT,
  canonical_url TEXT
) STRICT;
CREATE INDEX headline_canonical_url ON headline (canonical_url) WHERE canonical_url IS NOT NULL;

CREATE TABLE meta (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  key TEXT, -- where the page said so
  PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  url TEXT,
  text TEXT,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  type TEXT NOT NULL CHECK (type IN ('PER', 'ORG', 'LOC', 'MISC')),
  name TEXT NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  PRIMARY KEY (article, entity, position),
  FOREIGN KEY (article, entity) REFERENCES entity ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  PRIMARY KEY (article, entity, position),
  FOREIGN KEY (article, entity) REFERENCES entity ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE quote (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  cue_start INTEGER NOT NULL CHECK (cue_start >= 0),
  cue_end INTEGER NOT NULL CHECK (cue_end >= cue_start),
  speaker_start INTEGER NOT NULL CHECK (speaker_start >= 0),
  speaker_end INTEGER NOT NULL CHECK (speaker_end >= speaker_start),
  speaker_name TEXT,
  entity INTEGER,
  rule TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (article, position),
  FOREIGN KEY (article, entity) REFERENCES entity ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_entity ON quote (article, entity) WHERE entity IS NOT NULL;

CREATE TABLE source (
  article INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'government', 'agency', 'news', 'company', 'social',
                                     'research', 'reference', 'internal', 'other')),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end >= start),
  name TEXT NOT NULL,
  url TEXT,
  target TEXT, -- the address without its fragment, to find who links where
  entity INTEGER,
  PRIMARY KEY (article, position),
  FOREIGN KEY (article, entity) REFERENCES entity ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX source_target ON source (target) WHERE target IS NOT NULL;
CREATE INDEX source_entity ON source (article, entity) WHERE entity IS NOT NULL;

-- Where a highlight's words stand in the document; an orphan has no row.
CREATE TABLE place (
  highlight INTEGER PRIMARY KEY REFERENCES highlight ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end > start)
) STRICT;

-- One row an article, its id the rowid. It keeps its own copy of the words: snippets need them, and
-- an index over another table is wrong for good once the two fall out of step.
CREATE VIRTUAL TABLE search USING fts5 (
  title, text, highlights, notes, tokenize = 'unicode61 remove_diacritics 2'
);
