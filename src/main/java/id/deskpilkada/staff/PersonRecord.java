package id.deskpilkada.staff;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves in the trail who got or lost which role, and which columns of a person changed; never what they say. */
@Component
class PersonRecord {

    private static final Map<String, Function<Person, @Nullable Object>> COLUMNS = columns();

    private final Audit audit;

    PersonRecord(Audit audit) {
        this.audit = audit;
    }

    /** @param before null for somebody new */
    record Change(@Nullable Person before, Person after) {}

    void write(Collection<Change> changes) {
        audit.record(changes.stream()
                .filter(change -> !change.after().equals(change.before()))
                .map(PersonRecord::entry)
                .toList());
    }

    private static AuditEntry entry(Change change) {
        var before = change.before();
        var after = change.after();
        var details = new LinkedHashMap<String, String>();
        details.put("username", after.username());
        details.put("roles", (before == null ? "" : roles(before)) + " -> " + roles(after));
        if (before != null) {
            details.put("columns", differing(before, after));
        }
        var grants = Stream.of(after, before).filter(Objects::nonNull).flatMap(person -> person.grants().stream());
        return AuditEntry.done(
                before == null ? "person.added" : "person.changed",
                "staff/" + after.id(),
                place(grants.toList()),
                details);
    }

    private static String roles(Person person) {
        return person.grants().stream().map(Grant::group).sorted().collect(Collectors.joining(" "));
    }

    private static String differing(Person before, Person after) {
        return COLUMNS.entrySet().stream()
                .filter(column -> !Objects.equals(
                        column.getValue().apply(before), column.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String place(List<Grant> grants) {
        Optional<String> place = grants.stream().map(Grant::area).findFirst();
        return place.map(Area::digits).orElse(null);
    }

    private static Map<String, Function<Person, @Nullable Object>> columns() {
        var columns = new LinkedHashMap<String, Function<Person, @Nullable Object>>();
        columns.put("name", Person::name);
        columns.put("phone", Person::phone);
        columns.put("email", Person::email);
        columns.put("nip", Person::nip);
        columns.put("rank", Person::rank);
        columns.put("position", Person::position);
        columns.put("active", Person::active);
        return columns;
    }
}
