-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the network is for: the objectives that its members share, and those beside.
CREATE TABLE objective(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  type TEXT NOT NULL CHECK(type IN ('common', 'side')),
  position INTEGER CHECK(position >= 0),
  notes TEXT
) STRICT;

-- What themes told in words becomes objectives, in the order of the themes. Ids as the program makes them:
-- milliseconds since 2020 above 21 bits.
INSERT INTO objective(id, title, type, position)
  SELECT ((CAST(strftime('%s', 'now') AS INTEGER) * 1000 - 1577836800000) << 21)
      + place * 1000 + abs(random() % 1000), words, 'common', place
  FROM (SELECT words, row_number() OVER (ORDER BY first) AS place
    FROM (SELECT trim(objective) AS words, min(id) AS first FROM theme
      WHERE trim(objective) <> '' GROUP BY trim(objective)));

-- The same columns in the same places, so that what was done to themes can still be undone; it is refused
-- for a theme whose objective was told in words.
CREATE TABLE theme_in_words AS SELECT * FROM theme;
DROP TABLE theme;
CREATE TABLE theme(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  family TEXT CHECK(family IN ('cleaning', 'food', 'office', 'digital', 'mobility', 'energy', 'building', 'roads', 'green-spaces', 'furniture', 'textile', 'waste', 'events', 'health', 'services', 'method')),
  nature TEXT CHECK(nature IN ('works', 'supplies', 'services', 'subject')),
  cpv TEXT,
  description TEXT,
  state TEXT CHECK(state IN ('proposed', 'voted', 'chosen', 'in-work', 'delivered', 'dropped')),
  state_on TEXT CHECK(state_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proposed_by TEXT,
  proposer INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  proposed_on TEXT CHECK(proposed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  objective INTEGER REFERENCES objective(id) DEFERRABLE INITIALLY DEFERRED,
  grp INTEGER REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  notes TEXT
) STRICT;
INSERT INTO theme
  SELECT id, title, family, nature, cpv, description, state, state_on, proposed_by, proposer,
    proposed_on, (SELECT o.id FROM objective AS o WHERE o.title = trim(t.objective)), grp, notes
  FROM theme_in_words AS t;
DROP TABLE theme_in_words;

CREATE INDEX theme_proposer ON theme(proposer)
  WHERE proposer IS NOT NULL;
CREATE INDEX theme_objective ON theme(objective)
  WHERE objective IS NOT NULL;
CREATE INDEX theme_grp ON theme(grp)
  WHERE grp IS NOT NULL;
