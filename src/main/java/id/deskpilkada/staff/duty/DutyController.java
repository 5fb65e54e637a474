package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.duty.ShiftDraft.Someone;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The duty roster by program. */
@RestController
@RequestMapping("/api/duty")
@Tag(name = "duty")
class DutyController {

    private final RosterReading reading;
    private final RosterDesk desk;
    private final Regions regions;
    private final Clock clock;

    DutyController(RosterReading reading, RosterDesk desk, Regions regions, Clock clock) {
        this.reading = reading;
        this.desk = desk;
        this.regions = regions;
        this.clock = clock;
    }

    record PersonAnswer(String username, String name, boolean leads) {}

    record ShiftAnswer(
            long id, OffsetDateTime startsAt, OffsetDateTime endsAt, boolean running, List<PersonAnswer> people) {}

    record FindingAnswer(RosterCheck.Kind kind, OffsetDateTime from, OffsetDateTime to) {}

    record PostAnswer(
            long id,
            String name,
            String region,
            List<ShiftAnswer> shifts,
            List<FindingAnswer> findings,
            List<RosterDay.Note> notes) {}

    record DayAnswer(LocalDate day, String zone, List<PostAnswer> posts) {}

    /** @param region code of the place of the post; absent: that of the installation */
    record ShiftBody(
            @Nullable String post,
            @Nullable String region,
            @Nullable OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable List<Someone> people) {}

    record PeopleBody(@Nullable List<Someone> people) {}

    record CopyBody(@Nullable LocalDate day) {}

    record NoteBody(@Nullable String text) {}

    record Created(long id) {}

    @Operation(summary = "The roster of a day of the regency, with what is amiss")
    @GetMapping
    DayAnswer day(@RequestParam(required = false) @Nullable LocalDate day, Actor actor) {
        var now = Instant.now(clock);
        var wanted = day == null ? LocalDate.ofInstant(now, regions.zone()) : day;
        var posts = reading.day(actor, wanted).posts().stream()
                .map(post -> new PostAnswer(
                        post.id(),
                        post.name(),
                        Area.dotted(post.area()),
                        post.shifts().stream().map(shift -> answer(shift, now)).toList(),
                        post.findings().stream()
                                .map(finding ->
                                        new FindingAnswer(finding.kind(), local(finding.from()), local(finding.to())))
                                .toList(),
                        post.notes()))
                .toList();
        return new DayAnswer(wanted, regions.zoneName(), posts);
    }

    @Operation(summary = "Plan a shift; a post that is not known yet is founded")
    @PostMapping("/shifts")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@RequestBody ShiftBody body, Actor actor) {
        var region = body.region() == null ? regions.installation().area() : Area.digits(body.region());
        if (body.startsAt() == null || body.endsAt() == null) {
            throw Problem.unprocessable("DUTY_SHIFT_LENGTH");
        }
        return new Created(desk.add(
                actor,
                new ShiftDraft(
                        Objects.requireNonNullElse(body.post(), ""),
                        region,
                        body.startsAt().toInstant(),
                        body.endsAt().toInstant(),
                        Objects.requireNonNullElse(body.people(), List.of()))));
    }

    @Operation(summary = "Say who is on a shift, all of them")
    @PutMapping("/shifts/{id}/people")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void people(@PathVariable long id, @RequestBody PeopleBody body, Actor actor) {
        desk.setPeople(actor, id, Objects.requireNonNullElse(body.people(), List.of()));
    }

    @Operation(summary = "The same shift with the same people on another day")
    @PostMapping("/shifts/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    Created copy(@PathVariable long id, @RequestBody CopyBody body, Actor actor) {
        if (body.day() == null) {
            throw Problem.unprocessable("DUTY_DAY_MISSING");
        }
        return new Created(desk.copy(actor, id, body.day()));
    }

    @Operation(summary = "Take a shift off the roster")
    @DeleteMapping("/shifts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Actor actor) {
        desk.remove(actor, id);
    }

    @Operation(summary = "What one shift tells the next; stays as written")
    @PostMapping("/posts/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    void note(@PathVariable long id, @RequestBody NoteBody body, Actor actor) {
        desk.note(actor, id, Objects.requireNonNullElse(body.text(), ""));
    }

    private ShiftAnswer answer(Shift shift, Instant now) {
        var people = shift.people().stream()
                .map(person -> new PersonAnswer(person.username(), person.name(), person.leads()))
                .toList();
        return new ShiftAnswer(shift.id(), local(shift.startsAt()), local(shift.endsAt()), shift.runsAt(now), people);
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }
}
