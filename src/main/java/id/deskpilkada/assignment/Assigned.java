package id.deskpilkada.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in charge of a village or TPS.
 *
 * @param area digits of the village, or 13 of the TPS
 * @param letters how often the letter was printed
 */
record Assigned(
        long id,
        long roundId,
        String area,
        long staffId,
        String username,
        String name,
        @Nullable String nip,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String position,
        @Nullable String skNumber,
        @Nullable LocalDate skDate,
        @Nullable Instant trainedAt,
        @Nullable Instant practisedAt,
        int letters,
        @Nullable Instant letterAt) {

    String villageArea() {
        return area.substring(0, 10);
    }

    boolean ofTps() {
        return area.length() > 10;
    }

    boolean ready() {
        return trainedAt != null && practisedAt != null;
    }
}
