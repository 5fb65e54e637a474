package id.deskpilkada.expectation.wave;

/** Where the process of a wave is. */
public enum WaveState {
    /** None has been opened yet. */
    NEW,
    /** It waits for the deadline. */
    WAITING,
    /** Somebody is late and is called. */
    CHASING,
    /** It has ended; it is opened again when something is missing again. */
    DONE;

    public boolean running() {
        return this == WAITING || this == CHASING;
    }
}
