package id.deskpilkada.voting.report;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said about the reports of the day beside the reports themselves, which go to {@code PUT /api/field-reports/{id}}. */
@RestController
@RequestMapping("/api/voting")
@Tag(name = "voting")
class VotingController {

    private final Elections elections;
    private final TurnoutConfirmations confirmations;
    private final NoNews noNews;
    private final Regions regions;

    VotingController(Elections elections, TurnoutConfirmations confirmations, NoNews noNews, Regions regions) {
        this.elections = elections;
        this.confirmations = confirmations;
        this.noNews = noNews;
        this.regions = regions;
    }

    record Confirmation(@Nullable String reason, @Nullable String election, @Nullable String round) {}

    record Confirmed(String tps, String slot, int total, boolean held) {}

    @Operation(summary = "Let a held turnout count, because somebody has asked at the TPS")
    @PostMapping("/{tps}/slots/{slot}/confirmation")
    Confirmed confirm(
            @PathVariable String tps, @PathVariable String slot, @RequestBody Confirmation request, Actor actor) {
        var round = elections.round(request.election(), request.round());
        int total = confirmations.confirm(round, tps, slot, request.reason(), actor);
        return new Confirmed(tps, slot, total, false);
    }

    record NoNewsNote(@Nullable String slot, @Nullable String election, @Nullable String round) {}

    record Noted(String tps, String slot, OffsetDateTime at) {}

    @Operation(summary = "Note that there is no news of a TPS yet; it stays missing")
    @PutMapping("/no-news/{tps}")
    Noted note(@PathVariable String tps, @RequestBody NoNewsNote request, Actor actor) {
        var slot = request.slot();
        if (slot == null || slot.isBlank()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("slot", null, "FIELD_REQUIRED")));
        }
        var round = elections.round(request.election(), request.round());
        Instant at = noNews.note(round, tps, slot, actor);
        return new Noted(tps, slot, at.atZone(regions.zone()).toOffsetDateTime());
    }
}
