package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.platform.document.Sheets;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The minutes of a meeting on paper. */
@Component
class MeetingMinutes {

    private final MeetingReading reading;
    private final Documents documents;
    private final MeetingDates dates;
    private final Audit audit;
    private final Messages messages;

    MeetingMinutes(MeetingReading reading, Documents documents, MeetingDates dates, Audit audit, Messages messages) {
        this.reading = reading;
        this.documents = documents;
        this.dates = dates;
        this.audit = audit;
        this.messages = messages;
    }

    byte[] pdf(Actor actor, long id) {
        var meeting = reading.one(actor, id);
        audit.record("export.meeting", "meeting/" + id, null, Map.of("format", "pdf"));
        return documents.pdf("meeting-minutes", Map.of("meeting", meeting, "dates", dates.onPaper()));
    }

    byte[] workbook(Actor actor) {
        var decisions = reading.all(actor);
        audit.record("export.meetings", null, null, Map.of("rows", Integer.toString(decisions.size())));
        var bytes = new ByteArrayOutputStream();
        try (var sheets = Sheets.into(bytes)) {
            sheets.sheet(
                    messages.text("meeting.sheet"),
                    List.of(
                            column("meeting.sheet.meeting", 40),
                            column("meeting.sheet.no", 6),
                            column("meeting.decision", 60),
                            column("meeting.inCharge", 30),
                            column("meeting.dueOn", 14),
                            column("meeting.state", 20),
                            column("meeting.overdue", 14)));
            for (var decision : decisions) {
                sheets.row(
                        decision.subject(),
                        decision.position(),
                        decision.text(),
                        decision.inCharge(),
                        decision.dueOn(),
                        messages.text("meeting.state." + decision.state()),
                        decision.overdue() ? messages.text("meeting.overdue") : null);
            }
        }
        return bytes.toByteArray();
    }

    private Sheets.Column column(String key, int width) {
        return Sheets.Column.of(messages.text(key), width);
    }
}
