package id.deskpilkada.fieldreport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The answer to a report that is safely stored; the same for every repetition of it, but for the state.
 *
 * @param receipt short code that a person can note down, e.g. {@code 7K2QM-X9T4D}
 * @param created false when the report was there already
 */
public record Acknowledgement(
        UUID id, ReportState state, Instant receivedAt, String receipt, @JsonIgnore boolean created) {}
