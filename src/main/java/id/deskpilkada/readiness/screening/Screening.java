package id.deskpilkada.readiness.screening;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of an officer's screening. No diagnosis has a place here, and no free text.
 *
 * @param insured whether JKN is active; null when nobody asked
 * @param followUpDone whether the referral of somebody at risk has been followed up
 */
record Screening(LocalDate screenedOn, Result result, @Nullable Boolean insured, boolean followUpDone) {

    enum Result {
        AT_RISK,
        NOT_AT_RISK
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int DAY_LENGTH = 8;

    public boolean atRisk() {
        return result == Result.AT_RISK;
    }

    boolean followUpOpen() {
        return atRisk() && !followUpDone;
    }

    /** Always of the same length, so that the length of what is sealed tells nothing. */
    String text() {
        return DAY.format(screenedOn) + (atRisk() ? 'R' : 'N') + mark(insured) + mark(followUpDone);
    }

    static Screening parse(String text) {
        var insurance = text.charAt(DAY_LENGTH + 1);
        return new Screening(
                LocalDate.parse(text.substring(0, DAY_LENGTH), DAY),
                text.charAt(DAY_LENGTH) == 'R' ? Result.AT_RISK : Result.NOT_AT_RISK,
                insurance == '?' ? null : insurance == '1',
                text.charAt(DAY_LENGTH + 2) == '1');
    }

    private static char mark(@Nullable Boolean value) {
        if (value == null) {
            return '?';
        }
        return value ? '1' : '0';
    }

    /** It is shown to those who may see it and to no log. */
    @Override
    public String toString() {
        return "Screening[sealed]";
    }
}
