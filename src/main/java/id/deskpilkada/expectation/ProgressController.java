package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/progress")
class ProgressController {

    private static final int LARGEST_PAGE = 200;

    private final ProgressReports progress;
    private final MissingReports missing;
    private final MissingText text;
    private final Elections elections;
    private final ProgressPlaces places;

    ProgressController(
            ProgressReports progress,
            MissingReports missing,
            MissingText text,
            Elections elections,
            ProgressPlaces places) {
        this.progress = progress;
        this.missing = missing;
        this.text = text;
        this.elections = elections;
        this.places = places;
    }

    @GetMapping
    ProgressReport progress(
            @RequestParam ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        return progress.of(
                inRound, kind, ProgressPlaces.filled(slot), race(inRound, race), places.place(region, actor), actor);
    }

    @GetMapping("/missing")
    MissingReports.Page missing(
            @RequestParam ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var inRound = elections.round(election, round);
        return missing.of(
                inRound,
                kind,
                ProgressPlaces.filled(slot),
                race(inRound, race),
                places.place(region, actor),
                Math.max(page, 0),
                Math.min(Math.max(size, 1), LARGEST_PAGE),
                actor);
    }

    /** The list as a text for a WhatsApp group: codes of TPS, nobody's name or number. */
    @GetMapping(path = "/missing.txt", produces = "text/plain;charset=UTF-8")
    String text(
            @RequestParam ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        return text.of(
                inRound, kind, ProgressPlaces.filled(slot), race(inRound, race), places.place(region, actor), actor);
    }

    private @Nullable RaceRef race(RoundRef round, @Nullable String code) {
        String wanted = ProgressPlaces.filled(code);
        return wanted == null ? null : elections.race(round.electionId(), wanted);
    }
}
