package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.checklist.Shortcoming.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each TPS lacks, kept in step with its answers. */
@Component
class Shortcomings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Shortcomings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are not closed, by item. */
    List<Shortcoming> of(ReadinessCase about) {
        return all(about).stream().filter(one -> one.state() != State.CLOSED).toList();
    }

    /** Owners who still have something to mend, each once, in the order of the alphabet. */
    List<String> owners(ReadinessCase about) {
        return of(about).stream()
                .filter(one -> one.state() == State.OPEN)
                .map(Shortcoming::owner)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Shortcoming> all(ReadinessCase about) {
        return jdbc.sql(
                        """
                        SELECT stage, item_code, answer, owner, blocking, state, opened_at, due_at FROM readiness_shortcoming
                        WHERE round_id = ? AND tps_code = ? ORDER BY item_code
                        """)
                .params(about.round().id(), about.tps())
                .query(Shortcoming.class)
                .list();
    }

    /** @param days how long its owner has */
    record Wanted(
            ReadinessStage stage, String item, String answer, @Nullable String owner, boolean blocking, int days) {}

    /**
     * Opens what is missing now and closes what is not. What its owner called mended is open again when a report on its stage still misses it.
     *
     * @param reported the stage of the report that came just now; null when none came
     */
    void follow(
            ReadinessCase about,
            Collection<Wanted> missing,
            @Nullable ReadinessStage reported,
            Function<ReadinessStage, Instant> deadlines) {
        Map<String, Shortcoming> known =
                all(about).stream().collect(Collectors.toMap(Shortcoming::itemCode, Function.identity()));
        for (var wanted : missing) {
            var before = known.remove(wanted.item());
            if (before == null || before.state() == State.CLOSED) {
                open(about, wanted, deadlines.apply(wanted.stage()));
            } else {
                boolean again = before.state() == State.HANDLED && wanted.stage() == reported && !before.isLasting();
                change(about, wanted, again ? State.OPEN : before.state());
            }
        }
        known.values().stream()
                .filter(gone -> gone.state() != State.CLOSED)
                .forEach(gone -> set(about, List.of(gone.itemCode()), State.CLOSED));
    }

    private void open(ReadinessCase about, Wanted wanted, Instant deadline) {
        var now = clock.instant();
        var due = now.plus(Duration.ofDays(wanted.days()));
        if (deadline.isAfter(now) && deadline.isBefore(due)) {
            due = deadline;
        }
        jdbc.sql(
                        """
                        INSERT INTO readiness_shortcoming (round_id, tps_code, district_area, stage, item_code, answer, owner, blocking, state, opened_at, due_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)
                        ON CONFLICT (round_id, tps_code, item_code) DO UPDATE SET answer = excluded.answer, owner = excluded.owner, blocking = excluded.blocking,
                          state = 'OPEN', opened_at = excluded.opened_at, due_at = excluded.due_at, changed_at = excluded.changed_at
                        """)
                .params(about.round().id(), about.tps(), about.code().districtArea())
                .params(wanted.stage().name(), wanted.item(), wanted.answer(), wanted.owner(), wanted.blocking())
                .params(now.atOffset(ZoneOffset.UTC), due.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The stage has another deadline: what was due at the one before moves with it, and nothing is due after it. */
    void move(ReadinessCase about, ReadinessStage stage, Instant before, Instant deadline) {
        jdbc.sql(
                        """
                        UPDATE readiness_shortcoming SET due_at = CASE WHEN due_at = :before THEN :deadline ELSE least(due_at, :deadline) END
                        WHERE round_id = :round AND tps_code = :tps AND stage = :stage AND state <> 'CLOSED'
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("deadline", deadline.atOffset(ZoneOffset.UTC))
                .param("round", about.round().id())
                .param("tps", about.tps())
                .param("stage", stage.name())
                .update();
    }

    private void change(ReadinessCase about, Wanted wanted, State state) {
        jdbc.sql(
                        """
                        UPDATE readiness_shortcoming SET answer = ?, owner = ?, blocking = ?, state = ?, changed_at = ?
                        WHERE round_id = ? AND tps_code = ? AND item_code = ? AND (answer, owner, blocking, state) IS DISTINCT FROM (?, ?, ?, ?)
                        """)
                .params(wanted.answer(), wanted.owner(), wanted.blocking(), state.name())
                .params(clock.instant().atOffset(ZoneOffset.UTC), about.round().id(), about.tps(), wanted.item())
                .params(wanted.answer(), wanted.owner(), wanted.blocking(), state.name())
                .update();
    }

    void set(ReadinessCase about, Collection<String> items, State state) {
        jdbc.sql(
                        """
                        UPDATE readiness_shortcoming SET state = ?, changed_at = ? WHERE round_id = ? AND tps_code = ? AND item_code = ANY (?)
                        """)
                .params(
                        state.name(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        about.round().id(),
                        about.tps())
                .param(items.toArray(String[]::new))
                .update();
    }
}
