package id.deskpilkada.expectation;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How people call the reports of a slot: "Pemungutan 10.00", "Kesiapan H-1", "C1 Bupati". */
@Component
public class SlotNames {

    private final Messages messages;

    SlotNames(Messages messages) {
        this.messages = messages;
    }

    /** The name in the caller's language; of the kind alone where neither slot nor race is given. */
    public String of(ReportKind kind, @Nullable String slot, @Nullable RaceRef race) {
        return kind == ReportKind.C1 || slot == null
                ? (messages.text("expected.kind." + kind) + " " + (race == null ? "" : race.name())).strip()
                : messages.text("expected.kind." + kind) + " " + slot;
    }
}
