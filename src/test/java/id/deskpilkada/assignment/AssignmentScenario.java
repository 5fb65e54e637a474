package id.deskpilkada.assignment;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.LocalDate;
import java.util.List;

/** The small election a month before its day, with the people who name others; every camat has been asked. */
class AssignmentScenario {

    static final String KRAMATWATU = "360405";
    static final String MARGASANA = "36.04.05.2002";

    final Installation installation;
    final SmallElection small;
    final Staff staff;
    final People people;
    final AssignmentPreparation preparation;
    final Assignments assignments;
    final DistrictViews views;
    final SystemTransactions transactions;

    AssignmentScenario(
            Installation installation,
            SmallElection small,
            Staff staff,
            Secrets secrets,
            AssignmentPreparation preparation,
            Assignments assignments,
            DistrictViews views,
            SystemTransactions transactions) {
        this.installation = installation;
        this.small = small;
        this.staff = staff;
        this.people = new People(staff, secrets);
        this.preparation = preparation;
        this.assignments = assignments;
        this.views = views;
        this.transactions = transactions;
    }

    RoundRef begin() {
        installation.empty();
        var round = small.withPreparation();
        people.add("camat.kram", "Camat Kramatwatu", "camat@36.04.05");
        people.add("camat.baros", "Camat Baros", "camat@36.04.17");
        people.add("desk", "Petugas Desk", "desk@36.04");
        people.add("sekda", "Sekretaris Daerah", "leader@36.04");
        preparation.openNext(round);
        return round;
    }

    Actor actor(String username) {
        return staff.actor(username).orElseThrow();
    }

    AssignmentCase kramatwatu() {
        return views.of(small.round(), KRAMATWATU);
    }

    DistrictView view() {
        return transactions.read("test", () -> views.view(kramatwatu()));
    }

    static PersonEntry person(String name, String phone) {
        return new PersonEntry(null, null, name, null, phone, null, null);
    }

    DistrictView name(String village, PersonEntry... named) {
        return assignments.put(
                kramatwatu(),
                new DistrictEntry(
                        "800/12/Kec",
                        LocalDate.of(2024, 10, 30),
                        List.of(new DistrictEntry.VillageEntry(village, List.of(named)))),
                actor("camat.kram"));
    }

    /** Both villages of Kramatwatu get an admin. */
    DistrictView nameAll() {
        name("36.04.05.2001", person("Siti Aminah", "0812-3456-7801"));
        return name(MARGASANA, person("H. Budi Santoso, S.Sos.", "0812 3456 7802"));
    }

    long assignmentOf(String username) {
        return view().villages().stream()
                .flatMap(village -> village.people().stream())
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow()
                .id();
    }

    List<String> usernames() {
        return view().villages().stream()
                .flatMap(village -> village.people().stream())
                .map(DistrictView.PersonView::username)
                .toList();
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
}
