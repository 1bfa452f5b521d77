-- SPDX-License-Identifier: GPL-3.0-or-later
-- The history: each action with what it changed. Not a table of records: it is never recorded itself.
CREATE TABLE action(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  author TEXT,
  n_changes INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK(undone IN (0, 1)),
  size INTEGER NOT NULL,
  changeset BLOB
) STRICT;
CREATE INDEX action_undone ON action(undone, id);

-- What was erased for privacy: no name, only that it was, so that a restored backup can be cleaned.
CREATE TABLE tombstone(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  erased_on TEXT NOT NULL,
  reason TEXT
) STRICT;

-- What the program remembers of the file itself.
CREATE TABLE property(
  name TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;
