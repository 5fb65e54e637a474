package id.deskpilkada.dashboard.day;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot that has opened, with what came and what did not.
 *
 * @param name as people call it, e.g. {@code Pemungutan 10.00}
 * @param race null where the kind knows no race
 * @param listUrl address of the call list, for those who may call
 */
public record SlotLine(
        String name,
        ReportKind kind,
        String slot,
        @Nullable RaceRef race,
        Instant opensAt,
        Instant dueAt,
        Progress progress,
        String listUrl) {}
