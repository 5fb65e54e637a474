package id.deskpilkada.assignment;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code admin-assignment}: one instance for each district of a round, with the business key {@code <election>/<round>/<district>}; a new one when a village loses its people later. */
@Component("adminAssignmentProcess")
public class AdminAssignmentProcess {

    static final String PROCESS = "admin-assignment";
    static final String ASSIGN = "assign-admins";
    static final String TRAINING = "record-training";
    static final String CALL = "call-camat";
    static final String FILL = "fill-gap";
    static final String REMINDER = "reminder-due";
    static final String LATE = "assignment-late";
    static final String GAP_DAY = "gap-day";
    static final String ROUND_ID = "roundId";

    private static final String GAPS = "villagesWithoutAdmin";

    private final WorkCases cases;
    private final Elections elections;
    private final AssignmentDates dates;
    private final DistrictViews views;
    private final AssignmentMessages messages;
    private final DeskSettings desk;
    private final Staff staff;
    private final Regions regions;

    AdminAssignmentProcess(
            WorkCases cases,
            Elections elections,
            AssignmentDates dates,
            DistrictViews views,
            AssignmentMessages messages,
            DeskSettings desk,
            Staff staff,
            Regions regions) {
        this.cases = cases;
        this.elections = elections;
        this.dates = dates;
        this.views = views;
        this.messages = messages;
        this.desk = desk;
        this.staff = staff;
        this.regions = regions;
    }

    public List<String> camat(DelegateExecution execution) {
        var about = about(execution);
        return staff.holders("camat", about.district()).isEmpty()
                ? List.of("camat-" + about.district(), deskGroup())
                : List.of("camat-" + about.district());
    }

    public List<String> camatAndDesk(DelegateExecution execution) {
        return List.of("camat-" + about(execution).district(), deskGroup());
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(deskGroup());
    }

    public void prepare(DelegateTask task) {
        var about = about(task.getExecution());
        task.setName(task.getName() + ": " + regions.name(about.district()));
        task.setDueDate(Date.from(dates.ofTask(task.getTaskDefinitionKey(), about)));
    }

    public Date remindAt(DelegateExecution execution) {
        return Date.from(dates.reminder(about(execution)));
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(dates.due(about(execution)));
    }

    public Date gapDay(DelegateExecution execution) {
        return Date.from(dates.gapDay(about(execution)));
    }

    public void remindCamat(DelegateExecution execution) {
        var about = about(execution);
        messages.remind(about, dates.scheduled(about), views.view(about).gaps());
    }

    public void tellDesk(DelegateExecution execution) {
        var about = about(execution);
        messages.late(about, dates.scheduled(about), views.view(about).gaps());
    }

    public void lookForGaps(DelegateExecution execution) {
        var gaps = views.view(about(execution)).gaps();
        execution.setVariable(GAPS, Variables.booleanValue(gaps > 0, true));
    }

    public void tellLeader(DelegateExecution execution) {
        var about = about(execution);
        messages.gap(
                about,
                views.view(about).villages().stream()
                        .filter(DistrictView.VillageView::gap)
                        .map(DistrictView.VillageView::village)
                        .toList());
    }

    public void ended(DelegateExecution execution) {
        cases.close(PROCESS, execution.getProcessBusinessKey());
    }

    private AssignmentCase about(DelegateExecution execution) {
        return AssignmentCase.of(
                elections.round((Long) execution.getVariable(ROUND_ID)), execution.getProcessBusinessKey());
    }

    private String deskGroup() {
        return "desk-" + desk.area();
    }
}
