package id.deskpilkada.voting.report;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.CallNotes;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.voting.VotingSlots;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Belum ada kabar": somebody has looked for news of a TPS and found none. The TPS stays missing; whoever calls reads who looked, and when. */
@Service
@Order(3)
public class NoNews implements CallNotes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final Elections elections;
    private final VotingSlots slots;
    private final Staff staff;
    private final Regions regions;
    private final Messages messages;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoNews(
            Elections elections,
            VotingSlots slots,
            Staff staff,
            Regions regions,
            Messages messages,
            Changes changes,
            JdbcClient jdbc,
            Clock clock) {
        this.elections = elections;
        this.slots = slots;
        this.staff = staff;
        this.regions = regions;
        this.messages = messages;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * When it was noted.
     *
     * @throws Problem 403 {@code NOT_YOUR_TPS}, 409 {@code TPS_HAS_REPORTED}, 422 {@code UNKNOWN_TPS}, {@code UNKNOWN_SLOT}
     */
    @Transactional
    public Instant note(RoundRef round, String tps, String slot, Actor actor) {
        if (!actor.may(Permission.REPORT, tps) && !actor.may(Permission.REPORT_FOR_OTHERS, tps)) {
            throw Problem.forbidden("NOT_YOUR_TPS", tps);
        }
        elections.station(round, tps).orElseThrow(() -> Problem.unprocessable("UNKNOWN_TPS", tps));
        if (!slots.names(round.id()).contains(slot)) {
            throw Problem.unprocessable("UNKNOWN_SLOT", slot);
        }
        if (reported(round, tps, slot)) {
            throw Problem.conflict("TPS_HAS_REPORTED", slot);
        }
        var now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO no_news (round_id, slot, tps_code, noted_by, at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, slot, tps_code) DO UPDATE SET noted_by = excluded.noted_by, at = excluded.at
                        """)
                .params(round.id(), slot, tps, actor.id(), now.atOffset(ZoneOffset.UTC))
                .update();
        changes.announce(VotingReports.TOPIC, tps);
        return now;
    }

    private boolean reported(RoundRef round, String tps, String slot) {
        return jdbc.sql("SELECT count(*) FROM voting_state WHERE round_id = ? AND tps_code = ? AND slot = ?")
                        .params(round.id(), tps, slot)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    record Noted(String tpsCode, String slot, long notedBy, OffsetDateTime at) {}

    @Override
    public Map<String, String> notes(long roundId, Collection<String> tps) {
        var zone = regions.zone();
        var notes = new HashMap<String, String>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (n.tps_code) n.tps_code, n.slot, n.noted_by, n.at FROM no_news n
                        WHERE n.round_id = :round AND n.tps_code IN (:tps) AND NOT EXISTS (
                          SELECT 1 FROM voting_state s WHERE s.round_id = n.round_id AND s.tps_code = n.tps_code AND s.slot = n.slot)
                        ORDER BY n.tps_code, n.at DESC
                        """)
                .param("round", roundId)
                .param("tps", tps)
                .query(Noted.class)
                .list()
                .forEach(noted -> notes.put(
                        noted.tpsCode(),
                        messages.text(
                                "voting.no-news",
                                noted.slot(),
                                TIME.format(noted.at().atZoneSameInstant(zone)),
                                staff.name(noted.notedBy()))));
        return notes;
    }
}
