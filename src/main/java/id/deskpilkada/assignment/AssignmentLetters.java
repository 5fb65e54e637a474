package id.deskpilkada.assignment;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.FirstSecrets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * AssignmentLetters of assignment with the secret by which a person comes in for the first time. The secret stands on the paper and nowhere else; whoever prints again makes the paper before worthless.
 */
@Service
class AssignmentLetters {

    private final AssignmentRows rows;
    private final FirstSecrets secrets;
    private final Documents documents;
    private final LetterTexts texts;
    private final AssignmentSettings settings;
    private final Regions regions;
    private final SystemTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    AssignmentLetters(
            AssignmentRows rows,
            FirstSecrets secrets,
            Documents documents,
            LetterTexts texts,
            AssignmentSettings settings,
            Regions regions,
            SystemTransactions transactions,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.documents = documents;
        this.texts = texts;
        this.settings = settings;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param first whether those whose letter was printed before are left out */
    record Wanted(Collection<Long> assignments, boolean first) {}

    /**
     * One letter for each person, whatever number of places they have; {@code lettersAtOnce} at most.
     *
     * @throws Problem 409 {@code NO_LETTERS} when nobody is left to print for
     */
    byte[] print(AssignmentCase about, Wanted wanted, String signInPage, Actor actor) {
        actor.require(Permission.ASSIGN_STAFF, about.district());
        var people = transactions.read(Assignments.WORK, () -> people(about, wanted));
        if (people.isEmpty()) {
            throw Problem.conflict("NO_LETTERS");
        }
        var issued = secrets.issue(people.keySet());
        transactions.write(Assignments.WORK, () -> {
            rows.printed(people.values().stream()
                    .flatMap(List::stream)
                    .map(Assigned::id)
                    .toList());
            audit.record(
                    "assignment.letters",
                    "assignments/" + about.subject(),
                    about.district(),
                    Map.of(
                            "people", Integer.toString(people.size()),
                            "secrets", Integer.toString(issued.size())));
        });
        var today = LocalDate.ofInstant(clock.instant(), regions.zone());
        var letters = people.values().stream()
                .map(places ->
                        texts.letter(about, places, issued.get(places.get(0).staffId()), today))
                .toList();
        return documents.pdf("assignment-letter", texts.model(letters, signInPage));
    }

    private Map<Long, List<Assigned>> people(AssignmentCase about, Wanted wanted) {
        var all = rows.of(about);
        var chosen = new LinkedHashMap<Long, List<Assigned>>();
        for (var one : all) {
            var asked = wanted.assignments().isEmpty() || wanted.assignments().contains(one.id());
            if (asked && !(wanted.first() && one.letters() > 0) && chosen.size() < settings.lettersAtOnce()) {
                chosen.computeIfAbsent(one.staffId(), id -> new ArrayList<>());
            }
        }
        all.stream()
                .filter(one -> chosen.containsKey(one.staffId()))
                .forEach(one -> chosen.computeIfPresent(one.staffId(), (id, places) -> plus(places, one)));
        return chosen;
    }

    private static List<Assigned> plus(List<Assigned> places, Assigned one) {
        places.add(one);
        return places;
    }
}
