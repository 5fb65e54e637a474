package id.deskpilkada.tierreport.page;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody may do with a report as it stands; whoever is overtaken is refused by the act itself. */
@Component
class Possible {

    static final String SEAL = "segel";
    static final String APPROVE = "setujui";
    static final String AGAIN = "ulang";
    static final String FORWARD = "teruskan";
    static final String SEND_BACK = "tolak";
    static final String RETURN = "kembalikan";
    static final String CORRECT = "koreksi";
    static final String CALLED = "telepon";
    static final String ATTACH = "lampiran";

    private static final Set<String> OVER = Set.of("SETTLED", "UNSIGNED");
    private static final Set<String> OPEN_ABOVE = Set.of("CHECKING", "WAITING");

    private final SheetRows rows;
    private final DeskSettings desk;

    Possible(SheetRows rows, DeskSettings desk) {
        this.rows = rows;
        this.desk = desk;
    }

    /** @param newest whether nothing has taken its place; what is not, is only read and filed */
    Set<String> acts(TierReport report, boolean newest, Actor actor) {
        var acts = new LinkedHashSet<String>();
        if (newest) {
            var state = rows.work(report, report.area()).orElse("");
            if (report.level() == TierLevel.DISTRICT) {
                ofDistrict(report, state, actor, acts);
            } else if (report.level() == TierLevel.REGENCY) {
                ofRegency(report, state, actor, acts);
            }
        }
        if (actor.may(Permission.ATTACH_TO_TIER_REPORT, report.area())) {
            acts.add(ATTACH);
        }
        return acts;
    }

    private void ofDistrict(TierReport report, String state, Actor actor, Set<String> acts) {
        boolean signing = state.equals("SIGNING");
        if (signing && actor.may(Permission.SEAL_DISTRICT_REPORT, report.area())) {
            acts.add(SEAL);
            acts.add(AGAIN);
        }
        if (!actor.may(Permission.CHECK_REGENCY_REPORT, desk.area())) {
            return;
        }
        var above = rows.work(report, desk.area()).orElse("");
        if ((signing || OVER.contains(state)) && OPEN_ABOVE.contains(above)) {
            acts.add(RETURN);
        } else if (OVER.contains(state)) {
            acts.add(CORRECT);
        }
        if (signing) {
            acts.add(CALLED);
        }
    }

    private static void ofRegency(TierReport report, String state, Actor actor, Set<String> acts) {
        if (state.equals("CHECKING") && actor.may(Permission.CHECK_REGENCY_REPORT, report.area())) {
            acts.add(FORWARD);
            acts.add(AGAIN);
            acts.add(RETURN);
        }
        if (state.equals("SIGNING") && actor.may(Permission.APPROVE_REGENCY_REPORT, report.area())) {
            acts.add(APPROVE);
            acts.add(SEND_BACK);
        }
        if (OVER.contains(state) && actor.may(Permission.CHECK_REGENCY_REPORT, report.area())) {
            acts.add(CORRECT);
        }
    }
}
