package id.deskpilkada.walk;

import java.util.ArrayList;
import java.util.List;

/** Looks whether calls that should be refused have changed anything, some of them at a time: to look at every table takes longer than the calls. */
final class Refusals {

    private static final int AT_A_TIME = 25;

    private final Rows rows;
    private final List<String> calls = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    Refusals(Rows rows) {
        this.rows = rows;
        rows.changedSinceLastAsked();
    }

    /** Something was called that may change nothing. */
    void called(String call) {
        calls.add(call);
        if (calls.size() == AT_A_TIME) {
            look();
        }
    }

    /** Runs what may change something; that is no fault of the calls before and after it. */
    void except(Runnable call) {
        look();
        call.run();
        rows.changedSinceLastAsked();
    }

    /** What was changed, each with the calls of which one did it. */
    List<String> changes() {
        look();
        return List.copyOf(changes);
    }

    private void look() {
        if (calls.isEmpty()) {
            return;
        }
        var tables = rows.changedSinceLastAsked();
        if (!tables.isEmpty()) {
            changes.add("changed " + tables + " by one of " + calls);
        }
        calls.clear();
    }
}
