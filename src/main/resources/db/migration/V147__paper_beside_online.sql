-- What a place has told already is asked for while somebody types for it, and beside its papers.
CREATE INDEX field_report_place ON field_report (area, round_id, kind);

-- Which version a repeat said again; unknown for those that were noted before.
ALTER TABLE c1_repeat ADD COLUMN version_no int;
