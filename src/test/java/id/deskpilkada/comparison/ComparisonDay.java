package id.deskpilkada.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A counted election with people of the desk: forms that a second person has compared, and files as KPU's figures come in. */
@Component
public class ComparisonDay {

    public static final String DESK = "desk";
    public static final String SECOND_DESK = "desk-2";
    public static final String SUPERVISOR = "pengawas";
    public static final String CAMAT = "camat";
    public static final String UPLOAD = "/api/official-figures?race=BUPATI";

    private final Installation installation;
    private final SmallElection election;
    private final Elections elections;
    private final Staff staff;
    private final Secrets secrets;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private RoundRef round;
    private long race;
    private int port;

    ComparisonDay(
            Installation installation,
            SmallElection election,
            Elections elections,
            Staff staff,
            Secrets secrets,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management) {
        this.installation = installation;
        this.election = election;
        this.elections = elections;
        this.staff = staff;
        this.secrets = secrets;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
    }

    public void begin(int onPort) {
        port = onPort;
        installation.empty();
        round = election.started();
        race = elections.race(round.electionId(), "BUPATI").id();
        var people = new People(staff, secrets);
        people.add(DESK, "Dewi Desk", "desk@36.04");
        people.add(SECOND_DESK, "Dodi Desk", "desk@36.04");
        people.add(SUPERVISOR, "Sri Pengawas", "supervisor@36.04");
        people.add(CAMAT, "Camat Kramatwatu", "camat@36.04.05");
    }

    public RoundRef round() {
        return round;
    }

    public long race() {
        return race;
    }

    public Installation installation() {
        return installation;
    }

    public SmallElection election() {
        return election;
    }

    public DeskClient client(String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    /** A decided form with these votes and five invalid ones; asked again it is another version that was decided. */
    public void decided(String tps, int first, int second) {
        form(tps, first, second, "VERIFIED");
    }

    public void form(String tps, int first, int second, String state) {
        var owner = installation.asOwner();
        owner.update(
                """
                INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no, decided_no)
                VALUES (?, ?, ?, ?, ?, ?, false, 0, NULL) ON CONFLICT DO NOTHING
                """,
                round.id(),
                race,
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                state);
        owner.update(
                "UPDATE desk.c1_form SET current_no = current_no + 1, decided_no = CASE WHEN state = 'VERIFIED' THEN current_no + 1 END WHERE tps_code = ? AND race_id = ?",
                tps,
                race);
        owner.update(
                """
                INSERT INTO desk.c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
                SELECT id, current_no, CASE WHEN current_no = 1 THEN 'FIRST' ELSE 'DECISION' END, ?::jsonb, '[]', 'APP', 700100, 700100, now()
                FROM desk.c1_form WHERE tps_code = ? AND race_id = ?
                """,
                """
                {"form": "PLANO", "votes": {"1": %d, "2": %d}, "validVotes": %d, "invalidVotes": 5, "totalVotes": %d, "voters": {"total": {"total": %d}}}"""
                        .formatted(first, second, first + second, first + second + 5, first + second + 5),
                tps,
                race);
    }

    /** A table as one would send it: code, votes of both, and what one wants beside them. */
    public static String table(String... lines) {
        return "kode;suara_1;suara_2\n" + String.join("\n", lines) + "\n";
    }

    public Answer send(String username, String name, String content) {
        return client(username).upload(UPLOAD, name, content);
    }

    /** Imports a table and lets its comparison begin. */
    public ProcessInstance imported(String... lines) {
        var answer = send(DESK, "angka.csv", table(lines));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var instance = instances().get(0);
        run("compare-figures", instance.getId());
        return instance;
    }

    /** The comparisons that are not over, the newest first. */
    public List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("official-comparison").list().stream()
                .sorted((one, other) -> other.getBusinessKey().compareTo(one.getBusinessKey()))
                .toList();
    }

    public void run(String activity, String instance) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    public List<Task> open() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("trace-difference")
                .orderByTaskName()
                .asc()
                .list();
    }

    public Task open(String place) {
        return open().stream()
                .filter(task -> task.getName().contains(place))
                .findFirst()
                .orElseThrow();
    }

    public Answer trace(Task task, String data) {
        return client(DESK).post("/api/tasks/" + task.getId() + "/complete", "{\"data\": " + data + "}");
    }

    public void traced(Task task, String data) {
        var answer = trace(task, data);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }
}
