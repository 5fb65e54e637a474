package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is on duty at a moment; for escalations. Areas are taken dotted or as digits. */
@Service
public class DutyRoster {

    private static final String WORK = "duty-roster";

    /** The end of a shift no longer belongs to it. */
    private static final String RUNNING =
            """
            SELECT DISTINCT d.staff_id FROM duty_person d JOIN duty_shift s ON s.id = d.shift_id JOIN duty_post p ON p.id = s.post_id
            WHERE p.area = :area AND s.starts_at <= :at AND s.ends_at > :at
            """;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final SystemTransactions transactions;

    DutyRoster(JdbcClient jdbc, Staff staff, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.transactions = transactions;
    }

    /** Those on duty at any post of the area who hold the role there; when nobody of that role is on duty, everybody who holds it there. */
    public List<Person> onDuty(String role, String area, Instant at) {
        var digits = Area.digits(area);
        var rostered = running("", digits, at).stream()
                .filter(person -> person.grants().stream()
                        .anyMatch(grant ->
                                grant.role().equals(role) && grant.area().equals(digits)))
                .toList();
        return rostered.isEmpty() ? staff.holders(role, digits) : rostered;
    }

    /** Those who lead the shifts that run in the area; without one, everybody on duty there, and without anybody, everybody who holds the role there. */
    public List<Person> leading(String area, Instant at, String roleOtherwise) {
        var digits = Area.digits(area);
        var leaders = running(" AND d.leads", digits, at);
        return leaders.isEmpty() ? onDuty(roleOtherwise, digits, at) : leaders;
    }

    private List<Person> running(String more, String area, Instant at) {
        return transactions
                .read(WORK, () -> jdbc.sql(RUNNING + more)
                        .param("area", area)
                        .param("at", at(at))
                        .query(Long.class)
                        .list())
                .stream()
                .map(staff::person)
                .flatMap(Optional::stream)
                .filter(Person::active)
                .toList();
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
