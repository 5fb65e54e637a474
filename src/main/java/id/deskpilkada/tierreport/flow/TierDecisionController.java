package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReportRows;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people decide about a report; each does what the task of the same name does. The id is that of the version that was looked at. */
@RestController
@RequestMapping("/api/tier-reports")
@Tag(name = "tier-reports")
class TierDecisionController {

    private final TierReportActions actions;
    private final ReportSheets sheets;
    private final TierReportRows rows;
    private final Elections elections;
    private final TransactionTemplate transaction;

    TierDecisionController(
            TierReportActions actions,
            ReportSheets sheets,
            TierReportRows rows,
            Elections elections,
            TransactionTemplate transaction) {
        this.actions = actions;
        this.sheets = sheets;
        this.rows = rows;
        this.elections = elections;
        this.transaction = transaction;
    }

    record Word(@Nullable String reason) {}

    record Version(long id, String code, int version) {}

    /** What the forms show, to those who work on it. */
    @GetMapping("/sheet")
    ReportSheet sheet(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam String slot,
            @RequestParam String region) {
        return sheets.of(elections.round(election, round), slot, region, actor);
    }

    @PostMapping("/{id:[0-9]+}/seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seal(@PathVariable long id, @RequestBody Signing given, Actor actor) {
        actions.seal(id, given, actor);
    }

    /** Compiles the figures of now as another version, before anybody has signed. */
    @PostMapping("/{id:[0-9]+}/recompile")
    Version compileAgain(@PathVariable long id, Actor actor) {
        var made = actions.compileAgain(id, actor);
        return new Version(made.id(), made.code(), made.version());
    }

    @PostMapping("/{id:[0-9]+}/forward")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forward(@PathVariable long id, Actor actor) {
        actions.forward(id, actor);
    }

    @PostMapping("/{id:[0-9]+}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable long id, @RequestBody Signing given, Actor actor) {
        actions.approve(id, given, actor);
    }

    /** The desk gives a district's report back, a leader the regency's. */
    @PostMapping("/{id:[0-9]+}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable long id, @RequestBody Word given, Actor actor) {
        var report = Objects.requireNonNull(transaction.execute(status -> rows.get(id)));
        if (report.level() == TierLevel.DISTRICT) {
            actions.returnDistricts(List.of(id), given.reason(), actor);
        } else {
            actions.sendBack(id, given.reason(), actor);
        }
    }

    /** Asks for another version of what is settled. */
    @PostMapping("/{id:[0-9]+}/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable long id, @RequestBody Word given, Actor actor) {
        actions.askCorrection(id, given.reason(), actor);
    }
}
