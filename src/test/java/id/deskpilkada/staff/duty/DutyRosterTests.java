package id.deskpilkada.staff.duty;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class DutyRosterTests {

    private static final String DUTY =
            """
            pos,mulai,selesai,pengguna,pimpinan
            Posko Desk,2024-11-27 06.00,14.00,siti,ya
            Posko Desk,2024-11-27 06.00,14.00,udin,
            Posko Desk,2024-11-27 22.00,06.00,sekda,ya
            """;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    DutyRoster roster;

    @LocalServerPort
    int port;

    private DeskClient desk;

    @BeforeEach
    void people() {
        installation.empty();
        election.prepared();
        var people = new People(staff, secrets);
        people.add("siti", "Siti Desk", "desk@36.04");
        people.add("udin", "Udin Desk", "desk@36.04");
        people.add("sekda", "Sekda", "leader@36.04");
        people.add("wakil", "Asisten", "leader@36.04");
        people.add("camat", "Camat", "camat@36.04.05");
        desk = new DeskClient(port, "siti", People.PASSWORD);
    }

    @Test
    void whoIsOnDutyIsFoundAndEverybodyOfTheRoleWhenNobodyIs() {
        imported();

        assertThat(roster.onDuty("desk", "36.04", at("2024-11-27T07:00:00+07:00")))
                .extracting(Person::username)
                .containsExactlyInAnyOrder("siti", "udin");
        assertThat(roster.onDuty("leader", "3604", at("2024-11-28T02:00:00+07:00")))
                .extracting(Person::username)
                .containsExactly("sekda");
        assertThat(roster.onDuty("leader", "3604", at("2024-11-27T07:00:00+07:00")))
                .as("no leader is rostered in the morning")
                .extracting(Person::username)
                .containsExactlyInAnyOrder("sekda", "wakil");
        assertThat(roster.leading("3604", at("2024-11-27T07:00:00+07:00"), "leader"))
                .extracting(Person::username)
                .containsExactly("siti");
        assertThat(roster.leading("3604", at("2024-11-27T14:00:00+07:00"), "leader"))
                .as("the end of a shift belongs to the next")
                .extracting(Person::username)
                .containsExactlyInAnyOrder("sekda", "wakil");
        staff.deactivate(staff.person("sekda").orElseThrow().id());
        assertThat(roster.onDuty("leader", "3604", at("2024-11-28T02:00:00+07:00")))
                .extracting(Person::username)
                .containsExactly("wakil");
    }

    @Test
    void theSameFileAgainChangesNothingAndPeopleMayChangePlaces() {
        imported();
        assertThat(load(DUTY).body().path("unchanged").asInt()).isEqualTo(3);

        var swapped = load(DUTY.replace("udin", "x").replace("sekda", "udin").replace("x,", "sekda,"));

        assertThat(swapped.status()).as(swapped.text()).isEqualTo(200);
        assertThat(roster.onDuty("leader", "3604", at("2024-11-27T07:00:00+07:00")))
                .extracting(Person::username)
                .containsExactly("sekda");
    }

    @Test
    void badRowsAreNamed() {
        imported();
        var answer = load(
                """
                pos,wilayah,mulai,selesai,pengguna
                Posko Desk,36.99,2024-11-27 06.00,14.00,siti
                Posko Desk,,2024-11-27,14.00,siti
                Posko Desk,,2024-11-28 06.00,14.00,entah
                Posko Kramatwatu,36.04.05,2024-11-28 06.00,14.00,camat
                Posko Desk,,2024-11-28 13.00,20.00,camat
                """);
        assertThat(answer.body().path("errors"))
                .extracting(error ->
                        error.path("row").asInt() + " " + error.path("code").asText())
                .containsExactlyInAnyOrder(
                        "2 UNKNOWN_SCOPE", "3 MALFORMED_DUTY_TIME", "4 UNKNOWN_STAFF", "6 DUTY_ROW_BUSY");

        var stored = load("pos,mulai,selesai,pengguna\nPosko Lain,2024-11-27 13.00,15.00,siti\n");
        assertThat(stored.body().path("errors").path(0).path("code").asText()).isEqualTo("DUTY_PERSON_BUSY");
        assertThat(stored.body().path("errors").path(0).path("message").asText())
                .contains("Siti Desk", "Posko Desk");
    }

    @Test
    void theDayShowsItsGapsAndAShiftIsCopiedToAnother() {
        imported();
        var day = desk.get("/api/duty?day=2024-11-27").body();
        assertThat(day.path("zone").asText()).isEqualTo("WIB");
        var post = day.path("posts").path(0);
        assertThat(post.path("shifts")).hasSize(2);
        assertThat(post.path("findings"))
                .extracting(finding -> finding.path("kind").asText() + " "
                        + finding.path("from").asText() + " "
                        + finding.path("to").asText())
                .containsExactly("GAP 2024-11-27T14:00:00+07:00 2024-11-27T22:00:00+07:00");
        var night = post.path("shifts").path(1).path("id").asLong();

        var copied = desk.post("/api/duty/shifts/" + night + "/copies", "{\"day\": \"2024-11-28\"}");

        assertThat(copied.status()).as(copied.text()).isEqualTo(201);
        assertThat(roster.onDuty("leader", "3604", at("2024-11-29T05:59:00+07:00")))
                .extracting(Person::username)
                .containsExactly("sekda");
        assertThat(desk.post("/api/duty/shifts/" + night + "/copies", "{\"day\": \"2024-11-28\"}")
                        .status())
                .isEqualTo(409);
        assertThat(desk.get("/api/duty?day=2024-11-28")
                        .body()
                        .path("posts")
                        .path(0)
                        .path("shifts"))
                .as("the night that ends on it, and the one that begins")
                .hasSize(2);
    }

    @Test
    void thePageRefusesAPersonTwiceAtOneTimeAndKeepsHandoverNotes() {
        imported();
        var siti = new Browser(port).signIn("siti", People.PASSWORD);
        var page = "/desk/piket?tanggal=2024-11-27";
        var added = siti.submit(
                page,
                "/desk/piket/giliran",
                Map.of(
                        "tanggal",
                        "2024-11-27",
                        "pos",
                        "Posko Lain",
                        "wilayah",
                        "3604",
                        "mulai",
                        "12:00",
                        "selesai",
                        "20:00"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
        var shift = installation.asOwner().queryForObject("SELECT max(id)::text FROM desk.duty_shift", String.class);

        var busy = siti.submit(
                page, "/desk/piket/orang", Map.of("tanggal", "2024-11-27", "giliran", shift, "orang", "udin"));

        assertThat(busy.statusCode()).isEqualTo(422);
        assertThat(busy.body()).contains("Udin Desk sudah bertugas di Posko Desk");
        var post = installation
                .asOwner()
                .queryForObject("SELECT post_id::text FROM desk.duty_shift WHERE id = ?::bigint", String.class, shift);
        siti.submit(
                page,
                "/desk/piket/catatan",
                Map.of("tanggal", "2024-11-27", "id", post, "catatan", "TPS 3 Margasana belum melapor."));
        assertThat(siti.get(page).body())
                .contains("TPS 3 Margasana belum melapor.", "Siti Desk", "Tidak ada giliran pada 14.00–22.00 WIB");
        var sekda = new DeskClient(port, "sekda", People.PASSWORD);
        assertThat(sekda.get("/api/duty?day=2024-11-27").status()).isEqualTo(200);
        assertThat(sekda.post("/api/duty/posts/" + post + "/notes", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(new DeskClient(port, "camat", People.PASSWORD)
                        .get("/api/duty")
                        .body()
                        .path("posts"))
                .as("posts of one's own area")
                .isEmpty();
    }

    private void imported() {
        var answer = load(DUTY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("created").asInt()).isEqualTo(3);
    }

    private DeskClient.Answer load(String csv) {
        return new DeskClient(port, "admin", "rahasia-admin-uji").upload("/api/imports/duty", "piket.csv", csv);
    }

    private static Instant at(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }
}
