package id.deskpilkada.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody proposed for a place, and where what is wrong with it is to be told: a field of a form or a row of a file.
 *
 * @param village as given
 */
record Candidate(
        String village, PersonEntry person, @Nullable String skNumber, @Nullable LocalDate skDate, Faults faults) {

    /** Takes down what is wrong. */
    @FunctionalInterface
    interface Faults {

        /** @param field name in {@link PersonEntry}, or {@code village} */
        void add(String field, @Nullable String value, String code, Object... arguments);
    }

    void refuse(String field, @Nullable String value, String code, Object... arguments) {
        faults.add(field, value, code, arguments);
    }
}
