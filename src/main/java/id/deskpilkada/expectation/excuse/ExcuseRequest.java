package id.deskpilkada.expectation.excuse;

import id.deskpilkada.fieldreport.ReportKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports of one slot to be let off.
 *
 * @param kind READINESS, VOTING or C1
 * @param slot not needed for C1
 * @param race code; without it every race
 * @param tps codes, at most 500
 * @param reason for everybody to read, 5 to 500 characters
 */
record ExcuseRequest(
        @Nullable ReportKind kind,
        @Nullable String slot,
        @Nullable String race,
        @Nullable List<@Nullable String> tps,
        @Nullable String reason,
        @Nullable String election,
        @Nullable String round) {}
