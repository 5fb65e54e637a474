package id.deskpilkada.tierreport.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of a slot in a place.
 *
 * @param report key of its newest version; null without one
 * @param version 0 without one
 * @param at when it was settled, else frozen, else due
 * @param late whether it was settled, or still is not, after its time was over for long
 * @param former key of the settled version that counts while a newer one waits
 */
record Cell(
        String slot,
        CellState state,
        @Nullable Long report,
        int version,
        Instant at,
        boolean late,
        @Nullable Long former) {

    static Cell none(String slot, Instant dueAt) {
        return new Cell(slot, CellState.NONE, null, 0, dueAt, false, null);
    }

    /** Where it is read; null while there is nothing to read. */
    public @Nullable String url() {
        return report == null ? null : "/desk/laporan/" + report;
    }

    /** Settled, and too late. */
    public boolean cameLate() {
        return late && state.isSettled();
    }
}
