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
 * Whose figures a reader must not know because they could still verify the form. A verifier of the district sees no received sum that holds such a form, however many others are in it: who
 * asks again after the next form has come would know that one by the difference. From others a sum is kept back when only one of its parts is, since the rest would give it away. The verified
 * basis holds decided forms only and hides no votes.
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

    /** The areas, as digits, about whose undecided forms the reader must not know more than that they came: of the given one and those one level below it. */
    Set<String> withheld(long roundId, long raceId, String area, Basis basis, Actor actor) {
        if (area.length() < DISTRICT) {
            return Set.of();
        }
        if (actor.may(Permission.VERIFY_C1, area)) {
            return fromVerifier(roundId, raceId, area, actor);
        }
        return basis == Basis.VERIFIED || !couldVerify(actor) ? Set.of() : fromOthers(roundId, raceId, area, actor);
    }

    private static boolean couldVerify(Actor actor) {
        return actor.may(Permission.VERIFY_C1) || actor.may(Permission.VERIFY_C1_OPENED_WIDE);
    }

    private Set<String> fromVerifier(long roundId, long raceId, String area, Actor actor) {
        var all = new HashSet<String>();
        for (var tps : forms.withheldFrom(actor, roundId, raceId, undecided(arrived(roundId, raceId, area)))) {
            all.addAll(List.of(tps, tps.substring(0, VILLAGE), tps.substring(0, DISTRICT)));
        }
        return all;
    }

    private Set<String> fromOthers(long roundId, long raceId, String area, Actor actor) {
        var counted =
                arrived(roundId, raceId, area).stream().filter(Arrived::counted).toList();
        if (area.length() > VILLAGE) {
            return forms.withheldFrom(actor, roundId, raceId, undecided(counted));
        }
        return area.length() == VILLAGE
                ? withTheirSum(area, forms.withheldFrom(actor, roundId, raceId, undecided(counted)))
                : ofDistrict(roundId, raceId, area, actor, counted);
    }

    private Set<String> ofDistrict(long roundId, long raceId, String area, Actor actor, List<Arrived> counted) {
        Map<String, List<Arrived>> villages = counted.stream().collect(groupingBy(Arrived::village));
        var disclosed = villages.values().stream()
                .filter(tps -> tps.size() == 1)
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

    private static List<String> undecided(Collection<Arrived> arrived) {
        return arrived.stream()
                .filter(one -> one.verified() == 0)
                .map(Arrived::tpsCode)
                .toList();
    }

    private List<Arrived> arrived(long roundId, long raceId, String area) {
        return jdbc.sql(
                        """
                        SELECT tps_code, verified, counted_received > 0 AS counted FROM tally_contribution
                        WHERE round_id = ? AND race_id = ? AND district_area = ? AND starts_with(tps_code, ?) AND received > 0
                        ORDER BY tps_code
                        """)
                .params(roundId, raceId, area.substring(0, DISTRICT), area)
                .query(Arrived.class)
                .list();
    }

    /** @param counted whether its figures are in the received sums; those of a held form are not */
    private record Arrived(String tpsCode, int verified, boolean counted) {

        String village() {
            return tpsCode.substring(0, VILLAGE);
        }
    }
}
