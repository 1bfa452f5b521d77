-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts and feedback sheets are put away as templates and clauses are. Lists leave out what is put away, and
-- count their facets without it: the indexes carry it.
ALTER TABLE draft ADD COLUMN archived INTEGER CHECK(archived IN (0, 1));
ALTER TABLE sheet ADD COLUMN archived INTEGER CHECK(archived IN (0, 1));

DROP INDEX clause_facets;
DROP INDEX clause_origin;
DROP INDEX template_facets;
DROP INDEX template_origin;
CREATE INDEX clause_facets ON clause(phase, ambition, reliability, nature, archived);
CREATE INDEX clause_origin ON clause(origin, archived);
CREATE INDEX template_facets ON template(nature, reliability, ambition, archived);
CREATE INDEX template_origin ON template(origin, archived);
