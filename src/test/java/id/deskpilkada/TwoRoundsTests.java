package id.deskpilkada;

import static id.deskpilkada.staff.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Beside the first round a revote runs: pages choose one and show it, programs have to name one. */
@WholeApplication
class TwoRoundsTests {

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/desk", "desk"),
            Map.entry("/desk/suara", "desk"),
            Map.entry("/desk/putaran", "desk"),
            Map.entry("/desk/pemungutan", "desk"),
            Map.entry("/desk/belum-lapor", "desk"),
            Map.entry("/desk/kesiapan", "desk"),
            Map.entry("/desk/peta", "desk"),
            Map.entry("/desk/penugasan", "desk"),
            Map.entry("/desk/blank-spot", "desk"),
            Map.entry("/desk/kunjungan", "desk"),
            Map.entry("/desk/rawan", "desk"),
            Map.entry("/desk/jadwal", "desk"),
            Map.entry("/desk/kejadian", "desk"),
            Map.entry("/lapangan/daftar", "siti"),
            Map.entry("/lapangan/kesiapan", "siti"),
            Map.entry("/lapangan/pemungutan", "siti"),
            Map.entry("/lapangan/latihan", "siti"),
            Map.entry("/kesehatan", "sehat"));

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @BeforeEach
    void aRevoteBesideTheRegularRound() {
        installation.empty();
        small.started();
        small.revote("PSU-1", SmallElection.MARGASANA_1);
        var people = new People(staff, secrets);
        people.add("desk", "Dewi Desk", "desk@36.04");
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("sehat", "Dinas Kesehatan", "health@36.04");
    }

    @Test
    void everyPageOpens() {
        var answers = PAGES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        page -> client(page.getValue()).get(page.getKey()).status()));
        assertThat(answers)
                .allSatisfy((page, status) -> assertThat(status).as(page).isEqualTo(200));
    }

    @Test
    void aProgramHasToSayWhichRoundItMeans() {
        Stream.of("/api/progress?kind=C1", "/api/tally/BUPATI").forEach(address -> {
            var refused = client("desk").get(address);
            assertThat(refused.status()).as(address).isEqualTo(422);
            assertThat(refused.body().at("/code").asText()).isEqualTo("ELECTION_REQUIRED");
            var named = address + (address.contains("?") ? "&" : "?") + "election=pilkada-uji&round=PSU-1";
            assertThat(client("desk").get(named).status()).as(named).isEqualTo(200);
        });
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
