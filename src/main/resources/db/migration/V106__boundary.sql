-- Outlines of regions for the map, simplified when they are imported. Indicative, not legal.
CREATE TABLE boundary (
  area     text PRIMARY KEY,
  geometry text NOT NULL,
  points   int NOT NULL CHECK (points BETWEEN 3 AND 5000),
  digest   text NOT NULL
);
COMMENT ON COLUMN boundary.geometry IS 'GeoJSON MultiPolygon in degrees of WGS 84, longitude before latitude';
COMMENT ON COLUMN boundary.digest IS 'SHA-256 of the geometry';
