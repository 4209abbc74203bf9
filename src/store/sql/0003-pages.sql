-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: an article that is cut into several pages is one capture of each. The further ones name
-- the first and follow it in the order of their ids.

PRAGMA user_version = 3;

ALTER TABLE capture ADD COLUMN first INTEGER REFERENCES capture ON DELETE CASCADE;
CREATE INDEX capture_first ON capture (first) WHERE first IS NOT NULL;
