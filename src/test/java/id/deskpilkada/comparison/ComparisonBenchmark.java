package id.deskpilkada.comparison;

import static id.deskpilkada.comparison.ComparisonDay.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How long it takes to import the figures of every TPS over HTTP, to compare them (one in a hundred differs), to answer the comparison of the regency, of a district and of the
 * differing TPS, and to export it: {@code mvn test -Dtest=ComparisonBenchmark -DexcludedGroups=none}.
 */
@WholeApplication
@Tag("benchmark")
class ComparisonBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ComparisonBenchmark.class);
    private static final int RUNS = 7;
    private static final String ADDRESS = "/api/comparison/BUPATI";

    @Autowired
    ComparisonDay day;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {2_355, 17_231})
    void everyStationOfOneRace(int stations) {
        day.begin(port);
        var file = counted(stations);
        timed(stations, "import", () -> {
            var answer = day.send(DESK, "angka.csv", file);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer;
        });
        var instance = day.instances().get(0).getId();
        timed(stations, "compare and open the tasks", () -> {
            day.run("compare-figures", instance);
            return null;
        });
        log.info("{} TPS: {} tasks open", stations, day.open().size());
        for (int run = 0; run < 3; run++) {
            timed(stations, "compare again, nothing new", () -> {
                day.run("look-again", instance);
                return null;
            });
        }
        asked(stations, "regency", ADDRESS);
        asked(stations, "district", ADDRESS + "?region=36.04.18");
        asked(stations, "differing", ADDRESS + "?outcome=DIFFERENT");
        asked(stations, "CSV", ADDRESS + ".csv");
        asked(stations, "XLSX", ADDRESS + ".xlsx");
    }

    /** Stations of 15 to a village and 25 villages to a district, each with a decided form; answers what KPU published. */
    private String counted(int stations) {
        var owner = day.installation().asOwner();
        var election = day.round().electionId();
        owner.update("DELETE FROM desk.polling_station");
        owner.update(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT DISTINCT '36.04.' || d, '3604' || d, 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(0, ? - 1) n, LATERAL (SELECT (18 + n / 375)::text AS d) x
                ON CONFLICT DO NOTHING
                """,
                stations);
        owner.update(
                """
                INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                SELECT ?, v || lpad((n % 15 + 1)::text, 3, '0'), v, left(v, 6), n % 15 + 1
                FROM generate_series(0, ? - 1) n, LATERAL (SELECT '3604' || (18 + n / 375)::text || (2001 + n / 15 % 25)::text AS v) x
                """,
                election, stations);
        owner.update(
                """
                INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no, decided_no)
                SELECT ?, ?, code, village_area, district_area, 'VERIFIED', false, 1, 1 FROM desk.polling_station
                """,
                day.round().id(),
                day.race());
        owner.update(
                """
                INSERT INTO desk.c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
                SELECT id, 1, 'FIRST', '{"form": "PLANO", "dpt": {"male": 145, "female": 155, "total": 300}, "voters": {"listed": {"male": 100, "female": 110, "total": 210}, "total":
                  {"male": 102, "female": 113, "total": 215}}, "ballots": {"received": 308, "used": 215}, "votes": {"1": 120, "2": 90}, "validVotes": 210, "invalidVotes": 5, "totalVotes": 215}',
                  '[]', 'APP', 1, 1, now() FROM desk.c1_form
                """);
        owner.execute("ANALYZE desk.polling_station, desk.c1_form, desk.c1_version");
        var file = new StringBuilder("kode;suara_1;suara_2;suara_sah;suara_tidak_sah;suara_total\n");
        var codes = owner.queryForList("SELECT code FROM desk.polling_station ORDER BY code", String.class);
        for (int at = 0; at < codes.size(); at++) {
            file.append(codes.get(at)).append(at % 100 == 7 ? ";121;90;211;5;216\n" : ";120;90;210;5;215\n");
        }
        return file.toString();
    }

    private void asked(int stations, String what, String address) {
        var times = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            assertThat(day.client(DESK).get(address).status()).isEqualTo(200);
            times.add((System.nanoTime() - begun) / 1_000_000);
        }
        var sorted = times.stream().skip(1).sorted().toList();
        log.info(
                "{} TPS, {}: {} ms at the median, {} ms at most",
                stations,
                what,
                sorted.get(RUNS / 2),
                sorted.get(RUNS - 2));
    }

    private static void timed(int stations, String what, Supplier<?> body) {
        long begun = System.nanoTime();
        body.get();
        log.info("{} TPS, {}: {} ms", stations, what, (System.nanoTime() - begun) / 1_000_000);
    }
}
