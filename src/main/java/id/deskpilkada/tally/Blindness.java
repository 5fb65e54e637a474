package id.deskpilkada.tally;

import static java.util.stream.Collectors.groupingBy;

import id.deskpilkada.c1.C1Forms;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose figures a reader must not know because they could still verify the form. A sum is kept back too when only one of its parts is, since the rest would give it away. The verified
 * basis holds decided forms only and hides nothing.
 */
@Component
class Blindness {

    private static final int DISTRICT = 6;
    private static final int VILLAGE = 10;

    private final C1Forms forms;
    private final JdbcClient jdbc;

    Blindness(C1Forms forms, JdbcClient jdbc) {
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** The areas, as digits, whose votes the reader must not see: of the given one and those one level below it. */
    Set<String> withheld(long roundId, long raceId, String area, Basis basis, Actor actor) {
        if (basis == Basis.VERIFIED || area.length() < DISTRICT || !couldVerify(actor)) {
            return Set.of();
        }
        var counted = counted(roundId, raceId, area);
        if (area.length() > VILLAGE) {
            return forms.withheldFrom(actor, roundId, raceId, undecided(counted));
        }
        return area.length() == VILLAGE
                ? withTheirSum(area, forms.withheldFrom(actor, roundId, raceId, undecided(counted)))
                : ofDistrict(roundId, raceId, area, actor, counted);
    }

    private static boolean couldVerify(Actor actor) {
        return actor.may(Permission.VERIFY_C1) || actor.may(Permission.VERIFY_C1_OPENED_WIDE);
    }

    private Set<String> ofDistrict(long roundId, long raceId, String area, Actor actor, List<Counted> counted) {
        Map<String, List<Counted>> villages = counted.stream().collect(groupingBy(Counted::village));
        boolean verifier = actor.may(Permission.VERIFY_C1, area);
        var disclosed = villages.values().stream()
                .filter(tps -> verifier || tps.size() == 1)
                .flatMap(tps -> undecided(tps).stream())
                .toList();
        var withheldTps = forms.withheldFrom(actor, roundId, raceId, disclosed);
        var withheldVillages = new HashSet<String>();
        villages.forEach((village, tps) -> {
            if (tps.stream().filter(one -> withheldTps.contains(one.tpsCode())).count() == 1) {
                withheldVillages.add(village);
            }
        });
        return withTheirSum(area, withheldVillages);
    }

    private static Set<String> withTheirSum(String area, Set<String> parts) {
        var all = new HashSet<>(parts);
        if (parts.size() == 1) {
            all.add(area);
        }
        return all;
    }

    private static List<String> undecided(Collection<Counted> counted) {
        return counted.stream()
                .filter(one -> one.verified() == 0)
                .map(Counted::tpsCode)
                .toList();
    }

    private List<Counted> counted(long roundId, long raceId, String area) {
        return jdbc.sql(
                        """
                        SELECT tps_code, verified FROM tally_contribution
                        WHERE round_id = ? AND race_id = ? AND district_area = ? AND starts_with(tps_code, ?) AND counted_received > 0
                        ORDER BY tps_code
                        """)
                .params(roundId, raceId, area.substring(0, DISTRICT), area)
                .query(Counted.class)
                .list();
    }

    private record Counted(String tpsCode, int verified) {

        String village() {
            return tpsCode.substring(0, VILLAGE);
        }
    }
}
