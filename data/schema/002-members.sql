-- SPDX-License-Identifier: GPL-3.0-or-later

-- The network itself: one row.
CREATE TABLE network(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  name TEXT NOT NULL,
  short_name TEXT,
  perimeter TEXT,
  facilitation TEXT CHECK(facilitation IN ('member-led', 'institution-backed', 'association')),
  controller TEXT,
  controller_contact TEXT,
  legal_basis TEXT CHECK(legal_basis IN ('public-task', 'legitimate-interest', 'consent')),
  retention_months INTEGER CHECK(retention_months >= 0),
  notes TEXT
) STRICT;

-- Legal persons and services.
CREATE TABLE body(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT,
  category TEXT,
  status TEXT CHECK(status = 'prospect' OR status = 'interested' OR status = 'member' OR status = 'associate' OR status = 'former'),
  prospect_on TEXT CHECK(prospect_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  interested_on TEXT CHECK(interested_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  joined_on TEXT CHECK(joined_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  associated_on TEXT CHECK(associated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  left_on TEXT CHECK(left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  siren TEXT,
  siret TEXT,
  insee TEXT,
  nuts TEXT,
  population INTEGER CHECK(population >= 0),
  departement TEXT,
  region TEXT,
  epci TEXT,
  address TEXT,
  postcode TEXT,
  city TEXT,
  email TEXT,
  phone TEXT,
  website TEXT,
  parent INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  sponsor INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  expectations TEXT,
  notes TEXT
) STRICT;

-- People, by what they do: professional contacts only.
CREATE TABLE person(
  id INTEGER PRIMARY KEY,
  civility TEXT,
  given_name TEXT,
  family_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  mobile TEXT,
  notes TEXT,
  source TEXT,
  informed_on TEXT CHECK(informed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_contact TEXT CHECK(last_contact GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  objection INTEGER CHECK(objection IN (0, 1)),
  review_on TEXT CHECK(review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

-- What a person does in a body, over time.
CREATE TABLE function(
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER NOT NULL REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT CHECK(role IN ('elected', 'director', 'procurement-head', 'procurement', 'environment', 'sustainable-development', 'legal', 'finance', 'technical', 'expert', 'supplier', 'facilitator', 'other')),
  title TEXT,
  email TEXT,
  phone TEXT,
  since TEXT CHECK(since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK(until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  main INTEGER CHECK(main IN (0, 1))
) STRICT;

-- Groups and sub-groups.
CREATE TABLE member_group(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  parent INTEGER REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  notes TEXT
) STRICT;

-- Who is in a group: a body or a person.
CREATE TABLE group_member(
  id INTEGER PRIMARY KEY,
  grp INTEGER NOT NULL REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  since TEXT CHECK(since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK(until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK((body IS NULL) <> (person IS NULL))
) STRICT;

-- Fields that the network adds.
CREATE TABLE custom_field(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('body', 'person')),
  type TEXT NOT NULL CHECK(type IN ('text', 'long-text', 'integer', 'real', 'boolean', 'date', 'choice')),
  choices TEXT,
  position INTEGER CHECK(position >= 0),
  notes TEXT
) STRICT;

-- What a record has in such a field.
CREATE TABLE custom_value(
  id INTEGER PRIMARY KEY,
  field INTEGER NOT NULL REFERENCES custom_field(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  value TEXT NOT NULL,
  CHECK((body IS NULL) <> (person IS NULL))
) STRICT;

CREATE INDEX body_parent ON body(parent) WHERE parent IS NOT NULL;
CREATE INDEX body_sponsor ON body(sponsor) WHERE sponsor IS NOT NULL;
CREATE INDEX function_person ON function(person);
CREATE INDEX function_body ON function(body);
CREATE INDEX member_group_parent ON member_group(parent);
CREATE INDEX group_member_grp ON group_member(grp);
CREATE INDEX group_member_body ON group_member(body);
CREATE INDEX group_member_person ON group_member(person);
CREATE INDEX custom_value_field ON custom_value(field);
CREATE INDEX custom_value_body ON custom_value(body);
CREATE INDEX custom_value_person ON custom_value(person);

-- By what bodies are recognised in imports and found again in the directory.
CREATE INDEX body_siren ON body(siren) WHERE siren IS NOT NULL;
CREATE INDEX body_insee ON body(insee) WHERE insee IS NOT NULL;
