package id.deskpilkada.dashboard.publicview;

import static id.deskpilkada.dashboard.publicview.PublicDepth.DISTRICT;
import static id.deskpilkada.dashboard.publicview.PublicDepth.REGENCY;
import static id.deskpilkada.dashboard.publicview.PublicDepth.TPS;
import static id.deskpilkada.dashboard.publicview.PublicDepth.VILLAGE;
import static id.deskpilkada.dashboard.publicview.PublicMode.PROGRESS;
import static id.deskpilkada.dashboard.publicview.PublicMode.RECEIVED_AND_VERIFIED;
import static id.deskpilkada.dashboard.publicview.PublicMode.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What the public sees in each position of the switch, and that nothing else leaves. */
@WholeApplication
class PublicEditionTests {

    /** Told apart from every other figure. */
    private static final int RECEIVED_ONE = 1_731;

    private static final int VERIFIED_ONE = 2_417;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    PublicWatch watch;

    @Autowired
    PublicFiles files;

    @Autowired
    EditionReader reader;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private PublicDay day;

    @BeforeEach
    void threeFormsOfSix() {
        day = new PublicDay(installation, staff, watch, events, transaction, port);
        day.received(SmallRegency.TPS.get(0), RECEIVED_ONE, 50);
        day.verified(SmallRegency.TPS.get(3), VERIFIED_ONE, 20);
        day.held(SmallRegency.TPS.get(4));
    }

    /** The files in memory outlive the tables. */
    @AfterEach
    void off() {
        installation.empty();
        watch.look();
    }

    @Test
    void progressTellsHowManyFormsAreInAndNoVotesAnywhere() {
        day.on(PROGRESS, TPS);

        assertThat(page("index.html")).contains("TPS sudah masuk: 3 dari 6 TPS", "50,0", "Sudah dicocokkan 1");
        assertThat(everything()).doesNotContain("1.731", "2.417", "1731", "2417", "4148", "4.148", "validVotes");
        assertThat(json("tally/BUPATI.json").get("totals")).isEmpty();
        assertThat(json("progress.json").at("/rounds/0/races/0/received").asInt())
                .isEqualTo(3);
    }

    @Test
    void verifiedTellsComparedFormsOnly() {
        day.on(VERIFIED, TPS);

        assertThat(page("index.html"))
                .contains("2.417", "Hanya yang sudah dicocokkan")
                .doesNotContain("Semua yang masuk");
        assertThat(everything()).doesNotContain("1.731", "1731", "4148", "4.148");
        var tally = json("tally/BUPATI.json");
        assertThat(tally.get("totals").has("received")).isFalse();
        assertThat(votes(tally, "verified", 0)).isEqualTo(VERIFIED_ONE);
    }

    @Test
    void receivedVotesAreToldOfTheWholeRegionOnlyBesideTheVerifiedAndNeverMixed() {
        day.on(RECEIVED_AND_VERIFIED, TPS);

        assertThat(page("index.html")).contains("Semua yang masuk", "4.148", "Hanya yang sudah dicocokkan", "2.417");
        var whole = json("tally/BUPATI.json");
        assertThat(whole.get("basis").asText()).isEqualTo("both");
        assertThat(votes(whole, "received", 0)).isEqualTo(RECEIVED_ONE + VERIFIED_ONE);
        assertThat(whole.at("/totals/received/counted").asInt()).isEqualTo(2);
        assertThat(votes(whole, "verified", 0)).isEqualTo(VERIFIED_ONE);
        for (var place : List.of("36.04.05", "36.04.05.2002", "36.04.05.2003")) {
            assertThat(json("tally/BUPATI/" + place + ".json").get("totals").has("received"))
                    .as(place)
                    .isFalse();
        }
        assertThat(everything()).as("a form that can still be verified").doesNotContain("1.731", "1731");
    }

    @Test
    void aVillageShowsEachTpsAndVotesOnlyWhereVerified() {
        day.on(RECEIVED_AND_VERIFIED, TPS);

        var unverified = page("wilayah/36.04.05.2002.html");
        assertThat(unverified).contains("TPS 001", "id=\"t3604052002001\"", "Masuk", "Belum masuk");
        assertThat(json("tally/BUPATI/36.04.05.2002.json")
                        .at("/children/0/totals/verified/enough")
                        .asBoolean())
                .isFalse();
        var verified = json("tally/BUPATI/36.04.05.2003.json").at("/children/0");
        assertThat(verified.at("/region/level").asText()).isEqualTo("TPS");
        assertThat(votes(verified, "verified", 0)).isEqualTo(VERIFIED_ONE);
        assertThat(page("wilayah/36.04.05.2003.html")).contains("2.417");
    }

