package id.deskpilkada.voting.board;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/voting")
class VotingBoardController {

    private static final String PLAIN_TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

    private final VotingBoard board;
    private final SituationText texts;
    private final Elections elections;
    private final Regions regions;

    VotingBoardController(VotingBoard board, SituationText texts, Elections elections, Regions regions) {
        this.board = board;
        this.texts = texts;
        this.elections = elections;
        this.regions = regions;
    }

    /** How the day of voting stands in a region and one level down; without a slot in the one that matters now. */
    @GetMapping("/summary")
    VotingSummary summary(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return summary(elections.round(election, round), region, slot, actor);
    }

    /** The same as a text to send on. */
    @GetMapping(path = "/situation.txt", produces = PLAIN_TEXT)
    String situation(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        return texts.of(inRound, summary(inRound, region, slot, actor));
    }

    private VotingSummary summary(RoundRef round, @Nullable String region, @Nullable String slot, Actor actor) {
        var place = regions.asked(region, Permission.OPEN_DASHBOARD, actor);
        var shown = board.slot(round, slot)
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_SLOT", slot == null ? "" : slot));
        return board.summary(round, shown, place, actor);
    }
}
