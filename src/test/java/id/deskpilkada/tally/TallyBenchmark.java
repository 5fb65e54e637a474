package id.deskpilkada.tally;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.Staff;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cache.CacheManager;

/** How long a tally takes at each level with 30,000 forms stored: {@code mvn test -Dtest=TallyBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class TallyBenchmark {

    private static final Logger log = LoggerFactory.getLogger(TallyBenchmark.class);
    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Elections elections;

    @Autowired
    Tallies tallies;

    @Autowired
    CacheManager caches;

    private Actor supervisor;

    @BeforeEach
    void thirtyThousandForms() {
        var regency = new SmallRegency(installation, staff).create();
        supervisor = regency.person("penyelia", "supervisor", "36.04");
        var owner = installation.asOwner();
        owner.update("DELETE FROM desk.polling_station");
        owner.update("DELETE FROM desk.region WHERE level IN ('DISTRICT', 'VILLAGE')");
        owner.update(
                "INSERT INTO desk.race (election_id, code, name, region_code, pages_plano, pages_salinan) SELECT id, 'GUBERNUR', 'Gubernur', '36', 2, 2 FROM desk.election");
        owner.update(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT '36.04.' || d, '3604' || d, 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(10, 39) d
                """);
        owner.update(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code)
                SELECT '36.04.' || d || '.' || v, '3604' || d || v, 'Desa ' || v, 'VILLAGE', '36.04.' || d FROM generate_series(10, 39) d, generate_series(2001, 2010) v
                """);
        owner.update(
                """
                INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                SELECT e.id, '3604' || d || v || lpad(t::text, 3, '0'), '3604' || d || v, '3604' || d, t
                FROM desk.election e, generate_series(10, 39) d, generate_series(2001, 2010) v, generate_series(1, 50) t
                """);
        owner.update(
                """
                INSERT INTO desk.tally_contribution (round_id, race_id, tps_code, village_area, district_area, received, held, verified,
                  counted_received, counted_verified, received_sums, verified_sums, updated_at)
                SELECT r.id, c.id, p.code, p.village_area, p.district_area, 1, 0, 1, 1, 1, '{300,9,450,309,170,130}', '{300,9,450,309,170,130}', now()
                FROM desk.round r, desk.race c, desk.polling_station p
                """);
        owner.update(
                """
                INSERT INTO desk.tally_district (round_id, race_id, district_area, received, held, verified, counted_received, counted_verified,
                  received_sums, verified_sums, updated_at)
                SELECT round_id, race_id, district_area, count(*), 0, count(*), count(*), count(*),
                  ARRAY[300,9,450,309,170,130]::bigint[], ARRAY[300,9,450,309,170,130]::bigint[], now()
                FROM desk.tally_contribution GROUP BY 1, 2, 3
                """);
        owner.execute("ANALYZE");
    }

    @Test
    void aTallyAtEachLevel() {
        for (String place : new String[] {"36.04", "36.04.20", "36.04.20.2005", "3604202005025"}) {
            measure(place, false);
            measure(place, true);
        }
    }

    private void measure(String place, boolean forgetful) {
        var round = elections.round(null, null);
        var race = elections.race(round.electionId(), "BUPATI");
        long[] nanoseconds = new long[MEASURED];
        for (int n = -WARM_UP; n < MEASURED; n++) {
            if (forgetful) {
                caches.getCacheNames().forEach(name -> Objects.requireNonNull(caches.getCache(name))
                        .clear());
            }
            long start = System.nanoTime();
            tallies.view(round, race, place, Basis.RECEIVED, supervisor);
            if (n >= 0) {
                nanoseconds[n] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanoseconds);
        log.info(
                "tally {} {}: median {} ms, p99 {} ms",
                place,
                forgetful ? "with empty caches" : "with caches of five seconds",
                "%.2f".formatted(nanoseconds[MEASURED / 2] / 1e6),
                "%.2f".formatted(nanoseconds[MEASURED * 99 / 100] / 1e6));
    }
}
