package id.deskpilkada.readiness.risk;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register as a file, with the same filters as the list. */
@RestController
@Tag(name = "risks")
class RiskFileController {

    private static final Map<String, String> TYPES = Map.of(
            "xlsx", Sheets.MEDIA_TYPE, "pdf", MediaType.APPLICATION_PDF_VALUE, "geojson", "application/geo+json");

    private final RiskFile file;

    RiskFileController(RiskFile file) {
        this.file = file;
    }

    @Operation(summary = "Entries inside one's area as XLSX, PDF (2,000 at most) or GeoJSON; every export is recorded")
    @GetMapping({"/api/risks.xlsx", "/api/risks.pdf", "/api/risks.geojson"})
    void export(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String variable,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String state,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI();
        var format = path.substring(path.lastIndexOf('.') + 1);
        var question = RiskQuestion.of(region, variable, indicator, level, owner, state);
        var order = file.begin(election, question, format, actor);
        var paper = format.equals("pdf") ? file.pdf(order) : null;
        response.setContentType(TYPES.get(format));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tps-rawan." + format + "\"");
        if (paper != null) {
            response.getOutputStream().write(paper);
        } else if (format.equals("xlsx")) {
            file.xlsx(order, response.getOutputStream());
        } else {
            file.geoJson(order, response.getOutputStream());
        }
    }
}
