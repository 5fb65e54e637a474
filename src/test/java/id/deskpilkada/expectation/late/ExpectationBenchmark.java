package id.deskpilkada.expectation.late;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Elections;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.SystemTransactions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** How long 15,000 TPS in 50 districts take, to be expected and to be late all at once: {@code mvn test -Dtest=ExpectationBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class ExpectationBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ExpectationBenchmark.class);
    private static final int STATIONS = Integer.getInteger("stations", 15_000);
    private static final int SLOTS = 12;

    @Autowired
    ExpectedReports reports;

    @Autowired
    Elections elections;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    SystemTransactions transactions;

    @Test
    void aWholeDayOfALargeRegency(@Autowired AutowireCapableBeanFactory beans) throws Exception {
        var scenario = (LateScenario)
                beans.autowire(LateScenario.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        var round = scenario.begin();
        fill(scenario, round.electionId());
        var due = Instant.now().plus(Duration.ofHours(3));
        measured("expecting " + STATIONS + " TPS in " + SLOTS + " slots and C1 of 2 races", () -> {
            IntStream.range(0, SLOTS)
                    .forEach(slot -> transactions.write("test", () -> {
                        reports.expect(round, ReportKind.VOTING, "%02d.30".formatted(slot + 6), null, due);
                    }));
            elections
                    .races(round.electionId())
                    .forEach(race -> transactions.write("test", () -> {
                        reports.expect(round, ReportKind.C1, "C1", race, due);
                    }));
        });
        measured("opening a process for each wave", scenario::open);
        scenario.installation
                .asOwner()
                .update("UPDATE desk.expected_report SET due_at = now() - interval '1 minute' WHERE slot = '12.30'");
        scenario.installation.asOwner().execute("ANALYZE");
        var timers = management.createJobQuery().activityId("deadline").list().stream()
                .map(Job::getId)
                .filter(job -> slotOf(scenario, job).equals("12.30"))
                .toList();
        measured(timers.size() + " districts evaluated, their tasks stand", () -> fire(timers));
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("call-missing-district")
                        .count())
                .isEqualTo(timers.size());
    }

    /** In three threads, as the engine's own. */
    private void fire(java.util.List<String> timers) {
        var threads = Executors.newFixedThreadPool(3);
        try {
            var running = new ArrayList<Future<?>>();
            timers.forEach(timer -> running.add(threads.submit(
                    () -> id.deskpilkada.platform.Scope.system("engine-jobs", () -> management.executeJob(timer)))));
            for (var one : running) {
                one.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private String slotOf(LateScenario scenario, String job) {
        return scenario.installation
                .asOwner()
                .queryForObject(
                        "SELECT w.slot FROM desk.report_wave w JOIN public.act_ru_job j ON j.process_instance_id_ = w.instance_id WHERE j.id_ = ?",
                        String.class,
                        job);
    }

    private static void fill(LateScenario scenario, long election) {
        scenario.installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.region (code, area, name, level, parent_code)
                        SELECT '36.04.' || n, '3604' || n, 'Kecamatan ' || n, 'DISTRICT', '36.04' FROM generate_series(20, 67) n
                        """);
        scenario.installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                        SELECT ?, v.code || lpad((n % 25 + 1)::text, 3, '0'), v.code, left(v.code, 6), n % 25 + 1
                        FROM generate_series(0, ? - 1) n, LATERAL (SELECT '3604' || (20 + n / 25 % 48) || (2001 + n / 25 / 48)::text AS code) v
                        """,
                        election, STATIONS - 5);
        scenario.installation.asOwner().execute("ANALYZE");
    }

    private static void measured(String what, Runnable work) {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = os.getProcessCpuTime();
        long begun = System.nanoTime();
        work.run();
        log.info(
                "{}: {} s, {} s of CPU of this process, load {}",
                what,
                Math.round((System.nanoTime() - begun) / 1e7) / 100.0,
                Math.round((os.getProcessCpuTime() - cpu) / 1e7) / 100.0,
                os.getSystemLoadAverage());
    }
}
