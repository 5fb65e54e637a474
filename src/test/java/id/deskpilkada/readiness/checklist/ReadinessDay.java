package id.deskpilkada.readiness.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import java.util.Map;
import java.util.UUID;

/** A round a month away whose readiness is asked for, its people, and reports as they send them. */
class ReadinessDay {

    static final String PASSWORD = "kata-sandi-uji";
    static final ObjectMapper JSON = new ObjectMapper();

    private final SmallElection election;
    private final Dispatcher dispatcher;
    private final int port;
    final RoundRef round;

    ReadinessDay(
            Installation installation,
            SmallElection election,
            ReadinessOpening opening,
            Dispatcher dispatcher,
            int port) {
        this.election = election;
        this.dispatcher = dispatcher;
        this.port = port;
        installation.empty();
        this.round = election.withPreparation();
        people();
        while (opening.openNext(round)) {
            assertThat(round).isNotNull();
        }
    }

    private void people() {
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                sari,Sari,village-admin,36.04.05.2002,%1$s
                joko,Joko,village-admin,36.04.17.2001,%1$s
                camat,Camat,camat,36.04.05,%1$s
                bima,Bima,agency-bpbd,36.04,%1$s
                dewi,Dewi,desk,36.04,%1$s
                """
                        .formatted(PASSWORD));
    }

    DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }

    /** A report on the site where everything is as it should be, but for what is changed in it. */
    static ObjectNode site(Map<String, String> items) {
        var data = complete("SITE", items);
        return data.put("connectivity", "GOOD").put("floodRisk", false);
    }

    static ObjectNode logistics(Map<String, String> items) {
        return complete("LOGISTICS", items);
    }

    private static ObjectNode complete(String stage, Map<String, String> items) {
        var data = JSON.createObjectNode().put("stage", stage);
        var answers = data.putObject("items");
        var all = stage.equals("SITE")
                ? "BUILT AREA ROOF ALTERNATIVE STEP_FREE WHEELCHAIR FLOOD_SAFE EVACUATION MAINS LAMPS KPPS LINMAS SCREENED PTPS POLICE CALM PUSKESMAS BPBD_POST"
                : "BALLOT_BOX BOOTHS INK SEALS PUNCH C1_FORMS VOTER_LIST POSTERS BLIND_AID";
        for (String item : all.split(" ")) {
            answers.put(item, "OK");
        }
        items.forEach(answers::put);
        return data;
    }

    static String report(String tps, ObjectNode data) {
        return JSON.createObjectNode()
                .put("kind", "READINESS")
                .put("tps", tps)
                .put("observedAt", "2024-11-19T09:00:00+07:00")
                .set("data", data)
                .toString();
    }

    UUID send(String username, String tps, ObjectNode data) {
        var id = UUID.randomUUID();
        var answer = client(username).put("/api/field-reports/" + id, report(tps, data));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    /** As {@link #send}, and handled. */
    UUID accepted(String username, String tps, ObjectNode data) {
        var id = send(username, tps, data);
        dispatcher.drain();
        assertThat(client(username)
                        .get("/api/field-reports/" + id)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("ACCEPTED");
        return id;
    }
}
