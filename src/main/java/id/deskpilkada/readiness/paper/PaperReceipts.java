package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ticks "kertas diterima": who had which paper of a TPS in hand first, and when. The report itself is still to be typed in. */
@Service
public class PaperReceipts {

    static final long NO_RACE = 0;

    private final JdbcClient jdbc;
    private final PaperKinds kinds;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final Changes changes;
    private final Clock clock;

    PaperReceipts(
            JdbcClient jdbc,
            PaperKinds kinds,
            Elections elections,
            Regions regions,
            Staff staff,
            Changes changes,
            Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.changes = changes;
        this.clock = clock;
    }

    /** A paper that the round waits for. @param race null for what belongs to no race */
    public record Paper(String kind, String slot, @Nullable String race, @Nullable String raceName) {}

    /** @param received null while it has not arrived */
    public record Line(Paper paper, @Nullable Received received) {}

    public record Received(String by, OffsetDateTime at) {}

    /** Every paper of a TPS in the order of the schedule, with what has arrived. */
    @Transactional(readOnly = true)
    public List<Line> of(RoundRef round, String tps, Actor actor) {
        actor.require(Permission.SEE_BLANK_SPOTS, tps);
        elections.station(round, tps).orElseThrow(() -> Problem.notFound("UNKNOWN_TPS", tps));
        var received = new LinkedHashMap<String, Received>();
        jdbc.sql(
                        "SELECT kind, slot, race_id, received_by_id, received_at FROM paper_receipt WHERE round_id = ? AND tps_code = ?")
                .params(round.id(), tps)
                .query(row -> {
                    received.put(
                            row.getString("kind") + row.getString("slot") + row.getLong("race_id"),
                            new Received(
                                    staff.name(row.getLong("received_by_id")),
                                    row.getObject("received_at", OffsetDateTime.class)
                                            .atZoneSameInstant(regions.zone())
                                            .toOffsetDateTime()));
                });
        return kinds.of(round, tps).stream()
                .map(paper -> new Line(paper, received.get(paper.kind() + paper.slot() + kinds.raceId(round, paper))))
                .toList();
    }

    /**
     * Ticks a paper, once however often it is asked for, or takes the tick back.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_TPS}, 422 {@code PAPER_UNKNOWN}
     */
    @Transactional
    public void tick(
            RoundRef round,
            String tps,
            String kind,
            String slot,
            @Nullable String race,
            boolean received,
            Actor actor) {
        actor.require(Permission.TICK_PAPER, tps);
        elections.station(round, tps).orElseThrow(() -> Problem.notFound("UNKNOWN_TPS", tps));
        var paper = kinds.require(round, tps, kind, slot, race);
        long raceId = kinds.raceId(round, paper);
        if (received) {
            jdbc.sql(
                            """
                            INSERT INTO paper_receipt (round_id, tps_code, kind, slot, race_id, received_by_id, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """)
                    .params(round.id(), tps, kind, slot, raceId, actor.id())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } else {
            jdbc.sql(
                            "DELETE FROM paper_receipt WHERE round_id = ? AND tps_code = ? AND kind = ? AND slot = ? AND race_id = ?")
                    .params(round.id(), tps, kind, slot, raceId)
                    .update();
        }
        changes.announce("progress", tps);
    }

    /** What lies there on paper and is not typed in yet, by TPS. */
    @Transactional(readOnly = true)
    Map<String, List<Waiting>> waiting(long roundId, Collection<String> tps) {
        var waiting = new LinkedHashMap<String, List<Waiting>>();
        jdbc.sql(
                        """
                        SELECT p.tps_code, p.kind, p.slot, p.race_id, p.received_by_id, p.received_at FROM paper_receipt p
                        LEFT JOIN expected_report e USING (round_id, tps_code, kind, slot, race_id)
                        WHERE p.round_id = ? AND p.tps_code = ANY (?) AND coalesce(e.state, 'MISSING') IN ('MISSING', 'EXCUSED')
                        ORDER BY p.received_at
                        """)
                .param(roundId)
                .param(tps.toArray(String[]::new))
                .query(row -> {
                    long raceId = row.getLong("race_id");
                    var slot = raceId == NO_RACE
                            ? row.getString("slot")
                            : elections.race(raceId).name();
                    waiting.computeIfAbsent(row.getString("tps_code"), key -> new ArrayList<>())
                            .add(new Waiting(
                                    row.getString("kind"),
                                    slot,
                                    staff.name(row.getLong("received_by_id")),
                                    row.getObject("received_at", OffsetDateTime.class)
                                            .atZoneSameInstant(regions.zone())
                                            .toOffsetDateTime()));
                });
        return waiting;
    }

    /** @param what name of the race for C1, else the slot */
    record Waiting(String kind, String what, String by, OffsetDateTime at) {}
}
