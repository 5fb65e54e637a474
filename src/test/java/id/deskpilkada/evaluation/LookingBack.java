package id.deskpilkada.evaluation;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.cache.CacheManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A day of voting that is over, written by hand into the tables: Kramatwatu with everything that can happen, Baros without a word. */
@Component
public class LookingBack {

    public static final String SUPERVISOR = "pengawas";
    public static final String DESK = "dewi";
    public static final String LEADER = "sekda";
    public static final String DISTRICT_LEADER = "kapolsek";
    public static final String CAMAT = "camat";
    public static final String BOTH = "pengawas-desk";

    private static final String DAY = "2024-11-27 ";

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final Secrets secrets;
    private final CacheManager caches;
    private RoundRef round;

    LookingBack(Installation installation, SmallElection election, Staff staff, Secrets secrets, CacheManager caches) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.secrets = secrets;
        this.caches = caches;
    }

    public RoundRef begin() {
        installation.empty();
        round = election.started();
        var people = new People(staff, secrets);
        people.add(SUPERVISOR, "Wati Pengawas", "supervisor@36.04");
        people.add(DESK, "Dewi Desk", "desk@36.04");
        people.add(LEADER, "Sekda", "leader@36.04");
        people.add(DISTRICT_LEADER, "Kapolsek", "leader@36.04.05");
        people.add(CAMAT, "Camat", "camat@36.04.05");
        people.add(BOTH, "Wira Rangkap", "supervisor@36.04", "desk@36.04");
        sql("DELETE FROM desk.expected_report");
        return round;
    }

    public long person(String username, String name) {
        return new People(staff, secrets)
                .add(username, name, "district-verifier@36.04.05")
                .id();
    }

    public JdbcTemplate owner() {
        return installation.asOwner();
    }

    public void sql(String statement, Object... parameters) {
        owner().update(statement, parameters);
    }

    /** A time of the day of voting in the regency. */
    public static String at(String clock) {
        return DAY + clock + "+07";
    }

    public void close() {
        sql("UPDATE desk.round SET phase = 'CLOSED'");
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());
    }

    /** 0, 10 and 40 minutes after the time set; one has not told when it closed. */
    public void voting() {
        station(KRAMATWATU_1, "07:30", "13:05", 300);
        station(MARGASANA_1, "07:40", "13:00", 400);
        station(MARGASANA_2, "08:10", null, null);
    }

    public void station(String tps, String opened, String closed, Integer turnout) {
        sql(
                """
                INSERT INTO desk.voting_station (round_id, tps_code, village_area, district_area, opened_at, opened_late, closed_at, turnout, reported_at)
                VALUES (?, ?, left(?, 10), left(?, 6), ?::timestamptz, false, ?::timestamptz, ?, ?::timestamptz)
                """,
                round.id(),
                tps,
                tps,
                tps,
                at(opened),
                closed == null ? null : at(closed),
                turnout,
                at("13:30"));
    }

    /** One of 20 minutes that a report and its incident tell, one that nobody says has ended, and one taken back at once. */
    public void halts() {
        report(MARGASANA_1, 1, "09:00", true);
        report(MARGASANA_1, 2, "09:20", false);
        report(KRAMATWATU_1, 1, "11:00", true);
        report(KRAMATWATU_1, 2, "11:00", false);
        halt(1, MARGASANA_1, "09:00", true);
        halt(2, MARGASANA_2, "10:00", false);
    }

    private void report(String tps, int version, String observed, boolean halted) {
        sql(
                """
                INSERT INTO desk.voting_report (report_id, seq, round_id, tps_code, slot, version, halted, with_remarks, below_earlier, source, reporter_id, entered_by_id, observed_at, recorded_at)
                VALUES (gen_random_uuid(), ?, ?, ?, '12.00', ?, ?, false, false, 'APP', 1, 1, ?::timestamptz, ?::timestamptz)
                """,
                version,
                round.id(),
                tps,
                version,
                halted,
                at(observed),
                at(observed));
    }

    private void halt(long incident, String tps, String since, boolean byReport) {
        sql(
                "INSERT INTO desk.voting_halt (incident_id, tps_code, round_id, since, by_report) VALUES (?, ?, ?, ?::timestamptz, ?)",
                incident,
                tps,
                round.id(),
                at(since),
                byReport);
    }

    /** Four items: mended before the day, open, mended on the day after the polls should have opened, and found on the day after that. */
    public void logistics() {
        for (var tps : new String[] {KRAMATWATU_1, MARGASANA_1}) {
            sql(
                    "INSERT INTO desk.readiness (round_id, tps_code, village_area, district_area, logistics_state) VALUES (?, ?, left(?, 10), left(?, 6), 'CONDITIONAL')",
                    round.id(),
                    tps,
                    tps,
                    tps);
        }
        shortcoming("BALLOT_BOX", "kpu", "CLOSED", "2024-11-26 08:00+07", "2024-11-26 18:00+07");
        shortcoming("INK", "kpu", "OPEN", "2024-11-26 08:00+07", "2024-11-26 08:00+07");
        shortcoming("SEALS", "camat", "CLOSED", "2024-11-26 08:00+07", at("09:00"));
        shortcoming("POSTERS", "kpu", "OPEN", at("10:00"), at("10:00"));
    }

    private void shortcoming(String item, String owner, String state, String opened, String changed) {
        sql(
                """
                INSERT INTO desk.readiness_shortcoming (round_id, tps_code, district_area, stage, item_code, answer, owner, blocking, state, opened_at, due_at, changed_at)
                VALUES (?, ?, '360405', 'LOGISTICS', ?, 'MISSING', ?, true, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)
                """,
                round.id(),
                MARGASANA_1,
                item,
                owner,
                state,
                opened,
                opened,
                changed);
    }

    /** Two of three forms for BUPATI are compared. */
    public void votes() {
        contribution(KRAMATWATU_1, 1, "{380,20,480,400,200,180}");
        contribution(MARGASANA_1, 1, "{190,10,480,200,100,90}");
        contribution(MARGASANA_2, 0, "{0,0,0,0,0,0}");
    }

    private void contribution(String tps, int counted, String sums) {
        sql(
                """
                INSERT INTO desk.tally_contribution (round_id, race_id, tps_code, village_area, district_area, received, counted_received, counted_verified, received_sums, verified_sums, updated_at)
                VALUES (?, ?, ?, left(?, 10), left(?, 6), 1, 1, ?, '{999,999,999,999,999,0}', ?::bigint[], now())
                """,
                round.id(),
                race("BUPATI"),
                tps,
                tps,
                tps,
                counted,
                sums);
    }

    /** Received 120, 60 and, of a TPS that has not told when it closed, 360 minutes after closing; compared after 180 and, by decision, 120. */
    public void forms() {
        long matched = form(KRAMATWATU_1, "BUPATI", "15:05", "APP");
        rekey(matched, 1, true, 901, "16:05", "{}");
        decided(matched);
        long differed = form(MARGASANA_1, "BUPATI", "14:00", "PHONE");
        rekey(differed, 1, false, 901, "14:30", "{\"votes\": {\"1\": 11, \"2\": 20}, \"validVotes\": 31}");
        sql(
                "INSERT INTO desk.c1_decision (id, form_id, kind, at_no, resulting_no, reason, decided_by_id, at) VALUES (gen_random_uuid(), ?, 'DIFFERENCE', 1, 1, 'Foto jelas', 903, ?::timestamptz)",
                differed,
                at("15:00"));
        decided(differed);
        form(MARGASANA_2, "BUPATI", "19:00", "APP");
    }

    public long form(String tps, String race, String captured, String source) {
        long form = owner().queryForObject(
                        """
                        INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no, began_at)
                        VALUES (?, ?, ?, left(?, 10), left(?, 6), 'RECEIVED', false, 1, ?::timestamptz) RETURNING id
                        """,
                        Long.class,
                        round.id(),
                        race(race),
                        tps,
                        tps,
                        tps,
                        at("14:00"));
        version(form, 1, "FIRST", captured, source);
        return form;
    }

    public void version(long form, int no, String origin, String captured, String source) {
        sql(
                """
                INSERT INTO desk.c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
                VALUES (?, ?, ?, '{"votes": {"1": 10, "2": 20}, "validVotes": 30}', '[]', ?, 900, 900, ?::timestamptz)
                """,
                form,
                no,
                origin,
                source,
                at(captured));
    }

    public void rekey(long form, int version, boolean matches, long verifier, String clock, String data) {
        sql(
                "INSERT INTO desk.c1_rekeying (id, form_id, version_no, extent, data, matches, verifier_id, at) VALUES (gen_random_uuid(), ?, ?, 'VOTES', ?::jsonb, ?, ?, ?::timestamptz)",
                form,
                version,
                data,
                matches,
                verifier,
                at(clock));
    }

    public void decided(long form) {
        sql("UPDATE desk.c1_form SET state = 'VERIFIED', decided_no = 1 WHERE id = ?", form);
    }

    /** One with life in danger, one open, one that was none; an agency in time, one late, one that declined in time, one withdrawn. */
    public void incidents() {
        long grave = incident(4, "CLOSED", at("12:00"));
        incident(2, "REPORTED", null);
        long none = incident(3, "REJECTED", at("12:00"));
        long first = dispatch(grave, "bpbd", "DONE", "10:03", "11:00");
        dispatch(grave, "polri", "DONE", "10:09", "11:00");
        dispatch(grave, "damkar", "DECLINED", null, "10:02");
        dispatch(grave, "pln", "WITHDRAWN", null, "10:30");
        dispatch(none, "bpbd", "DONE", "10:50", "11:00");
        sql(
                "INSERT INTO desk.incident_step (incident_id, dispatch_id, step, at) VALUES (?, ?, 'ARRIVED', ?::timestamptz)",
                grave,
                first,
                at("10:13"));
    }

    private long incident(int severity, String state, String ended) {
        return owner().queryForObject(
                        """
                        INSERT INTO desk.incident (round_id, area, category, severity, description, origin, observed_at, reported_at, state, triage_by, ended_at)
                        VALUES (?, ?, 'FIRE', ?, 'Api', 'FIELD', ?::timestamptz, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz) RETURNING id
                        """,
                        Long.class,
                        round.id(),
                        MARGASANA_1,
                        severity,
                        at("09:55"),
                        at("09:56"),
                        state,
                        at("10:00"),
                        ended);
    }

    private long dispatch(long incident, String agency, String state, String confirmed, String ended) {
        return owner().queryForObject(
                        """
                        INSERT INTO desk.dispatch (incident_id, run, area, agency, part, state, started_at, acknowledge_by, next_contact_at, call_at, leader_at, acknowledged_at, ended_at)
                        VALUES (?, 1, ?, ?, 'PRIMARY', ?, ?::timestamptz, ?::timestamptz, now(), now(), now(), ?::timestamptz, ?::timestamptz) RETURNING id
                        """,
                        Long.class,
                        incident,
                        MARGASANA_1,
                        agency,
                        state,
                        at("10:00"),
                        at("10:05"),
                        confirmed == null ? null : at(confirmed),
                        at(ended));
    }

    /** One of each kind of answer, and one that is not due for a century. */
    public void reports() {
        expected("07.30", KRAMATWATU_1, "RECEIVED", at("07:30"));
        expected("07.30", MARGASANA_1, "LATE", at("07:30"));
        expected("07.30", MARGASANA_2, "MISSING", at("07:30"));
        expected("10.00", MARGASANA_2, "EXCUSED", at("10:00"));
        expected("12.00", MARGASANA_2, "MISSING", "2124-11-27 12:00+07");
    }

    private void expected(String slot, String tps, String state, String due) {
        sql(
                """
                INSERT INTO desk.expected_report (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at, state)
                VALUES (?, 'VOTING', ?, 0, ?, left(?, 10), left(?, 6), ?::timestamptz, ?)
                """,
                round.id(),
                slot,
                tps,
                tps,
                tps,
                due,
                state);
    }

    public void oneOfBaros() {
        station(BAROS_1, "07:31", null, null);
    }

    public long race(String code) {
        return owner().queryForObject("SELECT id FROM desk.race WHERE code = ?", Long.class, code);
    }

    /** The figure of a place; the line of everything where the code is empty. */
    public static JsonNode figure(JsonNode report, String table, String code, String figure) {
        for (var one : report.path("tables")) {
            for (var row : one.path("rows")) {
                if (one.path("key").asText().equals(table)
                        && (code.isEmpty()
                                ? row.path("total").asBoolean()
                                : row.path("code").asText().equals(code))) {
                    return row.path("figures").path(figure);
                }
            }
        }
        throw new AssertionError("No line " + table + " " + code + " in " + report);
    }

    public static HttpResponse<byte[]> file(int port, String username, String path) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((username + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Basic " + credentials)
                                    .build(),
                            BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
