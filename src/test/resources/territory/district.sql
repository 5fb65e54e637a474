-- One row of every table under policy, in the district that stands for :district.
INSERT INTO staff_member (username, name) VALUES ('orang-:district', 'Orang :district');
INSERT INTO staff_role (staff_id, role, scope, area) SELECT id, 'camat', ':district', ':district' FROM staff_member WHERE username = 'orang-:district';
INSERT INTO staff_account (staff_id, password_hash) SELECT id, 'x' FROM staff_member WHERE username = 'orang-:district';
INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at) SELECT 't:district', id, now(), now() + interval '1 hour' FROM staff_member WHERE username = 'orang-:district';
INSERT INTO staff_keycloak_account (staff_id, keycloak_id) SELECT id, 'kc-:district' FROM staff_member WHERE username = 'orang-:district';
INSERT INTO staff_keycloak_session (token_hash, subject, id_token) VALUES ('t:district', 's', 'x');
INSERT INTO field_report (id, kind, round_id, race_id, tps_code, area, stream, source, received_at, reporter_id, entered_by_id, payload, salt, content_digest, receipt)
  VALUES (md5(':district')::uuid, 'C1', 1, 1, ':district2001001', ':district2001001', ':district', 'APP', now(), 1, 1, '{}', '\x00', '\x00', 'UJI');
INSERT INTO photo (sha256, media_type, width, height, original, cleaned, uploaded_by) VALUES (encode(sha256(':district'), 'hex'), 'image/jpeg', 1, 1, '\x00', '\x00', :district);
INSERT INTO photo_link (sha256, report_id, area) VALUES (encode(sha256(':district'), 'hex'), md5(':district')::uuid, ':district2001001');
INSERT INTO photo_upload (uploaded_by, sha256, length, received) VALUES (:district, encode(sha256('x:district'), 'hex'), 2, 1);
INSERT INTO photo_part (uploaded_by, sha256, starts, bytes) VALUES (:district, encode(sha256('x:district'), 'hex'), 0, '\x00');
INSERT INTO ledger_head (district_area, length, hash) VALUES (':district', 1, '\x00');
INSERT INTO ledger_link (report_id, district_area, position, hash) VALUES (md5(':district')::uuid, ':district', 1, '\x00');
INSERT INTO expected_report (round_id, kind, tps_code, village_area, district_area, due_at) VALUES (1, 'C1', ':district2001001', ':district2001', ':district', now());
INSERT INTO report_wave (round_id, kind, slot, district_area) VALUES (1, 'C1', 'C1', ':district');
INSERT INTO report_excuse (round_id, kind, slot, tps_code, reason, excused_by_id, excused_at)
  SELECT 1, 'C1', 'C1', ':district2001001', 'x', id, now() FROM staff_member WHERE username = 'orang-:district';
INSERT INTO c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no) VALUES (1, 1, ':district2001001', ':district2001', ':district', 'RECEIVED', false, 1);
INSERT INTO c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
  SELECT id, 1, 'FIRST', '{}', '[]', 'APP', 1, 1, now() FROM c1_form WHERE district_area = ':district';
INSERT INTO c1_photo (round_id, race_id, tps_code, sha256, report_id, added_at) VALUES (1, 1, ':district2001001', encode(sha256(':district'), 'hex'), md5(':district')::uuid, now());
INSERT INTO c1_repeat (form_id, report_id, noted_at) SELECT id, md5(':district')::uuid, now() FROM c1_form WHERE district_area = ':district';
INSERT INTO c1_rekeying (id, form_id, version_no, extent, data, matches, verifier_id, at) SELECT md5(':district')::uuid, id, 1, 'ALL', '{}', true, 2, now() FROM c1_form WHERE district_area = ':district';
INSERT INTO c1_photo_rejection (id, form_id, version_no, reason, verifier_id, at) SELECT md5(':district')::uuid, id, 1, 'MISSING', 2, now() FROM c1_form WHERE district_area = ':district';
INSERT INTO c1_decision (id, form_id, kind, at_no, resulting_no, reason, decided_by_id, at) SELECT md5(':district')::uuid, id, 'DIFFERENCE', 1, 1, 'x', 3, now() FROM c1_form WHERE district_area = ':district';
INSERT INTO c1_seen (form_id, staff_id) SELECT id, 3 FROM c1_form WHERE district_area = ':district';
INSERT INTO tally_contribution (round_id, race_id, tps_code, village_area, district_area, received_sums, verified_sums, updated_at)
  VALUES (1, 1, ':district2001001', ':district2001', ':district', '{1}', '{1}', now());
