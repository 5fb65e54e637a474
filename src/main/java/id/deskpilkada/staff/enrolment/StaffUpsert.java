package id.deskpilkada.staff.enrolment;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.enrolment.StaffRows.StaffRow;
import id.deskpilkada.staff.signin.FirstPasswords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores the people of a checked file. A row counts as created when its role is new, and as updated when anything else about its person changed. */
@Component
class StaffUpsert {

    private final Staff staff;

    StaffUpsert(Staff staff) {
        this.staff = staff;
    }

    /** The passwords of a file by user name. */
    static Map<String, String> passwords(List<StaffRow> rows) {
        var passwords = new HashMap<String, String>();
        rows.forEach(row -> {
            var password = row.text("password");
            if (password != null) {
                passwords.put(row.username(), password);
            }
        });
        return passwords;
    }

    /**
     * @param present whether the file has a column; what it has not stays as stored
     * @param withPassword user names to which a password is to be given
     */
    ImportOutcome store(
            List<StaffRow> rows, Predicate<String> present, Set<String> withPassword, FirstPasswords.Ready passwords) {
        var byUsername = rows.stream()
                .collect(Collectors.groupingBy(StaffRow::username, LinkedHashMap::new, Collectors.toList()));
        var before = staff.people(byUsername.keySet());
        var told = byUsername.entrySet().stream()
                .map(entry -> told(before.get(entry.getKey()), entry.getValue(), present))
                .toList();
        staff.enrol(told);
        var after = staff.people(byUsername.keySet());
        var changed = changed(before, after);
        changed.addAll(passwords.give(withPassword.stream()
                .collect(Collectors.toMap(Function.identity(), username -> Objects.requireNonNull(after.get(username))
                        .id()))));
        int created = 0;
        int updated = 0;
        for (var row : rows) {
            if (isNew(before.get(row.username()), row.grant())) {
                created++;
            } else if (changed.contains(row.username())) {
                updated++;
            }
        }
        return new ImportOutcome(created, updated, rows.size() - created - updated, List.of());
    }

    private static Person told(@Nullable Person before, List<StaffRow> rows, Predicate<String> present) {
        var first = rows.get(0);
        var stored = before == null ? Person.enrolled(first.username(), first.name(), List.of()) : before;
        return new Person(
                stored.id(),
                first.username(),
                first.name(),
                cell("phone", stored.phone(), rows, present),
                cell("email", stored.email(), rows, present),
                cell("nip", stored.nip(), rows, present),
                cell("rank", stored.rank(), rows, present),
                cell("position", stored.position(), rows, present),
                rows.stream().allMatch(StaffRow::active),
                rows.stream().map(StaffRow::grant).toList());
    }

    private static @Nullable String cell(
            String column, @Nullable String stored, List<StaffRow> rows, Predicate<String> present) {
        return present.test(column) ? text(column, rows) : stored;
    }

    private static @Nullable String text(String column, List<StaffRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.text(column)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNew(@Nullable Person before, Grant grant) {
        return before == null
                || before.grants().stream().noneMatch(held -> held.group().equals(grant.group()));
    }

    private static Set<String> changed(Map<String, Person> before, Map<String, Person> after) {
        return after.values().stream()
                .filter(person -> {
                    var known = before.get(person.username());
                    return known == null || !known.describedAs(person);
                })
                .map(Person::username)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
