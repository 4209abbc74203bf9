-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5: what the user says of entities, and the names by which the same of several articles is
-- found. entity_key() and entity_acronym() are the connection's own (pm-entity-name.h).

PRAGMA user_version = 5;

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

-- Derived: the key of the name.
ALTER TABLE entity ADD COLUMN key TEXT NOT NULL DEFAULT '';
UPDATE entity SET key = entity_key (name);
CREATE INDEX entity_key ON entity (type, key);

-- Derived: the key of the alias, where it is an acronym of the entity's name.
ALTER TABLE alias ADD COLUMN acronym TEXT;
UPDATE alias SET acronym = entity_acronym (name, (
  SELECT e.name FROM entity e WHERE e.article = alias.article AND e.position = alias.entity));
CREATE INDEX alias_acronym ON alias (acronym) WHERE acronym IS NOT NULL;
