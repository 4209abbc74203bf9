-- A notebook of schema version 9 with one of everything. The layout is that of src/store/sql/0009-ngo.sql as
-- released; this file is never changed.

PRAGMA application_id = 1347244619; -- "PMRK"
PRAGMA user_version = 9;

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
  fetched INTEGER NOT NULL CHECK (fetched >= 0),
  first INTEGER REFERENCES capture ON DELETE CASCADE
) STRICT;
CREATE INDEX capture_article ON capture (article, fetched);
CREATE INDEX capture_body ON capture (body);
CREATE INDEX capture_content ON capture (content);
CREATE INDEX capture_first ON capture (first) WHERE first IS NOT NULL;

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
  key TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  acronym TEXT,
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
CREATE INDEX entity_key ON entity (type, key);
CREATE INDEX alias_acronym ON alias (acronym) WHERE acronym IS NOT NULL;
CREATE INDEX quote_entity ON quote (article, entity) WHERE entity IS NOT NULL;

CREATE TABLE source (
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

-- Derived: by the key under which all addresses of one article are the same.
CREATE TABLE address (
  key TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2), -- asked for, fetched, canonical
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (key, rank, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX address_article ON address (article);

-- what of it is new against the capture before. Texts themselves are extracted from kept bytes.
CREATE TABLE version (
  capture INTEGER PRIMARY KEY REFERENCES capture ON DELETE CASCADE,
  rules INTEGER NOT NULL,
  words INTEGER NOT NULL CHECK (words >= 0),
  added INTEGER NOT NULL CHECK (added >= 0),
  removed INTEGER NOT NULL CHECK (removed >= 0)
) STRICT;

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

-- Authored: see pm-entity-correction.h. It holds by names, so that no analysis can touch it.
CREATE TABLE entity_correction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (uuid <> ''),
  article INTEGER REFERENCES article ON DELETE CASCADE, -- NULL: it holds for all of the notebook
  kind TEXT NOT NULL CHECK (kind IN ('rename', 'retype', 'merge', 'split', 'hide', 'apart')),
  type TEXT NOT NULL CHECK (type IN ('PER', 'ORG', 'LOC', 'MISC')),
  name TEXT NOT NULL CHECK (name <> ''),
  form TEXT CHECK (form <> ''),
  to_type TEXT CHECK (to_type IN ('PER', 'ORG', 'LOC', 'MISC')),
  to_name TEXT CHECK (to_name <> ''),
  created INTEGER NOT NULL CHECK (created > 0),
  CHECK ((form IS NOT NULL) = (kind = 'split')),
  CHECK ((to_name IS NULL) = (kind = 'hide')),
  CHECK ((to_type IS NULL) = (to_name IS NULL))
) STRICT;
CREATE INDEX entity_correction_article ON entity_correction (article) WHERE article IS NOT NULL;

CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE CHECK (url <> ''),
  title TEXT,
  added INTEGER NOT NULL CHECK (added >= 0),
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended >= 0),
  collection TEXT
) STRICT;
CREATE TABLE feed_tag (
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (feed, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE feed_state (
  feed INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
  checked INTEGER NOT NULL CHECK (checked >= 0),
  due INTEGER NOT NULL CHECK (due >= 0),
  etag TEXT,
  modified TEXT,
  error TEXT
) STRICT;
CREATE TABLE feed_entry (
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  key TEXT NOT NULL,
  seen INTEGER NOT NULL CHECK (seen >= 0),
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_entry_key ON feed_entry (key);
CREATE TABLE answer (
  key TEXT PRIMARY KEY,
  asked TEXT NOT NULL CHECK (asked <> ''),
  checked INTEGER NOT NULL CHECK (checked >= 0),
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 999),
  url TEXT NOT NULL CHECK (url <> ''),
  error TEXT
) STRICT, WITHOUT ROWID;

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

INSERT INTO article VALUES(1,'9ac0f12b-693b-42a8-b33b-460dcdf6ec93','https://a.example/harbour',1795480450948511,0,'ready',NULL,1,'A note 😀');
INSERT INTO tag VALUES(1,'Häfen');
INSERT INTO tag VALUES(2,'bribery');
INSERT INTO article_tag VALUES(1,1,0);
INSERT INTO article_tag VALUES(1,2,1);
INSERT INTO collection VALUES(1,'Häfen');
INSERT INTO collection VALUES(2,'bribery');
INSERT INTO article_collection VALUES(1,1,0);
INSERT INTO article_collection VALUES(1,2,1);
INSERT INTO highlight VALUES(1,'00abbf70-9a39-4713-b133-143f2d2e4f7d',1,'I never took money.',replace('\n\nThe mayor, Zoë Müller, said: “','\n',char(10)),'” Ærøskøbing was far away.',50,69,'blue','Check against the court file',1795480450971334,1795480450971334);
INSERT INTO highlight VALUES(2,'3344149c-a1b8-48d5-b883-4898df9e663a',1,'words that are nowhere',replace('Der Hafen 😀\n\nThe ','\n',char(10)),', Zoë Müller, said: “I never too',20,25,'yellow',NULL,1795480450972183,1795480450972183);
INSERT INTO highlight_tag VALUES(1,2,0);
INSERT INTO blob VALUES(1,'b7d082ee12e91b756ea22e8513b8594eebcf5d39fab813da3cb55794dc888ad7',X'3c68746d6c3e');
INSERT INTO blob VALUES(2,'0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543',X'89504e47');
INSERT INTO capture VALUES(1,1,'https://a.example/harbour','https://a.example/harbour','text/html','utf-8',NULL,'b7d082ee12e91b756ea22e8513b8594eebcf5d39fab813da3cb55794dc888ad7',1,NULL,1700000000000000,NULL);
INSERT INTO capture VALUES(2,1,'https://a.example/harbour/2','https://a.example/harbour/2','text/html','utf-8',NULL,'b7d082ee12e91b756ea22e8513b8594eebcf5d39fab813da3cb55794dc888ad7',1,NULL,1700000000000001,1);
INSERT INTO hop VALUES(1,0,'https://a.example/harbour','GET',200,'OK',NULL,NULL,replace('Content-Type: text/html\n','\n',char(10)),'192.0.2.7:443',NULL,NULL,5,7);
INSERT INTO address VALUES('a.example/harbour',0,1);
INSERT INTO address VALUES('a.example/harbour',1,1);
INSERT INTO address VALUES('a.example/harbour/2',1,1);
INSERT INTO version VALUES(1,3,13,0,0);
INSERT INTO entity_correction VALUES(1,'5d5cf7a6-8d21-4f0b-9f3e-3f4c4a8e1d10',NULL,'rename','PER','Zoë Müller',NULL,'PER','Zoë Müller-Ähren',1795480450980000);
INSERT INTO entity_correction VALUES(2,'0b5d4f6e-2c0a-4c55-9a39-6d3f0a7b2f11',1,'apart','PER','Zoë Müller-Ähren',NULL,'PER','Müller',1795480450990000);
INSERT INTO quote_verdict VALUES(1,'7c3a1f0e-54d2-4b8e-9a51-2f7d90c4e6b3',1,'speaker','direct','“I never took money.”','mayor, Zoë Müller, said: ',' Ærøskøbing was far away.',47,72,'Ærøskøbing',1795480450995000);
INSERT INTO resource VALUES(1,'https://news.example/a.png','image/png',2);
INSERT INTO document VALUES(1,1,13,3,replace('Der Hafen 😀\n\nThe mayor, Zoë Müller, said: “I never took money.” Ærøskøbing was far away.','\n',char(10)));
INSERT INTO headline VALUES(1,'Der Hafen 😀','The Harbour Post','Ada Ångström','2025-01-30','de',NULL);
INSERT INTO meta VALUES(1,'byline','Ada Ångström','author');
INSERT INTO meta VALUES(1,'language','de','html');
INSERT INTO meta VALUES(1,'outlet','The Harbour Post','og:site_name');
INSERT INTO meta VALUES(1,'published','2025-01-30','h');
INSERT INTO meta VALUES(1,'title','Der Hafen 😀','json-ld:headline');
INSERT INTO mark VALUES(1,0,'title',0,14,0,0,NULL,NULL);
INSERT INTO mark VALUES(1,1,'paragraph',16,100,0,0,NULL,NULL);
INSERT INTO mark VALUES(1,2,'image',100,100,0,-3,'https://news.example/a.png','Ein Schiff ⚓');
INSERT INTO entity VALUES(1,0,'PER','Zoë Müller','zoë müller');
INSERT INTO alias VALUES(1,0,0,'The mayor',NULL);
INSERT INTO mention VALUES(1,0,0,27,39);
INSERT INTO quote VALUES(1,0,'direct',47,72,41,45,27,39,'Zoë Müller',0,'name-before-cue',0.75);
INSERT INTO source VALUES(1,0,'news',91,99,'far away','https://other.example/page#part','other.example/page',NULL);
INSERT INTO source VALUES(1,1,'ngo',27,39,'Zoë Müller',NULL,NULL,0);
INSERT INTO place VALUES(1,50,69);
INSERT INTO shingle VALUES(4096,1);
INSERT INTO search(rowid,title,text,highlights,notes) VALUES(1,'Der Hafen 😀',replace('Der Hafen 😀\n\nThe mayor, Zoë Müller, said: “I never took money.” Ærøskøbing was far away.','\n',char(10)),replace('I never took money.\nwords that are nowhere','\n',char(10)),replace('A note 😀\nCheck against the court file','\n',char(10)));
INSERT INTO feed VALUES(1,'https://a.example/feed','The Harbour Post',1795480450948511,0,'Häfen');
INSERT INTO feed_tag VALUES(1,0,'bribery');
INSERT INTO feed_state VALUES(1,1795480450948512,1795484050948512,'"one"','Sat, 01 Nov 2025 00:00:00 GMT',NULL);
INSERT INTO feed_entry VALUES(1,'a.example/harbour',1795480450948512);
INSERT INTO answer VALUES('other.example/page','https://other.example/page',1795480450948513,404,'https://other.example/page','other.example has no page at this address; check the link.');
