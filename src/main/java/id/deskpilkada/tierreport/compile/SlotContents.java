package id.deskpilkada.tierreport.compile;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.ReportFacts.Asked;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which slots of the field a slot of the tiers tells of: those due until then, and Form C1 as soon as the polls have closed. */
@Component
class SlotContents {

    private static final Set<String> REPORTED = Set.of("READINESS", "VOTING", "C1");

    private final Elections elections;

    SlotContents(Elections elections) {
        this.elections = elections;
    }

    /** What was asked for, with the time until which it may come where that lies after the report's own. */
    Map<Asked, Optional<Instant>> reports(long roundId, Instant due) {
        var asked = new LinkedHashMap<Asked, Optional<Instant>>();
        elections.slots(roundId).stream()
                .filter(slot -> REPORTED.contains(slot.kind()) && begun(slot, due))
                .forEach(slot -> asked.put(
                        new Asked(ReportKind.valueOf(slot.kind()), slot.kind().equals("C1") ? "C1" : slot.slot()),
                        Optional.of(slot.dueAt()).filter(due::isBefore)));
        return asked;
    }

    private static boolean begun(SlotRef slot, Instant due) {
        return slot.kind().equals("C1")
                ? slot.opensAt().isBefore(due)
                : !slot.dueAt().isAfter(due);
    }

    /** The last slot of the day of voting that is due by then. */
    Optional<String> turnout(long roundId, Instant due) {
        return elections.slots(roundId).stream()
                .filter(slot -> slot.kind().equals("VOTING") && !slot.dueAt().isAfter(due))
                .reduce((one, later) -> later)
                .map(SlotRef::slot);
    }
}
