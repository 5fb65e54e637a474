package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.risk.RiskIndicators;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the desk hands over to whom.
 *
 * @param area digits of a region
 * @param agency code without {@code agency-}
 * @param acknowledgeBy null: as usual
 * @param measuresBy null: as the schedule says
 */
record HandoverChoice(
        String area,
        List<String> indicators,
        String agency,
        @Nullable String note,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant measuresBy) {

    private static final Pattern AGENCY = Pattern.compile("[a-z0-9]{2,20}");
    private static final int LONGEST_NOTE = 500;

    HandoverChoice {
        indicators = List.copyOf(indicators);
    }

    /** As it comes over HTTP. */
    record Given(
            @Nullable String agency,
            @Nullable List<String> indicators,
            @Nullable String region,
            @Nullable String note,
            @Nullable String acknowledgeBy,
            @Nullable String measuresBy) {

        /** @throws Problem 422 {@code MALFORMED} with every field that cannot be used */
        HandoverChoice checked(RiskIndicators known, String installation) {
            var faults = new ArrayList<FieldProblem>();
            var to = agency == null ? "" : agency.strip();
            if (!AGENCY.matcher(to).matches() || to.equals(RiskIndicators.DESK)) {
                faults.add(FieldProblem.field("agency", agency, "HANDOVER_AGENCY"));
            }
            var wanted = indicators == null
                    ? List.<String>of()
                    : indicators.stream().distinct().toList();
            var codes = known.byCode().keySet();
            if (wanted.isEmpty() || !codes.containsAll(wanted)) {
                faults.add(FieldProblem.field("indicators", String.join(",", wanted), "HANDOVER_INDICATORS"));
            }
            var place = region == null || region.isBlank() ? installation : Area.digits(region.strip());
            if (!place.matches("[0-9]{4,13}")) {
                faults.add(FieldProblem.field("region", region, "MALFORMED_REGION_CODE"));
            }
            if (note != null && note.length() > LONGEST_NOTE) {
                faults.add(FieldProblem.field("note", note, "RISK_TEXT_TOO_LONG", LONGEST_NOTE));
            }
            var answer = time("acknowledgeBy", acknowledgeBy, faults);
            var deeds = time("measuresBy", measuresBy, faults);
            if (answer != null && deeds != null && !answer.isBefore(deeds)) {
                faults.add(FieldProblem.field("measuresBy", measuresBy, "HANDOVER_DATES"));
            }
            if (!faults.isEmpty()) {
                throw Problem.unprocessable("MALFORMED", faults);
            }
            return new HandoverChoice(
                    place, wanted, to, note == null || note.isBlank() ? null : note.strip(), answer, deeds);
        }

        private static @Nullable Instant time(String field, @Nullable String text, List<FieldProblem> faults) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return OffsetDateTime.parse(text.strip()).toInstant();
            } catch (DateTimeParseException e) {
                faults.add(FieldProblem.field(field, text, "MALFORMED_TIME"));
                return null;
            }
        }
    }
}
