package id.deskpilkada.walk;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.CountingWork;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Kramatwatu, where the walkers of the walk work, and Baros, of which nothing may reach them: everything written there carries a mark. */
@Component
class MarkedDistricts {

    static final String KRAMATWATU = "36.04.05";
    static final String BAROS = "36.04.17";
    static final String PASSWORD = "kata-sandi-uji";
    static final String SECRET = "RahasiaBaros";
    /** Where a polling station stands is known to everybody, in the services no less than on the street. */
    static final String PUBLIC_ADDRESS = "Jalan " + SECRET;

    static final String SECRET_PHONE = "8775550123";
    static final int SECRET_FIRST = 391;
    static final int SECRET_SECOND = 283;
    /** Too large for a polling station: such a form is held. */
    static final int SECRET_HELD = 87431;

    static final int STATIONS = 20;
    static final String OURS = "3604052002";
    /** The village beside it, so that papers for all of a village stay thin. */
    private static final String NEXT_TO_OURS = "3604052001";

    private static final int OF_OUR_VILLAGE = 2;
    static final String THEIRS = "3604172001";

    private final Installation installation;
    private final SmallElection election;
    private final Rounds rounds;
    private final CountingWork counting;
    private final Dispatcher dispatcher;
    private final Sides sides;
    private int port;
    private int photos;

    MarkedDistricts(
            Installation installation,
            SmallElection election,
            Rounds rounds,
            CountingWork counting,
            Dispatcher dispatcher,
            Sides sides) {
        this.installation = installation;
        this.election = election;
        this.rounds = rounds;
        this.counting = counting;
        this.dispatcher = dispatcher;
        this.sides = sides;
    }

    /** Everything set up, every case open, forms reported in both districts; ids begin where no figure of a form lies. */
    void begin(int port, List<Walker> walkers) {
        this.port = port;
        installation
                .asOwner()
                .queryForList(
                        "SELECT schemaname || '.' || sequencename FROM pg_sequences WHERE schemaname = 'desk'",
                        String.class)
                .forEach(sequence ->
                        installation.asOwner().execute("ALTER SEQUENCE " + sequence + " RESTART WITH 700001"));
        // After the sequences: the first administrator is made anew here, and would else take a number that comes
        // again.
        installation.empty();
        election.prepared();
        stations();
        staff(walkers);
        rounds.start(election.round().id());
        practice();
        openCases();
        for (int number = 1; number <= STATIONS; number++) {
            report(client("pelapor-kramatwatu"), own(number), first(number), second(number), "");
        }
        var baros = client("rhs-district-admin");
        report(baros, station(THEIRS, 1), SECRET_FIRST, SECRET_SECOND, byPhone());
        report(baros, station(THEIRS, 2), SECRET_HELD, SECRET_HELD + 1, byPhone());
        report(baros, station(THEIRS, 3), SECRET_FIRST, SECRET_SECOND, byPhone());
        dispute("rhs-district-verifier", station(THEIRS, 3));
        report(client("pelapor-kramatwatu"), own(STATIONS + 1), 400, 300, "");
        dispute("penguji-kramatwatu", own(STATIONS + 1));
        Caller.signedIn(port, "rhs-district-verifier");
        var everybody = Stream.concat(Stream.of("helpdesk"), walkers.stream().map(Walker::role))
                .distinct()
                .collect(Collectors.joining("\", \""));
        erasure(own(STATIONS), "Salah kirim");
        erasure(station(THEIRS, 2), SECRET);
        officer("Puskesmas Kramatwatu", own(STATIONS), "Petugas Kramatwatu");
        officer("Puskesmas Baros", station(THEIRS, 2), SECRET);
        signal(own(STATIONS), "Seseorang perlu ambulans");
        signal(station(THEIRS, 2), SECRET);
        incident(own(STATIONS), "Air naik");
        incident(station(THEIRS, 2), SECRET);
        noClockRunsOut();
        excuse("07.30", own(STATIONS), "Di luar jangkauan");
        excuse("07.30", station(THEIRS, 2), SECRET);
        visit(own(STATIONS), "Terpencil");
        visit(station(THEIRS, 2), SECRET);
        risks();
        assignment("penguji-kramatwatu", "3604052002", "1/2024");
        assignment("rhs-village-admin", "3604172001", SECRET);
        compared(own(STATIONS), "Terendam");
        compared(station(THEIRS, 2), SECRET);
        sentUp();
        tierReport("360405", "Kramatwatu");
        tierReport("360417", SECRET);
        coordination("360405", "Kramatwatu", "+6281111111199");
        coordination("360417", SECRET, "+62" + SECRET_PHONE);
        attached("360405", "Kramatwatu");
        attached("360417", SECRET);
        broadcast("36.04", everybody, "Untuk semua");
        broadcast(BAROS, "district-verifier", SECRET);
    }

