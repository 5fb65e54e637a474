package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import org.jspecify.annotations.Nullable;

/**
 * Which expected reports somebody asks about.
 *
 * @param slot null for every slot of the kind
 * @param raceId null for every race
 * @param area digits of the region or TPS inside which they lie
 */
record ProgressQuestion(long roundId, ReportKind kind, @Nullable String slot, @Nullable Long raceId, String area) {}
