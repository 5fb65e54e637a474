package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.staff.meeting.Meeting.State;
import id.deskpilkada.staff.meeting.MeetingDraft.DecisionDraft;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log of meetings by program. */
@RestController
@Tag(name = "meetings")
class MeetingController {

    private final MeetingReading reading;
    private final MeetingDesk desk;
    private final MeetingMinutes minutes;

    MeetingController(MeetingReading reading, MeetingDesk desk, MeetingMinutes minutes) {
        this.reading = reading;
        this.desk = desk;
        this.minutes = minutes;
    }

    record MeetingBody(
            @Nullable String subject,
            @Nullable OffsetDateTime heldAt,
            @Nullable String place,
            @Nullable String chair,
            @Nullable List<String> participants,
            @Nullable String summary,
            @Nullable List<DecisionDraft> decisions) {

        MeetingDraft draft() {
            var at = heldAt == null ? null : heldAt.toInstant();
            return new MeetingDraft(subject, at, place, chair, participants, summary, decisions);
        }
    }

    record ProgressBody(
            @Nullable State state, @Nullable String inCharge, @Nullable LocalDate dueOn, @Nullable String remark) {}

    record Created(long id) {}

    @Operation(summary = "Coordination meetings, the latest first, with their decisions")
    @GetMapping("/api/meetings")
    Page<Meeting> meetings(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Actor actor) {
        return reading.page(actor, Page.window(page, size));
    }

    @Operation(summary = "One meeting with the history of its decisions")
    @GetMapping("/api/meetings/{id}")
    Meeting meeting(@PathVariable long id, Actor actor) {
        return reading.one(actor, id);
    }

    @Operation(summary = "The minutes of one meeting, to sign and to hand out")
    @GetMapping("/api/meetings/{id}/minutes.pdf")
    ResponseEntity<byte[]> minutes(@PathVariable long id, Actor actor) {
        var name =
                ContentDisposition.inline().filename("notulen-" + id + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(minutes.pdf(actor, id));
    }

    @Operation(summary = "Every decision of every meeting as a workbook")
    @GetMapping("/api/meetings.xlsx")
    ResponseEntity<byte[]> workbook(Actor actor) {
        var name =
                ContentDisposition.attachment().filename("keputusan-rapat.xlsx").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Sheets.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(minutes.workbook(actor));
    }

    @Operation(summary = "Record a meeting")
    @PostMapping("/api/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    Created record(@RequestBody MeetingBody body, Actor actor) {
        return new Created(desk.record(actor, body.draft()));
    }

    @Operation(summary = "Add a decision to a meeting")
    @PostMapping("/api/meetings/{id}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Created decide(@PathVariable long id, @RequestBody DecisionDraft body, Actor actor) {
        return new Created(desk.decide(actor, id, body));
    }

    @Operation(summary = "Say how a decision goes on; what is left out stays as it is")
    @PostMapping("/api/meetings/decisions/{id}/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void goOn(@PathVariable long id, @RequestBody ProgressBody body, Actor actor) {
        desk.goOn(actor, id, new MeetingDesk.Progress(body.state(), body.inCharge(), body.dueOn(), body.remark()));
    }
}
