package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.Installation;
import id.deskpilkada.c1.written.C1DataFixture;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.PhotoStored;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two villages of Kabupaten Serang, two races, and the people around one Form C1: what the process tests play with, on the real services and the real database. */
@Component
class C1Scenario {

    static final String TPS = "3604052002001";
    static final String NEXT_TPS = "3604052002002";
    static final Actor ADMIN_OF_VILLAGE = actor(11, "admin-margasana", "village-admin", "36.04.05.2002");
    static final Actor ADMIN_OF_DISTRICT = actor(18, "admin-kramatwatu", "district-admin", "36.04.05");
    static final Actor OTHER_REPORTER = actor(12, "petugas-001", "tps-officer", TPS);
    static final Actor VERIFIER = actor(13, "verifikator", "district-verifier", "36.04.05");
    static final Actor SECOND_VERIFIER = actor(14, "verifikator-2", "district-verifier", "36.04.05");
    static final Actor NEIGHBOUR = actor(15, "verifikator-tetangga", "district-verifier", "36.04.06");
    static final Actor DESK = actor(16, "desk", "desk", "36.04");
    static final Actor SECOND_DESK = actor(17, "desk-2", "desk", "36.04");

    private final Installation installation;
    private final JdbcTemplate jdbc;
    private final FieldReports reports;
    private final C1ReportHandler handler;
    private final C1Cases cases;
    private final C1FormRepository forms;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private long roundId;
    private long raceId;

    C1Scenario(
            Installation installation,
            FieldReports reports,
            C1ReportHandler handler,
            C1Cases cases,
            C1FormRepository forms,
            TaskService tasks,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.installation = installation;
        this.jdbc = installation.asOwner();
        this.reports = reports;
        this.handler = handler;
        this.cases = cases;
        this.forms = forms;
        this.tasks = tasks;
        this.transaction = transaction;
        this.events = events;
    }

    private static Actor actor(long id, String username, String role, String scope) {
        return new Actor(id, username, username, List.of(new Grant(role, scope)));
    }

    /** An empty installation with a started round, and one opened case. */
    C1Case begin() {
        installation.empty();
        jdbc.execute(
                """
                INSERT INTO desk.region (code, area, name, level, parent_code, lat, lng) VALUES
                 ('36', '36', 'Banten', 'PROVINCE', NULL, NULL, NULL), ('36.04', '3604', 'Serang', 'REGENCY', '36', NULL, NULL),
                 ('36.04.05', '360405', 'Kramatwatu', 'DISTRICT', '36.04', -6.04, 106.11), ('36.04.06', '360406', 'Waringinkurung', 'DISTRICT', '36.04', -6.05, 106.05),
                 ('36.04.05.2002', '3604052002', 'Margasana', 'VILLAGE', '36.04.05', NULL, NULL)
                """);
        long election = id(
                "INSERT INTO desk.election (code, name, date, law) VALUES ('uji', 'Uji', '2024-11-27', 'PILKADA') RETURNING id");
        raceId = race(election, "BUPATI", "36.04");
        race(election, "GUBERNUR", "36");
        roundId = id("INSERT INTO desk.round (election_id, code, kind, phase) VALUES (" + election
                + ", 'R1', 'REGULAR', 'STARTED') RETURNING id");
        jdbc.update(
                "INSERT INTO desk.schedule_slot (round_id, slot, kind, opens_at, due_at) VALUES (?, 'C1', 'C1', '2024-11-27 13:00+07', '2024-11-27 21:00+07')",
                roundId);
        for (var tps : List.of(TPS, NEXT_TPS)) {
            jdbc.update(
                    "INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number) VALUES (?, ?, '3604052002', '360405', ?)",
                    election,
                    tps,
                    Integer.parseInt(tps.substring(10)));
            jdbc.update("INSERT INTO desk.voter_list (race_id, tps_code, total) VALUES (?, ?, 300)", raceId, tps);
        }
        var about = about(TPS);
        transaction.executeWithoutResult(status -> cases.openNext(about.round()));
        return about;
    }

    private long race(long election, String code, String region) {
        long race =
                id("INSERT INTO desk.race (election_id, code, name, region_code, pages_plano, pages_salinan) VALUES ("
                        + election + ", '" + code + "', '" + code + "', '" + region + "', 2, 2) RETURNING id");
        for (var number : C1DataFixture.PAIRS) {
            jdbc.update(
                    "INSERT INTO desk.candidate (race_id, ballot_number, name, empty_column) VALUES (?, ?, ?, false)",
                    race,
                    number,
                    "Pasangan " + number);
        }
        return race;
    }

