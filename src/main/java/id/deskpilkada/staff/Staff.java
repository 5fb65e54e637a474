package id.deskpilkada.staff;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff list: who somebody is and what they may do where. Roles are remembered for seconds, so that a person who was replaced loses access within seconds. */
@Service
public class Staff {

    static final String ACTORS = "staff-actors";

    private final StaffMembers members;

    Staff(StaffMembers members) {
        this.members = members;
    }

    /** The person behind a user name, unless they may no longer sign in. */
    @Cacheable(cacheNames = ACTORS, unless = "#result == null")
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String username) {
        return members.findByUsername(StaffMember.normalized(username))
                .map(StaffMember::person)
                .filter(Person::active)
                .map(Person::actor);
    }

    @Cacheable(cacheNames = ACTORS, unless = "#result == null")
    @Transactional(readOnly = true)
    public Optional<Actor> actor(long id) {
        return person(id).filter(Person::active).map(Person::actor);
    }

    @Transactional(readOnly = true)
    public Optional<Person> person(long id) {
        return members.findById(id).map(StaffMember::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> person(String username) {
        return members.findByUsername(StaffMember.normalized(username)).map(StaffMember::person);
    }

    /** The people behind user names, by user name; unknown names are absent. */
    @Transactional(readOnly = true)
    public Map<String, Person> people(Collection<String> usernames) {
        var people = new HashMap<String, Person>();
        members.findByUsernameIn(usernames.stream().map(StaffMember::normalized).toList())
                .forEach(member -> {
                    var person = member.person();
                    people.put(person.username(), person);
                });
        return people;
    }

    /** The name of a person, also of one who has left; a dash when there never was such a person. */
    @Transactional(readOnly = true)
    public String name(long id) {
        return person(id).map(Person::name).orElse("-");
    }

    /** Active people who hold a role exactly at a place, given as digits. */
    @Transactional(readOnly = true)
    public List<Person> holders(String role, String area) {
        return members.holding(role, area).stream().map(StaffMember::person).toList();
    }

    /** Creates or updates people by user name. Roles are added and none is taken away; whoever had left is back. */
    @CacheEvict(cacheNames = ACTORS, allEntries = true)
    @Transactional
    public void enrol(Collection<Person> people) {
        var known = new HashMap<String, StaffMember>();
        members.findByUsernameIn(people.stream()
                        .map(person -> StaffMember.normalized(person.username()))
                        .toList())
                .forEach(member -> known.put(member.person().username(), member));
        for (var person : people) {
            var username = StaffMember.normalized(person.username());
            var member = known.getOrDefault(username, new StaffMember(username, person.name()));
            member.describe(person);
            member.reactivate();
            person.grants().forEach(member::hold);
            members.save(member);
        }
    }

    /** Takes a role at a place away from a person. */
    @CacheEvict(cacheNames = ACTORS, allEntries = true)
    @Transactional
    public void dismiss(long id, Grant grant) {
        members.findById(id).ifPresent(member -> member.giveUp(grant));
    }

    /** Shuts a person out; their name stays on what they did. */
    @CacheEvict(cacheNames = ACTORS, allEntries = true)
    @Transactional
    public void deactivate(long id) {
        members.findById(id).ifPresent(StaffMember::deactivate);
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return members.count() == 0;
    }
}