INSERT INTO tally_district (round_id, race_id, district_area, received, held, verified, counted_received, counted_verified, received_sums, verified_sums, updated_at)
  VALUES (1, 1, ':district', 1, 0, 0, 1, 0, '{1}', '{1}', now());
INSERT INTO audit_entry (action, area, channel) VALUES ('uji', ':district', 'BACKGROUND');
INSERT INTO own_due_time (round_id, kind, slot, tps_code, due_at) VALUES (1, 'VOTING', '10.00', ':district2001001', now());
INSERT INTO tps_connectivity (round_id, tps_code, connectivity, reported_at) VALUES (1, ':district2001001', 'NONE', now());
INSERT INTO offline_plan (round_id, tps_code, version, channel, person_name, person_phone, times, recorded_by_id, recorded_at)
  VALUES (1, ':district2001001', 1, 'COURIER', 'Kurir', '+6281234567890', '{10:00}', 1, now());
INSERT INTO paper_receipt (round_id, tps_code, kind, slot, received_by_id, received_at) VALUES (1, ':district2001001', 'VOTING', '10.00', 1, now());
INSERT INTO leader_visit (id, round_id, tps_code, leader_id, due_at, timed, planned_by_id, planned_at) VALUES (md5(':district')::uuid, 1, ':district2001001', 1, now(), false, 1, now());
INSERT INTO agency (code, area, name) VALUES ('bpbd', ':district', 'BPBD');
INSERT INTO contact (kind, name, area) VALUES ('PPS', 'Ketua PPS', ':district2001');
INSERT INTO duty_post (name, area) VALUES ('Posko', ':district');
INSERT INTO duty_shift (post_id, starts_at, ends_at) SELECT id, now(), now() + interval '8 hours' FROM duty_post WHERE area = ':district';
INSERT INTO duty_person (shift_id, staff_id) SELECT s.id, m.id FROM duty_shift s JOIN duty_post p ON p.id = s.post_id, staff_member m WHERE p.area = ':district' AND m.username = 'orang-:district';
INSERT INTO duty_note (post_id, text, staff_id, author_name, written_at) SELECT p.id, 'x', m.id, 'Orang', now() FROM duty_post p, staff_member m WHERE p.area = ':district' AND m.username = 'orang-:district';
INSERT INTO meeting (area, subject, held_at, place, participants) VALUES (':district', 'Rapat', now(), 'Aula', 'KPU');
INSERT INTO meeting_decision (meeting_id, position, text, in_charge, due_on, state) SELECT id, 1, 'x', 'KPU', current_date, 'OPEN' FROM meeting WHERE area = ':district';
INSERT INTO meeting_change (meeting_id, what, staff_id, author_name, changed_at) SELECT t.id, 'MEETING', m.id, 'Orang', now() FROM meeting t, staff_member m WHERE t.area = ':district' AND m.username = 'orang-:district';
INSERT INTO incident_signal (round_id, area, category, text, severity, origin, at, kept_at) VALUES (1, ':district', 'HEALTH', 'x', 4, 'DUTY', now(), now());
INSERT INTO incident (round_id, tps_code, area, category, severity, description, origin, observed_at, reported_at, state, triage_by)
  VALUES (1, ':district2001001', ':district2001001', 'HEALTH', 4, 'x', 'FIELD', now(), now(), 'REPORTED', now());
