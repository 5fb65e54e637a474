package id.deskpilkada.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long it takes to look back at 2,354 TPS of 31 districts: {@code mvn test -Dtest=EvaluationBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class EvaluationBenchmark {

    private static final Logger log = LoggerFactory.getLogger(EvaluationBenchmark.class);
    private static final int TIMES = 3;

    @Autowired
    LookingBack past;

    @LocalServerPort
    int port;

    @Test
    void aWholeRegency() throws IOException {
        var round = past.begin();
        for (var statement : DAY.split(";\n")) {
            past.sql(statement
                    .replace(":round", Long.toString(round.id()))
                    .replace(":election", Long.toString(round.electionId())));
        }
        past.sql("ANALYZE");
        for (var path : new String[] {
            "/api/evaluation", "/api/desk-quality", "/desk/evaluasi", "/api/evaluation.xlsx", "/api/evaluation.pdf"
        }) {
            for (int n = 0; n < TIMES; n++) {
                long begun = System.nanoTime();
                var answer = LookingBack.file(port, LookingBack.SUPERVISOR, path);
                log.info("{}: {} ms", path, (System.nanoTime() - begun) / 1_000_000);
                assertThat(answer.statusCode()).isEqualTo(200);
                Files.createDirectories(Path.of("target/documents"));
                if (path.endsWith(".pdf")) {
                    Files.write(Path.of("target/documents/evaluation-31.pdf"), answer.body());
                }
            }
        }
        pictures();
    }

    private void pictures() {
        try (var chromium = new Chromium(port)) {
            for (var path : new String[] {
                "evaluasi", "evaluasi?bagian=C1&urut=C1_RECEIVED_MEDIAN", "mutu", "mutu?bagian=VERIFIERS"
            }) {
                var desktop = chromium.desktop(LookingBack.SUPERVISOR);
                chromium.open(desktop, "/desk/" + path);
                chromium.picture(desktop, "looking-back-" + path.replaceAll("\\W", "-"));
                var phone = chromium.phone(LookingBack.SUPERVISOR);
                chromium.open(phone, "/desk/" + path);
                chromium.picture(phone, "looking-back-" + path.replaceAll("\\W", "-") + "-phone");
            }
        }
    }

    /** Every district has its day; the times follow from the numbers of the TPS, so that each run is the same. */
    private static final String DAY =
            """
            INSERT INTO desk.region (code, area, name, level, parent_code) SELECT '36.04.' || n, '3604' || n, 'Kecamatan ' || n, 'DISTRICT', '36.04' FROM generate_series(20, 48) n;
            INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
              SELECT :election, '3604' || d || '2001' || lpad(n::text, 3, '0'), '3604' || d || '2001', '3604' || d, n FROM generate_series(20, 48) d, generate_series(1, 81) n;
            INSERT INTO desk.voter_list (race_id, tps_code, total) SELECT r.id, p.code, 400 + p.number FROM desk.polling_station p, desk.race r WHERE p.number BETWEEN 1 AND 81 ON CONFLICT DO NOTHING;
            INSERT INTO desk.voting_station (round_id, tps_code, village_area, district_area, opened_at, closed_at, turnout, reported_at)
              SELECT :round, code, village_area, district_area, timestamptz '2024-11-27 06:50+07' + number * interval '45 second', timestamptz '2024-11-27 13:00+07' + number * interval '20 second',
                250 + number, timestamptz '2024-11-27 13:30+07' FROM desk.polling_station;
            INSERT INTO desk.voting_report (report_id, seq, round_id, tps_code, slot, version, halted, with_remarks, below_earlier, source, reporter_id, entered_by_id, observed_at, recorded_at)
              SELECT gen_random_uuid(), s.n, :round, code, s.slot, 1, number % 40 = 7 AND s.n = 3, false, false, 'APP', 1, 1, s.at, s.at FROM desk.polling_station,
                (VALUES (1, '06.00', timestamptz '2024-11-27 06:00+07'), (2, '07.30', timestamptz '2024-11-27 07:30+07'), (3, '10.00', timestamptz '2024-11-27 10:00+07'),
                 (4, '12.00', timestamptz '2024-11-27 10:35+07'), (5, '13.30', timestamptz '2024-11-27 13:30+07')) s (n, slot, at);
            INSERT INTO desk.readiness (round_id, tps_code, village_area, district_area, logistics_state) SELECT :round, code, village_area, district_area, 'READY' FROM desk.polling_station;
            INSERT INTO desk.readiness_shortcoming (round_id, tps_code, district_area, stage, item_code, answer, owner, blocking, state, opened_at, due_at, changed_at)
              SELECT :round, code, district_area, 'LOGISTICS', i.item, 'MISSING', i.owner, true, CASE WHEN number % 3 = 0 THEN 'OPEN' ELSE 'CLOSED' END, timestamptz '2024-11-26 10:00+07',
                now(), timestamptz '2024-11-26 20:00+07' FROM desk.polling_station, (VALUES ('INK', 'kpu'), ('LAMPS', 'camat'), ('MAINS', 'pln'), ('LINMAS', 'satpolpp')) i (item, owner) WHERE number % 7 = 0;
            INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no, decided_no, began_at)
              SELECT :round, r.id, p.code, p.village_area, p.district_area, 'VERIFIED', false, 1, 1, timestamptz '2024-11-27 16:00+07' FROM desk.polling_station p, desk.race r;
            INSERT INTO desk.c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
              SELECT id, 1, 'FIRST', '{"votes": {"1": 10, "2": 20}, "validVotes": 30}', '[]', CASE WHEN id % 9 = 0 THEN 'PHONE' ELSE 'APP' END, 900, 900,
                timestamptz '2024-11-27 15:00+07' + (id % 241) * interval '1 minute' FROM desk.c1_form;
            INSERT INTO desk.c1_rekeying (id, form_id, version_no, extent, data, matches, verifier_id, at)
              SELECT gen_random_uuid(), id, 1, 'VOTES', '{"votes": {"1": 11, "2": 20}, "validVotes": 31}', id % 12 <> 0, 1000 + id % 62, timestamptz '2024-11-27 16:10+07' + (id % 300) * interval '1 minute' FROM desk.c1_form;
            INSERT INTO desk.c1_decision (id, form_id, kind, at_no, resulting_no, reason, decided_by_id, at)
              SELECT gen_random_uuid(), id, 'DIFFERENCE', 1, 1, 'Foto', 2000, timestamptz '2024-11-27 21:00+07' + (id % 120) * interval '1 minute' FROM desk.c1_form WHERE id % 12 = 0;
            INSERT INTO desk.tally_contribution (round_id, race_id, tps_code, village_area, district_area, received, verified, counted_received, counted_verified, received_sums, verified_sums, updated_at)
              SELECT f.round_id, f.race_id, f.tps_code, f.village_area, f.district_area, 1, 1, 1, 1, ARRAY[290, 10, 420, 300, 150, 140]::bigint[], ARRAY[290, 5 + f.id % 20, 420, 300, 150, 140]::bigint[], now() FROM desk.c1_form f;
            INSERT INTO desk.incident (round_id, area, category, severity, description, origin, observed_at, reported_at, state, triage_by, ended_at)
              SELECT :round, code, 'FIRE', 1 + number % 4, 'Api', 'FIELD', timestamptz '2024-11-27 09:55+07', timestamptz '2024-11-27 09:56+07', 'CLOSED', now(), timestamptz '2024-11-27 12:00+07'
              FROM desk.polling_station WHERE number % 6 = 0;
            INSERT INTO desk.dispatch (incident_id, run, area, agency, part, state, started_at, acknowledge_by, next_contact_at, call_at, leader_at, acknowledged_at, ended_at)
              SELECT id, 1, area, a.code, 'PRIMARY', 'DONE', timestamptz '2024-11-27 10:00+07', timestamptz '2024-11-27 10:15+07', now(), now(), now(), timestamptz '2024-11-27 10:00+07' + (id % 22) * interval '1 minute',
                timestamptz '2024-11-27 11:00+07' FROM desk.incident, (VALUES ('bpbd'), ('polri'), ('damkar')) a (code);
            INSERT INTO desk.incident_step (incident_id, dispatch_id, step, at) SELECT incident_id, id, 'ARRIVED', acknowledged_at + (id % 35) * interval '1 minute' FROM desk.dispatch;
            INSERT INTO desk.expected_report (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at, state)
              SELECT :round, 'VOTING', s.slot, 0, code, village_area, district_area, timestamptz '2024-11-27 13:30+07',
                CASE number % 10 WHEN 0 THEN 'MISSING' WHEN 1 THEN 'LATE' WHEN 2 THEN 'EXCUSED' ELSE 'RECEIVED' END FROM desk.polling_station, (VALUES ('06.00'), ('07.30'), ('10.00'), ('12.00'), ('13.30')) s (slot)
            """;
}
