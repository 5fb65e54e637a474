package id.deskpilkada.staff;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.SystemTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff list: who somebody is and what they may do where. Roles are remembered for seconds, so that a person who was replaced loses access within seconds. Look-ups reach everybody,
 * whoever asks, because they decide what somebody may do; what of a person leaves the application is decided where it leaves.
 */
@Service
public class Staff {

    static final String ACTORS = "staff-actors";

    private static final String WORK = "staff-lookup";

    private final StaffMembers members;
    private final PersonRecord record;
    private final SystemTransactions transactions;
    private final ApplicationEventPublisher events;

    Staff(
            StaffMembers members,
            PersonRecord record,
            SystemTransactions transactions,
            ApplicationEventPublisher events) {
        this.members = members;
        this.record = record;
        this.transactions = transactions;
        this.events = events;
    }

    /** The person behind a user name, unless they may no longer sign in. */
    @Cacheable(cacheNames = ACTORS, unless = "#result == null")
    public Optional<Actor> actor(String username) {
        return person(username).filter(Person::active).map(Person::actor);
    }

    @Cacheable(cacheNames = ACTORS, unless = "#result == null")
    public Optional<Actor> actor(long id) {
        return person(id).filter(Person::active).map(Person::actor);
    }

    public Optional<Person> person(long id) {
        return transactions.read(WORK, () -> members.findById(id).map(StaffMember::person));
    }

    public Optional<Person> person(String username) {
        return transactions.read(WORK, () -> members.findByUsername(StaffMember.normalized(username))
                .map(StaffMember::person));
    }

    /** The people behind user names, by user name; unknown names are absent. */
    public Map<String, Person> people(Collection<String> usernames) {
        var names = usernames.stream().map(StaffMember::normalized).toList();
        return transactions.read(WORK, () -> {
            var people = new HashMap<String, Person>();
            members.findByUsernameIn(names).stream()
                    .map(StaffMember::person)
                    .forEach(person -> people.put(person.username(), person));
            return people;
        });
    }

    /** The name of a person, also of one who has left; a dash when there never was such a person. */
    public String name(long id) {
        return person(id).map(Person::name).orElse("-");
    }

    /** Active people who hold a role exactly at a place, given as digits. */
    public List<Person> holders(String role, String area) {
        return transactions.read(WORK, () -> members.holding(role, area).stream()
                .map(StaffMember::person)
                .toList());
    }

    /** Those of the places, given as digits, where somebody active holds a role. */
    public Set<String> held(String role, Collection<String> areas) {
        return areas.isEmpty() ? Set.of() : transactions.read(WORK, () -> members.held(role, areas));
    }

    /** Creates or updates people by user name. Roles are added and none is taken away. */
    @CacheEvict(cacheNames = ACTORS, allEntries = true)
    @Transactional
    public void enrol(Collection<Person> people) {
        var known = new HashMap<String, StaffMember>();
        members.findByUsernameIn(people.stream()
                        .map(person -> StaffMember.normalized(person.username()))
                        .toList())
                .forEach(member -> known.put(member.person().username(), member));
        var changes = new ArrayList<PersonRecord.Change>();
        for (var person : people) {
            var username = StaffMember.normalized(person.username());
            var member = known.getOrDefault(username, new StaffMember(username, person.name()));
            var before = known.containsKey(username) ? member.person() : null;
            member.describe(person);
            if (person.active()) {
                member.reactivate();
            } else {
                member.deactivate();
            }
            person.grants().forEach(member::hold);
            changes.add(new PersonRecord.Change(before, members.save(member).person()));
        }
        record.write(changes);
        var given = changes.stream().flatMap(Staff::given).distinct().toList();
        if (!given.isEmpty()) {
            events.publishEvent(new RolesGiven(given));
        }
        var shutOut = changes.stream()
                .filter(change -> change.before() != null && !change.after().active())
                .map(change -> change.after().id())
                .toList();
        if (!shutOut.isEmpty()) {
            members.flush();
            events.publishEvent(new AccessLost(shutOut));
        }
    }

    private static Stream<Grant> given(PersonRecord.Change change) {
        var before = change.before();
        var had = before == null || !before.active() ? List.<Grant>of() : before.grants();
        return change.after().active()
                ? change.after().grants().stream().filter(grant -> !had.contains(grant))
                : Stream.empty();
    }

    /** Takes a role at a place away from a person. */
    @CacheEvict(cacheNames = ACTORS, allEntries = true)
    @Transactional
    public void dismiss(long id, Grant grant) {
        change(id, member -> member.giveUp(grant));
    }

    /** Shuts a person out; their name stays on what they did. */
    @CacheEvict(cacheNames = ACTORS, allEntries = true)
    @Transactional
    public void deactivate(long id) {
        change(id, StaffMember::deactivate);
    }

    private void change(long id, Consumer<StaffMember> change) {
        members.findById(id).ifPresent(member -> {
            var before = member.person();
            change.accept(member);
            record.write(List.of(new PersonRecord.Change(before, member.person())));
            members.flush();
            events.publishEvent(new AccessLost(List.of(id)));
        });
    }

    public boolean isEmpty() {
        return transactions.read(WORK, () -> members.count() == 0);
    }
}
