package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.List;

/**
 * What somebody sees of the register.
 *
 * @param areas places, as digits, of which they see every entry
 * @param handed {@code <agency> <digits>}: entries that were handed over to the agency, inside the place
 */
record RiskReach(List<String> areas, List<String> handed) {

    /** @throws Problem 403 {@code FORBIDDEN} to whom the register says nothing */
    static RiskReach of(Actor actor) {
        var reach = new RiskReach(
                Actor.widest(actor.areas(Permission.READ_RISKS)),
                actor.grants().stream()
                        .flatMap(grant -> grant.agency().map(agency -> agency + " " + grant.area()).stream())
                        .toList());
        if (reach.areas().isEmpty() && reach.handed().isEmpty()) {
            throw Problem.forbidden("FORBIDDEN");
        }
        return reach;
    }

    boolean readsAll() {
        return !areas.isEmpty();
    }
}
