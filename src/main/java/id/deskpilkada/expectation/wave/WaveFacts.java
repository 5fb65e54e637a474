package id.deskpilkada.expectation.wave;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a wave say.
 *
 * @param late the part of missing whose due time has come
 * @param firstDue when the first missing report is or was due; when nothing is missing, when the last of all was due; null when nothing is expected
 */
public record WaveFacts(int missing, int late, @Nullable Instant firstDue) {}
