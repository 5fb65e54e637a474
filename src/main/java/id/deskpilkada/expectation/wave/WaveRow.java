package id.deskpilkada.expectation.wave;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wave as its row stands.
 *
 * @param looksAt when its process looks next, as its timer was last told
 * @param chasedAt since when somebody is called
 * @param instanceId of its process, the last one it had
 */
public record WaveRow(
        Wave wave,
        int missing,
        WaveState state,
        @Nullable Instant looksAt,
        @Nullable Instant chasedAt,
        @Nullable String instanceId) {}
