package id.deskpilkada.tally;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import java.util.List;

/** Who may read votes, and where: only inside the places at which they hold one of these roles. */
public final class TallyReaders {

    /** Roles that read votes inside their own area; agencies, health staff and the help desk have no need of them. */
    public static final List<String> ROLES = List.of(
            "desk",
            "leader",
            "supervisor",
            "liaison",
            "it-admin",
            "camat",
            "district-admin",
            "district-verifier",
            "village-admin",
            "tps-officer");

    /** People of the desk, who see the figures of undecided forms and thereby lose the right to verify them. */
    static final List<String> DESK = List.of("desk", "leader", "supervisor", "liaison", "it-admin");

    private TallyReaders() {}

    public static boolean mayRead(Actor actor, String code) {
        return actor.hasRoleAt(code, ROLES);
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE} */
    static void require(Actor actor, String code) {
        if (!mayRead(actor, code)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", code);
        }
    }
}
