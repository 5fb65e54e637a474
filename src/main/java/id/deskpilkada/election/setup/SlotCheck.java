package id.deskpilkada.election.setup;

import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.setup.ElectionRequest.SlotRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a requested schedule: kinds, times and their order; one slot at most is for C1. */
public final class SlotCheck {

    private static final List<String> KINDS = List.of("ASSIGNMENT", "READINESS", "VOTING", "SITUATION", "C1", "TIER");

    private SlotCheck() {}

    /** Null when no schedule was sent; faults are collected. */
    public static @Nullable List<SlotRef> read(@Nullable List<@Nullable SlotRequest> requests, Faults faults) {
        if (requests == null) {
            return null;
        }
        List<SlotRef> slots = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            SlotRef slot = slot("schedule." + i, requests.get(i), faults);
            if (slot != null) {
                slots.add(slot);
            }
        }
        if (slots.stream().filter(slot -> slot.kind().equals("C1")).count() > 1) {
            faults.add("schedule", null, "ONE_C1_SLOT");
        }
        return slots;
    }

    private static @Nullable SlotRef slot(String field, @Nullable SlotRequest request, Faults faults) {
        if (request == null) {
            faults.add(field, null, "REQUIRED");
            return null;
        }
        String kind = request.kind();
        if (kind == null || !KINDS.contains(kind)) {
            faults.add(field + ".kind", kind, "NOT_A_CHOICE", String.join(", ", KINDS));
        }
        String slot = faults.uniqueCode("slots of " + kind, field + ".slot", request.slot());
        Instant opens = time(field + ".opensAt", request.opensAt(), faults);
        Instant due = time(field + ".dueAt", request.dueAt(), faults);
        if (opens != null && due != null && !opens.isBefore(due)) {
            faults.add(field + ".dueAt", request.dueAt(), "DUE_BEFORE_OPEN");
        }
        if (kind == null || slot == null || opens == null || due == null) {
            return null;
        }
        return new SlotRef(slot, kind, opens, due, Boolean.TRUE.equals(request.requiresSignature()));
    }

    /** A time with offset; null when it is missing or cannot be read, which is a fault. */
    public static @Nullable Instant time(String field, @Nullable String given, Faults faults) {
        if (given == null) {
            faults.add(field, null, "REQUIRED");
            return null;
        }
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException e) {
            faults.add(field, given, "MALFORMED_TIME");
            return null;
        }
    }
}
