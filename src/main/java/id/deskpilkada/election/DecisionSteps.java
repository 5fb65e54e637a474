package id.deskpilkada.election;

import java.util.UUID;

/** What follows from a recorded decision of KPU. */
public interface DecisionSteps {

    /** Whether it extends hours; all others open a round. */
    boolean extension(UUID decision);

    void openRound(UUID decision);

    void extendHours(UUID decision);

    /** Carries out a decision about a round whose process is over or older than decisions. */
    default void apply(UUID decision) {
        if (extension(decision)) {
            extendHours(decision);
        } else {
            openRound(decision);
        }
    }
}
