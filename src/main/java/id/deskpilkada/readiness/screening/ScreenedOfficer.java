package id.deskpilkada.readiness.screening;

import org.jspecify.annotations.Nullable;

/** An officer and, once there is one, their screening. */
record ScreenedOfficer(Officer officer, @Nullable Screening screening) {

    boolean followUpOpen() {
        return screening != null && screening.followUpOpen();
    }

    State state() {
        if (screening == null) {
            return State.UNSCREENED;
        }
        if (!screening.atRisk()) {
            return State.NOT_AT_RISK;
        }
        return screening.followUpDone() ? State.FOLLOWED_UP : State.FOLLOW_UP_OPEN;
    }

    enum State {
        UNSCREENED,
        FOLLOW_UP_OPEN,
        FOLLOWED_UP,
        NOT_AT_RISK
    }
}
