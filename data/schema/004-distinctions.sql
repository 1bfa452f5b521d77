-- SPDX-License-Identifier: GPL-3.0-or-later

-- That two bodies, or two people, look alike and are two: a person has said so.
CREATE TABLE distinction(
  id INTEGER PRIMARY KEY,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  other_body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  other_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  CHECK((body IS NULL) = (other_body IS NULL)),
  CHECK((person IS NULL) = (other_person IS NULL)),
  CHECK((body IS NULL) <> (person IS NULL)),
  CHECK(body <> other_body),
  CHECK(person <> other_person)
) STRICT;

CREATE INDEX distinction_body ON distinction(body);
CREATE INDEX distinction_other_body ON distinction(other_body);
CREATE INDEX distinction_person ON distinction(person);
CREATE INDEX distinction_other_person ON distinction(other_person);
