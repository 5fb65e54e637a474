package id.deskpilkada.incident.file;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.incident.file.IncidentLines.Question;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.document.Sheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents as files, with the same filters and reach as the list. */
@RestController
@Tag(name = "incidents")
class IncidentFileController {

    private static final Map<String, String> TYPES =
            Map.of("xlsx", Sheets.MEDIA_TYPE, "csv", "text/csv;charset=UTF-8", "geojson", "application/geo+json");

    private final IncidentFile file;
    private final IncidentDocument document;

    IncidentFileController(IncidentFile file, IncidentDocument document) {
        this.file = file;
        this.document = document;
    }

    @Operation(
            summary =
                    "Incidents inside one's own area as XLSX, CSV or GeoJSON, with response times; words about somebody's health stay out; every export is recorded")
    @GetMapping({"/api/incidents.xlsx", "/api/incidents.csv", "/api/incidents.geojson"})
    void export(
            @RequestParam(required = false) @Nullable IncidentState state,
            @RequestParam(required = false) @Nullable Integer severity,
            @RequestParam(required = false) @Nullable IncidentCategory category,
            @RequestParam(required = false) @Nullable String region,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI();
        var format = path.substring(path.lastIndexOf('.') + 1);
        var question = Question.of(state, severity, category, region);
        file.begin(question, format, actor);
        response.setContentType(TYPES.get(format));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kejadian." + format + "\"");
        switch (format) {
            case "xlsx" -> file.xlsx(question, actor, response.getOutputStream());
            case "csv" -> file.csv(question, actor, response.getOutputStream());
            default -> file.geoJson(question, actor, response.getOutputStream());
        }
    }

    @Operation(summary = "Everything that was done about one incident, on paper; an agency gets its own part")
    @GetMapping("/desk/kejadian/{id:[0-9]+}/berkas.pdf")
    ResponseEntity<byte[]> paper(@PathVariable long id, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kejadian-K-" + id + ".pdf\"")
                .body(document.pdf(id, actor));
    }
}
