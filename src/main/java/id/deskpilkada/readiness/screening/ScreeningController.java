package id.deskpilkada.readiness.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers' screening over HTTP: rows for the health service of their area, sums for the desk. */
@RestController
@Tag(name = "screenings")
class ScreeningController {

    private final Screenings screenings;
    private final ScreeningSummary summary;
    private final ScreeningDeletion deletion;
    private final Elections elections;

    ScreeningController(
            Screenings screenings, ScreeningSummary summary, ScreeningDeletion deletion, Elections elections) {
        this.screenings = screenings;
        this.summary = summary;
        this.deletion = deletion;
        this.elections = elections;
    }

    record Listed(List<PuskesmasAreas.Progress> items) {}

    /** @param screenedOn null, as what follows, while nobody has screened the officer */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficerView(
            long id,
            String code,
            String name,
            Duty duty,
            String place,
            @Nullable String phone,
            @Nullable LocalDate screenedOn,
            Screening.@Nullable Result result,
            @Nullable Boolean insuranceActive,
            @Nullable Boolean followUpDone) {

        static OfficerView of(ScreenedOfficer screened) {
            var officer = screened.officer();
            var screening = screened.screening();
            return new OfficerView(
                    officer.id(),
                    officer.code(),
                    officer.name(),
                    officer.duty(),
                    officer.area().length() > 10 ? officer.area() : Area.dotted(officer.area()),
                    officer.phone(),
                    screening == null ? null : screening.screenedOn(),
                    screening == null ? null : screening.result(),
                    screening == null ? null : screening.insured(),
                    screening == null ? null : screening.followUpDone());
        }
    }

    record Deletion(@Nullable LocalDate eraseOn) {}

    @Operation(summary = "The puskesmas areas of one's own places, and how many of their officers have been screened")
    @GetMapping("/api/puskesmas")
    Listed areas(@RequestParam(required = false) @Nullable String election, Actor actor) {
        return new Listed(screenings.progress(elections.electionId(election), actor));
    }

    @Operation(summary = "Officers of a puskesmas area with their screening; each look stands in the trail")
    @GetMapping("/api/screenings")
    Page<OfficerView> list(
            @RequestParam long puskesmas,
            @RequestParam(required = false) ScreenedOfficer.@Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var found = screenings.page(puskesmas, state, Page.window(page, size), actor);
        return new Page<>(
                found.items().stream().map(OfficerView::of).toList(), found.page(), found.size(), found.total());
    }

    @Operation(summary = "Everybody of a puskesmas area as CSV; each export stands in the trail")
    @GetMapping("/api/screenings.csv")
    ResponseEntity<String> export(@RequestParam long puskesmas, Actor actor) {
        var rows = screenings.export(puskesmas, actor);
        var name = ContentDisposition.attachment()
                .filename("skrining-" + puskesmas + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(ScreeningCsv.of(rows));
    }

    @Operation(summary = "Record one officer's screening: day, result class, insurance, follow-up, and nothing else")
    @PutMapping("/api/screenings/{officer}")
    OfficerView save(@PathVariable long officer, @RequestBody(required = false) @Nullable JsonNode body, Actor actor) {
        actor.require(Permission.SCREEN_OFFICERS);
        return OfficerView.of(screenings.save(officer, ScreeningEntry.read(body), actor));
    }

    @Operation(summary = "Sums by district; what stands for fewer than five people is withheld (null)")
    @GetMapping("/api/screenings/summary")
    ScreeningSummary.View summary(@RequestParam(required = false) @Nullable String election, Actor actor) {
        return summary.of(elections.electionId(election), actor);
    }

    @Operation(summary = "The day on which the screenings and officers of an election are erased")
    @GetMapping("/api/screenings/deletion")
    Deletion deletion(@RequestParam(required = false) @Nullable String election, Actor actor) {
        actor.require(Permission.OPEN_HEALTH_PAGES);
        return new Deletion(deletion.day(election(election)));
    }

    @PutMapping("/api/screenings/deletion")
    Deletion setDeletion(
            @RequestParam(required = false) @Nullable String election, @RequestBody Deletion wanted, Actor actor) {
        actor.require(Permission.SET_SCREENING_DELETION);
        var day = wanted.eraseOn();
        if (day == null) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("eraseOn", null, "FIELD_REQUIRED")));
        }
        deletion.set(election(election), day, actor);
        return wanted;
    }

    private ElectionRef election(@Nullable String code) {
        long id = elections.electionId(code);
        return elections.all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
