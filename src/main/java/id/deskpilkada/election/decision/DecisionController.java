package id.deskpilkada.election.decision;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.engine.LostRace;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions of KPU over HTTP. */
@RestController
@RequestMapping("/api/elections/{election}/rounds/{round}/kpu-decisions")
class DecisionController {

    private final KpuDecisions decisions;
    private final Elections elections;

    DecisionController(KpuDecisions decisions, Elections elections) {
        this.decisions = decisions;
        this.elections = elections;
    }

    @GetMapping
    Page<DecisionView> list(
            Actor actor,
            @PathVariable String election,
            @PathVariable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        actor.require(Permission.SEE_ROUNDS);
        return decisions.of(elections.named(election, round), Page.window(page, size));
    }

    /** 201 for a new one, 200 for the same again. */
    @PostMapping
    ResponseEntity<DecisionView> record(
            Actor actor,
            @PathVariable String election,
            @PathVariable String round,
            @RequestBody DecisionRequest request) {
        actor.require(Permission.RUN_ROUNDS);
        var recorded = LostRace.again(() -> decisions.record(elections.named(election, round), request, actor));
        return ResponseEntity.status(recorded.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(recorded.decision());
    }
}
