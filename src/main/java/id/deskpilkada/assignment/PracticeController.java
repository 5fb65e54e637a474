package id.deskpilkada.assignment;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Practice reports by program; they never count as field reports. */
@RestController
@Tag(name = "assignments")
class PracticeController {

    private final PracticeReports practice;

    PracticeController(PracticeReports practice) {
        this.practice = practice;
    }

    /** @param practice always true: nothing of it is real */
    record Received(String election, String round, boolean practice) {}

    @Operation(summary = "Send a practice report for one's own TPS or village; it touches nothing real")
    @PostMapping("/api/practice-reports")
    Received send(@RequestBody PracticeReports.Practice report, Actor actor) {
        actor.require(Permission.REPORT);
        var round = practice.send(report, actor);
        return new Received(round.electionCode(), round.code(), true);
    }
}