    private long id(String insert) {
        return jdbc.queryForObject(insert, Long.class);
    }

    C1Case about(String tps) {
        return cases.of(roundId, raceId, tps);
    }

    JdbcTemplate asOwner() {
        return jdbc;
    }

    /** A report goes the dispatcher's way: stored, taken, handled and settled in one transaction. */
    Outcome report(Actor reporter, String tps, ObjectNode data) {
        var report = stored(reporter, "C1", tps, data);
        return handle(report);
    }

    Outcome photos(Actor reporter, String tps, String... photos) {
        return handle(stored(reporter, "C1_PHOTOS", tps, withPhotos(C1DataFixture.json("{}"), photos)));
    }

    /** The whole way of a report: acknowledged by the ledger, then handled. */
    Outcome acknowledgedReport(Actor reporter, String tps, ObjectNode data) {
        var id = UUID.randomUUID();
        var json =
                """
                {"kind": "C1", "election": "uji", "round": "R1", "race": "BUPATI", "tps": "%s", "observedAt": "2024-11-27T15:00:00+07:00", "data": %s}"""
                        .formatted(tps, data);
        reports.acknowledge(id, json.getBytes(StandardCharsets.UTF_8), reporter);
        return handle(id);
    }

    private Outcome handle(UUID id) {
        return transaction.execute(status -> {
            reports.take(id);
            FieldReport report = reports.get(id);
            var outcome = handler.handle(report);
            reports.settle(id, outcome);
            return outcome;
        });
    }

    /** Only stored, as by a form in Tasklist that is about to complete its task. */
    UUID stored(Actor reporter, String kind, String tps, ObjectNode data) {
        var id = UUID.randomUUID();
        jdbc.update(
                """
                INSERT INTO desk.field_report (id, kind, round_id, race_id, tps_code, area, stream, source, received_at, reporter_id, entered_by_id, payload, salt, content_digest, receipt)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'APP', now(), ?, ?, ?, '\\x00', '\\x00', 'UJI')
                """,
                id,
                kind,
                roundId,
                raceId,
                tps,
                tps,
                roundId + "/" + tps + "/" + kind,
                reporter.id(),
                reporter.id(),
                payload(data));
        return id;
    }

    private static String payload(ObjectNode data) {
        return C1DataFixture.JSON.createObjectNode().set("data", data).toString();
    }

    static ObjectNode withPhotos(ObjectNode data, String... photos) {
        var named = data.putArray("photos");
        for (var photo : photos) {
            named.add(hash(photo));
        }
        return data;
    }

    static String hash(String photo) {
        return DigestUtils.sha256Hex(photo.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a photo arrive. */
    void photoArrives(String photo) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "INSERT INTO desk.photo (sha256, media_type, width, height, original, cleaned, uploaded_by) VALUES (?, 'image/jpeg', 1, 1, '\\x00', '\\x00', 11)",
                    hash(photo));
            events.publishEvent(new PhotoStored(hash(photo)));
        });
    }

    C1Form form(String tps) {
        return transaction.execute(status -> forms.find(about(tps)).orElseThrow());
    }

    Task task(C1Case about) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(about.subject())
                .singleResult();
    }

    /** Many polling stations of the two villages, each with a photo of its own ({@code photo 0, photo 1...}), for measurements. */
    void manyStations(int count) {
        jdbc.update(
                """
                INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                SELECT r.election_id, c.code, left(c.code, 10), '360405', right(c.code, 3)::int FROM desk.round r,
                  generate_series(0, ? - 1) n, LATERAL (SELECT '360405' || (2100 + n / 50)::text || lpad((n % 50 + 1)::text, 3, '0') AS code) c WHERE r.id = ?
                """,
                count, roundId);
        jdbc.update(
                """
                INSERT INTO desk.photo (sha256, media_type, width, height, original, cleaned, uploaded_by)
                SELECT encode(sha256(('photo ' || n)::bytea), 'hex'), 'image/jpeg', 1, 1, '\\x00', '\\x00', 11 FROM generate_series(0, ? - 1) n
                """,
                count);
    }

    static String station(int number) {
        return "360405%d%03d".formatted(2100 + number / 50, number % 50 + 1);
    }
}
