-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who may see a field of one body or one person, when it is not who usually may.
CREATE TABLE field_audience(
  id INTEGER PRIMARY KEY,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  audience TEXT NOT NULL CHECK(audience IN ('network', 'buyers', 'public')),
  CHECK((body IS NULL) <> (person IS NULL))
) STRICT;

CREATE INDEX field_audience_body ON field_audience(body, field);
CREATE INDEX field_audience_person ON field_audience(person, field);

-- Custom values change over time, as functions and groups do.
ALTER TABLE custom_value ADD COLUMN
  since TEXT CHECK(since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE custom_value ADD COLUMN
  until TEXT CHECK(until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
