package id.deskpilkada.tierreport.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * That a report has arrived.
 *
 * @param digest of the snapshot as it came
 * @param fresh whether it arrived with this request
 */
record Receipt(String receiptId, Instant receivedAt, String digest, @JsonIgnore boolean fresh) {}
