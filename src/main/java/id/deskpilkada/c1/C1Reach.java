package id.deskpilkada.c1;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one way beyond one's own districts: verifiers reach a form of a neighbouring district once it is open to them. */
@Component
class C1Reach {

    private final C1People people;
    private final SystemTransactions transactions;
    private final JdbcClient jdbc;

    C1Reach(C1People people, SystemTransactions transactions, JdbcClient jdbc) {
        this.people = people;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Runs with the district of the form open where this person may verify it; else with their own districts, in which case there is no such form for them. */
    <T extends @Nullable Object> T to(C1Case about, Actor actor, Supplier<T> body) {
        return opened(actor, about.round().id(), about.race().id(), about.tps())
                ? Scope.widened(List.of(about.tps()), body)
                : body.get();
    }

    boolean opened(Actor actor, long roundId, long raceId, String tps) {
        return !actor.covers(tps)
                && people.verifiesBeside(actor, tps.substring(0, 6))
                && transactions.read("c1-reach", () -> openedWide(roundId, raceId, tps));
    }

    private boolean openedWide(long roundId, long raceId, String tps) {
        return jdbc.sql("SELECT opened_to = 'WIDE' FROM c1_form WHERE round_id = ? AND race_id = ? AND tps_code = ?")
                .params(roundId, raceId, tps)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
