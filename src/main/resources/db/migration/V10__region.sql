CREATE TABLE region (
  code        text PRIMARY KEY,
  area        text NOT NULL UNIQUE,
  name        text NOT NULL,
  level       text NOT NULL CHECK (level IN ('PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE')),
  parent_code text,
  lat         double precision,
  lng         double precision
);
CREATE INDEX region_parent ON region (parent_code);
