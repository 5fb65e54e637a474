package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.written.C1DataFixture;
import id.deskpilkada.platform.engine.ProbeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases per second through all of {@code c1-capture}, both people, against a bare engine that runs the same diagram with the same history level, authorizations and removal
 * time on the same database, one after the other in one run: {@code mvn test -Dgroups=benchmark -DexcludedGroups= -Dtest=C1Benchmark}.
 */
@WholeApplication
@Tag("benchmark")
class C1Benchmark {

    private static final int CASES = Integer.getInteger("cases", 600);
    private static final int THREADS = 2;

    @Autowired
    C1Scenario scenario;

    @Autowired
    C1Verification verification;

    @Autowired
    ProbeModels models;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void casesPerSecond() throws Exception {
        deployBare();
        scenario.begin();
        scenario.manyStations(4 * CASES);
        var ratios = new ArrayList<Double>();
        for (int run = 0; run < 4; run++) {
            int first = run * CASES;
            double bare = perSecond(
                    IntStream.range(first, first + CASES).mapToObj(this::bare).toList());
            double ours = perSecond(
                    IntStream.range(first, first + CASES).mapToObj(this::ours).toList());
            ratios.add(ours / bare);
            System.out.printf(
                    "run %d: bare engine %.0f cases/s, whole C1 path %.0f cases/s, ratio %.2f%n",
                    run, bare, ours, ours / bare);
        }
        System.out.printf(
                "median ratio %.2f after a warm-up run (%d cases a run, %d threads)%n",
                ratios.stream().skip(1).sorted().toList().get(1), CASES, THREADS);
    }

    private void deployBare() throws IOException {
        var table = Files.readString(Path.of("processes/c1-verification.dmn"));
        var model = Files.readString(Path.of("processes/c1-capture.bpmn"))
                .replace("c1CaptureProcess", "bareC1Process")
                .replace("id=\"c1-capture\"", "id=\"c1-bare\"")
                .replace("bpmnElement=\"c1-capture\"", "bpmnElement=\"c1-bare\"");
        models.permitted(() -> repository
                .createDeployment()
                .addString("c1-bare.bpmn", model)
                .addString("c1-verification.dmn", table)
                .deploy());
    }

    private Callable<Void> bare(int number) {
        return () -> {
            var key = "bare/" + number;
            runtime.startProcessInstanceByKey("c1-bare", key);
            for (int person = 0; person < 2; person++) {
                tasks.complete(tasks.createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getId());
            }
            return null;
        };
    }

    private Callable<Void> ours(int number) {
        return () -> {
            var tps = C1Scenario.station(number);
            scenario.acknowledgedReport(
                    C1Scenario.ADMIN_OF_DISTRICT, tps, C1Scenario.withPhotos(form(number), "photo " + number));
            verification.rekey(scenario.about(tps), form(number), C1Scenario.VERIFIER);
            return null;
        };
    }

    private static ObjectNode form(int number) {
        var data = C1DataFixture.cleanJson();
        data.withObject("/votes").put("1", number % 200).put("2", 210 - number % 200);
        return data;
    }

    private static double perSecond(List<Callable<Void>> cases) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            long begun = System.nanoTime();
            for (Future<Void> done : pool.invokeAll(cases)) {
                done.get();
            }
            return cases.size() * 1e9 / (System.nanoTime() - begun);
        } finally {
            pool.shutdown();
        }
    }
}
