package id.deskpilkada.sms;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.sms.handling.SmsHandling;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The small election on its day, with people whose telephones are known, and a gateway that hands over what they send. */
@Component
public class SmsDay {

    static final String OFFICER = "081211110001";
    static final String VILLAGE = "+6281211110002";
    static final String SHARED = "6281211110003";
    static final String STRANGER = "081299990000";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final People people;
    private final SmsHandling handling;
    private final Dispatcher dispatcher;
    private final Notifications notifications;
    private final AtomicInteger messages = new AtomicInteger();
    private int port;
    private String token = "";

    SmsDay(
            Installation installation,
            SmallElection election,
            Staff staff,
            Secrets secrets,
            SmsHandling handling,
            Dispatcher dispatcher,
            Notifications notifications) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.people = new People(staff, secrets);
        this.handling = handling;
        this.dispatcher = dispatcher;
        this.notifications = notifications;
    }

    RoundRef begin(int atPort) {
        port = atPort;
        installation.empty();
        var round = election.withVoting();
        person("petugas", "tps-officer", SmallElection.MARGASANA_1, "0812-1111-0001");
        person("desa", "village-admin", "36.04.05.2002", "+62 812 1111 0002");
        person("berdua1", "tps-officer", SmallElection.KRAMATWATU_1, "081211110003");
        person("berdua2", "tps-officer", SmallElection.BAROS_1, "0812 1111 0003");
        person("meja", "desk", "36.04", null);
        person("meja2", "desk", "36.04", null);
        person("admin-uji", "it-admin", "36.04", null);
        client("admin-uji").put("/api/sms/gateways/hp-desk", "{\"name\": \"HP desk\"}");
        token = client("admin-uji")
                .post("/api/sms/gateways/hp-desk/token", "")
                .body()
                .path("token")
                .asText();
        return round;
    }

    private void person(String username, String role, String scope, @Nullable String phone) {
        people.add(username, username, role + "@" + scope);
        staff.enrol(List.of(new Person(
                0, username, username, phone, null, null, null, null, true, List.of(new Grant(role, scope)))));
    }

    DeskClient client(String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    String token() {
        return token;
    }

    /** What the gateway is answered. */
    record Answered(int status, String text) {}

    Answered hand(String type, String body, String... headers) {
        return to("/api/sms/inbound/hp-desk", type, body, headers);
    }

    Answered to(String path, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands one message over and reads it; what its sender is told, without the name of the desk. Empty without a reply. */
    String sends(String number, String text) {
        int before = replies().size();
        var body = DeskClient.JSON
                .createObjectNode()
                .put("from", number)
                .put("text", text)
                .put("id", "G" + messages.incrementAndGet());
        var answer = hand("application/json", body.toString(), "X-Desk-Token", token);
        if (answer.status() != 202) {
            throw new AssertionError(answer.toString());
        }
        handling.drain();
        var replies = replies();
        if (replies.size() > before + 1) {
            throw new AssertionError("several replies: " + replies);
        }
        return replies.size() == before ? "" : replies.get(replies.size() - 1);
    }

    int work() {
        return handling.drain();
    }

    /** Forms are open to verifiers of the desk too. */
    void openWide() {
        installation.asOwner().update("UPDATE desk.c1_form SET opened_to = 'WIDE'");
    }

    int sendReplies() {
        return notifications.drain();
    }

    void settle() {
        dispatcher.drain();
    }

    /** All replies so far, as they are sent. */
    List<String> whole() {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT short_text FROM desk.message WHERE template = 'sms-reply' ORDER BY created_at, id",
                        String.class);
    }

    private List<String> replies() {
        return whole().stream()
                .map(text -> text.replaceFirst("^[^:]*: ", "").replace(" Data cepat, bukan hasil resmi.", ""))
                .toList();
    }

    List<Map<String, Object>> rows(String sql, Object... parameters) {
        return installation.asOwner().queryForList(sql, parameters);
    }

    /** The state of each message, in the order in which they came. */
    List<String> states() {
        return installation
                .asOwner()
                .queryForList("SELECT state FROM desk.sms_message ORDER BY received_at, id", String.class);
    }

    /** The data of the reports that came by SMS, the latest last. */
    Stream<JsonNode> reports() {
        return installation
                .asOwner()
                .queryForList("SELECT payload FROM desk.field_report WHERE source = 'SMS' ORDER BY seq", String.class)
                .stream()
                .map(SmsDay::json);
    }

    private static JsonNode json(String text) {
        try {
            return DeskClient.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
