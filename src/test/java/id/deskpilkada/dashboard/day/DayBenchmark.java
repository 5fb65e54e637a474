package id.deskpilkada.dashboard.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.Statements;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What the front page costs for a regency of 29 districts and 2,355 TPS in the evening: {@code mvn test -Dtest=DayBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class DayBenchmark {

    private static final Logger log = LoggerFactory.getLogger(DayBenchmark.class);
    private static final int TIMES = 15;
    private static final Actor DESK = new Actor(1, "dewi", "Dewi", List.of(new Grant("desk", "36.04")));

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ObjectProvider<RoundPreparation> preparations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DayViews views;

    @LocalServerPort
    int port;

    @Test
    void aWholeRegencyInTheEvening() {
        day.begin();
        fill();
        for (var region : List.of("36.04", "36.04.20", "36.04.20.2001")) {
            Runnable look = () -> views.of(new DayQuestion(null, null, region), DESK);
            look.run();
            log.info("{}: {} statements", region, Statements.during(look));
            time("model " + region, look);
        }
        time("/desk", () -> page("/desk"));
        time("/desk/angka", () -> page("/desk/angka"));
        time("/desk?region=36.04.20", () -> page("/desk?region=36.04.20"));
    }

    private void fill() {
        for (var statement : List.of(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT '36.04.' || d, '3604' || d, 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(20, 46) d
                """,
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT '36.04.' || d || '.' || (2000 + v), '3604' || d || (2000 + v), 'Desa ' || v, 'VILLAGE', '36.04.' || d FROM generate_series(20, 46) d, generate_series(1, 12) v
                """,
                """
                INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                SELECT e.id, v.code || lpad((n / 324 + 1)::text, 3, '0'), v.code, left(v.code, 6), n / 324 + 1
                FROM desk.election e, generate_series(0, 2349) n, LATERAL (SELECT '3604' || (20 + n % 27) || (2001 + n / 27 % 12) AS code) v
                """)) {
            installation.asOwner().execute(statement);
        }
        election.load("regions", "kode,nama,lat,lng\n36.04.20,Kecamatan dua puluh,,\n");
        var round = election.round();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ElectionDataChanged(0));
            preparations.forEach(work -> work.prepare(round));
        });
        for (var statement : List.of(
                "UPDATE desk.expected_report SET state = 'RECEIVED', received_at = due_at WHERE hashtext(tps_code || slot) % 10 <> 0",
                """
                INSERT INTO desk.tally_contribution (round_id, race_id, tps_code, village_area, district_area, received, held, verified, counted_received, counted_verified, received_sums, verified_sums, updated_at)
                SELECT e.round_id, e.race_id, e.tps_code, e.village_area, e.district_area, 1, 0, 1, 1, 1, '{1,2,3,4}', '{1,2,3,4}', now()
                FROM desk.expected_report e WHERE e.kind = 'C1' AND e.state = 'RECEIVED'
                """,
                """
                INSERT INTO desk.tally_district (round_id, race_id, district_area, received, held, verified, counted_received, counted_verified, received_sums, verified_sums, updated_at)
                SELECT round_id, race_id, district_area, count(*), 0, count(*), count(*), count(*), '{1,2,3,4}', '{1,2,3,4}', now() FROM desk.tally_contribution GROUP BY 1, 2, 3
                """,
                "VACUUM ANALYZE")) {
            installation.asOwner().execute(statement);
        }
        log.info(
                "{} expected reports",
                installation.asOwner().queryForObject("SELECT count(*) FROM desk.expected_report", Integer.class));
    }

    private void page(String path) {
        assertThat(day.as(port, IncidentDay.DESK).get(path).status()).isEqualTo(200);
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
