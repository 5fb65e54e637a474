package id.deskpilkada.dashboard.voting;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.voting.VotingFacts;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page of voting costs for 15,000 TPS that have reported in every slot: {@code mvn test -Dtest=VotingBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class VotingBenchmark {

    private static final Logger log = LoggerFactory.getLogger(VotingBenchmark.class);
    private static final int STATIONS = Integer.getInteger("stations", 15_000);
    private static final int TIMES = 15;

    @Autowired
    ReportedDay day;

    @Autowired
    Installation installation;

    @Autowired
    VotingFacts facts;

    @Autowired
    SystemTransactions transactions;

    @LocalServerPort
    int port;

    @Test
    void fifteenThousandStations() {
        long round = day.begin(port).id();
        fill();
        read("standing", () -> facts.standing(round, "3604", 6));
        read("turnout of a slot", () -> facts.turnout(round, ReportedDay.SLOT, "3604", 6));
        read("turnout by slot", () -> facts.turnoutBySlot(round, "3604"));
        read("concerns", () -> facts.concerns(round, "3604", 0, 10));
        read("held", () -> facts.held(round, "3604", 0, 10));
        read("situations", () -> facts.situations(round, "3604"));
        page("/desk/pemungutan?slot=10.00");
        page("/desk/pemungutan/angka?slot=10.00");
        page("/desk/pemungutan/angka?slot=10.00&region=36.04.20");
        page("/desk/pemungutan/kurva");
        page("/desk/angka");
        page("/api/voting/summary?slot=10.00");
    }

    private void fill() {
        for (var statement : new String[] {
            """
            INSERT INTO desk.region (code, area, name, level, parent_code)
            SELECT '36.04.' || d, '3604' || d, 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(18, 37) d
            """,
            """
            INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
            SELECT e.id, v.code || lpad((n % 30 + 2)::text, 3, '0'), v.code, left(v.code, 6), n % 30 + 2
            FROM desk.election e, generate_series(0, %d - 6) n, LATERAL (SELECT '3604' || lpad((18 + n / 30 / 25)::text, 2, '0') || (2001 + n / 30 %% 25)::text AS code) v
            """
                    .formatted(STATIONS),
            """
            INSERT INTO desk.voter_list (race_id, tps_code, male, female, total)
            SELECT r.id, p.code, 240, 240, 480 FROM desk.race r, desk.polling_station p ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO desk.voting_station (round_id, tps_code, village_area, district_area, opened_at, security, security_at, reported_at)
            SELECT r.id, p.code, p.village_area, p.district_area, now(), CASE WHEN p.number = 7 AND right(p.village_area, 2) = '05' THEN 'ATTENTION' ELSE 'CALM' END, now(), now()
            FROM desk.round r, desk.polling_station p ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO desk.voting_state (round_id, tps_code, slot, village_area, district_area, version, total, security, queue, source, reporter_id, observed_at, recorded_at)
            SELECT s.round_id, p.code, s.slot, p.village_area, p.district_area, 1, 20 + p.number * 4, 'CALM', 5, 'APP', 1, now(), now()
            FROM desk.schedule_slot s, desk.polling_station p WHERE s.kind = 'VOTING' ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO desk.expected_report (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at, state, received_at)
            SELECT s.round_id, s.kind, s.slot, 0, p.code, p.village_area, p.district_area, s.due_at, CASE WHEN p.number % 20 = 0 THEN 'MISSING' ELSE 'RECEIVED' END, now()
            FROM desk.schedule_slot s, desk.polling_station p WHERE s.kind = 'VOTING' ON CONFLICT DO NOTHING
            """,
            "VACUUM ANALYZE"
        }) {
            installation.asOwner().execute(statement);
        }
    }

    private void read(String what, Runnable query) {
        time(
                what,
                () -> transactions.read("benchmark", () -> {
                    query.run();
                    return true;
                }));
    }

    private void page(String path) {
        time(path, () -> assertThat(day.client(port, "dewi").get(path).status()).isEqualTo(200));
    }

    private static void time(String what, Runnable work) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - begun) / 100_000);
        }
        times.sort(Long::compare);
        log.info("{}: {} ms at the median, {} ms at best", what, times.get(TIMES / 2) / 10.0, times.get(0) / 10.0);
    }
}
