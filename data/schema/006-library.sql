-- SPDX-License-Identifier: GPL-3.0-or-later

-- Codes of the common procurement vocabulary.
CREATE TABLE cpv(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent INTEGER REFERENCES cpv(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Clauses, used by reference.
CREATE TABLE clause(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  need TEXT,
  phase TEXT NOT NULL CHECK(phase IN ('need', 'specification', 'selection', 'award', 'performance')),
  dimension TEXT,
  ambition TEXT CHECK(ambition IN ('base', 'good', 'exemplary')),
  nature TEXT CHECK(nature IN ('works', 'supplies', 'services')),
  family INTEGER REFERENCES cpv(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  link TEXT,
  proof TEXT,
  sanction TEXT,
  why TEXT,
  vigilance TEXT,
  sources TEXT,
  labels TEXT,
  related TEXT,
  reliability TEXT CHECK(reliability IN ('draft', 'body', 'network', 'national')),
  checked_on TEXT CHECK(checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  checked TEXT,
  origin TEXT,
  licence TEXT,
  archived INTEGER CHECK(archived IN (0, 1)),
  changed_on TEXT CHECK(changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  language TEXT,
  uri TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK(revision >= 1)
) STRICT;

-- What clauses act for, one code a row.
CREATE TABLE clause_trait(
  id INTEGER PRIMARY KEY,
  clause INTEGER NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL CHECK(code IN ('environment', 'social', 'innovation', 'economy', 'biodiv-eco', 'circ-econ', 'clim-adapt', 'clim-mitig', 'pollu-prev', 'water-mar', 'acc-all', 'et-eq', 'gen-eq', 'hum-right', 'opp', 'work-cond'))
) STRICT;

-- Clauses to read together.
CREATE TABLE linked_clause(
  id INTEGER PRIMARY KEY,
  clause INTEGER NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  other INTEGER NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Older wordings of clauses.
CREATE TABLE older_clause(
  id INTEGER PRIMARY KEY,
  clause INTEGER NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK(number >= 1),
  made_on TEXT CHECK(made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  content TEXT NOT NULL
) STRICT;

-- Templates: their identity, what they buy, and in head the rest of what is not a piece.
CREATE TABLE template(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  summary TEXT,
  nature TEXT CHECK(nature IN ('works', 'supplies', 'services')),
  family INTEGER REFERENCES cpv(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT CHECK(kind IN ('contract', 'framework', 'concession', 'defence')),
  procedure TEXT CHECK(procedure IN ('adapted', 'open', 'restricted', 'negotiated', 'dialogue', 'none')),
  value REAL CHECK(value >= 0),
  months INTEGER CHECK(months >= 1),
  ambition TEXT CHECK(ambition IN ('base', 'good', 'exemplary')),
  themes TEXT,
  keywords TEXT,
  reliability TEXT CHECK(reliability IN ('draft', 'body', 'network', 'national')),
  checked_on TEXT CHECK(checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  checked TEXT,
  origin TEXT,
  licence TEXT,
  archived INTEGER CHECK(archived IN (0, 1)),
  changed_on TEXT CHECK(changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  language TEXT,
  head TEXT,
  uri TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK(revision >= 1)
) STRICT;

-- What the clauses of templates act for.
CREATE TABLE template_trait(
  id INTEGER PRIMARY KEY,
  template INTEGER NOT NULL REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL CHECK(code IN ('environment', 'social', 'innovation', 'economy', 'biodiv-eco', 'circ-econ', 'clim-adapt', 'clim-mitig', 'pollu-prev', 'water-mar', 'acc-all', 'et-eq', 'gen-eq', 'hum-right', 'opp', 'work-cond'))
) STRICT;

-- Pieces of templates, with a mark where each clause stands.
CREATE TABLE piece(
  id INTEGER PRIMARY KEY,
  template INTEGER NOT NULL REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  role TEXT NOT NULL CHECK(role IN ('rc', 'ccap', 'cctp', 'ae', 'prices', 'questionnaire', 'annex', 'paper')),
  title TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

-- Where clauses stand.
CREATE TABLE clause_use(
  id INTEGER PRIMARY KEY,
  piece INTEGER NOT NULL REFERENCES piece(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  clause INTEGER NOT NULL REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  kept INTEGER CHECK(kept >= 1),
  place TEXT
) STRICT;

-- Templates as they were.
CREATE TABLE older_template(
  id INTEGER PRIMARY KEY,
  template INTEGER NOT NULL REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK(number >= 1),
  made_on TEXT CHECK(made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT,
  content TEXT NOT NULL
) STRICT;

-- Drafts: a template and its answers.
CREATE TABLE draft(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT CHECK(state IN ('open', 'launched', 'awarded', 'closed')),
  launch_on TEXT CHECK(launch_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value REAL CHECK(value >= 0),
  template INTEGER REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  revision INTEGER CHECK(revision >= 1),
  template_uri TEXT,
  content TEXT NOT NULL,
  answers TEXT,
  need_context TEXT,
  need_performance TEXT,
  need_means TEXT,
  notes TEXT
) STRICT;

-- Feedback sheets.
CREATE TABLE sheet(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  contact TEXT,
  written_on TEXT CHECK(written_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  nature TEXT CHECK(nature IN ('works', 'supplies', 'services')),
  family INTEGER REFERENCES cpv(id) DEFERRABLE INITIALLY DEFERRED,
  procedure TEXT,
  amount REAL CHECK(amount >= 0),
  duration TEXT,
  started_on TEXT CHECK(started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  lots INTEGER CHECK(lots >= 0),
  context TEXT,
  request TEXT,
  method TEXT,
  offers INTEGER CHECK(offers >= 0),
  price_effect REAL,
  results TEXT,
  difficulties TEXT,
  lessons TEXT,
  shared INTEGER CHECK(shared IN (0, 1)),
  template INTEGER REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
  draft INTEGER REFERENCES draft(id) DEFERRABLE INITIALLY DEFERRED,
  reliability TEXT CHECK(reliability IN ('draft', 'body', 'network', 'national')),
  origin TEXT,
  licence TEXT,
  uri TEXT,
  revision INTEGER CHECK(revision >= 1)
) STRICT;

-- What feedback sheets tell of clauses.
CREATE TABLE sheet_clause(
  id INTEGER PRIMARY KEY,
  sheet INTEGER NOT NULL REFERENCES sheet(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  clause INTEGER REFERENCES clause(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  ambition TEXT CHECK(ambition IN ('base', 'good', 'exemplary')),
  proof TEXT,
  outcome TEXT
) STRICT;

CREATE INDEX cpv_parent ON cpv(parent)
  WHERE parent IS NOT NULL;
CREATE UNIQUE INDEX cpv_code ON cpv(code);
CREATE INDEX clause_family ON clause(family)
  WHERE family IS NOT NULL;
CREATE UNIQUE INDEX clause_uri ON clause(uri);
CREATE INDEX clause_need ON clause(need);
CREATE INDEX clause_facets ON clause(phase, ambition, reliability, nature);
CREATE INDEX clause_origin ON clause(origin);
CREATE INDEX clause_trait_clause ON clause_trait(clause);
CREATE INDEX linked_clause_clause ON linked_clause(clause);
CREATE INDEX linked_clause_other ON linked_clause(other);
CREATE INDEX older_clause_clause ON older_clause(clause);
CREATE INDEX template_family ON template(family)
  WHERE family IS NOT NULL;
CREATE UNIQUE INDEX template_uri ON template(uri);
CREATE INDEX template_facets ON template(nature, reliability, ambition);
CREATE INDEX template_origin ON template(origin);
CREATE INDEX template_trait_template ON template_trait(template);
CREATE INDEX piece_template ON piece(template);
CREATE INDEX clause_use_piece ON clause_use(piece);
CREATE INDEX clause_use_clause ON clause_use(clause);
CREATE INDEX older_template_template ON older_template(template);
CREATE INDEX draft_body ON draft(body)
  WHERE body IS NOT NULL;
CREATE INDEX draft_template ON draft(template)
  WHERE template IS NOT NULL;
CREATE INDEX sheet_body ON sheet(body)
  WHERE body IS NOT NULL;
CREATE INDEX sheet_family ON sheet(family)
  WHERE family IS NOT NULL;
CREATE INDEX sheet_template ON sheet(template)
  WHERE template IS NOT NULL;
CREATE INDEX sheet_draft ON sheet(draft)
  WHERE draft IS NOT NULL;
CREATE UNIQUE INDEX sheet_uri ON sheet(uri)
  WHERE uri IS NOT NULL;
CREATE INDEX sheet_clause_sheet ON sheet_clause(sheet);
CREATE INDEX sheet_clause_clause ON sheet_clause(clause)
  WHERE clause IS NOT NULL;
