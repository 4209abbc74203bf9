-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 7: whether the links of articles still answer.

PRAGMA user_version = 7;

-- Kept: what came of asking the last time, by the address's key.
CREATE TABLE answer (
  key TEXT PRIMARY KEY,
  asked TEXT NOT NULL CHECK (asked <> ''),
  checked INTEGER NOT NULL CHECK (checked >= 0),
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 999),
  url TEXT NOT NULL CHECK (url <> ''),
  error TEXT
) STRICT, WITHOUT ROWID;
