package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.Role;
import java.util.List;

/** Where a person arrives after signing in: the page they asked for, else the one where their work is. */
final class Landing {

    private record Home(String page, List<Role> roles) {}

    /** Whoever holds several roles arrives where the first of these is at home. */
    private static final List<Home> HOMES = List.of(
            new Home("/setup", List.of(Role.IT_ADMIN)),
            new Home("/desk", List.of(Role.DESK, Role.LEADER, Role.SUPERVISOR, Role.LIAISON, Role.CAMAT)),
            new Home("/camunda/app/tasklist/", List.of(Role.DISTRICT_VERIFIER)),
            new Home("/lapangan", List.of(Role.DISTRICT_ADMIN, Role.VILLAGE_ADMIN, Role.TPS_OFFICER)),
            new Home("/bantuan-akun", List.of(Role.HELPDESK)));

    private Landing() {}

    static String page(Actor actor, String wanted) {
        return safe(wanted).isEmpty() ? home(actor) : wanted;
    }

    static String home(Actor actor) {
        return HOMES.stream()
                .filter(home -> home.roles().stream().anyMatch(role -> actor.hasRole(role.code())))
                .findFirst()
                .map(Home::page)
                .orElse("/");
    }

    /** The address if it is one of this installation; nothing otherwise, so that nobody is sent on to another host. */
    static String safe(String wanted) {
        boolean ours = wanted.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
        return ours && !wanted.startsWith("/masuk") && !wanted.startsWith("/keluar") ? wanted : "";
    }
}
