package id.deskpilkada.dashboard.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SampleBoundaries;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The weeks before the day in the small election, with outlines and places on the map: of Margasana one TPS lacks its roof and one its lamps; nobody else has been looked at. */
@Component
public class CheckedRegency {

    public static final String PASSWORD = "kata-sandi-uji";

    private static final String ITEMS =
            "BUILT AREA ROOF ALTERNATIVE STEP_FREE WHEELCHAIR FLOOD_SAFE EVACUATION MAINS LAMPS KPPS LINMAS SCREENED PTPS POLICE CALM PUSKESMAS BPBD_POST";

    private final Installation installation;
    private final SmallElection election;
    private final ObjectProvider<RoundPreparation> expectations;
    private final ObjectProvider<PreparationWork> preparations;
    private final Dispatcher dispatcher;
    private final TransactionTemplate transaction;

    CheckedRegency(
            Installation installation,
            SmallElection election,
            ObjectProvider<RoundPreparation> expectations,
            ObjectProvider<PreparationWork> preparations,
            Dispatcher dispatcher,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.election = election;
        this.expectations = expectations;
        this.preparations = preparations;
        this.dispatcher = dispatcher;
        this.transaction = transaction;
    }

    public RoundRef begin(int port) {
        installation.empty();
        var round = election.withPreparation();
        election.load(
                "polling-stations",
                "kode_tps,alamat,lat,lng\n3604052002001,Balai desa,-6.0642,106.1320\n3604052002002,SDN 1,-6.0662,106.1400\n");
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi,telepon
                siti,Siti Margasana,village-admin,36.04.05.2002,%1$s,0812 1111 2222
                camat,Camat Kramatwatu,camat,36.04.05,%1$s,
                bima,Bima,agency-bpbd,36.04,%1$s,
                dewi,Dewi Desk,desk,36.04,%1$s,
                """
                        .formatted(PASSWORD));
        var outlines = new DeskClient(port, "admin", "rahasia-admin-uji")
                .upload("/api/imports/boundaries", "batas.geojson", SampleBoundaries.all());
        assertThat(outlines.status()).isEqualTo(200);
        expectations.forEach(work -> work.prepare(round));
        preparations.forEach(work -> open(work, round));
        report(port, SmallElection.MARGASANA_1, "ROOF");
        report(port, SmallElection.MARGASANA_2, "LAMPS");
        return round;
    }

    /** A transaction for each part, as the round's process gives it. */
    private void open(PreparationWork work, RoundRef round) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> work.openNext(round)));
        }
    }

    /** Siti reports that one thing is missing and all else there. */
    public void report(int port, String tps, String missing) {
        var report = DeskClient.JSON.createObjectNode();
        report.put("kind", "READINESS").put("tps", tps).put("observedAt", "2024-11-19T09:00:00+07:00");
        ObjectNode data = report.putObject("data").put("stage", "SITE").put("connectivity", "GOOD");
        data.put("floodRisk", false).put("remarks", "Dilihat bersama KPPS");
        var items = data.putObject("items");
        List.of(ITEMS.split(" ")).forEach(item -> items.put(item, item.equals(missing) ? "MISSING" : "OK"));
        var answer = client(port, "siti").put("/api/field-reports/" + UUID.randomUUID(), report);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        dispatcher.drain();
    }

    public DeskClient client(int port, String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
