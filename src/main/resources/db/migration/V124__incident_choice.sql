-- What usually happens on the day, as ready choices for whoever reports it.
CREATE TABLE incident_choice (
  code     text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  category text NOT NULL,
  name     text NOT NULL,
  name_en  text NOT NULL,
  position int NOT NULL,
  offered  boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE incident_choice IS 'Catalogue of the reporter''s form; after what Bawaslu counted in 2024';
COMMENT ON COLUMN incident_choice.offered IS 'False: known from earlier reports, no longer offered';

INSERT INTO incident_choice (position, code, category, name, name_en) VALUES
  (10, 'TPS_OPENED_LATE', 'LOGISTICS', 'TPS terlambat dibuka', 'TPS opened late'),
  (20, 'LOGISTICS_MISSING', 'LOGISTICS', 'Perlengkapan kurang, rusak, atau salah', 'Supplies missing, damaged or wrong'),
  (30, 'BALLOTS_SHORT', 'LOGISTICS', 'Surat suara kurang atau habis', 'Too few ballots, or none left'),
  (40, 'BALLOTS_SWAPPED', 'LOGISTICS', 'Surat suara tertukar', 'Ballots of another place'),
  (50, 'OFFICER_ILL', 'HEALTH', 'Petugas sakit atau kelelahan', 'An officer is ill or exhausted'),
  (60, 'COLLAPSED', 'HEALTH', 'Orang pingsan atau terluka', 'Somebody collapsed or is injured'),
  (70, 'FLOOD', 'DISASTER', 'Banjir', 'Flood'),
  (80, 'STORM', 'DISASTER', 'Angin kencang, tenda roboh', 'Storm, tent down'),
  (90, 'LANDSLIDE_QUAKE', 'DISASTER', 'Longsor atau gempa', 'Landslide or earthquake'),
  (100, 'FIRE', 'FIRE', 'Kebakaran', 'Fire'),
  (110, 'BRAWL', 'SECURITY', 'Perkelahian atau kerusuhan', 'Brawl or riot'),
  (120, 'INTIMIDATION', 'SECURITY', 'Ancaman atau intimidasi', 'Threat or intimidation'),
  (130, 'POWER_OUT', 'POWER_NETWORK', 'Listrik padam', 'Power cut'),
  (140, 'NETWORK_OUT', 'POWER_NETWORK', 'Tidak ada sinyal', 'No signal'),
  (150, 'COUNTED_EARLY', 'VIOLATION', 'Penghitungan sebelum pukul 13.00', 'Counting before 13:00'),
  (160, 'NOT_ENTITLED', 'VIOLATION', 'Memilih dua kali, atau bukan pemilih di sini', 'Voted twice, or no voter of this place'),
  (170, 'INFLUENCING', 'VIOLATION', 'Dugaan politik uang atau kampanye di TPS', 'Suspected vote buying or campaigning at the TPS'),
  (180, 'TOTALS_DIFFER', 'OBJECTION', 'Jumlah suara berbeda dengan pemilih', 'Votes and voters differ'),
  (190, 'OBJECTION', 'OBJECTION', 'Keberatan saksi atau warga', 'Objection of a witness or resident');

ALTER TABLE incident ADD COLUMN choice text;
COMMENT ON COLUMN incident.choice IS 'What the reporter chose from the catalogue; null for own words';
CREATE INDEX incident_report_reporter ON incident_report (reporter_id, incident_id);
CREATE INDEX incident_report_entered ON incident_report (entered_by_id, incident_id);
