package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the installation should show to everybody, as asked for.
 *
 * @param votesNotBefore with its offset from UTC, {@code 2024-11-27T15:00:00+07:00}; empty for 15.00 WIB on the day of voting
 * @param decidedBy name of whoever decided; with office and letter needed unless the view is to be off
 */
public record PublicViewDraft(
        @Nullable String mode,
        @Nullable String depth,
        @Nullable String votesNotBefore,
        @Nullable String decidedBy,
        @Nullable String office,
        @Nullable String letter) {

    private static final int LONGEST = 200;

    /** @throws Problem 422 {@code PUBLIC_VIEW_INCOMPLETE}, which names the fields */
    PublicView read() {
        List<FieldProblem> faults = new ArrayList<>();
        var wantedMode = one(PublicMode.class, "mode", mode, faults);
        var wantedDepth = depth == null || depth.isBlank()
                ? PublicView.OFF.depth()
                : one(PublicDepth.class, "depth", depth, faults);
        var moment = moment(faults);
        boolean on = wantedMode != null && wantedMode.on();
        var name = text("decidedBy", decidedBy, on, faults);
        var decidingOffice = text("office", office, on, faults);
        var number = text("letter", letter, on, faults);
        if (!faults.isEmpty() || wantedMode == null || wantedDepth == null) {
            throw Problem.unprocessable("PUBLIC_VIEW_INCOMPLETE", faults);
        }
        var decision = name == null || decidingOffice == null || number == null
                ? null
                : new PublicView.Decision(name, decidingOffice, number);
        return new PublicView(wantedMode, wantedDepth, moment, decision, null);
    }

    private static <E extends Enum<E>> @Nullable E one(
            Class<E> type, String field, @Nullable String text, List<FieldProblem> faults) {
        for (E known : type.getEnumConstants()) {
            if (text != null && known.name().equals(text.strip())) {
                return known;
            }
        }
        faults.add(FieldProblem.field(field, text, "PUBLIC_VIEW_CHOICE"));
        return null;
    }

    private @Nullable Instant moment(List<FieldProblem> faults) {
        if (votesNotBefore == null || votesNotBefore.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(votesNotBefore.strip()).toInstant();
        } catch (DateTimeParseException e) {
            faults.add(FieldProblem.field("votesNotBefore", votesNotBefore, "PUBLIC_VIEW_MOMENT"));
            return null;
        }
    }

    private static @Nullable String text(
            String field, @Nullable String text, boolean needed, List<FieldProblem> faults) {
        if (text == null || text.isBlank()) {
            if (needed) {
                faults.add(FieldProblem.field(field, text, "PUBLIC_VIEW_DECISION"));
            }
            return null;
        }
        if (text.length() > LONGEST) {
            faults.add(FieldProblem.field(field, text, "PUBLIC_VIEW_LONG", LONGEST));
        }
        return text.strip();
    }
}
