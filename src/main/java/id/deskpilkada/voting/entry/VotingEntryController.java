package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/voting")
@Tag(name = "voting")
class VotingEntryController {

    private final Elections elections;
    private final VotingEntry entry;

    VotingEntryController(Elections elections, VotingEntry entry) {
        this.elections = elections;
        this.entry = entry;
    }

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
}
