package id.deskpilkada.voting.report;

import org.jspecify.annotations.Nullable;

/** How many have voted so far. @param total null when it was not said, not even by both parts */
record Turnout(@Nullable Integer male, @Nullable Integer female, @Nullable Integer total) {

    static final Turnout UNSAID = new Turnout(null, null, null);

    static Turnout of(@Nullable Integer male, @Nullable Integer female, @Nullable Integer total) {
        if (total == null && male != null && female != null) {
            return new Turnout(male, female, male + female);
        }
        return new Turnout(male, female, total);
    }

    boolean said() {
        return male != null || female != null || total != null;
    }

    /** Whether the parts fit into the total. */
    boolean adds() {
        if (total == null) {
            return true;
        }
        int parts = (male == null ? 0 : male) + (female == null ? 0 : female);
        return male != null && female != null ? parts == total : parts <= total;
    }
}
