package id.deskpilkada.election.course;

import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a schedule while its round runs, each with a reason that is kept and shown. */
@Service
class ScheduleChanges {

    private static final int SHOWN = 20;

    private final ElectionSetup setup;
    private final JdbcClient jdbc;
    private final Clock clock;

    ScheduleChanges(ElectionSetup setup, JdbcClient jdbc, Clock clock) {
        this.setup = setup;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Change(String reason, @Nullable String changedBy, OffsetDateTime changedAt) {}

    @Transactional
    void change(RoundRef round, List<SlotRef> slots, String reason, Actor actor) {
        setup.reschedule(round.id(), slots);
        jdbc.sql("INSERT INTO schedule_change (round_id, reason, recorded_by_id, recorded_at) VALUES (?, ?, ?, ?)")
                .params(round.id(), reason, actor.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest at the top. */
    @Transactional(readOnly = true)
    List<Change> of(RoundRef round) {
        return jdbc.sql(
                        """
                        SELECT c.reason, s.name AS changed_by, c.recorded_at AS changed_at FROM schedule_change c
                        LEFT JOIN staff_member s ON s.id = c.recorded_by_id WHERE c.round_id = ? ORDER BY c.id DESC LIMIT ?
                        """)
                .params(round.id(), SHOWN)
                .query(Change.class)
                .list();
    }
}