    @Test
    void itGoesNoDeeperThanTheInstallationAllows() {
        day.on(RECEIVED_AND_VERIFIED, REGENCY);
        assertThat(paths()).contains("index.html", "en/index.html").noneMatch(path -> path.contains("wilayah/"));
        assertThat(page("index.html")).doesNotContain("Baros").doesNotContain("Per kecamatan");

        day.on(RECEIVED_AND_VERIFIED, DISTRICT);
        assertThat(paths())
                .contains("wilayah/36.04.05.html", "tally/BUPATI/36.04.05.json", "en/wilayah/36.04.06.html")
                .noneMatch(path -> path.contains("36.04.05.2"));
        assertThat(page("wilayah/36.04.05.html")).doesNotContain("Sindangmandi");

        day.on(RECEIVED_AND_VERIFIED, VILLAGE);
        assertThat(paths()).contains("wilayah/36.04.05.2002.html");
        assertThat(page("wilayah/36.04.05.2002.html")).doesNotContain("TPS 001");
    }

    @Test
    void noVotesAreToldBeforeTheirHourAndTheWriterWakesThen() {
        var later = OffsetDateTime.now().plusHours(1).truncatedTo(ChronoUnit.SECONDS);
        day.on(RECEIVED_AND_VERIFIED, TPS, ", \"votesNotBefore\": \"" + later + "\"");

        assertThat(everything()).doesNotContain("2.417", "2417", "4.148");
        assertThat(page("index.html")).contains("Perolehan suara ditampilkan mulai");
        assertThat(json("tally/BUPATI.json").has("votesNotBefore")).isTrue();
        assertThat(installation
                        .asOwner()
                        .queryForObject("SELECT wake_at FROM desk.public_edition", OffsetDateTime.class)
                        .toInstant())
                .isEqualTo(later.toInstant());

        var view = new PublicView(RECEIVED_AND_VERIFIED, TPS, later.toInstant(), null, null);
        var before = reader.read(view, later.toInstant().minusSeconds(1));
        var at = reader.read(view, later.toInstant());
        assertThat(before.rounds().get(0).votesOpen()).isFalse();
        assertThat(at.rounds().get(0).votesOpen()).isTrue();
        assertThat(at.wakesAt()).isEmpty();
    }

    @Test
    void byDefaultTheHourIsFifteenOClockInTheWest() {
        var edition = reader.read(
                new PublicView(RECEIVED_AND_VERIFIED, TPS, null, null, null),
                OffsetDateTime.parse("2024-11-27T14:59:59+07:00").toInstant());
        assertThat(edition.rounds().get(0).votesNotBefore()).isEqualTo("2024-11-27T08:00:00Z");
        assertThat(edition.rounds().get(0).votesOpen()).isFalse();
    }

    @Test
    void aShareOfTooFewFormsIsNotToldAsIfItSaidSomething() {
        for (int number = 1; number <= 60; number++) {
            day.regency.station("3604062001" + (100 + number));
        }
        day.written();
        day.on(RECEIVED_AND_VERIFIED, VILLAGE);

        assertThat(page("index.html"))
                .contains("Belum cukup data: baru 2 dari 66 TPS")
                .doesNotContain("4.148");
        var tally = json("tally/BUPATI.json");
        assertThat(tally.at("/totals/received/enough").asBoolean()).isFalse();
        assertThat(tally.at("/totals/received").has("votes")).isFalse();
    }

    @Test
    void candidatesStandInTheOrderOfTheBallotInTheirOwnColours() {
        installation.asOwner().update("UPDATE desk.candidate SET colour = '#13579b' WHERE ballot_number = 1");
        day.received(SmallRegency.TPS.get(1), 10, 900_000);
        day.on(RECEIVED_AND_VERIFIED, TPS);

        var page = page("index.html");
        assertThat(page.indexOf("Paslon Melati")).isPositive().isLessThan(page.indexOf("Kolom kosong"));
        assertThat(page).contains("fill=\"#13579b\"");
        assertThat(page.indexOf("TPS sudah masuk")).as("coverage first").isLessThan(page.indexOf("Paslon Melati"));
    }

