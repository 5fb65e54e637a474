package id.deskpilkada.expectation;

import id.deskpilkada.election.ExtensionDecided;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.ReportKind;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** TPS that KPU has given longer report by due times of their own. */
@Component
class ExtendedTimes {

    private static final Set<String> REPORTED =
            Set.of(ReportKind.READINESS.name(), ReportKind.VOTING.name(), ReportKind.C1.name());

    private final ExpectedReports reports;

    ExtendedTimes(ExpectedReports reports) {
        this.reports = reports;
    }

    @EventListener
    void extend(ExtensionDecided decided) {
        for (SlotRef slot : decided.slots()) {
            if (REPORTED.contains(slot.kind())) {
                decided.tps()
                        .forEach(tps -> reports.due(
                                decided.roundId(), ReportKind.valueOf(slot.kind()), slot.slot(), tps, slot.dueAt()));
            }
        }
    }
}
