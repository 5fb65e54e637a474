package id.deskpilkada.practice;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1HttpPhotos;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.chain.Sealer;
import id.deskpilkada.staff.Browser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A practice beside the real round: nothing of it is in the real one, and nothing of it is left when it is wiped. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class PracticeRoundTests {

    private static final String PASSWORD = "kata-sandi-uji";
    private static final String GLADI = "GLADI-1";
    private static final String NAMED = ", \"election\": \"pilkada-uji\", \"round\": \"GLADI-1\"";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Sealer sealer;

    @Autowired
    PracticeWipe wipe;

    @Autowired
    Messages messages;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    DeskClient desk;
    DeskClient village;

    @BeforeEach
    void aRealRoundRuns() {
        installation.empty();
        small.started();
        small.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi,hp
                siti,Siti,village-admin,36.04.05.2002,%1$s,081234567801
                joko,Joko,village-admin,36.04.17.2001,%1$s,081234567802
                dewi,Dewi,desk,36.04,%1$s,081234567803
                bayu,Bayu,agency-bpbd,36.04,%1$s,081234567804
                tono,Tono,camat,36.04.05,%1$s,081234567805
                """
                        .formatted(PASSWORD));
        desk = client("dewi");
        village = client("siti");
    }

    @Test
    void theRealRoundStaysTheOneThatIsMeant() {
        open();
        assertThat(desk.get("/api/progress?kind=C1").status()).isEqualTo(200);
        assertThat(desk.get("/api/tally/BUPATI").body().findValuesAsText("round"))
                .allMatch(SmallElection.ROUND::equals);
        c1(village, "", 0);
        assertThat(rows("SELECT count(*) FROM field_report r JOIN round o ON o.id = r.round_id WHERE o.code = 'R1'"))
                .isEqualTo(1);
        assertThat(desk.get("/desk").text()).contains("Pilkada uji").doesNotContain("practice-band");
        assertThat(desk.get("/desk/suara?election=pilkada-uji&round=" + GLADI).text())
                .contains("practice-band", "LATIHAN");
    }

    @Test
    void practiceReportsCountInPracticeAlone() {
        open();
        c1(village, NAMED, 1);
        dispatcher.drain();
        assertThat(received("/api/tally/BUPATI")).isZero();
        assertThat(received("/api/tally/BUPATI?election=pilkada-uji&round=" + GLADI))
                .isEqualTo(1);
        incident(village, NAMED);
        dispatcher.drain();
        assertThat(desk.get("/api/incidents").body().at("/total").asInt(-1)).isZero();
    }

    @Test
    void aPracticeIncidentAlarmsNobodyOutside() {
        open();
        incident(village, NAMED);
        dispatcher.drain();
        moveOn();
        var subjects = installation.asOwner().queryForList("SELECT subject FROM message", String.class);
        assertThat(subjects).isNotEmpty().allMatch(subject -> subject.startsWith("[LATIHAN]"));
        assertThat(installation.asOwner().queryForList("SELECT short_text FROM message", String.class))
                .allMatch(text -> text.startsWith("[LATIHAN]"));
        assertThat(rows("SELECT count(*) FROM message_delivery")).isZero();
        assertThat(tasks.createTaskQuery().list())
                .filteredOn(task -> task.getName().contains("K-"))
                .isNotEmpty()
                .extracting(Task::getName)
                .allMatch(name -> name.startsWith("LATIHAN · "));
    }

    private List<String> taskNames(String round) {
        return village.get("/api/field/day?election=pilkada-uji&round=" + round)
                .body()
                .path("tasks")
                .findValuesAsText("name");
    }

    @Test
    void wipedItLeavesNothingAndTouchesNothingElse() {
        c1(village, "", 2);
        dispatcher.drain();
        moveOn();
        sealer.seal();
        var real = realRows();
        open();
        var photo = c1(village, NAMED, 3);
        c1(village, NAMED, 2);
        incident(village, NAMED);
        voting(village);
        readiness(village);
        dispatcher.drain();
        moveOn();
        sealer.seal();
        assertThat(desk.get("/api/checks/ledger").body().at("/ok").asBoolean()).isTrue();

        var refused = desk.post("/api/practice/pilkada-uji/R1/wipe", "{\"confirm\": \"R1\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(desk.post("/api/practice/pilkada-uji/GLADI-1/wipe", "{\"confirm\": \"ya\"}")
                        .status())
                .isEqualTo(422);
        var wiped = desk.post("/api/practice/pilkada-uji/GLADI-1/wipe", "{\"confirm\": \"GLADI-1\"}");
        assertThat(wiped.status()).as(wiped.text()).isEqualTo(200);
        assertThat(wiped.body().at("/rows/field_report").asInt()).isEqualTo(5);

        assertThat(realRows()).isEqualTo(real);
        assertThat(rows("SELECT count(*) FROM photo WHERE sha256 = '" + photo + "'"))
                .isZero();
        assertThat(rows("SELECT count(*) FROM photo")).isEqualTo(1);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("%GLADI%")
                        .count())
                .isZero();
        var check = desk.get("/api/checks/ledger");
        assertThat(check.body().at("/ok").asBoolean()).as(check.text()).isTrue();
        assertThat(rows("SELECT count(*) FROM audit_entry WHERE action = 'practice.wiped'"))
                .isEqualTo(1);

        var late = report(village, NAMED, 4);
        assertThat(late.status()).isEqualTo(422);
        assertThat(open()).isEqualTo("GLADI-2");
    }

    @Test
    void theChecksOfATpsArePractisedWithoutHealthAndWithoutAgencies() {
        open();
        moveOn();
        var slots = village.get("/api/field/day?election=pilkada-uji&round=" + GLADI)
                .body();
        assertThat(slots.at("/slots").findValuesAsText("kind")).startsWith("READINESS", "READINESS", "VOTING");
        assertThat(
                        rows(
                                "SELECT count(*) FROM expected_report e JOIN round o ON o.id = e.round_id WHERE o.code = 'GLADI-1' AND e.kind = 'READINESS'"))
                .isEqualTo(2 * rows("SELECT count(*) FROM polling_station"));
        assertThat(tasks.createTaskQuery()
                        .processDefinitionKey("tps-readiness")
                        .processInstanceBusinessKeyLike("%/GLADI-1/%")
                        .list())
                .isNotEmpty()
                .allMatch(task -> task.getName().startsWith("LATIHAN · "));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("%/GLADI-1%")
                        .list())
                .extracting(HistoricProcessInstance::getProcessDefinitionKey)
                .contains("tps-readiness")
                .doesNotContain("officer-screening", "risk-mitigation");

        assertThat(taskNames(GLADI)).isNotEmpty().allMatch(name -> name.startsWith("LATIHAN · "));
        assertThat(taskNames(SmallElection.ROUND))
                .as("the real day in the app")
                .noneMatch(name -> name.startsWith("LATIHAN · "));

        readiness(village);
        dispatcher.drain();
        var stood = "SELECT count(*) FROM readiness_report s JOIN round o ON o.id = s.round_id WHERE o.code = ";
        assertThat(rows(stood + "'GLADI-1'")).isEqualTo(1);
        assertThat(rows(stood + "'R1'")).isZero();
    }

    @Test
    void aCommandOnTheMachineWipesAPracticeAndNothingElse() {
        open();
        c1(village, NAMED, 3);
        assertThat(command("pilkada-uji/R1")).isEqualTo(1);
        assertThat(command("pilkada-uji/GLADI-2")).isEqualTo(1);
        assertThat(command("GLADI-1")).isEqualTo(2);
        assertThat(rows("SELECT count(*) FROM field_report")).isEqualTo(1);

        assertThat(command("pilkada-uji/GLADI-1")).isZero();
        assertThat(rows("SELECT count(*) FROM field_report")).isZero();
        assertThat(rows("SELECT count(*) FROM round")).isEqualTo(1);
        assertThat(rows("SELECT count(*) FROM audit_entry WHERE action = 'practice.wiped'"))
                .isEqualTo(1);
        var browser = new Browser(port).signIn("dewi", PASSWORD);
        assertThat(browser.get("/setup/latihan").body()).contains("oleh perintah di server");
    }

    @Test
    void whyACommandRefusesIsSaidInIndonesian(CapturedOutput output) {
        command("pilkada-uji/R1");
        assertThat(output).contains("Putaran R1 bukan latihan");
        command("");
        assertThat(output).contains("Tidak ada yang dihapus");
    }

    private int command(String wanted) {
        var command = new PracticeCommand(wipe, messages, wanted);
        command.run(new DefaultApplicationArguments());
        return command.getExitCode();
    }

    @Test
    void everyTableOfARoundIsWiped() {
        Set<String> known =
                new HashSet<>(installation.asOwner().queryForList("SELECT facts FROM rows_of_round()", String.class));
        // The tombstone stays; links and heads go with the chain, deliveries with their message.
        known.addAll(List.of(
                "practice_round",
                "photo_link",
                "ledger_head",
                "message_delivery",
                "message_event",
                "message_attachment",
                "race",
                "election"));
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                """
                                SELECT DISTINCT c.table_name FROM information_schema.columns c JOIN pg_tables t ON t.tablename = c.table_name AND t.schemaname = 'desk'
                                WHERE c.table_schema = 'desk' AND (c.column_name IN ('round_id', 'incident_id', 'dispatch_id', 'form_id', 'handover_id', 'delivery_id')
                                  OR c.column_name = 'report_id' AND c.table_name <> 'official_import')
                                """,
                                String.class))
                .as("add the table to rows_of_round() in a migration of your own")
                .isSubsetOf(known);
    }

    @Test
    void onlyDeskAndAdministratorsRunPractice() {
        assertThat(village.post("/api/practice", "{}").status()).isEqualTo(403);
        assertThat(village.get("/api/practice").status()).isEqualTo(403);
        open();
        assertThat(desk.post("/api/practice", "{}").status()).isEqualTo(409);
        assertThat(village.post("/api/practice/pilkada-uji/GLADI-1/wipe", "{\"confirm\": \"GLADI-1\"}")
                        .status())
                .isEqualTo(403);
    }

    private int received(String address) {
        return desk.get(address).body().at("/received").asInt(-1);
    }

    private String open() {
        var opened = desk.post("/api/practice", "{\"hours\": 2}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        return opened.body().at("/round").asText();
    }

    /** What the engine's workers would do now. */
    private void moveOn() {
        for (int again = 0; again < 6; again++) {
            management.createJobQuery().messages().withRetriesLeft().list().forEach(job -> {
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            });
        }
    }

    /** Every row of every table of a round, as text, without those of the practice, and the real chains. */
    private TreeMap<String, List<String>> realRows() {
        var rows = new TreeMap<String, List<String>>();
        var owner = installation.asOwner();
        owner.queryForList(
                        """
                        SELECT c.table_name FROM information_schema.columns c JOIN pg_tables t ON t.tablename = c.table_name AND t.schemaname = 'desk'
                        WHERE c.table_schema = 'desk' AND c.column_name = 'round_id' AND c.table_name <> 'practice_round'
                        """,
                        String.class)
                .forEach(table -> rows.put(
                        table,
                        owner.queryForList(
                                "SELECT t::text FROM " + table
                                        + " t WHERE round_id IN (SELECT id FROM round WHERE code = 'R1') ORDER BY 1",
                                String.class)));
        for (var table : List.of("ledger_link", "ledger_head")) {
            rows.put(
                    table,
                    owner.queryForList(
                            "SELECT t::text FROM " + table + " t WHERE strpos(district_area, '~') = 0 ORDER BY 1",
                            String.class));
        }
        rows.put("c1_version", owner.queryForList("SELECT t::text FROM c1_version t ORDER BY 1", String.class));
        return rows;
    }

    private long rows(String sql) {
        return installation.asOwner().queryForObject(sql, Long.class);
    }

    private String c1(DeskClient who, String named, int shade) {
        var answer = report(who, named, shade);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return DigestUtils.sha256Hex(C1HttpPhotos.page(shade));
    }

    private Answer report(DeskClient who, String named, int shade) {
        var page = C1HttpPhotos.page(shade);
        var hash = DigestUtils.sha256Hex(page);
        assertThat(who.putBytes("/api/photos/" + hash, "image/png", page).status())
                .isIn(200, 201);
        ObjectNode data = C1HttpPhotos.clean();
        data.putArray("photos").add(hash);
        return who.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, data, named);
    }

    private void incident(DeskClient who, String named) {
        send(
                who,
                """
                {"kind": "INCIDENT", "tps": "%s"%s, "observedAt": "2024-11-27T10:00:00+07:00", "data": {"category": "DISASTER", "description": "Banjir setinggi pinggang.", "needsAmbulance": true}}"""
                        .formatted(MARGASANA_1, named));
    }

    private void voting(DeskClient who) {
        send(
                who,
                """
                {"kind": "VOTING", "slot": "13.30", "tps": "%s"%s, "observedAt": "2024-11-27T10:00:00+07:00", "data": {"voters": {"total": 12}}}"""
                        .formatted(MARGASANA_1, NAMED));
    }

    private void readiness(DeskClient who) {
        send(
                who,
                """
                {"kind": "READINESS", "tps": "%s"%s, "observedAt": "2024-11-27T10:00:00+07:00", "data": {"stage": "SITE", "items": {"BUILT": "OK"}, "connectivity": "WEAK", "floodRisk": false}}"""
                        .formatted(MARGASANA_1, NAMED));
    }

    private static void send(DeskClient who, String report) {
        var answer = who.put("/api/field-reports/" + UUID.randomUUID(), report);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
