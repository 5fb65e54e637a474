package id.deskpilkada.audit;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "audit")
class AuditController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AuditReading reading;
    private final AuditFile file;

    AuditController(AuditReading reading, AuditFile file) {
        this.reading = reading;
        this.file = file;
    }

    @Operation(summary = "Who did what, when and from where, the latest first")
    @GetMapping("/api/audit")
    Page<AuditLine> page(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return reading.page(question(from, to, person, area, action), page, size, actor);
    }

    @Operation(summary = "The same as a file, oldest first, with the columns from which the chain can be recomputed")
    @GetMapping(path = "/api/audit.csv", produces = "text/csv")
    void csv(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String action,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var question = question(from, to, person, area, action);
        reading.beginExport(question, "csv", actor);
        attachment(response, "text/csv;charset=UTF-8", "csv");
        file.csv(question, response.getOutputStream());
    }

    @GetMapping(path = "/api/audit.xlsx", produces = XLSX)
    void xlsx(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String action,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var question = question(from, to, person, area, action);
        reading.beginExport(question, "xlsx", actor);
        attachment(response, XLSX, "xlsx");
        file.xlsx(question, response.getOutputStream());
    }

    private AuditQuestion question(String from, String to, String person, String area, String action) {
        return AuditQuestion.of(from, to, person, area, action, true, reading.zone());
    }

    private static void attachment(HttpServletResponse response, String type, String suffix) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit." + suffix + "\"");
    }
}
