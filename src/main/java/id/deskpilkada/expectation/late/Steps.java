package id.deskpilkada.expectation.late;

import java.time.Duration;

/**
 * When who is told, counted from the due time.
 *
 * @param remindBefore how long before it those who still owe a report are reminded
 * @param camat how long after it the camat is asked to call
 * @param desk how long after it the desk is asked to call as well
 * @param leader how long after it the leader on duty gets a digest
 */
record Steps(Duration remindBefore, Duration camat, Duration desk, Duration leader) {

    /** The distance of a step from the due time, negative before it. */
    Duration after(Addressee addressee) {
        return switch (addressee) {
            case REPORTER -> remindBefore.negated();
            case CAMAT -> camat;
            case DESK -> desk;
            case LEADER -> leader;
        };
    }

    Steps with(Addressee addressee, Duration after) {
        return switch (addressee) {
            case REPORTER -> new Steps(after.negated(), camat, desk, leader);
            case CAMAT -> new Steps(remindBefore, after, desk, leader);
            case DESK -> new Steps(remindBefore, camat, after, leader);
            case LEADER -> new Steps(remindBefore, camat, desk, after);
        };
    }

    /** Each step after the one before it, the reminder not after the due time and nobody called before it. */
    boolean inOrder() {
        return !remindBefore.isNegative()
                && !camat.isNegative()
                && desk.compareTo(camat) >= 0
                && leader.compareTo(desk) >= 0;
    }
}
