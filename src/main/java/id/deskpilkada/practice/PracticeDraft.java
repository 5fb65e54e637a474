package id.deskpilkada.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A practice as somebody wants it.
 *
 * @param election code; null for the one that runs
 * @param day on which it is held at the hours of a real day; null: at once, with the day pressed into some hours
 * @param hours into which the day is pressed, 1 to 12; null for 4
 * @param outside whether its messages may leave the inbox by e-mail and SMS, also to agencies
 */
record PracticeDraft(
        @Nullable String election, @Nullable LocalDate day, @Nullable Integer hours, @Nullable Boolean outside) {

    static final int USUAL_HOURS = 4;
    static final int MOST_HOURS = 12;

    int pressedInto() {
        return hours == null ? USUAL_HOURS : hours;
    }
}
