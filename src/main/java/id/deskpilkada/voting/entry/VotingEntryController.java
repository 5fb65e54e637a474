package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/voting")
@Tag(name = "voting")
class VotingEntryController {

    private final Elections elections;
    private final VotingEntry entry;
    private final NoNews noNews;

    VotingEntryController(Elections elections, VotingEntry entry, NoNews noNews) {
        this.elections = elections;
        this.entry = entry;
        this.noNews = noNews;
    }

    record Slot(@Nullable String slot, @Nullable String election, @Nullable String round) {}

    @Operation(summary = "The form of a slot for one's own polling stations, with what is known of each")
    @GetMapping("/entry")
    EntrySheet entry(
            @RequestParam String slot,
            @RequestParam String area,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return entry.sheet(elections.round(election, round), slot, Area.digits(area), Page.window(page, size), actor);
    }

    @Operation(summary = "Note that there is no news of a TPS yet; it stays missing")
    @PutMapping("/no-news/{tps}")
    NoNews.Noted noNews(@PathVariable String tps, @RequestBody Slot about, Actor actor) {
        if (about.slot() == null) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("slot", null, "FIELD_REQUIRED")));
        }
        return noNews.note(elections.round(about.election(), about.round()), about.slot(), tps, actor);
    }
}
