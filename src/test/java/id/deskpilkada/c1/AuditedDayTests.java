package id.deskpilkada.c1;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.staff.Browser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small day through every way in. The database notes each transaction that changes a row: none that belongs to a person may be without its entry in the trail. */
@WholeApplication
class AuditedDayTests {

    private static final String PASSWORD = "kata-sandi-uji";

    /** Tables of the record itself: reports are chained in themselves, sessions are told as sign-in and sign-out. */
    private static final List<String> NOT_WATCHED = List.of(
            "audit_entry",
            "audit_link",
            "audit_head",
            "audit_seal",
            "ledger_link",
            "ledger_head",
            "ledger_seal",
            "change",
            "staff_session",
            "flyway_schema_history",
            "touched");

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    JdbcTemplate owner;
    DeskClient admin;
    DeskClient village;
    DeskClient verifier;
    DeskClient desk;

    @BeforeEach
    void watchEveryTable() {
        installation.empty();
        owner = installation.asOwner();
        owner.execute(
                """
                CREATE TABLE desk.touched (tx bigint, facts text, person text, scope text, PRIMARY KEY (tx, facts));
                CREATE FUNCTION desk.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk AS $$ BEGIN
                  INSERT INTO touched VALUES (pg_current_xact_id()::text::bigint & 4294967295, TG_TABLE_NAME,
                    coalesce(current_setting('desk.person', true), ''), coalesce(current_setting('desk.scope', true), '')) ON CONFLICT DO NOTHING;
                  RETURN NULL; END $$
                """);
        tables().forEach(table -> owner.execute("CREATE TRIGGER touch AFTER INSERT OR UPDATE OR DELETE ON " + table
                + " FOR EACH ROW EXECUTE FUNCTION desk.touch()"));
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        village = new DeskClient(port, "siti", PASSWORD);
        verifier = new DeskClient(port, "budi", PASSWORD);
        desk = new DeskClient(port, "dewi", PASSWORD);
    }

    @AfterEach
    void watchNoMore() {
        tables().forEach(table -> owner.execute("DROP TRIGGER IF EXISTS touch ON " + table));
        owner.execute("DROP FUNCTION IF EXISTS desk.touch() CASCADE; DROP TABLE IF EXISTS desk.touched");
    }

    private List<String> tables() {
        return owner
                .queryForList(
                        """
                        SELECT schemaname || '.' || tablename FROM pg_tables
                        WHERE schemaname = 'desk' OR schemaname = 'public' AND tablename LIKE 'act\\_%'
                        """,
                        String.class)
                .stream()
                .filter(table -> !NOT_WATCHED.contains(table.substring(table.indexOf('.') + 1)))
                .toList();
    }

    @Test
    void noChangeOfAPersonIsWithoutItsEntry() {
        setUpTheElection();
        fromTheFieldToTheDecision();
        helpAndErase();

        assertThat(
                        owner.queryForList(
                                """
                        SELECT DISTINCT facts, person FROM desk.touched t
                        WHERE (person <> '' OR scope = '' AND facts NOT IN ('field_report', 'photo_link', 'staff_account'))
                          AND NOT EXISTS (SELECT 1 FROM desk.audit_entry a WHERE a.xmin::text::bigint = t.tx)
                          AND facts NOT IN ('field_report', 'photo_link')
                        """))
                .isEmpty();
        assertThat(owner.queryForList(
                        "SELECT id FROM desk.audit_entry WHERE channel NOT IN ('DATABASE', 'BACKGROUND') AND route IS NOT NULL AND outcome = 'DONE'"
                                + " AND (username IS NULL OR address IS NULL OR request_id IS NULL)"))
                .isEmpty();
        assertThat(owner.queryForList(
                        "SELECT DISTINCT route FROM desk.audit_entry WHERE outcome = 'DONE'", String.class))
                .contains(
                        "POST /api/imports/{kind}",
                        "PUT /api/elections/{code}",
                        "POST /api/elections/{election}/rounds/{round}/start",
                        "PUT /api/photos/{sha256}",
                        "POST /api/c1/{race}/{tps}/rekeyings",
                        "POST /api/c1/{race}/{tps}/decisions",
                        "POST /api/tasks/{id}/claim",
                        "POST /api/staff/{id}/unlock",
                        "POST /api/staff/{id}/reset-codes",
                        "POST /api/erasures",
                        "POST /api/erasures/{id}/approve");
        assertThat(owner.queryForList("SELECT DISTINCT action FROM desk.audit_entry", String.class))
                .contains(
                        "sign-in",
                        "sign-out",
                        "person.added",
                        "import",
                        "schedule.changed",
                        "round.phase",
                        "photo.viewed",
                        "row.c1_version",
                        "row.photo");
    }

