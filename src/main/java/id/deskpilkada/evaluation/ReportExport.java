package id.deskpilkada.evaluation;

import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Sheets;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a report out as a file and records that somebody took it along. */
@Component
public class ReportExport {

    private final ReportFile file;
    private final Audit audit;

    ReportExport(ReportFile file, Audit audit) {
        this.file = file;
        this.audit = audit;
    }

    /** @param name of the file, without its ending @param action as the audit notes it */
    public record As(String name, String action) {}

    public void workbook(Report report, As as, HttpServletResponse response) throws IOException {
        record(report, as, "xlsx");
        response.setContentType(Sheets.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(report, as, "xlsx"));
        file.xlsx(report, response.getOutputStream());
    }

    public ResponseEntity<byte[]> paper(Report report, As as, Actor actor) {
        record(report, as, "pdf");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(report, as, "pdf"))
                .body(file.pdf(report, actor));
    }

    private static String attachment(Report report, As as, String format) {
        return "attachment; filename=\"%s.%s\"".formatted(PracticeMark.fileName(report.round(), as.name()), format);
    }

    private void record(Report report, As as, String format) {
        audit.record(as.action(), report.round().businessKey(), report.place().area(), Map.of("format", format));
    }
}
