package id.deskpilkada.expectation.late;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.fieldreport.ReportKind;
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

    /** When the slot is due by the schedule; the beginning of time for one that the schedule no longer has, so that nobody is told twice. */
    Instant due(LateCase about) {
        Wave wave = about.wave();
        return elections.slots(wave.roundId()).stream()
                .filter(slot -> slot.kind().equals(wave.kind().name())
                        && (wave.kind() == ReportKind.C1 || slot.slot().equals(wave.slot())))
                .map(SlotRef::dueAt)
                .findFirst()
                .orElse(Instant.EPOCH);
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
