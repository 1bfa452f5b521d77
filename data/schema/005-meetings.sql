-- SPDX-License-Identifier: GPL-3.0-or-later

-- Meetings that follow one another.
CREATE TABLE meeting_series(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT CHECK(type IN ('information', 'kick-off', 'plenary', 'working-group', 'training', 'hearing', 'visit', 'restitution', 'national')),
  grp INTEGER REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  notes TEXT
) STRICT;

-- Meetings, from the draft to the locked minutes.
CREATE TABLE meeting(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  type TEXT NOT NULL CHECK(type IN ('information', 'kick-off', 'plenary', 'working-group', 'training', 'hearing', 'visit', 'restitution', 'national')),
  state TEXT CHECK(state IN ('draft', 'convened', 'held', 'approved', 'locked', 'cancelled')),
  starts TEXT CHECK(starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'),
  ends TEXT CHECK(ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'),
  all_day INTEGER CHECK(all_day IN (0, 1)),
  place TEXT,
  series INTEGER REFERENCES meeting_series(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER CHECK(number >= 0),
  grp INTEGER REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  time_zone TEXT,
  address TEXT,
  link TEXT,
  organiser INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  sponsor INTEGER REFERENCES function(id) DEFERRABLE INITIALLY DEFERRED,
  sponsor_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  objective TEXT,
  chair TEXT,
  secretary TEXT,
  signatory TEXT,
  signatory_function TEXT,
  reply_by TEXT CHECK(reply_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reply_address TEXT,
  convened_on TEXT CHECK(convened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  approved_on TEXT CHECK(approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reopen_reason TEXT,
  uid TEXT,
  recurrence_id TEXT,
  sequence INTEGER CHECK(sequence >= 0),
  notes TEXT
) STRICT;

-- Points of agendas, with the minutes written on them.
CREATE TABLE agenda_item(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  title TEXT NOT NULL,
  minutes INTEGER CHECK(minutes >= 0),
  starts TEXT CHECK(starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  purpose TEXT CHECK(purpose IN ('inform', 'discuss', 'decide')),
  presenter TEXT,
  presenter_function INTEGER REFERENCES function(id) DEFERRABLE INITIALLY DEFERRED,
  presenter_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  presenter_body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  track TEXT,
  state TEXT CHECK(state IN ('open', 'closed')),
  report TEXT,
  private_notes TEXT,
  carried_from INTEGER REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Documents that go with a meeting.
CREATE TABLE meeting_document(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  media_type TEXT,
  link TEXT,
  size INTEGER CHECK(size >= 0),
  added_on TEXT CHECK(added_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

-- What attached documents hold, in base64.
CREATE TABLE document_content(
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES meeting_document(id) DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL
) STRICT;

-- Who is invited, what they replied, and who came.
CREATE TABLE invitation(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  function INTEGER REFERENCES function(id) DEFERRABLE INITIALLY DEFERRED,
  reply TEXT CHECK(reply IN ('yes', 'no', 'perhaps', 'proxy')),
  replied_on TEXT CHECK(replied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proxy INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  attendance TEXT CHECK(attendance IN ('present', 'excused', 'absent', 'visitor')),
  arrived TEXT CHECK(arrived GLOB '[0-2][0-9]:[0-5][0-9]'),
  departed TEXT CHECK(departed GLOB '[0-2][0-9]:[0-5][0-9]'),
  visitor_name TEXT,
  visitor_body TEXT,
  certified_on TEXT CHECK(certified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notes TEXT,
  CHECK(body IS NOT NULL OR person IS NOT NULL OR visitor_name IS NOT NULL)
) STRICT;

-- Informations, decisions and actions to do.
CREATE TABLE outcome(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL CHECK(type IN ('information', 'decision', 'action')),
  text TEXT NOT NULL,
  details TEXT,
  who TEXT,
  who_function INTEGER REFERENCES function(id) DEFERRABLE INITIALLY DEFERRED,
  who_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  who_body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT CHECK(due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  priority TEXT CHECK(priority IN ('high', 'normal', 'low')),
  state TEXT CHECK(state IN ('open', 'started', 'done', 'dropped')),
  done_on TEXT CHECK(done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

-- What all suppliers of a hearing are asked.
CREATE TABLE hearing_question(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  text TEXT NOT NULL
) STRICT;

-- Each supplier heard, for how long and with which documents.
CREATE TABLE hearing(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER NOT NULL REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  starts TEXT CHECK(starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends TEXT CHECK(ends GLOB '[0-2][0-9]:[0-5][0-9]'),
  documents TEXT,
  notes TEXT
) STRICT;

-- Which question each supplier was asked, and the answer.
CREATE TABLE hearing_answer(
  id INTEGER PRIMARY KEY,
  hearing INTEGER NOT NULL REFERENCES hearing(id) DEFERRABLE INITIALLY DEFERRED,
  question INTEGER NOT NULL REFERENCES hearing_question(id) DEFERRABLE INITIALLY DEFERRED,
  asked INTEGER CHECK(asked IN (0, 1)),
  answer TEXT
) STRICT;

-- What trainings are about.
CREATE TABLE training_topic(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  title TEXT NOT NULL,
  type TEXT CHECK(type IN ('label', 'standard', 'legal', 'practice', 'other')),
  minutes INTEGER CHECK(minutes >= 0),
  trainer TEXT,
  trainer_person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- The minutes as they were approved; people by their number only.
CREATE TABLE minutes_version(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK(number >= 1),
  made_on TEXT NOT NULL CHECK(made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reopened_on TEXT CHECK(reopened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  content TEXT NOT NULL
) STRICT;

CREATE INDEX meeting_series_grp ON meeting_series(grp)
  WHERE grp IS NOT NULL;
CREATE INDEX meeting_in_series ON meeting(series)
  WHERE series IS NOT NULL;
CREATE INDEX meeting_grp ON meeting(grp)
  WHERE grp IS NOT NULL;
CREATE INDEX meeting_organiser ON meeting(organiser)
  WHERE organiser IS NOT NULL;
CREATE INDEX meeting_sponsor ON meeting(sponsor)
  WHERE sponsor IS NOT NULL;
CREATE INDEX meeting_sponsor_person ON meeting(sponsor_person)
  WHERE sponsor_person IS NOT NULL;
CREATE INDEX meeting_starts ON meeting(starts);
CREATE INDEX meeting_uid ON meeting(uid);
CREATE INDEX agenda_item_meeting ON agenda_item(meeting);
CREATE INDEX agenda_item_presenter_function ON agenda_item(presenter_function)
  WHERE presenter_function IS NOT NULL;
CREATE INDEX agenda_item_presenter_person ON agenda_item(presenter_person)
  WHERE presenter_person IS NOT NULL;
CREATE INDEX agenda_item_presenter_body ON agenda_item(presenter_body)
  WHERE presenter_body IS NOT NULL;
CREATE INDEX agenda_item_carried_from ON agenda_item(carried_from)
  WHERE carried_from IS NOT NULL;
CREATE INDEX meeting_document_meeting ON meeting_document(meeting);
CREATE INDEX meeting_document_item ON meeting_document(item)
  WHERE item IS NOT NULL;
CREATE INDEX document_content_document ON document_content(document);
CREATE INDEX invitation_meeting ON invitation(meeting);
CREATE INDEX invitation_body ON invitation(body)
  WHERE body IS NOT NULL;
CREATE INDEX invitation_person ON invitation(person)
  WHERE person IS NOT NULL;
CREATE INDEX invitation_function ON invitation(function)
  WHERE function IS NOT NULL;
CREATE INDEX invitation_proxy ON invitation(proxy)
  WHERE proxy IS NOT NULL;
CREATE INDEX outcome_meeting ON outcome(meeting);
CREATE INDEX outcome_item ON outcome(item)
  WHERE item IS NOT NULL;
CREATE INDEX outcome_who_function ON outcome(who_function)
  WHERE who_function IS NOT NULL;
CREATE INDEX outcome_who_person ON outcome(who_person)
  WHERE who_person IS NOT NULL;
CREATE INDEX outcome_who_body ON outcome(who_body)
  WHERE who_body IS NOT NULL;
CREATE INDEX outcome_type ON outcome(type, state, due_on);
CREATE INDEX hearing_question_meeting ON hearing_question(meeting);
CREATE INDEX hearing_meeting ON hearing(meeting);
CREATE INDEX hearing_body ON hearing(body);
CREATE INDEX hearing_answer_hearing ON hearing_answer(hearing);
CREATE INDEX hearing_answer_question ON hearing_answer(question);
CREATE INDEX training_topic_meeting ON training_topic(meeting);
CREATE INDEX training_topic_trainer_person ON training_topic(trainer_person)
  WHERE trainer_person IS NOT NULL;
CREATE INDEX minutes_version_meeting ON minutes_version(meeting);
