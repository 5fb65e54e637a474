package id.deskpilkada.dictation;

import id.deskpilkada.dictation.DictationStand.Teller;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.staff.Staff;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could be at the other end: the people named for a TPS, its village and its district. */
@Component
class DictationPeople {

    private static final List<String> ROLES = List.of("tps-officer", "village-admin", "district-admin");
    private static final List<Integer> DIGITS = List.of(13, 10, 6);
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Messages messages;

    DictationPeople(JdbcClient jdbc, Staff staff, Messages messages) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.messages = messages;
    }

    /** The nearest first. The staff list knows no territory: nobody is named to a reader whose territory the database does not open. @param area digits */
    List<Teller> of(long roundId, String area) {
        if (!opens(roundId, area)) {
            return List.of();
        }
        return IntStream.range(0, ROLES.size())
                .filter(at -> area.length() >= DIGITS.get(at))
                .boxed()
                .flatMap(at -> staff.holders(ROLES.get(at), area.substring(0, DIGITS.get(at))).stream()
                        .map(person -> new Teller(
                                person.username(), person.name(), messages.text("staff.role." + ROLES.get(at)))))
                .limit(MOST)
                .toList();
    }

    Teller leader(String username, String name) {
        return new Teller(username, name, messages.text("staff.role.leader"));
    }

    private boolean opens(long roundId, String area) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM expected_report WHERE round_id = ? AND district_area = ? AND starts_with(tps_code, ?))")
                .params(roundId, area.substring(0, Math.min(6, area.length())), area)
                .query(Boolean.class)
                .single();
    }

    String name(long id) {
        return staff.name(id);
    }
}
