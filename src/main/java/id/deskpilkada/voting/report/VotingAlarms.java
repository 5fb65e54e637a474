package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.IncidentSignalled;
import id.deskpilkada.fieldreport.OfficersReported;
import id.deskpilkada.voting.Security;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells at once what cannot wait, once for each change: unrest, a halted vote, and how the officers are. */
@Component
class VotingAlarms {

    static final String ORIGIN = "VOTING";

    private static final int URGENT = 3;

    private final ApplicationEventPublisher events;

    VotingAlarms(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param before what was known of the TPS without this report */
    void raise(FieldReport report, String tps, StationDay before, VotingData data) {
        if (data.security() == Security.UNREST && before.lastSaid(VotingData::security) != Security.UNREST) {
            signal(report, tps, IncidentCategory.SECURITY, "Keamanan di TPS tidak kondusif.", false, data.remarks());
        }
        // KPU and its bodies act on a vote that stands still, whatever the cause.
        if (Boolean.TRUE.equals(data.halted()) && before.haltedSince() == null) {
            signal(report, tps, IncidentCategory.LOGISTICS, "Pemungutan suara di TPS terhenti.", true, data.remarks());
        }
        officers(report, tps, before, data);
    }

    private void signal(
            FieldReport report,
            String tps,
            IncidentCategory category,
            String what,
            boolean halted,
            @Nullable String words) {
        events.publishEvent(new IncidentSignalled(
                report.roundId(),
                tps,
                tps,
                category,
                words == null ? what : what + " " + words,
                URGENT,
                halted,
                ORIGIN,
                report.reporterId(),
                Version.observed(report)));
    }

    private void officers(FieldReport report, String tps, StationDay before, VotingData data) {
        boolean condition = data.officersCondition() != null
                && data.officersCondition() != before.lastSaid(VotingData::officersCondition);
        boolean since =
                data.onDutySince() != null && !data.onDutySince().equals(before.lastSaid(VotingData::onDutySince));
        if (condition || since) {
            events.publishEvent(new OfficersReported(
                    report.roundId(),
                    tps,
                    condition ? data.officersCondition() : null,
                    since ? data.onDutySince() : null,
                    report.reporterId(),
                    report.receivedAt()));
        }
    }
}
