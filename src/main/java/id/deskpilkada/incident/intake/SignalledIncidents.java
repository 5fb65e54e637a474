package id.deskpilkada.incident.intake;

import id.deskpilkada.fieldreport.IncidentSignals;
import id.deskpilkada.fieldreport.SignalKept;
import id.deskpilkada.incident.IncidentDraft;
import id.deskpilkada.incident.IncidentDraft.What;
import id.deskpilkada.incident.Incidents;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes an incident of everything that other parts of the work signal, in the transaction that signals it; and at start-up of what was signalled before this part was there. */
@Component
class SignalledIncidents {

    private static final Logger log = LoggerFactory.getLogger(SignalledIncidents.class);
    private static final String WORK = "incident";
    private static final int CHUNK = 20;

    private final Incidents incidents;
    private final IncidentSignals signals;
    private final SystemTransactions transactions;

    SignalledIncidents(Incidents incidents, IncidentSignals signals, SystemTransactions transactions) {
        this.incidents = incidents;
        this.signals = signals;
        this.transactions = transactions;
    }

    @EventListener
    void kept(SignalKept kept) {
        Scope.system(WORK, () -> raise(kept));
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeOver() {
        int taken;
        do {
            taken = transactions.write(WORK, () -> {
                List<SignalKept> loose = signals.loose(CHUNK);
                loose.forEach(this::raise);
                return loose.size();
            });
            if (taken > 0) {
                log.info("{} signals were taken up as incidents", taken);
            }
        } while (taken == CHUNK);
    }

    private void raise(SignalKept kept) {
        var signalled = kept.signalled();
        var raised = incidents.raise(new IncidentDraft(
                kept.id(),
                "APP",
                signalled.roundId(),
                signalled.tps(),
                Area.digits(signalled.area()),
                new What(signalled.category(), signalled.text().strip(), false, signalled.votingHalted(), false, false),
                signalled.severityHint(),
                null,
                List.of(),
                signalled.origin(),
                signalled.actorId(),
                signalled.actorId(),
                null,
                signalled.at(),
                signalled.at()));
        signals.follow(kept.id(), raised.incident().id());
    }
}
