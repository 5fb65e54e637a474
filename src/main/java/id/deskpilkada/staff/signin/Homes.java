package id.deskpilkada.staff.signin;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.StartPage;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where people are at home when nothing calls for them in particular. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Homes implements StartPage {

    private record Home(String page, Permission work) {}

    private static final String SETUP = "/setup";

    /** Whoever holds several roles arrives where the first of these is at home. */
    private static final List<Home> HOMES = List.of(
            new Home("/desk", Permission.CHECK_REGENCY_REPORT),
            new Home("/desk/ringkas", Permission.APPROVE_REGENCY_REPORT),
            new Home("/desk", Permission.WORK_AT_DASHBOARD),
            new Home("/camunda/app/tasklist/", Permission.VERIFY_C1),
            new Home("/lapangan", Permission.REPORT),
            new Home("/kesehatan", Permission.SCREEN_OFFICERS),
            new Home("/instansi", Permission.ANSWER_DISPATCHES),
            new Home("/bantuan-akun", Permission.HELP_WITH_ACCOUNTS));

    private final Elections elections;

    Homes(Elections elections) {
        this.elections = elections;
    }

    /** Until a round runs, the work of whoever sets up is to set up, whatever else they are. */
    @Override
    public Optional<String> of(Actor actor) {
        if (actor.may(Permission.SET_UP) && elections.startedRounds().isEmpty()) {
            return Optional.of(SETUP);
        }
        return HOMES.stream()
                .filter(home -> actor.may(home.work()))
                .map(Home::page)
                .findFirst();
    }
}
