package id.deskpilkada.staff.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coordination meeting as it was recorded.
 *
 * @param heldAt in the regency's time
 * @param participants institutions
 */
record Meeting(
        long id,
        String subject,
        OffsetDateTime heldAt,
        String place,
        @Nullable String chair,
        List<String> participants,
        @Nullable String summary,
        List<Decision> decisions,
        List<Change> history) {

    enum State {
        OPEN,
        IN_PROGRESS,
        DONE,
        DROPPED;

        /** Whether somebody still has to do something. */
        boolean pending() {
            return this == OPEN || this == IN_PROGRESS;
        }
    }

    /**
     * Something that was decided.
     *
     * @param inCharge office or person (PIC)
     * @param overdue whether its day has passed and it is still pending
     */
    record Decision(
            long id,
            long meetingId,
            String subject,
            int position,
            String text,
            String inCharge,
            LocalDate dueOn,
            State state,
            boolean overdue) {}

    /** A line of the history; nothing of it is ever taken back. */
    record Change(
            @Nullable Integer position,
            String what,
            @Nullable String before,
            @Nullable String after,
            String authorName,
            OffsetDateTime changedAt) {}
}
