package id.deskpilkada.election;

/** How far a round has come, in this order. */
public enum RoundPhase {
    PREPARED,
    STARTED,
    COUNTING,
    CLOSED;

    /** Whether reports are taken: started and not yet closed. */
    public boolean active() {
        return this == STARTED || this == COUNTING;
    }
}