INSERT INTO incident_report (incident_id, source_id, source, description, at) SELECT id, md5(':district')::uuid, 'APP', 'x', now() FROM incident WHERE area = ':district2001001';
INSERT INTO incident_step (incident_id, step, at) SELECT id, 'REPORTED', now() FROM incident WHERE area = ':district2001001';
INSERT INTO incident_opening (incident_id, staff_id, opened_at) SELECT id, 1, now() FROM incident WHERE area = ':district2001001' ON CONFLICT DO NOTHING;
INSERT INTO incident_leader_told (incident_id, run, what, at) SELECT id, 1, 'BEGUN', now() FROM incident WHERE area = ':district2001001';
INSERT INTO incident_digest (area) VALUES (':district');
INSERT INTO dispatch (incident_id, run, area, agency, part, state, started_at, acknowledge_by, next_contact_at, call_at, leader_at)
  SELECT id, 1, area, 'psc', 'PRIMARY', 'SENT', now(), now(), now(), now(), now() FROM incident WHERE area = ':district2001001';
INSERT INTO dispatch_contact (dispatch_id, position, number, name, channel, address) SELECT id, 0, 0, 'PSC', 'SMS', '+6281234567890' FROM dispatch WHERE area = ':district2001001';
INSERT INTO risk (election_id, area, indicator, recorded_at, changed_at) VALUES (1, ':district2001001', 'FLOOD', now(), now());
INSERT INTO risk_event (risk_id, act, at) SELECT id, 'RECORDED', now() FROM risk WHERE area = ':district2001001';
INSERT INTO risk_class (election_id, area, district_area, score, highest, level, indicators, changed_at) VALUES (1, ':district2001001', ':district', 3, 3, 'MEDIUM', '{FLOOD}', now());
INSERT INTO risk_handover (round_id, area, indicators, agency, state, acknowledge_by, measures_by, by_schedule, proposed_at) VALUES (1, ':district', '{FLOOD}', 'bpbd', 'HANDED', now(), now(), true, now());
INSERT INTO risk_handover_item (handover_id, attempt, agency, risk_id, area, place, indicator, label) SELECT h.id, 1, 'bpbd', r.id, r.area, 'TPS 001', 'FLOOD', 'Rawan banjir' FROM risk_handover h, risk r WHERE h.area = ':district' AND r.area = ':district2001001';
INSERT INTO risk_measure (id, handover_id, agency, area, what, due_on, written_at, written_by_id) SELECT md5(':district')::uuid, id, 'bpbd', ':district', 'x', now(), now(), 1 FROM risk_handover WHERE area = ':district';
INSERT INTO risk_handover_step (handover_id, step, agency, at) SELECT id, 'HANDED', 'bpbd', now() FROM risk_handover WHERE area = ':district';
INSERT INTO readiness (round_id, tps_code, village_area, district_area) VALUES (1, ':district2001001', ':district2001', ':district');
INSERT INTO readiness_report (report_id, seq, round_id, tps_code, stage, version, items, photos, source, reporter_id, entered_by_id, observed_at, recorded_at)
  VALUES (md5(':district')::uuid, 1, 1, ':district2001001', 'SITE', 1, '{}', '{}', 'APP', 1, 1, now(), now());
INSERT INTO readiness_answer (round_id, tps_code, item_code, answer, report_id) VALUES (1, ':district2001001', 'ROOF', 'OK', md5(':district')::uuid);
INSERT INTO readiness_shortcoming (round_id, tps_code, district_area, stage, item_code, answer, blocking, state, opened_at, due_at, changed_at)
  VALUES (1, ':district2001001', ':district', 'SITE', 'ROOF', 'MISSING', true, 'OPEN', now(), now(), now());