    /** More of everything in Baros: reports, a comparison, a claim, a person. */
    void goOnInBaros() {
        var baros = client("rhs-district-admin");
        report(baros, station(THEIRS, 4), 301, 302, byPhone());
        report(baros, station(THEIRS, 5), 303, 304, "");
        var verifier = client("rhs-district-verifier");
        verifier.post("/api/tasks/" + sides.task("BUPATI/" + station(THEIRS, 1)) + "/claim", "");
        verifier.post(
                "/api/c1/BUPATI/" + station(THEIRS, 1) + "/rekeyings",
                "{\"data\": " + Figures.form(SECRET_FIRST, SECRET_SECOND) + "}");
        dispatcher.drain();
        election.load("staff", "username,nama,peran,wilayah\nrhs-baru,Baru " + SECRET + ",camat," + BAROS + "\n");
    }

    private void stations() {
        var stations = new StringBuilder("kode_tps,alamat\n");
        var voters = new StringBuilder("kode_tps;jenis_pemilihan;dpt_l;dpt_p;dpt_j\n");
        for (int number = 1; number <= STATIONS + 1; number++) {
            add(stations, voters, own(number), "Balai desa");
            if (number <= 5) {
                add(stations, voters, station(THEIRS, number), PUBLIC_ADDRESS);
            }
        }
        election.load("polling-stations", stations.toString());
        election.load("voter-lists", voters.toString());
    }

    private static void add(StringBuilder stations, StringBuilder voters, String tps, String address) {
        stations.append(tps).append(',').append(address).append('\n');
        voters.append(tps).append(";BUPATI;500;497;997\n");
        voters.append(tps).append(";GUBERNUR;500;497;997\n");
    }

    private void staff(List<Walker> walkers) {
        var file = new StringBuilder("username,nama,peran,wilayah,telepon,kata_sandi\n");
        person(file, "pelapor-kramatwatu", "Pelapor", "district-admin", KRAMATWATU, "0811111111");
        person(file, "penguji-kramatwatu", "Penguji", "district-verifier", KRAMATWATU, "0811111112");
        for (var walker : walkers) {
            person(file, walker.username(), "Pejalan " + walker.role(), walker.role(), walker.scope(), "0811111113");
        }
        for (var role : List.of("district-admin", "district-verifier", "camat", "helpdesk", "health", "agency-bpbd")) {
            person(file, "rhs-" + role, SECRET + " " + role, role, BAROS, "0" + SECRET_PHONE);
        }
        person(file, "rhs-village-admin", SECRET + " desa", "village-admin", "36.04.17.2001", "0" + SECRET_PHONE);
        person(file, "rhs-tps-officer", SECRET + " TPS", "tps-officer", station(THEIRS, 1), "0" + SECRET_PHONE);
        election.load("staff", file.toString());
    }

    private static void person(
            StringBuilder file, String username, String name, String role, String scope, String phone) {
        file.append(String.join(",", username, name, role, scope, phone, PASSWORD))
                .append('\n');
    }

    private void openCases() {
        boolean more = true;
        while (more) {
            more = counting.openNext(election.round());
        }
    }

    private static String byPhone() {
        return ", \"source\": \"PHONE\", \"onBehalfOf\": \"Pak " + SECRET + "\"";
    }

    private void report(DeskClient reporter, String tps, int first, int second, String more) {
        var bytes = picture(photos++);
        var hash = DigestUtils.sha256Hex(bytes);
        expect(reporter.putBytes("/api/photos/" + hash, "image/png", bytes));
        var data = Figures.form(first, second).replaceFirst("}\\s*$", ", \"photos\": [\"" + hash + "\"]}");
        var report =
                """
                {"kind": "C1", "race": "BUPATI", "tps": "%s", "observedAt": "2024-11-27T15:00:00+07:00"%s, "data": %s}"""
                        .formatted(tps, more, data);
        expect(reporter.put("/api/field-reports/" + UUID.randomUUID(), report));
        dispatcher.drain();
    }

