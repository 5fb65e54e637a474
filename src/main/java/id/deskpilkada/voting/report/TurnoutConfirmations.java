package id.deskpilkada.voting.report;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.voting.VotingSlots;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a held turnout count after all, when somebody at the desk has asked at the TPS. Who and why stays. */
@Service
class TurnoutConfirmations {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private final VotingRows rows;
    private final VotingStates states;
    private final VotingReports reports;
    private final VotingSlots slots;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    TurnoutConfirmations(
            VotingRows rows,
            VotingStates states,
            VotingReports reports,
            VotingSlots slots,
            Changes changes,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.states = states;
        this.reports = reports;
        this.slots = slots;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The figure that counts from now on.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 409 {@code TURNOUT_NOT_HELD}, 422 {@code CONFIRMATION_REASON}
     */
    @Transactional
    int confirm(RoundRef round, String tps, String slot, @Nullable String reason, Actor actor) {
        actor.require(Permission.CONFIRM_TURNOUT, tps);
        var text = reason == null ? "" : reason.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST || text.indexOf(0) >= 0) {
            throw Problem.unprocessable("CONFIRMATION_REASON", SHORTEST, LONGEST);
        }
        rows.lock(round.id(), tps);
        var versions = rows.versions(round.id(), tps);
        var held = reports.day(round, tps, versions)
                .in(slot)
                .filter(Figures::held)
                .orElseThrow(() -> Problem.conflict("TURNOUT_NOT_HELD", slot));
        int total = Objects.requireNonNull(held.voters().total());
        write(round, tps, slot, total, text, actor);
        var day = reports.day(round, tps, versions);
        states.write(round.id(), tps, day.in(slot).orElseThrow());
        states.write(round.id(), tps, day, slots.openedBy(round));
        changes.announce(VotingReports.TOPIC, tps);
        return total;
    }

    private void write(RoundRef round, String tps, String slot, int total, String reason, Actor actor) {
        jdbc.sql(
                        """
                        INSERT INTO voting_confirmation (round_id, tps_code, slot, total, reason, staff_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(round.id(), tps, slot, total, reason, actor.id())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
