package id.deskpilkada.readiness.risk;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import org.springframework.stereotype.Component;

/** A regency thirty days before the day, with a few risks and the people around them. */
@Component
public class RiskFixture {

    public static final String DESK = "desk";
    public static final String BPBD = "bpbd";
    public static final String CAMAT = "camat";
    public static final String CAMAT_OF_BAROS = "camat-baros";

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final Secrets secrets;

    RiskFixture(Installation installation, SmallElection election, Staff staff, Secrets secrets) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.secrets = secrets;
    }

    public RoundRef begin() {
        installation.empty();
        var round = election.withPreparation();
        var people = new People(staff, secrets);
        people.add(DESK, "Dewi Desk", "desk@36.04");
        people.add("desk2", "Doni Desk", "desk@36.04");
        people.add(BPBD, "Bima BPBD", "agency-bpbd@36.04");
        people.add(CAMAT, "Cici Camat", "camat@36.04.05");
        people.add(CAMAT_OF_BAROS, "Bono Camat", "camat@36.04.17");
        people.add("liaison", "Lina Bawaslu", "liaison@36.04");
        people.add("margasana", "Siti Margasana", "village-admin@36.04.05.2002");
        return round;
    }

    /** Floods: a village of two TPS, one TPS elsewhere; a blank spot; and a conflict over a whole district. */
    public void risks() {
        load(
                """
                kode_wilayah,kode_tps,indikator,catatan
                36.04.05.2002,,FLOOD,Terendam setiap Januari
                ,3604172001001,Rawan banjir,Dekat sungai
                ,3604052001001,BLANK_SPOT,
                36.04.17,,CONFLICT,Sengketa lahan
                """);
    }

    public void load(String csv) {
        election.load("risks", csv);
    }

    public Actor actor(String username) {
        return staff.actor(username).orElseThrow();
    }
}
