-- Asked when a photo is opened that no report of the ledger names.
CREATE INDEX incident_report_photos ON incident_report USING gin (photos);
