package id.deskpilkada.readiness.screening;

import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** An election a month ahead with officers of two puskesmas and the people around their screening. */
@Component
public class ScreeningDay {

    public static final String HEALTH = "puskesmas-kramatwatu";
    public static final String OTHER_HEALTH = "puskesmas-baros";
    public static final String DINKES = "dinkes";
    public static final String DESK = "meja";
    public static final String REPORTER = "siti";
    public static final String SECRET_NAME = "Sulastri Rahasiawati";

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final Secrets secrets;

    ScreeningDay(Installation installation, SmallElection election, Staff staff, Secrets secrets) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.secrets = secrets;
    }

    public RoundRef begin() {
        installation.empty();
        var round = election.withPreparation();
        people();
        return round;
    }

    public void people() {
        var people = new People(staff, secrets);
        people.add(HEALTH, "Bidan Kramatwatu", "health@36.04.05");
        people.add(OTHER_HEALTH, "Bidan Baros", "health@36.04.17");
        people.add(DINKES, "Dokter Dinas", "health@36.04");
        people.add(DESK, "Meja Satu", "desk@36.04");
        people.add(REPORTER, "Siti", "village-admin@36.04.05.2002");
    }

    public void officers() {
        election.load(
                "officers",
                """
                kode_petugas,nama,tugas,kode_tps,kode_wilayah,puskesmas,telepon
                P1,%s,KPPS,%s,,Puskesmas Kramatwatu,0812-3456-7890
                P2,Budi,KPPS,%s,,Puskesmas Kramatwatu,
                P3,Wati,PPS,,36.04.05.2002,Puskesmas Kramatwatu,
                B1,Joko,LINMAS,%s,,Puskesmas Baros,
                """
                        .formatted(
                                SECRET_NAME,
                                SmallElection.MARGASANA_1,
                                SmallElection.MARGASANA_2,
                                SmallElection.BAROS_1));
    }

    /** As when the list was there before the round began, so that nothing is opened yet. */
    public void officersBeforeTheStart() {
        installation.asOwner().update("UPDATE desk.round SET phase = 'PREPARED'");
        officers();
        installation.asOwner().update("UPDATE desk.round SET phase = 'STARTED'");
    }

    public long id(String code) {
        return installation.asOwner().queryForObject("SELECT id FROM desk.officer WHERE code = ?", Long.class, code);
    }

    public long puskesmas(String name) {
        return installation
                .asOwner()
                .queryForObject("SELECT id FROM desk.puskesmas WHERE name = ?", Long.class, "Puskesmas " + name);
    }

    /** @param result AT_RISK or NOT_AT_RISK */
    public static Answer screen(DeskClient who, long officer, String result, boolean followUpDone) {
        return who.put(
                "/api/screenings/" + officer,
                "{\"screenedOn\": \"%s\", \"result\": \"%s\", \"insuranceActive\": true, \"followUpDone\": %s}"
                        .formatted(LocalDate.now().minusDays(1), result, followUpDone));
    }
}
