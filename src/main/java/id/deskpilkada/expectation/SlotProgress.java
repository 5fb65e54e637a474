package id.deskpilkada.expectation;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far the reports of one slot are in a place.
 *
 * @param race null where the kind knows no race
 * @param opensAt in the regency's time, as is {@code dueAt}
 */
public record SlotProgress(
        ReportKind kind,
        String slot,
        @Nullable RaceRef race,
        OffsetDateTime opensAt,
        OffsetDateTime dueAt,
        Progress progress) {}
