-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which feedback sheets a meeting looks at, in their order.
CREATE TABLE meeting_example(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  sheet INTEGER NOT NULL REFERENCES sheet(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0)
) STRICT;

CREATE INDEX meeting_example_meeting ON meeting_example(meeting);
CREATE INDEX meeting_example_sheet ON meeting_example(sheet);
