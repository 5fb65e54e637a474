package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import java.util.List;

/** Where a person arrives after signing in: the page they asked for, else the one where their work is. */
final class Landing {

    private record Home(String page, Permission work) {}

    /** Whoever holds several roles arrives where the first of these is at home. */
    private static final List<Home> HOMES = List.of(
            new Home("/setup", Permission.SET_UP),
            new Home("/desk", Permission.WORK_AT_DASHBOARD),
            new Home("/camunda/app/tasklist/", Permission.VERIFY_C1),
            new Home("/lapangan", Permission.REPORT),
            new Home("/kesehatan", Permission.SCREEN_OFFICERS),
            new Home("/instansi", Permission.ANSWER_DISPATCHES),
            new Home("/bantuan-akun", Permission.HELP_WITH_ACCOUNTS));

    private Landing() {}

    static String page(Actor actor, String wanted) {
        return safe(wanted).isEmpty() ? home(actor) : wanted;
    }

    static String home(Actor actor) {
        return HOMES.stream()
                .filter(home -> actor.may(home.work()))
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
