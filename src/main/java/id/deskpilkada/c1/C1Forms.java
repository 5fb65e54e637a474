package id.deskpilkada.c1;

import id.deskpilkada.platform.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Form C1 as other modules see it: what every form adds to the totals, and whose figures are kept from whom. */
@Service
public class C1Forms {

    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1People people;
    private final JdbcClient jdbc;

    C1Forms(C1FormRepository forms, C1Versions versions, C1People people, JdbcClient jdbc) {
        this.forms = forms;
        this.versions = versions;
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * What each form of a round adds to the totals, computed from the forms and their versions and nothing else, in order of TPS and race.
     *
     * @param area digits of a region; empty for all
     * @param afterTps only TPS after this code, to read in parts; empty for the first part
     */
    @Transactional(readOnly = true)
    public List<C1FormChanged> facts(long roundId, String area, String afterTps, int mostStations) {
        return jdbc.sql(
                        """
                        SELECT f.round_id, f.race_id, f.tps_code, f.village_area, f.district_area, f.held, f.decided_no IS NOT NULL AS decided, v.data
                        FROM c1_form f JOIN c1_version v ON v.form_id = f.id AND v.no = coalesce(f.decided_no, f.current_no)
                        WHERE f.round_id = ? AND f.tps_code IN (SELECT DISTINCT tps_code FROM c1_form WHERE round_id = ? AND starts_with(tps_code, ?) AND tps_code > ?
                          ORDER BY tps_code LIMIT ?)
                        ORDER BY f.tps_code, f.race_id
                        """)
                .params(roundId, roundId, area, afterTps, mostStations)
                .query(this::fact)
                .list();
    }

    private C1FormChanged fact(ResultSet row, int n) throws SQLException {
        boolean held = row.getBoolean("held");
        boolean decided = row.getBoolean("decided");
        var figures = held ? null : C1Totals.figures(versions.data(row.getString("data")));
        return new C1FormChanged(
                row.getLong("round_id"),
                row.getLong("race_id"),
                row.getString("tps_code"),
                row.getString("village_area"),
                row.getString("district_area"),
                true,
                held,
                decided,
                figures,
                decided ? figures : null);
    }

    /** Those of the given TPS whose figures this person must not see while their form is undecided; showing the others to a person of the desk is remembered. */
    @Transactional
    public Set<String> withheldFrom(Actor actor, long roundId, long raceId, Collection<String> tps) {
        var withheld = new LinkedHashSet<String>();
        for (var code : tps) {
            forms.find(roundId, raceId, code).filter(form -> !form.decided()).ifPresent(form -> {
                if (people.withheld(actor, form)) {
                    withheld.add(code);
                } else {
                    people.saw(actor, form);
                }
            });
        }
        return withheld;
    }

    /** State of each form of a village's TPS by TPS code, for lists; a TPS without a form is not in it. */
    @Transactional(readOnly = true)
    public TreeMap<String, C1State> states(long roundId, long raceId, String area) {
        var states = new TreeMap<String, C1State>();
        forms.inside(roundId, raceId, area).forEach(form -> states.put(form.tps(), form.publicState()));
        return states;
    }
}
