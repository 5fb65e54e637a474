package id.deskpilkada.assignment;

import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people on the staff list by what was typed about them. Looks at everybody: a person of another district must be recognised to be refused. */
@Component
class KnownPeople {

    private static final int LISTED = 20;

    private final Staff staff;
    private final JdbcClient jdbc;

    KnownPeople(Staff staff, JdbcClient jdbc) {
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Somebody to be picked. */
    record Found(String username, String name) {}

    Optional<Person> byUsername(String username) {
        return staff.person(username);
    }

    boolean taken(String username) {
        return staff.person(username).isPresent();
    }

    Optional<Person> byNip(String nip) {
        return first("SELECT id FROM staff_member WHERE replace(nip, ' ', '') = ? ORDER BY active DESC, id", nip);
    }

    /** Numbers stand on the staff list in every spelling. */
    Optional<Person> byPhone(PhoneNumber phone) {
        var ending = phone.digits().substring(Math.max(0, phone.digits().length() - 8));
        return jdbc
                .sql(
                        "SELECT id FROM staff_member WHERE right(regexp_replace(phone, '[^0-9]', '', 'g'), 8) = ? ORDER BY active DESC, id")
                .param(ending)
                .query(Long.class)
                .list()
                .stream()
                .map(staff::person)
                .flatMap(Optional::stream)
                .filter(person -> PhoneNumber.of(String.valueOf(person.phone()))
                        .filter(phone::equals)
                        .isPresent())
                .findFirst();
    }

    /** People all of whose roles lie in the district, by name. */
    List<Found> inside(String district, String text) {
        var like = "%" + text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return jdbc.sql(
                        """
                        SELECT m.username, m.name FROM staff_member m
                        WHERE m.active AND (lower(m.name) LIKE :like OR m.username LIKE :like)
                          AND EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = m.id)
                          AND NOT EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = m.id AND NOT starts_with(r.area, :district))
                        ORDER BY lower(m.name), m.id LIMIT :most
                        """)
                .param("like", like)
                .param("district", district)
                .param("most", LISTED)
                .query(Found.class)
                .list();
    }

    private Optional<Person> first(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Long.class).list().stream()
                .findFirst()
                .flatMap(staff::person);
    }
}
