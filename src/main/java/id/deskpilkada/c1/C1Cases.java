package id.deskpilkada.c1;

import id.deskpilkada.election.CountingWork;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the case of a TPS and race, and opens the cases of a round part by part when counting begins. */
@Component
class C1Cases implements CountingWork {

    private final Elections elections;
    private final RunningCaptureProcess process;
    private final JdbcClient jdbc;
    private final C1Settings settings;

    C1Cases(Elections elections, RunningCaptureProcess process, JdbcClient jdbc, C1Settings settings) {
        this.elections = elections;
        this.process = process;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param subject business key, {@code election/round/race/tps} */
    C1Case of(String subject) {
        var parts = subject.split("/");
        var round = elections.round(parts[0], parts[1]);
        return new C1Case(round, elections.race(round.electionId(), parts[2]), parts[3]);
    }

    /** Runs a step of a case's process with the case's own district open: the engine has let whoever acts do this task, also when they come from a neighbouring district. */
    void step(String subject, Consumer<C1Case> step) {
        var about = of(subject);
        Scope.widened(List.of(about.tps()), () -> step.accept(about));
    }

    <T> T ask(String subject, Function<C1Case, T> question) {
        var about = of(subject);
        return Scope.widened(List.of(about.tps()), () -> question.apply(about));
    }

    C1Case of(long roundId, long raceId, String tps) {
        return new C1Case(elections.round(roundId), elections.race(raceId), tps);
    }

    @Override
    @Transactional
    public boolean openNext(RoundRef round) {
        var waiting = waiting(round);
        waiting.forEach(process::open);
        return waiting.size() == settings.casesPerPart();
    }

    private List<C1Case> waiting(RoundRef round) {
        var found = new ArrayList<C1Case>();
        for (var race : elections.races(round.electionId())) {
            if (found.size() < settings.casesPerPart()) {
                found.addAll(waiting(round, race, settings.casesPerPart() - found.size()));
            }
        }
        return found;
    }

    private List<C1Case> waiting(RoundRef round, RaceRef race, int most) {
        var prefix = round.electionCode() + "/" + round.code() + "/" + race.code() + "/";
        return jdbc.sql(
                        """
                        SELECT p.code FROM polling_station p JOIN round r ON r.id = ? AND p.election_id = r.election_id
                        WHERE (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes)) AND starts_with(p.code, replace(?, '.', ''))
                        AND NOT EXISTS (SELECT 1 FROM work_case w WHERE w.process = 'c1-capture' AND w.subject = ? || p.code)
                        ORDER BY p.code LIMIT ?
                        """)
                .params(round.id(), race.regionCode(), prefix, most)
                .query((row, n) -> new C1Case(round, race, row.getString(1)))
                .list();
    }
}
