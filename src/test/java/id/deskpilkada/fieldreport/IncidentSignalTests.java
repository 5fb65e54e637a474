package id.deskpilkada.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that is signalled gets lost: it is kept in the transaction that tells it, shown to the desk, and settled once. */
@WholeApplication
class IncidentSignalTests {

    private static final String PASSWORD = "kata-sandi-uji-1";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void people() {
        installation.empty();
        election.prepared();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                meja,Meja Satu,desk,36.04,%1$s
                camat-kramatwatu,Camat,camat,36.04.05,%1$s
                verifikator,Pemeriksa,district-verifier,36.04.05,%1$s
                """
                        .formatted(PASSWORD));
    }

    @Test
    void aSignalIsListedUntilItIsSettled() {
        signal(SmallElection.BAROS_1, "Seseorang perlu ambulans");
        var desk = client("meja");
        var first = desk.get("/api/incident-signals?open=true").body().at("/items/0");
        assertThat(first.path("text").asText()).isEqualTo("Seseorang perlu ambulans");
        var id = first.path("id").asText();
        assertThat(settle(desk, id, "x").body().get("code").asText()).isEqualTo("SIGNAL_NOTE_LENGTH");
        assertThat(settle(desk, id, "PSC sudah di tempat").status()).isEqualTo(204);
        assertThat(settle(desk, id, "sekali lagi").body().get("code").asText()).isEqualTo("SIGNAL_SETTLED");
        assertThat(desk.get("/api/incident-signals?open=true")
                        .body()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(desk.get("/api/incident-signals").text()).contains("PSC sudah di tempat", "Meja Satu");
    }

    @Test
    void othersSeeTheirOwnAreaAndSettleNothing() {
        signal(SmallElection.BAROS_1, "Di Baros");
        signal(SmallElection.MARGASANA_1, "Di Margasana");
        var camat = client("camat-kramatwatu");
        var list = camat.get("/api/incident-signals").body();
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/text").asText()).isEqualTo("Di Margasana");
        assertThat(settle(camat, list.at("/items/0/id").asText(), "sudah").status())
                .isEqualTo(403);
        assertThat(client("verifikator").get("/api/incident-signals").status()).isEqualTo(403);
    }

    @Test
    void aSignalOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> events.publishEvent(signalled(SmallElection.BAROS_1, "x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void signal(String tps, String text) {
        transaction.executeWithoutResult(status -> events.publishEvent(signalled(tps, text)));
    }

    private IncidentSignalled signalled(String tps, String text) {
        return new IncidentSignalled(
                election.round().id(), tps, tps, IncidentCategory.HEALTH, text, 4, "DUTY", null, Instant.now());
    }

    private static DeskClient.Answer settle(DeskClient client, String id, String note) {
        return client.post("/api/incident-signals/" + id + "/settle", "{\"note\": \"" + note + "\"}");
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
