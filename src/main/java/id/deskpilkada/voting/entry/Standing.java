package id.deskpilkada.voting.entry;

import id.deskpilkada.fieldreport.FieldReports.Sent;
import id.deskpilkada.fieldreport.ReportState;
import org.jspecify.annotations.Nullable;

/** How the report of a place stands for whoever owes it. */
enum Standing {
    MISSING("warn", "missing"),
    STORED("info", "sent"),
    REJECTED("bad", "failed"),
    HELD("warn", "done"),
    RECEIVED("ok", "done"),
    LATE("ok", "done"),
    EXCUSED("info", "done");

    private final String badge;
    private final String row;

    Standing(String badge, String row) {
        this.badge = badge;
        this.row = row;
    }

    /** Ending of the badge's style class. */
    public String badge() {
        return badge;
    }

    /** How the row of the form is drawn. */
    public String row() {
        return row;
    }

    /** Key of its name in the bundles. */
    public String label() {
        return "voting.entry.standing." + name();
    }

    /** @param sent what the reader sent last; counts until it is settled, and when it was refused */
    static Standing of(@Nullable String expected, boolean reported, boolean held, @Nullable Sent sent) {
        if (sent != null && sent.state() == ReportState.STORED) {
            return STORED;
        }
        if (sent != null && sent.state() == ReportState.REJECTED) {
            return REJECTED;
        }
        if (held) {
            return HELD;
        }
        if (expected == null || expected.equals("MISSING")) {
            return reported ? RECEIVED : MISSING;
        }
        return valueOf(expected);
    }
}
