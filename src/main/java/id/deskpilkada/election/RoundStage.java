package id.deskpilkada.election;

/** Where the day is, finer than {@link RoundPhase} and in this order; set by the process {@code election-round}. */
public enum RoundStage {
    PREPARATION,
    READINESS,
    VOTING,
    COUNTING,
    REPORTING,
    CLOSED
}