    private void setUpTheElection() {
        election.regions();
        var body =
                """
                {"name": "Pilkada uji", "date": "2024-11-27", "races": [{"code": "BUPATI", "name": "Bupati", "region": "36.04", "pages": {"plano": 2, "salinan": 2}}],
                 "rounds": [{"code": "R1", "kind": "REGULAR"}]}""";
        assertThat(admin.put("/api/elections/" + SmallElection.CODE, body).status())
                .isIn(200, 201);
        upload("polling-stations", "kode_tps,alamat\n" + MARGASANA_1 + ",Balai desa\n3604052002002,Balai desa\n");
        upload("candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,A\nBUPATI,2,B\n");
        upload(
                "voter-lists",
                "kode_tps,jenis_pemilihan,dpt_l,dpt_p,dpt_j\n" + MARGASANA_1
                        + ",BUPATI,241,239,480\n3604052002002,BUPATI,241,239,480\n");
        upload(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                budi,Budi,district-verifier,36.04.05,%1$s
                dewi,Dewi,desk,36.04,%1$s
                joko,Joko,it-admin,36.04,%1$s
                """
                        .formatted(PASSWORD));
        var start = admin.post("/api/elections/" + SmallElection.CODE + "/rounds/R1/start", "{}");
        assertThat(start.status()).as(start.text()).isIn(200, 201, 202);
    }

    private void upload(String kind, String csv) {
        var answer = admin.upload("/api/imports/" + kind, kind + ".csv", csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void fromTheFieldToTheDecision() {
        var photo = photo(7);
        capture(photo, 5);
        var task = verifier.get("/api/tasks?process=c1-capture")
                .body()
                .path("items")
                .get(0);
        assertThat(verifier.post("/api/tasks/" + task.path("id").asText() + "/claim", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(verifier.get("/api/photos/" + photo).status()).isEqualTo(200);
        var wrong = cleanJson();
        wrong.withObject("/votes").put("1", 119).put("2", 91);
        assertThat(verifier.post("/api/c1/BUPATI/" + MARGASANA_1 + "/rekeyings", "{\"data\": " + wrong + "}")
                        .status())
                .isEqualTo(201);
        assertThat(desk.get("/api/c1/BUPATI/" + MARGASANA_1).status()).isEqualTo(200);
        var decided = desk.post(
                "/api/c1/BUPATI/" + MARGASANA_1 + "/decisions",
                "{\"data\": %s, \"reason\": \"Sesuai foto\"}".formatted(cleanJson()));
        assertThat(decided.status()).as(decided.text()).isEqualTo(201);
    }

    private void capture(String photo, int invalid) {
        var data = cleanJson().put("invalidVotes", invalid);
        data.putArray("photos").add(photo);
        var answer = village.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, data, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        dispatcher.drain();
    }

    private String photo(int shade) {
        var page = C1HttpTests.page(shade);
        var hash = DigestUtils.sha256Hex(page);
        assertThat(village.putBytes("/api/photos/" + hash, "image/png", page).status())
                .isEqualTo(201);
        return hash;
    }

    private void helpAndErase() {
        long siti = owner.queryForObject("SELECT id FROM desk.staff_member WHERE username = 'siti'", Long.class);
        assertThat(admin.post("/api/staff/" + siti + "/unlock", "").status()).isEqualTo(204);
        assertThat(admin.post("/api/staff/" + siti + "/reset-codes", "").status())
                .isEqualTo(201);
        var wanted = admin.post(
                "/api/erasures",
                "{\"kind\": \"PERSON\", \"id\": \"%d\", \"reason\": \"permintaan yang bersangkutan\", \"decidedBy\": \"Sekda\", \"decision\": \"1/2024\"}"
                        .formatted(siti));
        assertThat(wanted.status()).as(wanted.text()).isEqualTo(201);
        var second = new DeskClient(port, "joko", PASSWORD);
        var approved = second.post("/api/erasures/" + wanted.body().path("id").asText() + "/approve", "");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        new Browser(port).signIn("dewi", PASSWORD).submit("/keluar", "/keluar", Map.of());
    }
}
