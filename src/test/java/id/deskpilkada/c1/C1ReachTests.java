package id.deskpilkada.c1;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A verifier of the neighbouring district: nothing of a form is theirs until it is opened to them, and then all of its work is. */
@WholeApplication
class C1ReachTests {

    private static final String PASSWORD = "kata-sandi-uji";
    private static final String FORM = "/api/c1/BUPATI/" + MARGASANA_1;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    private DeskClient neighbour;
    private DeskClient desk;
    private String photo;

    @BeforeEach
    void capture() {
        installation.empty();
        election.started();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                rina,Rina,district-verifier,36.04.17,%1$s
                dewi,Dewi,desk,36.04,%1$s
                """
                        .formatted(PASSWORD));
        var village = client("siti");
        neighbour = client("rina");
        desk = client("dewi");
        var page = C1HttpTests.page(77);
        photo = DigestUtils.sha256Hex(page);
        village.putBytes("/api/photos/" + photo, "image/png", page);
        var data = cleanJson();
        data.putArray("photos").add(photo);
        assertThat(village.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, data, "")
                        .status())
                .isEqualTo(201);
        dispatcher.drain();
    }

    @Test
    void aFormThatIsNotOpenedIsNotThere() {
        assertThat(neighbour.get(FORM).status()).isEqualTo(403);
        assertThat(neighbour.get(FORM + "/sheet").status()).isEqualTo(403);
        assertThat(neighbour.get("/api/photos/" + photo).status()).isEqualTo(404);
        assertThat(neighbour.post(FORM + "/rekeyings", data()).status()).isIn(403, 404);
        assertThat(neighbour
                        .post(FORM + "/photo-rejections", "{\"reason\": \"UNREADABLE\"}")
                        .status())
                .isIn(403, 404);
        assertThat(verified()).isZero();
    }

    @Test
    void anOpenedFormIsVerifiedFromNextDoorAndCounts() {
        open();
        assertThat(neighbour.get(FORM).body().path("withheld").asBoolean()).isTrue();
        assertThat(neighbour.get(FORM + "/sheet").status()).isEqualTo(200);
        assertThat(neighbour.get("/api/photos/" + photo).status()).isEqualTo(200);
        assertThat(neighbour.post(FORM + "/rekeyings", data()).status()).isEqualTo(201);
        assertThat(verified()).isEqualTo(1);
    }

    @Test
    void theTaskOfAnOpenedFormIsTakenAndFinishedFromNextDoor() {
        open();
        installation
                .asOwner()
                .update(
                        "INSERT INTO public.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) SELECT 'uji', 1, 'district-verifier-360417', 'candidate', id_ FROM public.act_ru_task WHERE task_def_key_ = 'rekey-c1'");
        var task = neighbour.get("/api/tasks").body().path("items").get(0);
        assertThat(task.path("key").asText()).isEqualTo("rekey-c1");
        var path = "/api/tasks/" + task.path("id").asText();
        assertThat(neighbour.post(path + "/claim", "{}").status()).isEqualTo(204);
        assertThat(installation.asOwner().queryForObject("SELECT state FROM c1_form", String.class))
                .isEqualTo("IN_VERIFICATION");
        assertThat(neighbour.post(path + "/complete", data()).status()).isEqualTo(200);
        assertThat(verified()).isEqualTo(1);
    }

    @Test
    void aRejectedPhotoFromNextDoorGoesBackToTheReporter() {
        open();
        Answer rejected = neighbour.post(FORM + "/photo-rejections", "{\"reason\": \"UNREADABLE\"}");
        assertThat(rejected.status()).isEqualTo(201);
        assertThat(client("siti").get("/api/tasks").body().path("items").findValuesAsText("key"))
                .contains("repair-photo");
    }

    private void open() {
        installation.asOwner().update("UPDATE c1_form SET opened_to = 'WIDE'");
    }

    private int verified() {
        return desk.get("/api/tally/BUPATI?region=36.04.05&basis=verified")
                .body()
                .path("verified")
                .asInt();
    }

    private static String data() {
        return "{\"data\": " + cleanJson() + "}";
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
