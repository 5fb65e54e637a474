package id.deskpilkada.incident;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The day itself in a small regency: a desk, leaders, reporters, BPBD and police with people and numbers, nobody else. */
@Component
public class IncidentDay {

    public static final String DESK = "desk";
    public static final String REPORTER = "siti";
    public static final String CAMAT = "camat";
    public static final String CAMAT_OF_BAROS = "camat-baros";
    public static final String LEADER = "sekda";
    public static final String BPBD = "bpbd";
    public static final String POLICE = "polisi";

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final Secrets secrets;
    private final Dispatcher dispatcher;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;

    IncidentDay(
            Installation installation,
            SmallElection election,
            Staff staff,
            Secrets secrets,
            Dispatcher dispatcher,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.secrets = secrets;
        this.dispatcher = dispatcher;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
    }

    public void begin() {
        installation.empty();
        election.started();
        var people = new People(staff, secrets);
        people.add(DESK, "Dewi Desk", "desk@36.04");
        people.add(LEADER, "Sekda Serang", "leader@36.04");
        people.add(CAMAT, "Cici Camat", "camat@36.04.05");
        people.add(CAMAT_OF_BAROS, "Bono Camat", "camat@36.04.17");
        people.add(REPORTER, "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("baros", "Bayu Baros", "village-admin@36.04.17.2001");
        people.add(BPBD, "Bima BPBD", "agency-bpbd@36.04");
        people.add(POLICE, "Pardi Polri", "agency-polri@36.04");
        agency("bpbd", "3604", "EMAIL posko@bpbd.example.go.id\nWHATSAPP +6281200000001");
        agency("polri", "360405", "PHONE +6281200000002");
        agency("polri", "3604", "EMAIL piket@polres.example.go.id");
    }

    /** An office of the directory whose numbers somebody has tried. */
    public void agency(String code, String area, String channels) {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.agency (code, area, name, channels, confirmed_at) VALUES (?, ?, ?, ?, now())",
                        code,
                        area,
                        code.toUpperCase() + " " + area,
                        channels);
    }

    /** Somebody with addresses. */
    void reachable(String username, String email, String phone) {
        var person = staff.person(username).orElseThrow();
        staff.enrol(List.of(new Person(
                0,
                username,
                person.name(),
                phone,
                email,
                null,
                null,
                null,
                true,
                person.grants().stream()
                        .map(grant -> new Grant(grant.role(), grant.scope()))
                        .toList())));
    }

    public DeskClient as(int port, String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    /** A report of the field about a TPS, handled. */
    public Answer report(int port, String username, String tps, String data) {
        return report(port, username, UUID.randomUUID(), tps, data);
    }

    public Answer report(int port, String username, UUID id, String tps, String data) {
        var answer = as(port, username)
                .put(
                        "/api/field-reports/" + id,
                        "{\"kind\": \"INCIDENT\", \"tps\": \"%s\", \"observedAt\": \"2024-11-27T10:00:00+07:00\", \"data\": %s}"
                                .formatted(tps, data));
        dispatcher.drain();
        return answer;
    }

    /** Key of the newest incident. */
    public long newest() {
        Long id = installation.asOwner().queryForObject("SELECT max(id) FROM desk.incident", Long.class);
        return id == null ? 0 : id;
    }

    public List<String> rows(String sql, Object... parameters) {
        return installation.asOwner().queryForList(sql, String.class, parameters);
    }

    /** Steps of an incident's timeline, in order. */
    public List<String> steps(long incident) {
        return rows("SELECT step FROM desk.incident_step WHERE incident_id = ? ORDER BY id", incident);
    }

    public ProcessInstance instance(long incident) {
        return of("incident-escalation", 2, incident);
    }

    /** The dispatch of an agency, as the newest one. */
    public long dispatch(long incident, String agency) {
        return Long.parseLong(
                rows("SELECT max(id)::text FROM desk.dispatch WHERE incident_id = ? AND agency = ?", incident, agency)
                        .get(0));
    }

    public ProcessInstance dispatchInstance(long dispatch) {
        return of("agency-dispatch", 3, dispatch);
    }

    private ProcessInstance of(String process, int part, long id) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).list().stream()
                .filter(instance -> instance.getBusinessKey().split("/")[part].equals(Long.toString(id)))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    public Task task(ProcessInstance instance, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** Finishes a task as its form does. */
    public Answer finish(int port, String username, ProcessInstance instance, String key, String data) {
        return as(port, username)
                .post("/api/tasks/" + task(instance, key).getId() + "/complete", "{\"data\": " + data + "}");
    }

    /** Lets a timer fire. */
    public void fire(ProcessInstance instance, String timer) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult()
                .getId());
    }

    public JsonNode read(int port, String username, long incident) {
        return as(port, username).get("/api/incidents/" + incident).body();
    }

    /** Every wait between two attempts to send is over. */
    public void timePasses() {
        installation
                .asOwner()
                .update(
                        "UPDATE desk.message_delivery SET next_attempt_at = now() - interval '1 second', lease_until = now() - interval '1 second'");
        installation.asOwner().update("UPDATE desk.message_event SET next_attempt_at = now() - interval '1 second'");
    }
}
