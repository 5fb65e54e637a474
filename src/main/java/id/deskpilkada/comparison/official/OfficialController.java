package id.deskpilkada.comparison.official;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The figures that KPU publishes, over HTTP: sending a file, which files there are, and an empty table to fill in. */
@RestController
@RequestMapping("/api/official-figures")
public class OfficialController {

    private final OfficialImports imports;
    private final OfficialRows rows;
    private final Elections elections;
    private final Regions regions;
    private final Messages messages;

    OfficialController(
            OfficialImports imports, OfficialRows rows, Elections elections, Regions regions, Messages messages) {
        this.imports = imports;
        this.rows = rows;
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
    }

    /** A warning in the words of the refusals. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(@Nullable String field, @Nullable Integer row, @Nullable String value, String code, String message) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable Long id,
            OfficialFormat format,
            @Nullable OffsetDateTime publishedAt,
            Map<String, Integer> places,
            int empty,
            int outside,
            Map<String, Integer> candidates,
            List<Told> warnings,
            boolean dryRun) {}

    /** 200 with what was read; 409 {@code OFFICIAL_KNOWN}; 422 with every fault and nothing stored. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer send(
            @RequestParam String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String candidates,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor) {
        actor.require(Permission.COMPARE_OFFICIAL);
        var inRound = elections.round(election, round);
        var about = elections.race(inRound.electionId(), race);
        var result = imports.take(OfficialOrder.of(inRound, about, file, source, candidates, dryRun, actor));
        return new Answer(
                result.id(),
                result.format(),
                result.publishedAt(),
                result.places(),
                result.empty(),
                result.outside(),
                result.candidates(),
                result.warnings().stream().map(this::told).toList(),
                dryRun);
    }

    private Told told(FieldProblem warning) {
        return new Told(warning.field(), warning.row(), warning.value(), warning.code(), messages.problem(warning));
    }

    /** The files of a race, the newest first. */
    @GetMapping
    @Transactional(readOnly = true)
    public List<OfficialImport> list(
            @RequestParam String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        actor.require(Permission.READ_COMPARISON, regions.installation().code());
        var inRound = elections.round(election, round);
        return rows.of(inRound.id(), elections.race(inRound.electionId(), race).id());
    }

    @GetMapping(path = "/template.csv", produces = "text/csv")
    ResponseEntity<byte[]> template(
            @RequestParam String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        var file = imports.template(inRound, elections.race(inRound.electionId(), race), actor);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(PracticeMark.fileName(inRound, "angka-kpu.csv"))
                                .build()
                                .toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }
}
