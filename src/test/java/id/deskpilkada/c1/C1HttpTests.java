package id.deskpilkada.c1;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.BAROS_PRISON;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Form C1 from the field to the tally, as programs see it over HTTP. */
@WholeApplication
class C1HttpTests {

    private static final String PASSWORD = "kata-sandi-uji";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    DeskClient village;
    DeskClient verifier;
    DeskClient desk;
    DeskClient baros;
    DeskClient admin;

    @BeforeEach
    void begin() {
        installation.empty();
        election.started();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                budi,Budi,district-verifier,36.04.05,%1$s
                dewi,Dewi,desk,36.04,%1$s
                joko,Joko,village-admin,36.04.17.2001,%1$s
                """
                        .formatted(PASSWORD));
        village = client("siti");
        verifier = client("budi");
        desk = client("dewi");
        baros = client("joko");
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }

    /** A photo that nobody has sent before. */
    static byte[] page(int shade) {
        var image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, new Color(shade, shade, shade).getRGB());
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    String sendPhoto(DeskClient sender, int shade) {
        var page = page(shade);
        var hash = DigestUtils.sha256Hex(page);
        assertThat(sender.putBytes("/api/photos/" + hash, "image/png", page).status())
                .isIn(200, 201);
        return hash;
    }

    ObjectNode withPhoto(ObjectNode data, String hash) {
        data.putArray("photos").add(hash);
        return data;
    }

    void capture(DeskClient reporter, String race, String tps, ObjectNode data) {
        assertThat(reporter.reportC1(
                                UUID.randomUUID(),
                                race,
                                tps,
                                withPhoto(data, sendPhoto(reporter, tps.hashCode() & 255)),
                                "")
                        .status())
                .isEqualTo(201);
        dispatcher.drain();
    }

    JsonNode tally(String race, String region, String basis) {
        return desk.get("/api/tally/" + race + "?region=" + region + "&basis=" + basis)
                .body();
    }

    static String wrapped(JsonNode data) {
        return "{\"data\": " + data + "}";
    }

    @Test
    void aFormIsCopiedVerifiedBlindAndCounted() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson());
        assertThat(tally("BUPATI", "36.04", "received").path("validVotes").asInt())
                .isEqualTo(210);
        assertThat(tally("BUPATI", "36.04", "verified").path("validVotes").asInt())
                .isZero();

        var rekeying = verifier.post("/api/c1/BUPATI/" + MARGASANA_1 + "/rekeyings", wrapped(cleanJson()));
        assertThat(rekeying.status()).isEqualTo(201);
        assertThat(rekeying.body().path("outcome").asText()).isEqualTo("MATCH");
        assertThat(village.get("/api/c1/BUPATI/" + MARGASANA_1)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("VERIFIED");
        var verified = tally("BUPATI", "36.04", "verified");
        assertThat(verified.path("verified").asInt()).isEqualTo(1);
        assertThat(verified.path("votes").findValuesAsText("votes")).containsExactly("120", "90");
        assertThat(verified.path("disclaimer").asText()).contains("bukan hasil resmi");
        assertThat(desk.get("/api/checks/recount").body().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void aVerifierSeesNoNumberBeforeTheDecision() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson());
        var seen = verifier.get("/api/c1/BUPATI/" + MARGASANA_1);
        assertThat(seen.body().path("withheld").asBoolean()).isTrue();
        assertThat(seen.body().path("versions")).isEmpty();
        assertThat(seen.text()).doesNotContain("120").doesNotContain("rules");
        assertThat(seen.body().path("photos")).hasSize(1);
        assertThat(verifier.get("/api/tasks").text()).contains("rekey-c1").doesNotContain("210");
        var station = verifier.get("/api/tally/BUPATI?region=" + MARGASANA_1);
        assertThat(station.text()).doesNotContain("120");
        assertThat(verifier.get("/api/tally/BUPATI?region=36.04.05.2002").text())
                .doesNotContain("120");
    }

    @Test
    void aHeldStateIsNotToldToTheVerifierEither() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson().put("validVotes", 199));
        assertThat(village.get("/api/c1/BUPATI/" + MARGASANA_1)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("HELD");
        assertThat(verifier.get("/api/c1/BUPATI/" + MARGASANA_1)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RECEIVED");
    }

    @Test
    void whoeverSawTheNumbersAtTheDeskCannotReKeyThem() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson());
        assertThat(desk.get("/api/c1/BUPATI/" + MARGASANA_1).body().path("versions"))
                .hasSize(1);
        installation.asOwner().update("UPDATE desk.c1_form SET opened_to = 'WIDE'");
        var refused = desk.post("/api/c1/BUPATI/" + MARGASANA_1 + "/rekeyings", wrapped(cleanJson()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("code").asText()).isEqualTo("ALREADY_SEEN");
    }

    @Test
    void anAdministratorWhoTypedItCannotDecideIt() {
        var data = cleanJson();
        assertThat(admin.reportC1(
                                UUID.randomUUID(),
                                "BUPATI",
                                MARGASANA_1,
                                data,
                                ", \"source\": \"PHONE\", \"onBehalfOf\": \"Pak RT\"")
                        .status())
                .isEqualTo(201);
        dispatcher.drain();
        capture(village, "BUPATI", MARGASANA_1, cleanJson().put("invalidVotes", 6));
        var refused = admin.post(
                "/api/c1/BUPATI/" + MARGASANA_1 + "/decisions",
                "{\"data\": %s, \"reason\": \"x\"}".formatted(cleanJson()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("code").asText()).isEqualTo("SAME_PERSON");
        var decided = desk.post(
                "/api/c1/BUPATI/" + MARGASANA_1 + "/decisions",
                "{\"data\": %s, \"reason\": \"Sesuai foto\"}".formatted(cleanJson()));
        assertThat(decided.status()).isEqualTo(201);
        assertThat(decided.body().path("state").asText()).isEqualTo("VERIFIED");
    }

    @Test
    void aFormThatDoesNotAddUpStaysOutOfTheReceivedTotal() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson().put("totalVotes", 999));
        var received = tally("BUPATI", "36.04", "received");
        assertThat(received.path("received").asInt()).isEqualTo(1);
        assertThat(received.path("held").asInt()).isEqualTo(1);
        assertThat(received.path("validVotes").asInt()).isZero();
    }

    @Test
    void aTaskIsFinishedOverHttpOnceAndTheSameAnswerAgainSucceeds() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson());
        var task = verifier.get("/api/tasks?process=c1-capture")
                .body()
                .path("items")
                .get(0);
        assertThat(task.path("key").asText()).isEqualTo("rekey-c1");
        assertThat(task.path("tps").asText()).isEqualTo(MARGASANA_1);
        var path = "/api/tasks/" + task.path("id").asText();
        assertThat(baros.post(path + "/complete", wrapped(cleanJson())).status())
                .isEqualTo(404);
        assertThat(verifier.post(path + "/claim", "{}").status()).isEqualTo(204);
        assertThat(verifier.post(path + "/complete", wrapped(cleanJson())).status())
                .isEqualTo(200);
        assertThat(verifier.post(path + "/complete", wrapped(cleanJson())).status())
                .isEqualTo(200);
        assertThat(verifier.post(path + "/complete", wrapped(cleanJson().put("invalidVotes", 1)))
                        .status())
                .isEqualTo(410);
        assertThat(verifier.post("/api/tasks/none/complete", "{}").status()).isEqualTo(404);
    }

    @Test
    void anAdminOfAnotherVillageSeesAndDoesNothingHere() {
        capture(village, "BUPATI", MARGASANA_1, cleanJson());
        assertThat(baros.get("/api/c1/BUPATI/" + MARGASANA_1).status()).isEqualTo(403);
        assertThat(baros.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, cleanJson(), "")
                        .status())
                .isEqualTo(403);
        assertThat(baros.get("/api/photos/" + DigestUtils.sha256Hex(page(MARGASANA_1.hashCode() & 255)))
                        .status())
                .isEqualTo(404);
        assertThat(baros.get("/api/tasks").text()).doesNotContain(MARGASANA_1);
    }

    @Test
    void aSpecialTpsCountsWithItsOwnVoterListPerRace() {
        var data = cleanJson();
        data.withObject("/votes").put("1", 400).put("2", 250);
        data.put("validVotes", 650).put("totalVotes", 655);
        capture(baros, "GUBERNUR", BAROS_PRISON, data.deepCopy());
        capture(baros, "BUPATI", BAROS_PRISON, data.deepCopy());
        Answer governor = desk.get("/api/c1/GUBERNUR/" + BAROS_PRISON);
        Answer regent = desk.get("/api/c1/BUPATI/" + BAROS_PRISON);
        assertThat(rule(governor, "E10")).isEqualTo("PASSED");
        assertThat(rule(regent, "E10")).isEqualTo("FAILED");
    }

    @Test
    void aPhotoThatFollowsLaterIsSeenByTheRuleAboutPhotos() {
        village.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, cleanJson(), "");
        dispatcher.drain();
        assertThat(rule(village.get("/api/c1/BUPATI/" + MARGASANA_1), "W12")).isEqualTo("FAILED");
        var photos =
                "{\"kind\": \"C1_PHOTOS\", \"race\": \"BUPATI\", \"tps\": \"%s\", \"observedAt\": \"2024-11-27T15:00:00+07:00\", \"data\": {\"photos\": [\"%s\", \"%s\"]}}"
                        .formatted(MARGASANA_1, sendPhoto(village, 1), sendPhoto(village, 2));
        assertThat(village.put("/api/field-reports/" + UUID.randomUUID(), photos)
                        .status())
                .isEqualTo(201);
        dispatcher.drain();
        assertThat(rule(village.get("/api/c1/BUPATI/" + MARGASANA_1), "W12")).isEqualTo("PASSED");
    }

    private static String rule(Answer form, String code) {
        for (var rule : form.body().path("versions").get(0).path("rules")) {
            if (rule.path("code").asText().equals(code)) {
                return rule.path("result").asText();
            }
        }
        return "none";
    }

    @Test
    void aRevoteLeavesTheFirstRoundsNumbersUntouched() {
        capture(baros, "BUPATI", BAROS_1, cleanJson());
        election.revote("PSU", BAROS_1);
        var id = UUID.randomUUID();
        var other = cleanJson();
        other.withObject("/votes").put("1", 100).put("2", 110);
        assertThat(baros.reportC1(id, "BUPATI", BAROS_1, other, ", \"election\": \"pilkada-uji\", \"round\": \"PSU\"")
                        .status())
                .isEqualTo(201);
        dispatcher.drain();
        assertThat(votes("R1")).containsExactly("120", "90");
        assertThat(votes("PSU")).containsExactly("100", "110");
    }

    private List<String> votes(String round) {
        return desk.get("/api/tally/BUPATI?region=36.04&election=pilkada-uji&round=" + round)
                .body()
                .path("votes")
                .findValuesAsText("votes");
    }

    @Test
    void unreadableNumbersAreNamedFieldByField() {
        var data = cleanJson();
        data.put("validVotes", "dua ratus").put("invalidVotes", -1).put("totalVotes", 2.5);
        var refused = village.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, data, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("code"))
                .containsExactly("NOT_A_NUMBER", "NEGATIVE", "NOT_A_WHOLE_NUMBER");
    }
}
