-- What each TPS adds to the totals of a race. received and held count forms; the figures are those of the version that counts.
CREATE TABLE tally_contribution (
  round_id        bigint NOT NULL,
  race_id         bigint NOT NULL,
  tps_code        text NOT NULL,
  village_area    text NOT NULL,
  district_area   text NOT NULL,
  received        int NOT NULL DEFAULT 0,
  held            int NOT NULL DEFAULT 0,
  verified        int NOT NULL DEFAULT 0,
  counted_received int NOT NULL DEFAULT 0,
  counted_verified int NOT NULL DEFAULT 0,
  received_sums   bigint[] NOT NULL,
  verified_sums   bigint[] NOT NULL,
  updated_at      timestamptz NOT NULL,
  PRIMARY KEY (round_id, race_id, tps_code)
);
COMMENT ON COLUMN tally_contribution.counted_received IS 'Forms whose figures are in the sums of the basis; a form that is held, or absurd though verified, counts as received but not here';
COMMENT ON COLUMN tally_contribution.received_sums IS 'valid, invalid, DPT, voters, then votes by ballot number 1..n; zeros where the form does not count on this basis';
CREATE INDEX tally_contribution_village ON tally_contribution (round_id, race_id, village_area);
CREATE INDEX tally_contribution_district ON tally_contribution (round_id, race_id, district_area);

CREATE TABLE tally_district (
  round_id      bigint NOT NULL,
  race_id       bigint NOT NULL,
  district_area text NOT NULL,
  received      int NOT NULL,
  held          int NOT NULL,
  verified      int NOT NULL,
  counted_received int NOT NULL,
  counted_verified int NOT NULL,
  received_sums bigint[] NOT NULL,
  verified_sums bigint[] NOT NULL,
  updated_at    timestamptz NOT NULL,
  PRIMARY KEY (round_id, race_id, district_area)
);

CREATE FUNCTION vec_add(a bigint[], b bigint[]) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY n) FROM unnest(a, b) WITH ORDINALITY AS t(x, y, n)
$$;
