package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Belum ada kabar": somebody asked and there was no news yet. The TPS stays missing; whoever calls next sees when it was tried. */
@Service
class EntryNoNews {

    private final Elections elections;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Regions regions;
    private final Clock clock;

    EntryNoNews(Elections elections, JdbcClient jdbc, Changes changes, Regions regions, Clock clock) {
        this.elections = elections;
        this.jdbc = jdbc;
        this.changes = changes;
        this.regions = regions;
        this.clock = clock;
    }

    record Noted(String tps, String slot, OffsetDateTime notedAt) {}

    /** @throws Problem 403 {@code NOT_YOUR_TPS}, 422 {@code UNKNOWN_TPS}, {@code UNKNOWN_SLOT}, {@code ROUND_NOT_STARTED}, 409 {@code SLOT_REPORTED} */
    @Transactional
    Noted note(RoundRef round, String slot, String tps, Actor actor) {
        if (!EntryPlaces.reports(actor, tps)) {
            throw Problem.forbidden("NOT_YOUR_TPS", tps);
        }
        if (!round.phase().active()) {
            throw Problem.unprocessable("ROUND_NOT_STARTED", round.code());
        }
        elections.station(round, tps).orElseThrow(() -> Problem.unprocessable("UNKNOWN_TPS", tps));
        elections.slot(round.id(), EntrySlots.KIND, slot);
        Instant now = clock.instant();
        write(round, slot, tps, actor, now);
        changes.announce("voting", tps);
        return new Noted(tps, slot, now.atZone(regions.zone()).toOffsetDateTime());
    }

    private void write(RoundRef round, String slot, String tps, Actor actor, Instant now) {
        int written = jdbc.sql(
                        """
                        INSERT INTO no_news (round_id, slot, tps_code, noted_by, at)
                        SELECT :round, :slot, :tps, :by, :at WHERE NOT EXISTS (SELECT 1 FROM voting_state WHERE round_id = :round AND tps_code = :tps AND slot = :slot)
                        ON CONFLICT (round_id, slot, tps_code) DO UPDATE SET noted_by = excluded.noted_by, at = excluded.at
                        """)
                .param("round", round.id())
                .param("slot", slot)
                .param("tps", tps)
                .param("by", actor.id())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        if (written == 0) {
            throw Problem.conflict("SLOT_REPORTED", tps, slot);
        }
    }
}
