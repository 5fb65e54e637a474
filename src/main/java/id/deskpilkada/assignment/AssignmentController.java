package id.deskpilkada.assignment;

import id.deskpilkada.assignment.DistrictEntry.VillageEntry;
import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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

/** Who is named for the villages and TPS of a district; camat and desk. */
@RestController
@RequestMapping("/api/assignments")
@Tag(name = "assignments")
class AssignmentController {

    private final Assignments assignments;
    private final Replacements replacements;
    private final DistrictViews views;

    AssignmentController(Assignments assignments, Replacements replacements, DistrictViews views) {
        this.assignments = assignments;
        this.replacements = replacements;
        this.views = views;
    }

    record Training(@Nullable List<Long> attended, @Nullable List<Long> missed) {}

    @Operation(summary = "People in charge of a district's villages and TPS, and what is missing")
    @GetMapping("/{district}")
    DistrictView one(
            @PathVariable String district,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return assignments.view(views.find(district, election, round), actor);
    }

    @Operation(
            summary =
                    "Name people for several villages at once: all that are listed or, with a fault anywhere, none; nobody is taken away by leaving them out")
    @PutMapping("/{district}")
    DistrictView put(
            @PathVariable String district,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody DistrictEntry entry,
            Actor actor) {
        return assignments.put(views.find(district, election, round), entry, actor);
    }

    @Operation(summary = "Name people for one village")
    @PutMapping("/{district}/{village}")
    DistrictView putVillage(
            @PathVariable String district,
            @PathVariable String village,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody DistrictEntry.Named entry,
            Actor actor) {
        var villages = List.of(new VillageEntry(village, entry.people()));
        return assignments.put(
                views.find(district, election, round),
                new DistrictEntry(entry.skNumber(), entry.skDate(), villages),
                actor);
    }

    @Operation(summary = "End somebody's charge of a place without a successor; the role goes at once")
    @DeleteMapping("/{district}/people/{assignment}")
    DistrictView end(
            @PathVariable String district,
            @PathVariable long assignment,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return assignments.end(views.find(district, election, round), assignment, reason, actor);
    }

    @Operation(summary = "Put one person in another's place: role, open tasks and messages in one go")
    @PostMapping("/{district}/replacements")
    @ResponseStatus(HttpStatus.CREATED)
    Replacements.Replaced replace(
            @PathVariable String district,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody Replacements.Replacement replacement,
            Actor actor) {
        return replacements.replace(views.find(district, election, round), replacement, actor);
    }

    @Operation(summary = "Who came to the training, and who did not after all")
    @PutMapping("/{district}/training")
    DistrictView train(
            @PathVariable String district,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody Training training,
            Actor actor) {
        return assignments.train(
                views.find(district, election, round), orNone(training.attended()), orNone(training.missed()), actor);
    }

    @Operation(summary = "People who work in this district and nowhere else, to pick from")
    @GetMapping("/{district}/people")
    List<KnownPeople.Found> people(
            @PathVariable String district, @RequestParam(defaultValue = "") String q, Actor actor) {
        return assignments.search(district, q, actor);
    }

    private static List<Long> orNone(@Nullable List<Long> ids) {
        return ids == null ? List.of() : ids;
    }
}
