package id.deskpilkada.readiness.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.util.ArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** How long it takes to open the readiness of 15,000 TPS, job by job as in Cockpit: {@code mvn test -Dtest=ReadinessBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class ReadinessBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ReadinessBenchmark.class);
    private static final int STATIONS = Integer.getInteger("stations", 15_000);

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Test
    void fifteenThousandCases() {
        installation.empty();
        var round = election.withPreparation();
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                        SELECT ?, v.code || lpad((n % 30 + 2)::text, 3, '0'), v.code, left(v.code, 6), n % 30 + 2
                        FROM generate_series(0, ? - 1) n, LATERAL (SELECT '3604' || lpad((18 + n / 30 / 25)::text, 2, '0') || (2001 + n / 30 % 25)::text AS code) v
                        """,
                        round.electionId(), STATIONS - 5);
        run("expect-reports");
        var parts = new ArrayList<Long>();
        long begun = System.nanoTime();
        while (management.createJobQuery().activityId("open-preparation").count() > 0) {
            long part = System.nanoTime();
            run("open-preparation");
            parts.add((System.nanoTime() - part) / 1_000_000);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("tps-readiness")
                        .count())
                .isEqualTo(STATIONS);
        parts.sort(Long::compare);
        log.info(
                "{} TPS in {} s, {} parts, {} ms a part at the median, {} ms at most",
                STATIONS,
                Math.round(seconds),
                parts.size(),
                parts.get(parts.size() / 2),
                parts.get(parts.size() - 1));
    }

    private void run(String activity) {
        management.executeJob(
                management.createJobQuery().activityId(activity).singleResult().getId());
    }
}