INSERT INTO readiness_note (round_id, tps_code, kind, stage, staff_id, at) VALUES (1, ':district2001001', 'ACCEPTED', 'SITE', 1, now());
INSERT INTO sealing_key (key_id) VALUES ('uji') ON CONFLICT DO NOTHING;
INSERT INTO puskesmas (election_id, name, area) VALUES (1, 'Puskesmas :district', ':district');
INSERT INTO officer (election_id, code, name, duty, area, puskesmas_id) SELECT 1, 'P-:district', 'Petugas', 'KPPS', ':district2001001', id FROM puskesmas WHERE area = ':district';
INSERT INTO officer_screening (officer_id, key_id, sealed) SELECT id, 'uji', '\x00' FROM officer WHERE code = 'P-:district';
INSERT INTO duty_checkin (id, round_id, tps_code, condition, reporter_id, at) VALUES (md5(':district')::uuid, 1, ':district2001001', 'HEALTHY', 1, now());
INSERT INTO duty_overtime (round_id, tps_code, on_duty_since, signalled_at) VALUES (1, ':district2001001', now(), now());
INSERT INTO assignment_district (round_id, district_area) VALUES (1, ':district');
INSERT INTO assignment (round_id, area, village_area, district_area, staff_id, begun_at)
  SELECT 1, ':district2001', ':district2001', ':district', id, now() FROM staff_member WHERE username = 'orang-:district';
INSERT INTO practice_report (id, round_id, area, staff_id, answers, received_at)
  SELECT md5('latihan :district')::uuid, 1, ':district2001', id, '{}', now() FROM staff_member WHERE username = 'orang-:district';
INSERT INTO voting_report (report_id, seq, round_id, tps_code, slot, version, with_remarks, below_earlier, source, reporter_id, entered_by_id, observed_at, recorded_at)
  VALUES (md5(':district')::uuid, 1, 1, ':district2001001', '10.00', 1, false, false, 'APP', 1, 1, now(), now());
INSERT INTO voting_station (round_id, tps_code, village_area, district_area) VALUES (1, ':district2001001', ':district2001', ':district');
INSERT INTO voting_halt (incident_id, tps_code, round_id, since, by_report) VALUES (:district, ':district2001001', 1, now(), false);
INSERT INTO voting_state (round_id, tps_code, slot, village_area, district_area, version, source, reporter_id, observed_at, recorded_at)
  VALUES (1, ':district2001001', '10.00', ':district2001', ':district', 1, 'APP', 1, now(), now());
INSERT INTO voting_confirmation (round_id, tps_code, slot, total, reason, staff_id, at) VALUES (1, ':district2001001', '10.00', 900, 'x', 1, now());
INSERT INTO situation_report (report_id, seq, round_id, area, slot, version, security, source, reporter_id, entered_by_id, observed_at, recorded_at)
  VALUES (md5(':district')::uuid, 1, 1, ':district2001', '10.00', 1, 'CALM', 'APP', 1, 1, now(), now());
INSERT INTO situation (round_id, area, slot, seq, report_id, security, reporter_id, observed_at, recorded_at)
  VALUES (1, ':district2001', '10.00', 1, md5(':district')::uuid, 'CALM', 1, now(), now());
INSERT INTO no_news (round_id, slot, tps_code, noted_by, at) VALUES (1, '10.00', ':district2001001', 1, now());
INSERT INTO voting_watch (round_id, slot, village_area, district_area, state, closes_at) VALUES (1, '10.00', ':district2001', ':district', 'OPEN', now());
INSERT INTO tier_case (round_id, slot, area, level, state, due_at) VALUES (1, '13.30', ':district', 'DISTRICT', 'SETTLED', now());
INSERT INTO tier_report (code, round_id, slot, area, level, version, cause, requires_signature, slot_due_at, compiled_at, ledger_seq, snapshot, digest, changes)
  VALUES ('0000-0000-00' || substr(':district', 1, 2) || '-' || substr(':district', 3, 4), 1, '13.30', ':district', 'DISTRICT', 1, 'FIRST', true, now(), now(), 1, '{}', encode(sha256('{}'), 'hex'), '[]');
