package id.deskpilkada.expectation.excuse;

import id.deskpilkada.expectation.ExcusesChanged;
import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.expectation.wave.WaveChanged.Cause;
import id.deskpilkada.expectation.wave.Waves;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets reports off that cannot come, and takes that back. A report that comes all the same counts as late. */
@Service
class Excuses {

    private final ExcuseRows rows;
    private final Waves waves;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Excuses(ExcuseRows rows, Waves waves, Changes changes, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.rows = rows;
        this.waves = waves;
        this.changes = changes;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param excused reports that are let off now
     * @param already were let off before
     * @param reported came in the meantime and need no excuse
     */
    record Outcome(int excused, int already, int reported) {}

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 409 {@code ALREADY_REPORTED} when all of them have come, 422 {@code MALFORMED} naming what is not expected */
    @Transactional
    public Outcome excuse(ExcuseCheck.Wanted wanted, Actor actor) {
        var tps = wanted.tps();
        tps.forEach(one -> actor.require(Permission.EXCUSE_REPORTS, one));
        var owed = rows.lock(wanted.roundId(), wanted.kind(), wanted.slot(), wanted.raceId(), tps);
        requireExpected(tps, owed);
        var missing = owed.stream().filter(ExcuseRows.Owed::missing).toList();
        int already = (int) owed.stream().filter(ExcuseRows.Owed::excused).count();
        int reported = owed.size() - missing.size() - already;
        if (reported == owed.size()) {
            throw Problem.conflict("ALREADY_REPORTED", reported);
        }
        var now = clock.instant();
        missing.forEach(one -> rows.excuse(one, wanted.reason(), actor.id(), now));
        var counted = new TreeMap<Wave, List<String>>(missing.stream()
                .collect(Collectors.groupingBy(
                        ExcuseRows.Owed::wave, Collectors.mapping(ExcuseRows.Owed::tps, Collectors.toList()))));
        counted.forEach((wave, codes) -> {
            waves.fewer(wave, codes.size());
            record("report.excused", wave, codes, wanted.reason());
        });
        if (!missing.isEmpty()) {
            events.publishEvent(new ExcusesChanged(
                    wanted.roundId(),
                    wanted.kind(),
                    wanted.slot(),
                    missing.stream().map(ExcuseRows.Owed::tps).distinct().toList()));
        }
        announce(missing);
        return new Outcome(missing.size(), already, reported);
    }

    /**
     * The report is owed again, by its old due time.
     *
     * @throws Problem 404 {@code UNKNOWN_EXCUSE}, 403 {@code OUTSIDE_SCOPE}, 409 {@code EXCUSE_OVER} when it was taken back before, or the report has come
     */
    @Transactional
    public void withdraw(long id, String reason, Actor actor) {
        actor.require(Permission.EXCUSE_REPORTS);
        var found = rows.find(id).orElseThrow(() -> Problem.notFound("UNKNOWN_EXCUSE"));
        actor.require(Permission.EXCUSE_REPORTS, found.tps());
        var wave = found.wave();
        var owed = rows.lock(wave.roundId(), wave.kind(), wave.slot(), wave.raceId(), Set.of(found.tps())).stream()
                .filter(one -> one.wave().raceId() == wave.raceId() && one.excused())
                .findFirst()
                .orElseThrow(() -> Problem.conflict("EXCUSE_OVER"));
        if (rows.find(id).filter(now -> now.withdrawnAt() == null).isEmpty()) {
            throw Problem.conflict("EXCUSE_OVER");
        }
        rows.withdraw(id, owed, reason, actor.id(), clock.instant());
        waves.more(wave, 1);
        waves.changed(Set.of(wave), Cause.MOVED);
        events.publishEvent(new ExcusesChanged(wave.roundId(), wave.kind(), wave.slot(), List.of(found.tps())));
        record("report.excuse-withdrawn", wave, List.of(found.tps()), reason);
        announce(List.of(owed));
    }

    private static void requireExpected(Set<String> tps, List<ExcuseRows.Owed> owed) {
        var known = owed.stream().map(ExcuseRows.Owed::tps).collect(Collectors.toSet());
        var faults = new ArrayList<FieldProblem>();
        for (var one : new LinkedHashSet<>(tps)) {
            if (!known.contains(one)) {
                faults.add(FieldProblem.field("tps", one, "NOT_EXPECTED", one));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
    }

    private void record(String act, Wave wave, List<String> tps, String reason) {
        audit.record(
                act,
                "progress/" + wave.kind() + "/" + wave.slot(),
                wave.district(),
                Map.of("tps", String.join(" ", tps), "race", Long.toString(wave.raceId()), "reason", reason));
    }

    private void announce(List<ExcuseRows.Owed> owed) {
        var villages = new TreeSet<String>();
        owed.forEach(one -> villages.add(one.tps().substring(0, 10)));
        villages.forEach(village -> changes.announce("progress", village));
    }
}
