-- SPDX-License-Identifier: GPL-3.0-or-later

-- A family of purchases or a subject to work on, from the proposal to what was delivered.
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
  objective TEXT,
  grp INTEGER REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  notes TEXT
) STRICT;

-- A step of the work on a theme: what it needs, what comes out of it, the meeting that does it.
CREATE TABLE theme_step(
  id INTEGER PRIMARY KEY,
  theme INTEGER NOT NULL REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  type TEXT CHECK(type IN ('hearings', 'stakes', 'methods', 'suppliers', 'drafting', 'restitution')),
  title TEXT NOT NULL,
  inputs TEXT,
  outputs TEXT,
  state TEXT CHECK(state IN ('planned', 'in-progress', 'done', 'skipped')),
  due_on TEXT CHECK(due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  done_on TEXT CHECK(done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  meeting INTEGER REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  notes TEXT
) STRICT;

-- That a body or a person wants to work on a theme.
CREATE TABLE theme_interest(
  id INTEGER PRIMARY KEY,
  theme INTEGER NOT NULL REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  wish TEXT CHECK(wish IN ('take-part', 'lead', 'share')),
  said_on TEXT CHECK(said_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notes TEXT,
  CHECK(body IS NOT NULL OR person IS NOT NULL)
) STRICT;

-- What members are asked, who may answer, and how much each answer weighs.
CREATE TABLE questionnaire(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  purpose TEXT CHECK(purpose IN ('expectations', 'themes', 'free')),
  state TEXT CHECK(state IN ('draft', 'open', 'closed')),
  introduction TEXT,
  opens_on TEXT CHECK(opens_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer_by TEXT CHECK(answer_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  return_address TEXT,
  respondent TEXT CHECK(respondent IN ('body', 'person')),
  grp INTEGER REFERENCES member_group(id) DEFERRABLE INITIALLY DEFERRED,
  weights TEXT CHECK(weights IN ('equal', 'kind', 'population')),
  kind_weights TEXT,
  associates_vote INTEGER CHECK(associates_vote IN (0, 1)),
  anonymous INTEGER CHECK(anonymous IN (0, 1)),
  unranked TEXT CHECK(unranked IN ('last', 'silent')),
  meeting INTEGER REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  copied_from INTEGER REFERENCES questionnaire(id) DEFERRABLE INITIALLY DEFERRED,
  closed_on TEXT CHECK(closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notes TEXT
) STRICT;

-- Questions that stand together under a heading.
CREATE TABLE questionnaire_section(
  id INTEGER PRIMARY KEY,
  questionnaire INTEGER NOT NULL REFERENCES questionnaire(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  title TEXT NOT NULL,
  introduction TEXT
) STRICT;

-- One question; its position counts through the whole questionnaire.
CREATE TABLE question(
  id INTEGER PRIMARY KEY,
  questionnaire INTEGER NOT NULL REFERENCES questionnaire(id) DEFERRABLE INITIALLY DEFERRED,
  section INTEGER REFERENCES questionnaire_section(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  code TEXT,
  type TEXT NOT NULL CHECK(type IN ('rank', 'score', 'choose', 'dots', 'yes-no', 'choice', 'number', 'text')),
  text TEXT NOT NULL,
  help TEXT,
  required INTEGER CHECK(required IN (0, 1)),
  most INTEGER CHECK(most >= 0),
  lowest REAL,
  highest REAL
) STRICT;

-- What a question offers; it may stand for a theme.
CREATE TABLE question_option(
  id INTEGER PRIMARY KEY,
  question INTEGER NOT NULL REFERENCES question(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK(position >= 0),
  code TEXT,
  label TEXT NOT NULL,
  details TEXT,
  theme INTEGER REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- One filled questionnaire. What the split by groups needs stands here only when no body is named.
CREATE TABLE answer(
  id INTEGER PRIMARY KEY,
  questionnaire INTEGER NOT NULL REFERENCES questionnaire(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  respondent TEXT,
  role TEXT CHECK(role IN ('elected', 'technical', 'other')),
  category TEXT,
  departement TEXT,
  population INTEGER CHECK(population >= 0),
  weight REAL CHECK(weight >= 0),
  answered_on TEXT CHECK(answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT CHECK(source IN ('keyed', 'file', 'form')),
  notes TEXT
) STRICT;

-- What was answered to one question, about one option where it has options: its rank, its score, its dots, 1 for what was chosen; 1 or 0 for yes or no; a number; words.
CREATE TABLE answer_line(
  id INTEGER PRIMARY KEY,
  answer INTEGER NOT NULL REFERENCES answer(id) DEFERRABLE INITIALLY DEFERRED,
  question INTEGER NOT NULL REFERENCES question(id) DEFERRABLE INITIALLY DEFERRED,
  option INTEGER REFERENCES question_option(id) DEFERRABLE INITIALLY DEFERRED,
  value REAL,
  text TEXT
) STRICT;

-- That a body or a person answered an anonymous questionnaire; nothing says with what.
CREATE TABLE participation(
  id INTEGER PRIMARY KEY,
  questionnaire INTEGER NOT NULL REFERENCES questionnaire(id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  CHECK(body IS NOT NULL OR person IS NOT NULL)
) STRICT;

-- How many hands were raised for an option, or for yes (1) and no (0), at a meeting.
CREATE TABLE hand_count(
  id INTEGER PRIMARY KEY,
  question INTEGER NOT NULL REFERENCES question(id) DEFERRABLE INITIALLY DEFERRED,
  option INTEGER REFERENCES question_option(id) DEFERRABLE INITIALLY DEFERRED,
  value REAL,
  hands INTEGER NOT NULL CHECK(hands >= 0),
  meeting INTEGER REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  counted_on TEXT CHECK(counted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX theme_proposer ON theme(proposer)
  WHERE proposer IS NOT NULL;
CREATE INDEX theme_grp ON theme(grp)
  WHERE grp IS NOT NULL;
CREATE INDEX theme_step_theme ON theme_step(theme);
CREATE INDEX theme_step_meeting ON theme_step(meeting)
  WHERE meeting IS NOT NULL;
CREATE INDEX theme_interest_theme ON theme_interest(theme);
CREATE INDEX theme_interest_body ON theme_interest(body)
  WHERE body IS NOT NULL;
CREATE INDEX theme_interest_person ON theme_interest(person)
  WHERE person IS NOT NULL;
CREATE INDEX questionnaire_grp ON questionnaire(grp)
  WHERE grp IS NOT NULL;
CREATE INDEX questionnaire_meeting ON questionnaire(meeting)
  WHERE meeting IS NOT NULL;
CREATE INDEX questionnaire_copied_from ON questionnaire(copied_from)
  WHERE copied_from IS NOT NULL;
CREATE INDEX questionnaire_section_questionnaire ON questionnaire_section(questionnaire);
CREATE INDEX question_questionnaire ON question(questionnaire);
CREATE INDEX question_section ON question(section)
  WHERE section IS NOT NULL;
CREATE INDEX question_option_question ON question_option(question);
CREATE INDEX question_option_theme ON question_option(theme)
  WHERE theme IS NOT NULL;
CREATE INDEX answer_questionnaire ON answer(questionnaire);
CREATE INDEX answer_body ON answer(body)
  WHERE body IS NOT NULL;
CREATE INDEX answer_person ON answer(person)
  WHERE person IS NOT NULL;
CREATE INDEX answer_line_answer ON answer_line(answer);
CREATE INDEX answer_line_question ON answer_line(question);
CREATE INDEX answer_line_option ON answer_line(option)
  WHERE option IS NOT NULL;
CREATE INDEX participation_questionnaire ON participation(questionnaire);
CREATE INDEX participation_body ON participation(body)
  WHERE body IS NOT NULL;
CREATE INDEX participation_person ON participation(person)
  WHERE person IS NOT NULL;
CREATE INDEX hand_count_question ON hand_count(question);
CREATE INDEX hand_count_option ON hand_count(option)
  WHERE option IS NOT NULL;
CREATE INDEX hand_count_meeting ON hand_count(meeting)
  WHERE meeting IS NOT NULL;