INSERT INTO tier_report_source (report_id, kind, race_id, tps_code, version, counted, decided) SELECT id, 'VOTING', 0, ':district2001001', 1, true, false FROM tier_report WHERE area = ':district';
INSERT INTO tier_report_part (report_id, part_id) SELECT id, id FROM tier_report WHERE area = ':district';
INSERT INTO tier_report_step (report_id, step, at) SELECT id, 'COMPILED', now() FROM tier_report WHERE area = ':district';
INSERT INTO signing_key (key_id, public_key, private_sealed, sealed_with, made_at, retired_at) VALUES (':district', '\x00', '\x00', 'uji', now(), now());
INSERT INTO tier_seal (report_id, statement, signature, key_id, signed_at) SELECT id, '{}', '\x00', ':district', now() FROM tier_report WHERE area = ':district';
INSERT INTO tier_attachment (report_id, kind, name, media_type, sha256, content, added_by, added_at)
  SELECT id, 'SCAN', 'x.pdf', 'application/pdf', encode(sha256('\x00'), 'hex'), '\x00', 1, now() FROM tier_report WHERE area = ':district';
INSERT INTO official_import (round_id, race_id, area, format, source, sha256, places, empty_places, imported_by_id, imported_at)
  VALUES (1, 1, ':district', 'TABLE', 'KPU', encode(sha256(':district'), 'hex'), 1, 0, 1, now());
INSERT INTO official_figure (import_id, round_id, race_id, area, level, is_empty, figures) SELECT id, 1, 1, ':district2001001', 'TPS', false, '{"votes.1": 1}' FROM official_import WHERE area = ':district';
INSERT INTO official_difference (import_id, round_id, race_id, area, level, fields, weight, version_no, found_at) SELECT id, 1, 1, ':district2001001', 'TPS', '{"votes.1": [2, 1]}', 1, 1, now() FROM official_import WHERE area = ':district';
INSERT INTO tier_recipient (area, name, way, address, active) VALUES (':district', 'Provinsi', 'EMAIL', 'x@example.go.id', true);
INSERT INTO tier_delivery (report_id, recipient_id, area, recipient, way, state, next_attempt_at, created_at)
  SELECT t.id, r.id, ':district', 'Provinsi', 'EMAIL', 'WAITING', now(), now() FROM tier_report t, tier_recipient r WHERE t.area = ':district' AND r.area = ':district';
INSERT INTO tier_delivery_step (delivery_id, step, at) SELECT id, 'SENT', now() FROM tier_delivery WHERE area = ':district';
INSERT INTO sms_gateway (area, code, name, active) VALUES (':district', ':district', 'x', true);
INSERT INTO sms_message (id, gateway_id, external_id, number, text, sent_at, received_at, area, state, next_attempt_at)
  SELECT md5('sms:district')::uuid, id, 'x', '+628123456789', 'x', now(), now(), ':district', 'PARKED', now() FROM sms_gateway WHERE area = ':district';
INSERT INTO tier_sender (area, name, active) VALUES (':district', 'x', true);
INSERT INTO tier_sender_key (sender_id, key_id, public_key) SELECT id, 'x', '\x00' FROM tier_sender WHERE area = ':district';
INSERT INTO received_report (receipt_id, area, election, round, slot, version, code, snapshot, digest, statement, signature, key_id, slot_due_at, received_at)
  VALUES (':district', ':district', 'x', 'R1', '13.30', 1, 'x', '{}', encode(sha256('{}'), 'hex'), '{}', '\x00', 'x', now(), now());
INSERT INTO tier_report_received (report_id, received_id) SELECT t.id, r.id FROM tier_report t, received_report r WHERE t.area = ':district' AND r.area = ':district';
INSERT INTO wall_screen (id, token_hash, area, name, with_votes, opened_by, opened_at, expires_at) SELECT md5('layar' || ':district')::uuid, 'w:district', ':district', 'Layar :district', false, id, now(), now() + interval '1 hour' FROM staff_member WHERE username = 'orang-:district';
