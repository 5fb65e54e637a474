package id.deskpilkada.expectation.wave;

import id.deskpilkada.election.GateReached;
import id.deskpilkada.election.PhaseGate;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.SystemTransactions;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the round when nothing of a kind is missing any more. Whoever empties a wave takes a turn until its end, so that of two that empty the last two one sees that nothing is left. */
@Component
class Gates {

    private static final String WORK = "report-gates";
    private static final Map<ReportKind, String> PHASES =
            Map.of(ReportKind.READINESS, PhaseGate.READINESS, ReportKind.C1, PhaseGate.COUNTING);

    private final JdbcClient jdbc;
    private final WaveLook look;
    private final SystemTransactions transactions;
    private final ApplicationEventPublisher events;

    Gates(JdbcClient jdbc, WaveLook look, SystemTransactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.look = look;
        this.transactions = transactions;
        this.events = events;
    }

    /** A wave has nothing missing any more. */
    void emptied(Wave wave) {
        var phase = PHASES.get(wave.kind());
        if (phase == null) {
            return;
        }
        transactions.write(WORK, () -> {
            jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("report-gate/" + wave.roundId() + "/" + wave.kind())
                    .query(Integer.class)
                    .list();
            if (!look.anythingMissing(wave.roundId(), wave.kind())) {
                events.publishEvent(new GateReached(wave.roundId(), phase));
            }
        });
    }

    private boolean complete(RoundRef round, ReportKind kind) {
        return !transactions.read(WORK, () -> look.anythingMissing(round.id(), kind));
    }

    /** @param kind whose reports the phase waits for */
    private record Gate(String phase, ReportKind kind, Gates gates) implements PhaseGate {

        @Override
        public boolean complete(RoundRef round) {
            return gates.complete(round, kind);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OfRounds {

        @Bean
        PhaseGate readinessReported(Gates gates) {
            return new Gate(PhaseGate.READINESS, ReportKind.READINESS, gates);
        }

        @Bean
        PhaseGate formsReported(Gates gates) {
            return new Gate(PhaseGate.COUNTING, ReportKind.C1, gates);
        }
    }
}
