package id.deskpilkada.tally;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.audit.Audit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TallyController {

    private final Tallies tallies;
    private final Elections elections;
    private final Audit audit;

    TallyController(Tallies tallies, Elections elections, Audit audit) {
        this.tallies = tallies;
        this.elections = elections;
        this.audit = audit;
    }

    @GetMapping(path = "/api/tally/{race}", produces = MediaType.APPLICATION_JSON_VALUE)
    TallyView tally(
            @PathVariable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "received") String basis,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        var ofRace = elections.race(inRound.electionId(), race);
        String place = region == null || region.isBlank() ? tallies.startingPlace(actor) : region.strip();
        return tallies.view(inRound, ofRace, place, Basis.of(basis), actor);
    }

    @GetMapping(path = "/api/tally/{race}.csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "received") String basis,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var view = tally(race, region, basis, election, round, actor);
        var inRound = elections.round(election, round);
        var name = PracticeMark.fileName(
                inRound,
                "data-cepat-%s-%s-%s.csv"
                        .formatted(view.race(), view.figures().region().code(), view.basis()));
        audit.record(
                "tally.exported",
                name,
                view.figures().region().code(),
                Map.of("race", view.race(), "basis", view.basis()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(TallyCsv.of(view, PracticeMark.line(inRound, view.disclaimer()))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
