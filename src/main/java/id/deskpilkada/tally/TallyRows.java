package id.deskpilkada.tally;

import id.deskpilkada.c1.C1FormChanged;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the two kinds of stored totals: what one TPS adds, and what a district has. */
@Component
class TallyRows {

    private static final String FIND = "SELECT " + Counts.COLUMNS
            + " FROM tally_contribution WHERE round_id = ? AND race_id = ? AND tps_code = ? FOR UPDATE";

    private final JdbcClient jdbc;
    private final Clock clock;

    TallyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores what a TPS adds from now on and tells by how much that differs from before. The row stays locked until the transaction ends. */
    Counts replace(C1FormChanged form) {
        var now = Counts.of(form);
        Optional<Counts> before = find(form);
        if (before.isEmpty()) {
            if (insert(form, now)) {
                return now;
            }
            before = find(form);
        }
        var difference = now.minus(before.orElse(Counts.NONE));
        update(form, now);
        return difference;
    }

    private Optional<Counts> find(C1FormChanged form) {
        return jdbc.sql(FIND)
                .params(form.roundId(), form.raceId(), form.tps())
                .query((row, number) -> Counts.of(row))
                .optional();
    }

    private boolean insert(C1FormChanged form, Counts now) {
        return jdbc.sql(
                                """
                                INSERT INTO tally_contribution (round_id, race_id, tps_code, village_area, district_area, received, held, verified,
                                  counted_received, counted_verified, received_sums, verified_sums, updated_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(form.roundId(), form.raceId(), form.tps(), form.villageArea(), form.districtArea())
                        .params(now.received(), now.held(), now.verified())
                        .params(now.countedReceived(), now.countedVerified())
                        .params(now.receivedSums().array(), now.verifiedSums().array())
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void update(C1FormChanged form, Counts now) {
        jdbc.sql(
                        """
                        UPDATE tally_contribution SET received = ?, held = ?, verified = ?, counted_received = ?, counted_verified = ?,
                          received_sums = ?, verified_sums = ?, updated_at = ?
                        WHERE round_id = ? AND race_id = ? AND tps_code = ?
                        """)
                .params(now.received(), now.held(), now.verified(), now.countedReceived(), now.countedVerified())
                .params(now.receivedSums().array(), now.verifiedSums().array())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .params(form.roundId(), form.raceId(), form.tps())
                .update();
    }

    /** Adds a difference to a district's totals; the one row that many transactions share, hence written last. */
    void add(long roundId, long raceId, String districtArea, Counts difference) {
        jdbc.sql(
                        """
                        INSERT INTO tally_district AS d (round_id, race_id, district_area, received, held, verified,
                          counted_received, counted_verified, received_sums, verified_sums, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, race_id, district_area) DO UPDATE SET
                          received = d.received + excluded.received, held = d.held + excluded.held, verified = d.verified + excluded.verified,
                          counted_received = d.counted_received + excluded.counted_received,
                          counted_verified = d.counted_verified + excluded.counted_verified,
                          received_sums = vec_add(d.received_sums, excluded.received_sums),
                          verified_sums = vec_add(d.verified_sums, excluded.verified_sums),
                          updated_at = greatest(d.updated_at, excluded.updated_at)
                        """)
                .params(roundId, raceId, districtArea)
                .params(difference.received(), difference.held(), difference.verified())
                .params(difference.countedReceived(), difference.countedVerified())
                .params(
                        difference.receivedSums().array(),
                        difference.verifiedSums().array())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
