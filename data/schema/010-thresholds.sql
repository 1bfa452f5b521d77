-- SPDX-License-Identifier: GPL-3.0-or-later
-- Amounts of public procurement that a network says itself, in euros excluding tax: on their days they go before those
-- that the program ships. What names no nature, buyer or kind holds for all.
CREATE TABLE threshold(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK(name IN ('eu', 'exemption', 'buyer-profile', 'publicity', 'essential-data', 'spaser', 'light-regime', 'innovation')),
  amount REAL NOT NULL CHECK(amount >= 0),
  from_on TEXT NOT NULL CHECK(from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK(until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  nature TEXT CHECK(nature IN ('works', 'supplies', 'services')),
  buyer TEXT CHECK(buyer IN ('local', 'state', 'central', 'other', 'entity')),
  contract TEXT CHECK(contract IN ('contract', 'framework', 'concession', 'defence')),
  source TEXT NOT NULL,
  notes TEXT,
  CHECK(until_on IS NULL OR until_on >= from_on)
) STRICT;
