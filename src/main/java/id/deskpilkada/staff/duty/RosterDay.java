package id.deskpilkada.staff.duty;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The roster of one day of the regency, post by post. */
record RosterDay(LocalDate day, List<PostDay> posts) {

    /** @param findings what is amiss */
    record PostDay(
            long id,
            String name,
            String area,
            String place,
            boolean mayEdit,
            List<Shift> shifts,
            List<RosterCheck.Finding> findings,
            List<Note> notes) {}

    /** What one shift told the next. */
    record Note(String text, String authorName, OffsetDateTime writtenAt) {}
}