    private void erasure(String tps, String reason) {
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.erasure_request (kind, object, area, reason, decided_by, decision, requested_by)
                        SELECT 'FIELD_REPORT', id::text, tps_code, ?, 'Bupati', '1/2024', reporter_id FROM desk.field_report WHERE tps_code = ?
                        """,
                        reason,
                        tps);
    }

    private void officer(String puskesmas, String tps, String name) {
        election.load(
                "officers",
                "kode_petugas,nama,tugas,kode_tps,puskesmas\nP-" + tps + "," + name + ",KPPS," + tps + "," + puskesmas
                        + "\n");
    }

    private void assignment(String username, String village, String decree) {
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.assignment (round_id, area, village_area, district_area, staff_id, sk_number, begun_at)
                        SELECT r.id, v.area, v.area, left(v.area, 6), m.id, ?, now() FROM desk.round r, (SELECT ?::text AS area) v, desk.staff_member m WHERE m.username = ?
                        """,
                        decree,
                        village,
                        username);
    }

    private void signal(String tps, String text) {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.incident_signal (round_id, tps_code, area, category, text, severity, origin, at, kept_at) VALUES (1, ?, ?, 'HEALTH', ?, 4, 'DUTY', now(), now())",
                        tps,
                        tps,
                        text);
    }

    private void excuse(String slot, String tps, String reason) {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.report_excuse (round_id, kind, slot, tps_code, reason, excused_by_id, excused_at) SELECT ?, 'VOTING', ?, ?, ?, id, now() FROM desk.staff_member WHERE username = 'pejalan-desk'",
                        election.round().id(),
                        slot,
                        tps,
                        reason);
    }

    /** So grave that BPBD is sent to it at once. */
    private void incident(String tps, String text) {
        expect(client("pejalan-desk")
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"%s\", \"lifeInDanger\": true, \"tps\": \"%s\"}"
                                .formatted(text, tps)));
    }

    /** Not while the walk lasts, however slow the machine: what is late looks different. */
    private void noClockRunsOut() {
        var owner = installation.asOwner();
        owner.update("UPDATE desk.incident SET triage_by = triage_by + interval '1 day'");
        owner.update("UPDATE desk.dispatch SET acknowledge_by = acknowledge_by + interval '1 day'");
    }

    private void visit(String tps, String reason) {
        expect(client("pejalan-desk")
                .post(
                        "/api/visits",
                        "{\"tps\": \"%s\", \"leader\": \"pejalan-leader\", \"reason\": \"%s\"}"
                                .formatted(tps, reason)));
    }

    /** Floods in both districts, each with a list that lies with an agency which nobody walks for. */
    /** Beside the real round: who has practised is told by place too. */
    private void practice() {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.round (election_id, code, kind, phase, started_at) SELECT id, 'GLADI-1', 'REHEARSAL', 'STARTED', now() FROM desk.election");
    }

    private void risks() {
        election.load(
                "risks",
                "kode_tps,indikator,catatan\n" + own(STATIONS) + ",FLOOD,Terendam\n" + station(THEIRS, 2) + ",FLOOD,"
                        + SECRET + "\n");
        for (var area : List.of("360405", "360417")) {
            installation
                    .asOwner()
                    .update(
                            """
                            INSERT INTO desk.risk_handover (round_id, area, indicators, agency, note, attempt, state, acknowledge_by, measures_by, by_schedule, proposed_at)
                            VALUES (?, ?, '{FLOOD}', 'pmi', ?, 1, 'ACKNOWLEDGED', now(), now(), true, now())
                            """,
                            election.round().id(),
                            area,
                            area.equals("360417") ? SECRET : "Terendam");
        }
    }

    /** A difference to KPU's figure in each district, with what was said about it. */
    private void compared(String tps, String note) {
        var owner = installation.asOwner();
        var race = owner.queryForObject("SELECT id FROM desk.race WHERE code = 'BUPATI'", Long.class);
        var round = election.round().id();
        var made = owner.queryForObject(
                """
                INSERT INTO desk.official_import (round_id, race_id, area, format, source, sha256, places, empty_places, imported_by_id, imported_at, state, ended_at)
                VALUES (?, ?, '3604', 'TABLE', 'KPU', encode(sha256(?::bytea), 'hex'), 1, 0, 1, now(), 'DONE', now()) RETURNING id
                """,
                Long.class,
                round,
                race,
                tps);
        owner.update(
                "INSERT INTO desk.official_figure (import_id, round_id, race_id, area, level, is_empty, figures) VALUES (?, ?, ?, ?, 'TPS', false, ?::jsonb)",
                made,
                round,
                race,
                tps,
                "{\"votes.1\": %d}".formatted(SECRET_FIRST));
        owner.update(
                """
                INSERT INTO desk.official_difference (import_id, round_id, race_id, area, level, fields, weight, version_no, handed_out, task_id, found_at, note)
                VALUES (?, ?, ?, ?, 'TPS', ?::jsonb, 1, 1, true, ?, now(), ?)
                """,
                made,
                round,
                race,
                tps,
                "{\"votes.1\": [%d, %d]}".formatted(SECRET_SECOND, SECRET_FIRST),
                "selisih-" + tps,
                note);
    }

    /** A settled report of a district, with what was found fault with. */
    private void tierReport(String district, String words) {
        var owner = installation.asOwner();
        owner.update(
                "INSERT INTO desk.tier_case (round_id, slot, area, level, state, due_at) VALUES (?, '13.30', ?, 'DISTRICT', 'SETTLED', now())",
                election.round().id(),
                district);
        owner.update(
                "INSERT INTO desk.tier_case (round_id, slot, area, level, state, due_at) VALUES (?, '13.30', '3604', 'REGENCY', 'WAITING', now()) ON CONFLICT DO NOTHING",
                election.round().id());
        var snapshot =
                """
                {"format":1,"disclaimer":"-","level":"DISTRICT","election":{"code":"u","name":"u"},"round":"R1","day":"2024-11-27","slot":"13.30","slotDueAt":"2024-11-27T13:30:00+07:00",\
                "requiresSignature":true,"region":{"code":"%s","name":"%s"},"version":1,"frozenAt":"2024-11-27T13:30:00+07:00","ledger":{"seq":1,"waiting":0,"heads":[]},"stations":1,\
                "reports":[],"readiness":{},"voting":{},"situations":[],"incidents":{"list":[]},"races":[],"districts":[]}"""
                        .formatted(district, words);
        owner.update(
                """
                WITH made AS (
                  INSERT INTO desk.tier_report (code, round_id, slot, area, level, version, cause, reason, requires_signature, slot_due_at, compiled_at, ledger_seq, snapshot, digest, changes)
                  VALUES ('0000-0000-0000-' || right(?, 4), ?, '13.30', ?, 'DISTRICT', 1, 'FIRST', ?, true, now(), now(), 1, ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), '[]') RETURNING id)
                INSERT INTO desk.tier_report_step (report_id, step, detail, at) SELECT id, 'CALLED', ?, now() FROM made
                """,
                district,
                election.round().id(),
                district,
                words,
                snapshot,
                snapshot,
                words);
    }

    /** Whom to call, who is on duty and what was decided in a district; shifts enough for everybody who may take one away. */
    private void coordination(String district, String name, String phone) {
        var owner = installation.asOwner();
        for (var kind : List.of("POLSEK", "PPS")) {
            owner.update(
                    "INSERT INTO desk.contact (kind, name, area, phone, confirmed_at, confirmed_by_name) VALUES (?, ?, ?, ?, '2024-11-01', 'Desk')",
                    kind,
                    kind + " " + name,
                    kind.equals("PPS") ? district + (district.equals("360405") ? "2002" : "2001") : district,
                    phone);
        }
        owner.update(
                "INSERT INTO desk.agency (code, area, name, channels) VALUES ('bpbd', ?, ?, ?)",
                district,
                "BPBD " + name,
                "PHONE " + phone);
        owner.update("INSERT INTO desk.duty_post (name, area) VALUES (?, ?)", "Posko " + name, district);
        owner.update(
                "INSERT INTO desk.duty_shift (post_id, starts_at, ends_at) SELECT p.id, t, t + interval '1 hour' FROM desk.duty_post p, generate_series('2024-11-27'::timestamptz, '2024-11-27 09:00', '1 hour') t WHERE p.area = ?",
                district);
        owner.update(
                "INSERT INTO desk.meeting (area, subject, held_at, place, participants) VALUES (?, ?, '2024-11-01', 'Aula', 'KPU')",
                district,
                "Rapat " + name);
        owner.update(
                "INSERT INTO desk.meeting_decision (meeting_id, position, text, in_charge, due_on, state) SELECT id, 1, ?, 'KPU', '2024-11-20', 'OPEN' FROM desk.meeting WHERE area = ?",
                "Putusan " + name,
                district);
    }

    /** A report of the regency that did not reach the province, screens on the desk's wall, and SMS of nobody known. */
    private void sentUp() {
        var owner = installation.asOwner();
        owner.update(
                "INSERT INTO desk.sms_gateway (area, code, name, active) VALUES ('3604', 'gerbang', 'Gerbang', true)");
        owner.update(
                """
                INSERT INTO desk.sms_message (id, gateway_id, external_id, number, text, sent_at, received_at, area, state, next_attempt_at)
                SELECT gen_random_uuid(), g.id, 'x' || n, '+628120000' || n, 'Selamat pagi', now(), now(), '3604', 'PARKED', now() FROM desk.sms_gateway g, generate_series(100, 160) n
                """);
        owner.update(
                """
                INSERT INTO desk.wall_screen (id, token_hash, area, name, with_votes, opened_by, opened_at, expires_at)
                SELECT gen_random_uuid(), 'layar-' || n, '3604', 'Layar ' || n, false, (SELECT min(id) FROM desk.staff_member), now(), now() + interval '9 hours'
                FROM generate_series(1, 40) n
                """);
        owner.update(
                "INSERT INTO desk.tier_recipient (area, name, way, address, active) VALUES ('3604', 'Provinsi', 'EMAIL', 'desk@example.go.id', true)");
        owner.update(
                """
                INSERT INTO desk.tier_report (code, round_id, slot, area, level, version, cause, requires_signature, slot_due_at, compiled_at, ledger_seq, snapshot, digest, changes)
                VALUES ('KIRM-0000-0000-3604', ?, '21.00', '3604', 'REGENCY', 1, 'FIRST', false, now(), now(), 1, '{}', encode(sha256('{}'), 'hex'), '[]')
                """,
                election.round().id());
        owner.update(
                """
                INSERT INTO desk.tier_delivery (report_id, recipient_id, area, recipient, way, state, next_attempt_at, created_at)
                SELECT t.id, r.id, '3604', r.name, 'EMAIL', 'FAILED', now(), now() FROM desk.tier_report t, desk.tier_recipient r WHERE t.code = 'KIRM-0000-0000-3604'
                """);
        owner.update(
                """
                INSERT INTO desk.received_report (receipt_id, area, election, round, slot, version, code, snapshot, digest, statement, signature, key_id, slot_due_at, received_at)
                VALUES ('TT-1', '3604', 'x', 'R1', '21.00', 1, 'x', '{}', encode(sha256('{}'), 'hex'), '{}', '\\x00', 'x', now(), now())
                """);
    }

    /** A scan beside the report of a district. */
    private void attached(String district, String name) {
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.tier_attachment (report_id, kind, name, media_type, sha256, content, added_by, added_at)
                        SELECT t.id, 'SCAN', c.name || '.png', 'image/png', encode(sha256(c.name::bytea), 'hex'), c.name::bytea, m.id, now()
                        FROM desk.tier_report t, desk.staff_member m, (SELECT ?::text AS name) c WHERE t.area = ? AND m.username = 'pejalan-desk'
                        """,
                        name,
                        district);
    }

    private void broadcast(String area, String roles, String text) {
        expect(client("pejalan-desk")
                .post(
                        "/api/broadcasts",
                        "{\"area\": \"%s\", \"roles\": [\"%s\"], \"title\": \"%s\", \"text\": \"%s\"}"
                                .formatted(area, roles, text, text)));
    }

    private void dispute(String verifier, String tps) {
        expect(client(verifier)
                .post("/api/c1/BUPATI/" + tps + "/rekeyings", "{\"data\": " + Figures.ofAStranger() + "}"));
    }

    private static void expect(DeskClient.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }

    /** A small picture like no other. */
    static byte[] picture(int number) {
        var image = new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0x102030 + number);
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String station(String village, int number) {
        return village + "%03d".formatted(number);
    }

    /** The station that is one walker's own: of their village for those who have one, and for what all share. */
    static String own(int number) {
        var near = number > OF_OUR_VILLAGE && number < STATIONS;
        return station(near ? NEXT_TO_OURS : OURS, number);
    }

    static int first(int number) {
        return 611 + 2 * number;
    }

    static int second(int number) {
        return 111 + 2 * number;
    }
}
