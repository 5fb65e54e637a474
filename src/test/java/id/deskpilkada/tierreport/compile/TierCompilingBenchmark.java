package id.deskpilkada.tierreport.compile;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the reports of a slot take for 31 districts with 2,356 TPS and two races, every form there: {@code mvn test -Dtest=TierCompilingBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class TierCompilingBenchmark {

    private static final Logger log = LoggerFactory.getLogger(TierCompilingBenchmark.class);
    private static final int DISTRICTS = 31;
    private static final int STATIONS = 76;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Elections elections;

    @Autowired
    TierCompiling compiling;

    @Autowired
    SnapshotCheck check;

    @Autowired
    SystemTransactions transactions;

    private long round;

    @BeforeEach
    void aWholeRegency() {
        round = new SmallRegency(installation, staff).create().round();
        var owner = installation.asOwner();
        owner.update("DELETE FROM desk.polling_station");
        owner.update("DELETE FROM desk.region WHERE level IN ('DISTRICT', 'VILLAGE')");
        owner.update(
                "INSERT INTO desk.race (election_id, code, name, region_code, pages_plano, pages_salinan) SELECT id, 'GUBERNUR', 'Gubernur', '36', 2, 2 FROM desk.election");
        owner.update(
                "INSERT INTO desk.candidate (race_id, ballot_number, name, empty_column) SELECT r.id, n, 'Paslon ' || n, false FROM desk.race r, generate_series(1, 2) n WHERE r.code = 'GUBERNUR'");
        owner.update(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT '36.04.' || (9 + d), '3604' || (9 + d), 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(1, ?) d
                """,
                DISTRICTS);
        owner.update(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT code || '.2001', area || '2001', 'Desa', 'VILLAGE', code FROM desk.region WHERE level = 'DISTRICT'
                """);
        owner.update(
                """
                INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                SELECT e.id, v.area || lpad(t::text, 3, '0'), v.area, left(v.area, 6), t
                FROM desk.election e, desk.region v, generate_series(1, ?) t WHERE v.level = 'VILLAGE'
                """,
                STATIONS);
        forms(owner);
        day(owner);
        owner.execute("ANALYZE");
    }

    private static void forms(JdbcTemplate owner) {
        owner.update(
                """
                INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no, decided_no)
                SELECT r.id, c.id, p.code, p.village_area, p.district_area, 'VERIFIED', false, 1, 1 FROM desk.round r, desk.race c, desk.polling_station p
                """);
        owner.update(
                """
                INSERT INTO desk.c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
                SELECT id, 1, 'FIRST', '{"form":"SALINAN","dpt":{"total":300},"voters":{"total":{"total":203}},"votes":{"1":120,"2":80},"validVotes":200,"invalidVotes":3,"totalVotes":203}'::jsonb,
                  '[]', 'APP', 1, 1, now() FROM desk.c1_form
                """);
    }

    private static void day(JdbcTemplate owner) {
        owner.update(
                "INSERT INTO desk.schedule_slot (round_id, slot, kind, opens_at, due_at) SELECT id, '13.30', 'VOTING', now() - interval '2 hours', now() - interval '1 hour' FROM desk.round");
        owner.update(
                """
                INSERT INTO desk.voting_state (round_id, tps_code, slot, district_area, village_area, version, total, source, reporter_id, observed_at, recorded_at)
                SELECT r.id, p.code, '13.30', p.district_area, p.village_area, 1, 203, 'APP', 1, now(), now() FROM desk.round r, desk.polling_station p
                """);
        owner.update(
                """
                INSERT INTO desk.voting_report (report_id, seq, round_id, tps_code, slot, version, total, with_remarks, below_earlier, source, reporter_id, entered_by_id, observed_at, recorded_at)
                SELECT gen_random_uuid(), row_number() OVER (), r.id, p.code, '13.30', 1, 203, false, false, 'APP', 1, 1, now(), now() FROM desk.round r, desk.polling_station p
                """);
    }

    @Test
    void theReportsOfASlot() {
        for (int run = 1; run <= 3; run++) {
            var slot = "uji-" + run;
            var districts = new ArrayList<Long>();
            for (var district : elections.districts(elections.round(round))) {
                districts.add(milliseconds(() -> compile(slot, district, TierLevel.DISTRICT)));
            }
            long regency = milliseconds(() -> compile(slot, "3604", TierLevel.REGENCY));
            Collections.sort(districts);
            log.info(
                    "slot {}: {} districts of {} TPS, median {} ms, slowest {} ms, together {} ms; the regency {} ms",
                    run,
                    districts.size(),
                    STATIONS,
                    districts.get(districts.size() / 2),
                    districts.get(districts.size() - 1),
                    districts.stream().mapToLong(Long::longValue).sum(),
                    regency);
        }
        long again = milliseconds(
                () -> transactions.read("test", () -> List.of(check.check(round).miscounts())));
        log.info("adding the {} reports of three slots up again: {} ms", 3 * (DISTRICTS + 1), again);
    }

    private void compile(String slot, String area, TierLevel level) {
        transactions.write(
                "test",
                () -> compiling.compile(new TierCompiling.Order(
                        round, slot, area, level, Instant.now(), false, TierCause.FIRST, null, null)));
    }

    private static long milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
