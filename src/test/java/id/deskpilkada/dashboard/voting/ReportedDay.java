package id.deskpilkada.dashboard.voting;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SampleBoundaries;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The middle of the day in the small election, as its people have reported it: all but the prison have opened, one late; in Margasana 2 somebody asks for attention, in
 * Kramatwatu voting is halted, in Baros a figure has to be checked.
 */
@Component
class ReportedDay {

    static final String PASSWORD = "kata-sandi-uji";
    static final String SLOT = "10.00";

    private final Installation installation;
    private final SmallElection election;
    private final ObjectProvider<RoundPreparation> preparations;
    private final Dispatcher dispatcher;
    private final TransactionTemplate transaction;

    ReportedDay(
            Installation installation,
            SmallElection election,
            ObjectProvider<RoundPreparation> preparations,
            Dispatcher dispatcher,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.election = election;
        this.preparations = preparations;
        this.dispatcher = dispatcher;
        this.transaction = transaction;
    }

    RoundRef begin(int port) {
        installation.empty();
        var round = election.withVoting();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi,telepon
                siti,Siti Margasana,village-admin,36.04.05.2002,%1$s,0812 1111 2222
                budi,Budi Kramatwatu,village-admin,36.04.05.2001,%1$s,
                joko,Joko Baros,village-admin,36.04.17.2001,%1$s,
                camat,Camat Kramatwatu,camat,36.04.05,%1$s,
                bima,Bima,agency-bpbd,36.04,%1$s,
                lina,Lina KPU,liaison,36.04,%1$s,
                dewi,Dewi Desk,desk,36.04,%1$s,
                """
                        .formatted(PASSWORD));
        new DeskClient(port, "admin", "rahasia-admin-uji")
                .upload("/api/imports/boundaries", "batas.geojson", SampleBoundaries.all());
        transaction.executeWithoutResult(status -> preparations.forEach(work -> work.prepare(round)));
        reports(port);
        return round;
    }

    private void reports(int port) {
        var opened = "\"openedAt\":\"" + VotingDay.ago(180) + "\",";
        var late = "\"openedAt\":\"" + VotingDay.ago(30) + "\",";
        send(port, SmallElection.MARGASANA_1, "07.30", opened + "\"voters\":{\"total\":96},\"security\":\"CALM\"");
        send(port, SmallElection.MARGASANA_2, "07.30", "\"voters\":{\"total\":48},\"security\":\"CALM\"");
        send(port, SmallElection.KRAMATWATU_1, "07.30", opened + "\"voters\":{\"total\":48},\"security\":\"CALM\"");
        send(port, SmallElection.MARGASANA_1, SLOT, "\"voters\":{\"total\":240},\"security\":\"CALM\",\"queue\":7");
        send(
                port,
                SmallElection.KRAMATWATU_1,
                SLOT,
                "\"security\":\"UNREST\",\"halted\":true,\"queue\":7,\"remarks\":\"Dua kelompok bersitegang\"");
        send(
                port,
                SmallElection.MARGASANA_2,
                SLOT,
                late
                        + "\"voters\":{\"total\":120},\"security\":\"ATTENTION\",\"queue\":7,\"remarks\":\"Antrean panjang, kursi kurang\"");
        send(
                port,
                SmallElection.BAROS_1,
                SLOT,
                opened + "\"voters\":{\"total\":999},\"security\":\"CALM\",\"queue\":7");
        put(
                port,
                "siti",
                VotingDay.place(
                        "36.04.05.2002",
                        SLOT,
                        "{\"security\":\"CALM\",\"weather\":\"RAIN\",\"power\":\"OFF\",\"remarks\":\"Jalan tergenang\"}"));
        dispatcher.drain();
    }

    /** A report of the admin of the village, taken and handled. @param data without its braces */
    void report(int port, String tps, String slot, String data) {
        send(port, tps, slot, data);
        dispatcher.drain();
    }

    private void send(int port, String tps, String slot, String data) {
        var admin = tps.startsWith("360417") ? "joko" : tps.equals(SmallElection.KRAMATWATU_1) ? "budi" : "siti";
        put(port, admin, VotingDay.tps(tps, slot, "{" + data + "}"));
    }

    private void put(int port, String username, String report) {
        var answer = client(port, username).put("/api/field-reports/" + UUID.randomUUID(), report);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    DeskClient client(int port, String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
