package id.deskpilkada.expectation.wave;

/** What a wave owes, or when, is different now; published in the changing transaction, which holds the wave's row. */
public record WaveChanged(Wave wave, Cause cause) {

    /** Why it is different. */
    public enum Cause {
        /** Reports came or were excused. */
        REPORTED,
        /** Due times were moved, or reports were added. */
        MOVED,
        /** The schedule no longer asks for it. */
        WITHDRAWN
    }
}
