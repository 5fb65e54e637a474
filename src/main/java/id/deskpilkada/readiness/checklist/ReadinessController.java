package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.ReadinessStage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Readiness over HTTP: the checklist to fill in, one TPS to look at, and photos as a browser sends them. Reports themselves go to {@code PUT /api/field-reports/{id}}. */
@RestController
@RequestMapping("/api/readiness")
class ReadinessController {

    private final Elections elections;
    private final ReadinessEntry entry;
    private final ReadinessReading reading;
    private final Photos photos;

    ReadinessController(Elections elections, ReadinessEntry entry, ReadinessReading reading, Photos photos) {
        this.elections = elections;
        this.entry = entry;
        this.reading = reading;
        this.photos = photos;
    }

    @GetMapping("/entry")
    ReadinessEntry.Sheet entry(
            @RequestParam ReadinessStage stage,
            @RequestParam String area,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            Actor actor) {
        return entry.sheet(elections.round(election, round), stage, area.replace(".", ""), page, size, actor);
    }

    @GetMapping("/{tps}")
    ReadinessView one(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return reading.of(election, round, tps, actor);
    }

    record Taken(List<String> photos) {}

    @PostMapping("/{tps}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(
            @PathVariable String tps,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            Actor actor)
            throws IOException {
        if (!actor.may(Permission.REPORT, tps) && !actor.may(Permission.REPORT_FOR_OTHERS, tps)) {
            throw Problem.forbidden("NOT_YOUR_TPS", tps);
        }
        var hashes = new LinkedHashSet<String>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                hashes.add(photos.store(file.getBytes(), actor));
            }
        }
        if (hashes.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("photos", null, "REQUIRED")));
        }
        return new Taken(List.copyOf(hashes));
    }
}
