package id.deskpilkada.expectation.late;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small election whose slot 10.00 is two hours away, with the people who are told when its reports do not come. */
class LateScenario {

    static final String KRAMATWATU = "360405";
    static final String SLOT = "10.00";

    final Installation installation;
    private final SmallElection small;
    private final Elections elections;
    private final ElectionSetup setup;
    private final ExpectedReports reports;
    private final LateSteps steps;
    private final LateWatch watch;
    private final Staff staff;
    private final Secrets secrets;
    private final SystemTransactions transactions;

    LateScenario(
            Installation installation,
            SmallElection small,
            Elections elections,
            ElectionSetup setup,
            ExpectedReports reports,
            LateSteps steps,
            LateWatch watch,
            Staff staff,
            Secrets secrets,
            SystemTransactions transactions) {
        this.installation = installation;
        this.small = small;
        this.elections = elections;
        this.setup = setup;
        this.reports = reports;
        this.steps = steps;
        this.watch = watch;
        this.staff = staff;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /** Every wave of the slot waits for its deadline. */
    RoundRef begin() {
        installation.empty();
        var people = new People(staff, secrets);
        people.add("camat.kram", "Camat Kramatwatu", "camat@36.04.05");
        people.add("desk", "Petugas Desk", "desk@36.04");
        people.add("sekda", "Sekda", "leader@36.04");
        people.add("siti", "Siti", "village-admin@36.04.05.2001");
        people.add("budi", "Budi", "village-admin@36.04.05.2002");
        people.add("ayu", "Ayu", "tps-officer@" + SmallElection.MARGASANA_2);
        var round = small.started();
        setup.reschedule(round.id(), schedule(due()));
        transactions.write("test", () -> {
            steps.prepare(round);
            reports.expect(round, ReportKind.VOTING, SLOT, null, due());
        });
        open();
        return round;
    }

    Instant due() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
    }

    /** Only the slots that these tests look at; the last one for C1 lies far away. */
    List<SlotRef> schedule(Instant due) {
        return List.of(
                new SlotRef(SLOT, "VOTING", due.minusSeconds(3600), due, false),
                new SlotRef("C1", "C1", due.plusSeconds(3600), due.plus(Duration.ofDays(1)), false));
    }

    /** As the round does in parts. */
    void open() {
        boolean more = true;
        while (more) {
            more = watch.openNext(small.round());
        }
    }

    RoundRef round() {
        return small.round();
    }

    Wave wave() {
        return wave(KRAMATWATU);
    }

    Wave wave(String district) {
        return new Wave(round().id(), ReportKind.VOTING, SLOT, 0, district);
    }

    /** The schedule says so, and whoever expects the reports follows, as for every change of a schedule. */
    void moved(Instant due) {
        setup.reschedule(round().id(), schedule(due));
        transactions.write("test", () -> {
            reports.expect(round(), ReportKind.VOTING, SLOT, null, due);
        });
    }

    /** The hour has come for everything, or for some TPS. */
    void timePasses(String... tps) {
        var codes = tps.length == 0 ? SmallElection.stationCodes() : List.of(tps);
        codes.forEach(code -> installation
                .asOwner()
                .update(
                        "UPDATE desk.expected_report SET due_at = now() - interval '1 minute' WHERE kind = 'VOTING' AND tps_code = ?",
                        code));
    }

    void reports(String... tps) {
        transactions.write("test", () -> Stream.of(tps)
                .forEach(code -> reports.received(round().id(), ReportKind.VOTING, SLOT, 0, code, Instant.now())));
    }

    Actor actor(String username) {
        return staff.person(username).orElseThrow().actor();
    }

    /** What a person has been told, by template. */
    List<String> told(String username) {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT m.template FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE s.username = ? ORDER BY m.created_at",
                        String.class,
                        username);
    }

    /** The wave's row as the database has it. */
    Map<String, Object> row() {
        return installation
                .asOwner()
                .queryForMap(
                        "SELECT state, missing FROM desk.report_wave WHERE kind = 'VOTING' AND slot = ? AND district_area = ?",
                        SLOT,
                        KRAMATWATU);
    }
}