    @Test
    void theFiguresAreThoseOfTheForms() {
        day.verified(SmallRegency.TPS.get(1), 311, 77);
        day.on(RECEIVED_AND_VERIFIED, TPS);

        for (var basis : List.of("received", "verified")) {
            var sum = installation
                    .asOwner()
                    .queryForMap(
                            "SELECT sum(%1$s_sums[1]) AS valid, sum(%1$s_sums[5]) AS one, sum(%1$s_sums[6]) AS two, sum(counted_%1$s) AS counted FROM desk.tally_contribution"
                                    .formatted(basis));
            var told = json("tally/BUPATI.json").at("/totals/" + basis);
            assertThat(told.get("validVotes").asLong()).isEqualTo(((Number) sum.get("valid")).longValue());
            assertThat(told.at("/votes/0/votes").asLong()).isEqualTo(((Number) sum.get("one")).longValue());
            assertThat(told.at("/votes/1/votes").asLong()).isEqualTo(((Number) sum.get("two")).longValue());
            assertThat(told.get("counted").asLong()).isEqualTo(((Number) sum.get("counted")).longValue());
        }
        long below = 0;
        for (var child : json("tally/BUPATI.json").get("children")) {
            below += votes(child, "verified", 0);
        }
        assertThat(below).isEqualTo(VERIFIED_ONE + 311);
    }

    @Test
    void aRevoteHasASectionAndFilesOfItsOwn() {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.round (election_id, code, kind, phase, started_at, tps_codes) SELECT id, 'PSU-1', 'REVOTE', 'STARTED', now(), ARRAY[?] FROM desk.election",
                        SmallRegency.TPS.get(0));
        long revote =
                installation.asOwner().queryForObject("SELECT id FROM desk.round WHERE code = 'PSU-1'", Long.class);
        day.verified(revote, SmallRegency.TPS.get(0), 8_642, 1);
        day.on(RECEIVED_AND_VERIFIED, TPS);

        assertThat(page("index.html")).contains("Pemungutan suara ulang (PSU)", "8.642", "2.417");
        assertThat(votes(json("putaran/PILKADA-2024/PSU-1/tally/BUPATI.json"), "verified", 0))
                .isEqualTo(8_642);
        assertThat(votes(json("tally/BUPATI.json"), "verified", 0)).isEqualTo(VERIFIED_ONE);
        assertThat(page("wilayah/36.04.06.html")).doesNotContain("PSU");
    }

    @Test
    void aRehearsalIsNeverShownBesideTheRealThingAndAloneOnlyUnderItsBand() {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.round (election_id, code, kind, phase, started_at) SELECT id, 'GLADI', 'REHEARSAL', 'STARTED', now() FROM desk.election");
        day.on(RECEIVED_AND_VERIFIED, TPS);
        assertThat(page("index.html")).doesNotContain("SIMULASI").doesNotContain("Gladi");

        installation.asOwner().update("UPDATE desk.round SET phase = 'PREPARED' WHERE code = 'REGULER'");
        forget();
        day.written();
        assertThat(files.all().stream().filter(PublicFile::isPage)).isNotEmpty().allMatch(file -> text(file)
                .contains("<strong>SIMULASI</strong>"));
        assertThat(json("tally/BUPATI.json").get("simulation").asBoolean()).isTrue();
    }

    @Test
    void everyPageSaysWhatItIsInBothLanguagesAndNamesNobodyWhoWorksForIt() {
        day.regency.person("siti-rahasia", "village-admin", SmallRegency.SINDANGMANDI);
        day.on(RECEIVED_AND_VERIFIED, TPS);

        assertThat(page("index.html")).contains("lang=\"id\"", "Data cepat, bukan hasil resmi");
        assertThat(page("en/index.html")).contains("lang=\"en\"", "Quick data, not the official result");
        assertThat(everything())
                .doesNotContain("siti-rahasia", "Ratu Uji", "100/27/2024", "/api/photos", "??", "<img", "style=\"");
    }

    private void forget() {
        day.admin.get("/api/public-view");
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());
    }

    @Autowired
    CacheManager caches;

    private String page(String path) {
        return text(files.find(path).orElseThrow());
    }

    /** But the list of files, whose tags and times hold any digits. */
    private String everything() {
        return String.join(
                "\n",
                files.all().stream()
                        .filter(file -> !file.path().equals("manifest.json"))
                        .map(PublicEditionTests::text)
                        .toList());
    }

    private static String text(PublicFile file) {
        return new String(file.plain(), StandardCharsets.UTF_8);
    }

    private List<String> paths() {
        return files.all().stream().map(PublicFile::path).toList();
    }

    private JsonNode json(String path) {
        try {
            return DeskClient.JSON.readTree(page(path));
        } catch (JsonProcessingException e) {
            throw new AssertionError(path, e);
        }
    }

    private static long votes(JsonNode tally, String basis, int at) {
        return tally.at("/totals/" + basis + "/votes/" + at + "/votes").asLong();
    }
}
