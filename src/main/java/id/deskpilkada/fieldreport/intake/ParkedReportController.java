package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.fieldreport.dispatch.ParkedReports;
import id.deskpilkada.fieldreport.repair.Repairs;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports that technical failures have set aside, for the people who can do something about it. */
@RestController
class ParkedReportController {

    private static final int LARGEST_PAGE = 100;

    private final ParkedReports parked;
    private final Repairs repairs;
    private final ReportViews views;

    ParkedReportController(ParkedReports parked, Repairs repairs, ReportViews views) {
        this.parked = parked;
        this.repairs = repairs;
        this.views = views;
    }

    @GetMapping("/api/field-reports")
    Page list(
            @RequestParam String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        actor.require(Permission.HANDLE_PARKED_REPORTS);
        if (!"parked".equals(state)) {
            throw Problem.unprocessable("UNKNOWN_REPORT_STATE", state);
        }
        var wanted = Math.max(1, Math.min(size, LARGEST_PAGE));
        var from = Math.max(0, page);
        var items = parked.page(from, wanted).stream()
                .map(id -> views.show(id, actor))
                .toList();
        return new Page(items, from, wanted, parked.count());
    }

    @PostMapping("/api/field-reports/{id}/retry")
    ReportView retry(@PathVariable String id, Actor actor) {
        actor.require(Permission.HANDLE_PARKED_REPORTS);
        var report = FieldReportController.uuid(id);
        views.show(report, actor);
        if (!repairs.retry(report)) {
            throw Problem.conflict("REPORT_NOT_PARKED");
        }
        return views.show(report, actor);
    }

    record Page(List<ReportView> items, int page, int size, long total) {}
}
