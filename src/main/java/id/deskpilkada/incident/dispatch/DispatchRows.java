package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.dispatch.Dispatch.Part;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dispatches as they are stored. Whoever ends one holds its incident's row first, then its own. */
@Component
class DispatchRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    DispatchRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(Incident incident, String agency, Part part, @Nullable Long insteadOf, Instant now, Clocks clocks) {
        return jdbc.sql(
                        """
                        INSERT INTO dispatch (incident_id, run, area, agency, part, instead_of, state, started_at, acknowledge_by, next_contact_at, call_at, leader_at)
                        VALUES (?, ?, ?, ?, ?, ?::bigint, 'SENT', ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(incident.id(), incident.run(), incident.area(), agency, part.name(), insteadOf, utc(now))
                .params(utc(clocks.acknowledgeBy()), utc(clocks.nextContactAt()))
                .params(utc(clocks.callAt()), utc(clocks.leaderAt()))
                .query(Long.class)
                .single();
    }

    /** @throws Problem 404 {@code UNKNOWN_DISPATCH} */
    Dispatch get(long id) {
        return one(id, "");
    }

    /** @throws Problem 404 {@code UNKNOWN_DISPATCH} */
    Dispatch lock(long id) {
        return one(id, " FOR NO KEY UPDATE");
    }

    private Dispatch one(long id, String how) {
        return jdbc.sql("SELECT * FROM dispatch WHERE id = ?" + how)
                .param(id)
                .query(Dispatch.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_DISPATCH"));
    }

    List<Dispatch> of(long incident) {
        return jdbc.sql("SELECT * FROM dispatch WHERE incident_id = ? ORDER BY id")
                .param(incident)
                .query(Dispatch.class)
                .list();
    }

    /** Those that still count, locked in the order of their keys. */
    List<Dispatch> unsettled(long incident) {
        return jdbc.sql("SELECT * FROM dispatch WHERE incident_id = ? AND NOT settled ORDER BY id FOR NO KEY UPDATE")
                .param(incident)
                .query(Dispatch.class)
                .list();
    }

    void clocks(long id, Clocks clocks) {
        jdbc.sql("UPDATE dispatch SET acknowledge_by = ?, next_contact_at = ?, call_at = ?, leader_at = ? WHERE id = ?")
                .params(utc(clocks.acknowledgeBy()), utc(clocks.nextContactAt()))
                .params(utc(clocks.callAt()), utc(clocks.leaderAt()), id)
                .update();
    }

    void contacted(long id, Instant next) {
        jdbc.sql(
                        "UPDATE dispatch SET contacted = contacted + 1, next_contact_at = greatest(next_contact_at, ?) WHERE id = ?")
                .params(utc(next), id)
                .update();
    }

    void callOpened(long id) {
        now("call_opened_at", id);
    }

    void leaderTold(long id) {
        now("leader_told_at", id);
    }

    private void now(String column, long id) {
        jdbc.sql("UPDATE dispatch SET " + column + " = ? WHERE id = ?")
                .params(utc(clock.instant()), id)
                .update();
    }

    void acknowledged(long id, Answerer by) {
        jdbc.sql(
                        "UPDATE dispatch SET state = 'ACKNOWLEDGED', acknowledged_at = ?, answered_via = ?, answered_by = ? WHERE id = ?")
                .params(utc(clock.instant()), by.via().name(), by.name(), id)
                .update();
    }

    void progress(long id, DispatchState state) {
        jdbc.sql("UPDATE dispatch SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Its next word is due then, and asked for if it does not come. */
    void wordDue(long id, Instant due) {
        jdbc.sql("UPDATE dispatch SET progress_by = ?, ask_at = ? WHERE id = ?")
                .params(utc(due), utc(due), id)
                .update();
    }

    /** No word has come; asked for once. */
    void silent(long id) {
        var now = utc(clock.instant());
        jdbc.sql("UPDATE dispatch SET progress_by = least(progress_by, ?), ask_at = least(ask_at, ?) WHERE id = ?")
                .params(now, now, id)
                .update();
    }

    /** The desk has asked and heard nothing; it asks again then. */
    void askAgain(long id, Instant at) {
        jdbc.sql("UPDATE dispatch SET ask_at = ? WHERE id = ?")
                .params(utc(at), id)
                .update();
    }

    void end(long id, DispatchState state, @Nullable String remark) {
        jdbc.sql("UPDATE dispatch SET state = ?, remark = ?, ended_at = ? WHERE id = ?")
                .params(state.name(), remark, utc(clock.instant()), id)
                .update();
    }

    void settle(long id) {
        jdbc.sql("UPDATE dispatch SET settled = true WHERE id = ?").param(id).update();
    }

    boolean hasSubstitute(long id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM dispatch WHERE instead_of = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
