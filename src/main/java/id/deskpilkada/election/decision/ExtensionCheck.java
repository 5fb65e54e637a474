package id.deskpilkada.election.decision;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.setup.ElectionRequest.SlotRequest;
import id.deskpilkada.election.setup.Faults;
import id.deskpilkada.election.setup.SlotCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how long hours are extended: a new time at which the polls close, or slots by name with their new times. */
@Component
class ExtensionCheck {

    private final Elections elections;
    private final Clock clock;

    ExtensionCheck(Elections elections, Clock clock) {
        this.elections = elections;
        this.clock = clock;
    }

    @Nullable
    Instant closesAt(RoundRef round, DecisionRequest request, Faults faults) {
        if (request.closesAt() == null || request.closesAt().isBlank()) {
            if (request.schedule() == null) {
                faults.add("closesAt", null, "REQUIRED");
            }
            return null;
        }
        if (request.schedule() != null) {
            faults.add("schedule", null, "NOT_OF_THIS_DECISION");
        }
        var closes = SlotCheck.time("closesAt", request.closesAt(), faults);
        if (closes != null) {
            var before = elections.slot(round.id(), "C1", "C1").opensAt();
            later("closesAt", request.closesAt(), before, closes, faults);
        }
        return closes;
    }

    @Nullable
    List<SlotRef> slots(RoundRef round, DecisionRequest request, Faults faults) {
        List<@Nullable SlotRequest> given = request.schedule();
        if (given == null || request.closesAt() != null) {
            return null;
        }
        if (given.isEmpty()) {
            faults.add("schedule", null, "REQUIRED");
        }
        var known = elections.slots(round.id());
        List<SlotRef> moved = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            slot("schedule." + i, given.get(i), known, faults).ifPresent(moved::add);
        }
        return moved;
    }

    private Optional<SlotRef> slot(String field, @Nullable SlotRequest given, List<SlotRef> known, Faults faults) {
        var before = known.stream()
                .filter(slot -> given != null
                        && slot.kind().equals(given.kind())
                        && slot.slot().equals(given.slot()))
                .findFirst();
        if (given == null || before.isEmpty()) {
            var name = given == null ? null : given.slot();
            faults.add(field + ".slot", name, name == null ? "REQUIRED" : "UNKNOWN_SLOT", name == null ? "" : name);
            return Optional.empty();
        }
        var slot = before.get();
        var opens =
                given.opensAt() == null ? slot.opensAt() : SlotCheck.time(field + ".opensAt", given.opensAt(), faults);
        var due = SlotCheck.time(field + ".dueAt", given.dueAt(), faults);
        if (opens == null || due == null) {
            return Optional.empty();
        }
        if (!opens.isBefore(due)) {
            faults.add(field + ".dueAt", given.dueAt(), "DUE_BEFORE_OPEN");
        }
        later(field + ".dueAt", given.dueAt(), slot.dueAt(), due, faults);
        return Optional.of(new SlotRef(slot.slot(), slot.kind(), opens, due, slot.requiresSignature()));
    }

    private void later(String field, @Nullable String given, Instant before, Instant after, Faults faults) {
        if (!after.isAfter(before)) {
            faults.add(field, given, "NOT_LATER");
        } else if (!after.isAfter(clock.instant())) {
            faults.add(field, given, "TIME_OVER");
        }
    }
}
