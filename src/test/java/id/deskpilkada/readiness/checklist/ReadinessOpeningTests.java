package id.deskpilkada.readiness.checklist;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.readiness.checklist.ReadinessDay.site;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.readiness.ConnectivityReported;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Cases are opened while reports come in. */
@WholeApplication
class ReadinessOpeningTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ReadinessOpening opening;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    RuntimeService runtime;

    @Autowired
    WorkCases workCases;

    @Autowired
    ConfigurableApplicationContext context;

    @LocalServerPort
    int port;

    private CompletableFuture<Void> opened = new CompletableFuture<>();

    /** A report holds its TPS and then wants the case; whoever opens the case meanwhile must not hold the case and want the TPS. */
    @Test
    void aReportThatComesWhileItsCaseIsOpenedIsNotBlockedForGood() {
        var day = new ReadinessDay(installation, election, opening, dispatcher, port);
        withoutCase(subject(day));
        ApplicationListener<PayloadApplicationEvent<ConnectivityReported>> meanwhile = new Meanwhile(day);
        context.addApplicationListener(meanwhile);
        try {
            day.accepted("siti", MARGASANA_1, site(Map.of()));
        } finally {
            context.removeApplicationListener(meanwhile);
        }

        assertThat(opened).succeedsWithin(Duration.ofSeconds(20));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(subject(day))
                        .count())
                .isEqualTo(1);
    }

    private static String subject(ReadinessDay day) {
        return day.round.businessKey() + "/" + MARGASANA_1;
    }

    private void withoutCase(String subject) {
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(subject)
                        .singleResult()
                        .getId(),
                "uji");
        workCases.close(TpsReadinessProcess.PROCESS, subject);
    }

    /** Runs in the transaction of the report, after it has taken its TPS; goes on when the opening waits for it. */
    private class Meanwhile implements ApplicationListener<PayloadApplicationEvent<ConnectivityReported>> {

        private final ReadinessDay day;

        Meanwhile(ReadinessDay day) {
            this.day = day;
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<ConnectivityReported> event) {
            opened = CompletableFuture.runAsync(() -> Scope.system("uji", () -> {
                opening.openNext(day.round);
            }));
            var until = Instant.now().plusSeconds(20);
            while (!somebodyWaits()) {
                assertThat(opened).as("goes on although the TPS is taken").isNotDone();
                assertThat(Instant.now()).isBefore(until);
            }
        }

        private boolean somebodyWaits() {
            return installation
                            .asOwner()
                            .queryForObject(
                                    "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'",
                                    Integer.class)
                    > 0;
        }
    }
}
