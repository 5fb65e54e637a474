package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.fieldreport.Acknowledgement;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Field reports over HTTP. */
@RestController
class FieldReportController {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Intake intake;
    private final SendingRate rate;
    private final ReportViews views;

    FieldReportController(Intake intake, SendingRate rate, ReportViews views) {
        this.intake = intake;
        this.rate = rate;
        this.views = views;
    }

    @PutMapping(path = "/api/field-reports/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Acknowledgement> put(
            @PathVariable String id, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BelievedSender.require(request, actor);
        rate.count(actor, response);
        var acknowledgement =
                intake.acknowledge(uuid(id), BoundedBody.read(request, MOST_BYTES, "TOO_LARGE_REQUEST"), actor);
        return ResponseEntity.status(acknowledgement.created() ? 201 : 200).body(acknowledgement);
    }

    @GetMapping("/api/field-reports/{id}")
    ReportView get(@PathVariable String id, Actor actor) {
        return views.show(uuid(id), actor);
    }

    static UUID uuid(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("id", id, "NOT_A_UUID")));
        }
        return UUID.fromString(id);
    }
}
