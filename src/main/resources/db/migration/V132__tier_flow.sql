-- A slot that nobody could compile in time (the application was away) and that a later one has overtaken, docs/adr/0046.
ALTER TABLE tier_case DROP CONSTRAINT tier_case_state_check;
ALTER TABLE tier_case ADD CONSTRAINT tier_case_state_check
  CHECK (state IN ('WAITING', 'CHECKING', 'SIGNING', 'SETTLED', 'UNSIGNED', 'WITHDRAWN', 'PASSED_OVER'));
COMMENT ON COLUMN tier_case.state IS 'WAITING: for its time, for its figures, or one tier up for the tier below; CHECKING: the desk looks at it; SIGNING: it waits for its signature; SETTLED; UNSIGNED: the round ended before anybody signed; WITHDRAWN: the schedule no longer has the slot, or the round ended before its time; PASSED_OVER: a later slot has overtaken it';
