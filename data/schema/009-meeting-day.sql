-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a meeting went on the day: what was dealt with from when to when, in seconds of Unix time. The one
-- that is being dealt with has no end.
CREATE TABLE item_lapse(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED,
  began INTEGER NOT NULL CHECK(began > 0),
  ended INTEGER CHECK(ended >= began)
) STRICT;

CREATE INDEX item_lapse_meeting ON item_lapse(meeting);
CREATE INDEX item_lapse_item ON item_lapse(item);

-- When whoever prepares a meeting last looked at the law that it tells.
ALTER TABLE meeting ADD COLUMN law_checked_on TEXT
  CHECK(law_checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
