package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;

import id.deskpilkada.Installation;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.TierStates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The reports of a day of voting as their processes stand, moved by hand. */
@Component
public class FlowDay {

    private final Installation installation;
    private final TierDay day;
    private final TierWork work;
    private final TierReportActions actions;
    private final TierReportRows rows;
    private final TierStates states;
    private final TierCases cases;
    private final Elections elections;
    private final ElectionSetup setup;
    private final Staff staff;
    private final SystemTransactions transactions;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final ManagementService management;

    FlowDay(
            Installation installation,
            TierDay day,
            TierWork work,
            TierReportActions actions,
            TierReportRows rows,
            TierStates states,
            TierCases cases,
            Elections elections,
            ElectionSetup setup,
            Staff staff,
            SystemTransactions transactions,
            RuntimeService runtime,
            HistoryService history,
            TaskService tasks,
            ManagementService management) {
        this.installation = installation;
        this.day = day;
        this.work = work;
        this.actions = actions;
        this.rows = rows;
        this.states = states;
        this.cases = cases;
        this.elections = elections;
        this.setup = setup;
        this.staff = staff;
        this.transactions = transactions;
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.management = management;
    }

    /** Every report of the slot 19.00 waits for its time. */
    public RoundRef begin() {
        var round = day.begin();
        open();
        return round;
    }

    /** As the round does in parts. */
    void open() {
        boolean more = true;
        while (more) {
            more = work.openNext(day.round());
        }
    }

    RoundRef round() {
        return day.round();
    }

    /** The schedule moves a slot. */
    void move(String slot, Duration fromNow) {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(fromNow);
        schedule(slots -> slots.stream()
                .map(one -> one.kind().equals("TIER") && one.slot().equals(slot)
                        ? new SlotRef(slot, "TIER", at.minus(Duration.ofMinutes(30)), at, one.requiresSignature())
                        : one)
                .toList());
    }

    void schedule(Function<List<SlotRef>, List<SlotRef>> change) {
        setup.reschedule(round().id(), change.apply(elections.slots(round().id())));
        open();
    }

    static SlotRef tier(String slot, Duration fromNow, boolean signed) {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(fromNow);
        return new SlotRef(slot, "TIER", at.minus(Duration.ofMinutes(30)), at, signed);
    }

    /** The time of a slot has come for everybody, and the figures of the districts are frozen. */
    public void districtsCompile(String slot) {
        move(slot, Duration.ofSeconds(-1));
        for (var area : List.of(KRAMATWATU, BAROS)) {
            fire(slot, area, "slot-due");
            job(slot, area, "compile-district");
        }
        fire(slot, REGENCY, "slot-due");
    }

    /** Both camats have sealed, and the desk is asked to check. */
    public void regencyCompiles() {
        districtsCompile(EVENING);
        seal("camat", EVENING, KRAMATWATU);
        seal("camat-baros", EVENING, BAROS);
        job(EVENING, REGENCY, "compile-regency");
    }

    public void seal(String camat, String slot, String area) {
        as(camat, actor -> actions.seal(latest(slot, area).id(), signing(), actor));
    }

    static Signing signing() {
        return new Signing(Capacity.DEFINITIVE, null, "Camat", null, null, "Situasi terkendali");
    }

    /** A person acts, in their own territory. */
    void as(String username, java.util.function.Consumer<Actor> act) {
        act.accept(staff.person(username).orElseThrow().actor());
    }

    public TierReport latest(String slot, String area) {
        return transactions.read(
                "test", () -> rows.latest(round().id(), slot, area).orElseThrow());
    }

    int versions(String slot, String area) {
        return transactions.read(
                "test", () -> rows.versions(round().id(), slot, area).size());
    }

    TierState state(TierReport report) {
        return transactions.read("test", () -> states.of(report.id()));
    }

    CaseState stands(String slot, String area) {
        return transactions.read("test", () -> cases.find(new TierKey(round().id(), slot, area))
                .orElseThrow()
                .state());
    }

    String subject(String slot, String area) {
        return round().businessKey() + "/" + slot + "/" + area;
    }

    /** The last process of a report, running or not. */
    ProcessInstance process(String slot, String area) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject(slot, area))
                .singleResult();
    }

    /** Activities that the processes of a report have been at, in all its runs. */
    List<String> passed(String slot, String area) {
        return history.createHistoricActivityInstanceQuery().list().stream()
                .filter(
                        activity -> history
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(subject(slot, area))
                                .list()
                                .stream()
                                .anyMatch(run -> run.getId().equals(activity.getProcessInstanceId())))
                .filter(activity -> activity.getEndTime() != null)
                .map(activity -> activity.getActivityId())
                .toList();
    }

    Job timer(String slot, String area, String activity) {
        return management
                .createJobQuery()
                .processInstanceId(process(slot, area).getId())
                .activityId(activity)
                .singleResult();
    }

    void fire(String slot, String area, String activity) {
        var timer = timer(slot, area, activity);
        Scope.system("engine-jobs", () -> management.executeJob(timer.getId()));
    }

    void job(String slot, String area, String activity) {
        fire(slot, area, activity);
    }

    Task task(String slot, String area, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(subject(slot, area))
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** What a person has been told, by template. */
    List<String> told(String username) {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT m.template FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE s.username = ? AND m.template LIKE 'tier-%' ORDER BY m.created_at, m.id",
                        String.class, username);
    }

    String words(String template) {
        return installation
                .asOwner()
                .queryForObject(
                        "SELECT long_text FROM desk.message WHERE template = ? LIMIT 1", String.class, template);
    }
}
