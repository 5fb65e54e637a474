package id.deskpilkada.expectation.late;

import id.deskpilkada.election.Elections;
import id.deskpilkada.expectation.wave.Wave;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which digests have been sent: one for each due time of a slot and race. */
@Component
class LateDigests {

    private final JdbcClient jdbc;
    private final Elections elections;
    private final Clock clock;

    LateDigests(JdbcClient jdbc, Elections elections, Clock clock) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.clock = clock;
    }

    /** When the slot is due by the schedule. */
    Instant due(LateCase about) {
        Wave wave = about.wave();
        return elections.slot(wave.roundId(), wave.kind().name(), wave.slot()).dueAt();
    }

    /** Waits for a district that asks at the same time, and tells whether this one was first. */
    boolean first(LateCase about) {
        Wave wave = about.wave();
        return jdbc.sql(
                                "INSERT INTO late_digest (round_id, kind, slot, race_id, due_at, sent_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(wave.roundId(), wave.kind().name(), wave.slot(), wave.raceId())
                        .params(
                                due(about).atOffset(ZoneOffset.UTC),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
