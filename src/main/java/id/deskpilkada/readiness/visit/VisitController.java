package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/visits")
class VisitController {

    private final VisitPlanning planning;
    private final VisitViews views;
    private final Photos photos;
    private final Elections elections;
    private final Regions regions;

    VisitController(VisitPlanning planning, VisitViews views, Photos photos, Elections elections, Regions regions) {
        this.planning = planning;
        this.views = views;
        this.photos = photos;
        this.elections = elections;
        this.regions = regions;
    }

    /** @param leader user name */
    record PlanRequest(
            @Nullable String tps, @Nullable String leader, @Nullable OffsetDateTime dueAt, @Nullable String reason) {

        VisitPlanning.Plan plan() {
            return new VisitPlanning.Plan(tps, leader, dueAt == null ? null : dueAt.toInstant(), reason);
        }
    }

    record CancelRequest(@Nullable String reason) {}

    record Taken(List<String> photos) {}

    @GetMapping
    Page<VisitView> list(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) Visit.@Nullable State state,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var window = Page.window(page, size);
        var inRound = elections.round(election, round);
        if (actor.may(Permission.PLAN_VISITS)) {
            var place =
                    region == null || region.isBlank() ? regions.installation().code() : region;
            return views.planned(inRound, place, state, window, actor);
        }
        actor.require(Permission.REPORT_VISIT);
        return views.own(inRound, state, window, actor);
    }

    @GetMapping("/{id}")
    VisitView one(@PathVariable UUID id, Actor actor) {
        return views.one(id, actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VisitView plan(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody PlanRequest asked,
            Actor actor) {
        return views.one(
                planning.plan(elections.round(election, round), asked.plan(), actor)
                        .id(),
                actor);
    }

    @PutMapping("/{id}")
    VisitView change(@PathVariable UUID id, @RequestBody PlanRequest asked, Actor actor) {
        planning.change(id, asked.plan(), actor);
        return views.one(id, actor);
    }

    @PostMapping("/{id}/cancel")
    VisitView cancel(@PathVariable UUID id, @RequestBody CancelRequest asked, Actor actor) {
        planning.cancel(id, asked.reason(), actor);
        return views.one(id, actor);
    }

    /** For the form of Tasklist: takes photos and tells the hashes by which the report names them. */
    @PostMapping("/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    Taken photos(
            @PathVariable UUID id,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            Actor actor)
            throws IOException {
        actor.require(Permission.REPORT_VISIT, views.one(id, actor).tps());
        var hashes = store(photos, files, actor);
        if (hashes.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("photos", null, "REQUIRED")));
        }
        return new Taken(hashes);
    }

    /** Empty file fields, as a browser sends them when nothing was chosen, are no photos. */
    static List<String> store(Photos photos, @Nullable List<MultipartFile> files, Actor actor) throws IOException {
        var hashes = new LinkedHashSet<String>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                hashes.add(photos.store(file.getBytes(), actor));
            }
        }
        return List.copyOf(hashes);
    }
}
