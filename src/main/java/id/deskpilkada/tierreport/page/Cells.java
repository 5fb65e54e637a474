package id.deskpilkada.tierreport.page;

import id.deskpilkada.tierreport.TierLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says in one word how a report stands. */
@Component
class Cells {

    /** A version is compiled at its time; a busy machine may need a little. */
    private static final Duration COMPILING = Duration.ofMinutes(2);

    private final Duration signing;
    private final Duration waiting;

    /**
     * @param signing how long a signature may take before somebody is called
     * @param waiting how long the regency waits for its districts before it goes on without them
     */
    Cells(
            @Value("${desk.tier-reports.flow.call-after:15m}") Duration signing,
            @Value("${desk.tier-reports.flow.wait-for-districts:30m}") Duration waiting) {
        this.signing = signing;
        this.waiting = waiting;
    }

    /** @param row null where no work was opened yet */
    Cell of(String slot, TierLevel level, Instant dueAt, CalendarRows.@Nullable Row row, Instant now) {
        if (row == null) {
            return new Cell(slot, unopened(level, dueAt, now), null, 0, dueAt, false, null);
        }
        var state = state(row, now);
        return new Cell(
                slot,
                state,
                row.report(),
                Objects.requireNonNullElse(row.version(), 0),
                at(row),
                late(row, now),
                row.former());
    }

    private CellState unopened(TierLevel level, Instant dueAt, Instant now) {
        if (dueAt.isAfter(now)) {
            return CellState.AHEAD;
        }
        return dueAt.plus(level == TierLevel.DISTRICT ? COMPILING : waiting).isBefore(now)
                ? CellState.LATE
                : CellState.DUE;
    }

    private CellState state(CalendarRows.Row row, Instant now) {
        if (row.returned()) {
            return CellState.RETURNED;
        }
        if (row.signedAt() != null) {
            return settled(row);
        }
        return switch (row.state()) {
            case "WITHDRAWN" -> CellState.NONE;
            case "PASSED_OVER" -> CellState.PASSED;
            case "UNSIGNED" -> CellState.UNSEALED;
            case "WAITING" -> waiting(row, now);
            default -> open(row, now);
        };
    }

    private static CellState settled(CalendarRows.Row row) {
        if (row.signerId() == null) {
            return CellState.AUTOMATIC;
        }
        return row.level() == TierLevel.DISTRICT ? CellState.SEALED : CellState.APPROVED;
    }

    private CellState waiting(CalendarRows.Row row, Instant now) {
        if ("RETURNED".equals(row.cause())) {
            return CellState.RETURNED;
        }
        if (row.dueAt().isAfter(now)) {
            return CellState.AHEAD;
        }
        return late(row, now) ? CellState.LATE : CellState.DUE;
    }

    private CellState open(CalendarRows.Row row, Instant now) {
        if ("RETURNED".equals(row.cause())) {
            return CellState.RETURNED;
        }
        if (late(row, now)) {
            return CellState.LATE;
        }
        return row.state().equals("CHECKING") ? CellState.CHECKING : CellState.SIGNING;
    }

    /** A correction is late by the time that it takes, not by the time since its slot. */
    private boolean late(CalendarRows.Row row, Instant now) {
        boolean first = row.version() == null || row.version() == 1 || "CHECKED".equals(row.cause());
        var from = first || row.compiledAt() == null ? row.dueAt() : row.compiledAt();
        var until = Objects.requireNonNullElse(row.signedAt(), now);
        return from.plus(allowed(row)).isBefore(until);
    }

    private Duration allowed(CalendarRows.Row row) {
        if (row.level() != TierLevel.DISTRICT) {
            return waiting.plus(signing);
        }
        return row.report() == null ? COMPILING : signing;
    }

    private static Instant at(CalendarRows.Row row) {
        return row.signedAt() != null ? row.signedAt() : Objects.requireNonNullElse(row.compiledAt(), row.dueAt());
    }
}
