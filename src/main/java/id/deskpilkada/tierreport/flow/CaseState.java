package id.deskpilkada.tierreport.flow;

/** Where the report of a slot stands in a place. */
enum CaseState {
    /** For its time, for its figures, or one tier up for the tier below. */
    WAITING,
    /** The desk looks at it. */
    CHECKING,
    /** It waits for its signature. */
    SIGNING,
    SETTLED,
    /** The round ended before anybody signed. */
    UNSIGNED,
    /** The schedule no longer has the slot, or the round ended before its time. */
    WITHDRAWN,
    /** The application was away at its time, and a later slot has overtaken it. */
    PASSED_OVER;

    /** Whether its process runs. */
    boolean open() {
        return this == WAITING || this == CHECKING || this == SIGNING;
    }

    /** Whether its last version is the final one for now. */
    boolean over() {
        return this == SETTLED || this == UNSIGNED;
    }

    /** Whether no figures were ever asked for, so that it may be opened once more. */
    boolean unused() {
        return this == WITHDRAWN || this == PASSED_OVER;
    }
}
