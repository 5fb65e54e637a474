package id.deskpilkada.voting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The middle of a day of voting, its people, and reports as they send them. */
public class VotingDay {

    public static final String PASSWORD = "kata-sandi-uji";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dispatcher dispatcher;
    private final int port;
    public final RoundRef round;

    public VotingDay(Installation installation, SmallElection election, Dispatcher dispatcher, int port) {
        this.dispatcher = dispatcher;
        this.port = port;
        installation.empty();
        this.round = election.withVoting();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                sari,Sari,village-admin,36.04.05.2002,%1$s
                joko,Joko,village-admin,36.04.17.2001,%1$s
                tono,Tono,tps-officer,3604052002002,%1$s
                kecamatan,Kecamatan,district-admin,36.04.05,%1$s
                camat,Camat,camat,36.04.05,%1$s
                dewi,Dewi,desk,36.04,%1$s
                """
                        .formatted(PASSWORD));
    }

    public DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }

    public static String tps(String tps, String slot, String data) {
        return "{\"kind\":\"VOTING\",\"tps\":\"%s\",\"slot\":\"%s\",\"observedAt\":\"%s\",\"data\":%s}"
                .formatted(tps, slot, Instant.now(), data);
    }

    public static String place(String region, String slot, String data) {
        return "{\"kind\":\"SITUATION\",\"region\":\"%s\",\"slot\":\"%s\",\"observedAt\":\"%s\",\"data\":%s}"
                .formatted(region, slot, Instant.now(), data);
    }

    public DeskClient.Answer send(String username, String report) {
        return client(username).put("/api/field-reports/" + UUID.randomUUID(), report);
    }

    /** Sends what has to be taken, has it handled, and answers how it ended. */
    public JsonNode handled(String username, String report) {
        var id = UUID.randomUUID();
        var answer = client(username).put("/api/field-reports/" + id, report);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        dispatcher.drain();
        return client(username).get("/api/field-reports/" + id).body();
    }

    public JsonNode accepted(String username, String tps, String slot, String data) {
        var ended = handled(username, tps(tps, slot, data));
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("ACCEPTED");
        return ended;
    }

    /** A time of the day, so many minutes ago. */
    public static String ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toString();
    }

    public static JsonNode json(String text) throws java.io.IOException {
        return JSON.readTree(text);
    }
}
