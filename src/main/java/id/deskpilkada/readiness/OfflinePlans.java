package id.deskpilkada.readiness;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Whether a TPS without signal has its plan for reporting. */
public interface OfflinePlans {

    /** Whether there is a plan that says by which channel, who and when. */
    boolean complete(long roundId, String tps);

    /** The plan in one line for people in the field; empty without one. */
    default Optional<String> inWords(long roundId, String tps) {
        return Optional.empty();
    }

    /** Those plans of several TPS that are written down, by TPS. */
    default Map<String, String> inWords(long roundId, Collection<String> tps) {
        return Map.of();
    }
}
