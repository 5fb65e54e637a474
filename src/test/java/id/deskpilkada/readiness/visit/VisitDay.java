package id.deskpilkada.readiness.visit;

import static id.deskpilkada.SmallElection.MARGASANA_1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** A round with a desk and two leaders, and what they do over HTTP. */
@Component
public class VisitDay {

    public static final String DESK = "desk";
    public static final String LEADER = "sekda";
    public static final String OTHER_LEADER = "dandim";

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final Secrets secrets;
    private final Dispatcher dispatcher;

    VisitDay(Installation installation, SmallElection election, Staff staff, Secrets secrets, Dispatcher dispatcher) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.secrets = secrets;
        this.dispatcher = dispatcher;
    }

    public RoundRef begin() {
        installation.empty();
        var round = election.started();
        var people = new People(staff, secrets);
        people.add(DESK, "Dewi Desk", "desk@36.04");
        people.add("desk-dua", "Dodi Desk", "desk@36.04");
        people.add(LEADER, "Sekda Serang", "leader@36.04");
        people.add(OTHER_LEADER, "Dandim Serang", "leader@36.04");
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("baros", "Bayu Baros", "village-admin@36.04.17.2001");
        return round;
    }

    public DeskClient as(int port, String person) {
        return new DeskClient(port, person, People.PASSWORD);
    }

    /** A visit of {@link #LEADER} to Margasana, on the day of voting unless a time is given. */
    public JsonNode plan(int port, String more) {
        var answer = as(port, DESK)
                .post("/api/visits", "{\"tps\": \"%s\", \"leader\": \"%s\"%s}".formatted(MARGASANA_1, LEADER, more));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.body();
    }

    /** The leader's report with a photo, not yet handed over by the ledger. */
    public DeskClient.Answer report(int port, String person, String visit, UUID id, String more) {
        var bytes = FormDay.photo("Kunjungan", List.of("TPS 001 Margasana", visit));
        var hash = DigestUtils.sha256Hex(bytes);
        as(port, person).putBytes("/api/photos/" + hash, "image/png", bytes);
        return as(port, person)
                .put(
                        "/api/field-reports/" + id,
                        """
                        {"kind": "VISIT", "tps": "%s", "observedAt": "2024-11-27T09:00:00+07:00"%s, "data": {"visit": "%s", "remarks": "Lancar", "situation": "CALM", "photos": ["%s"]}}"""
                                .formatted(MARGASANA_1, more, visit, hash));
    }

    public void drain() {
        dispatcher.drain();
    }
}
