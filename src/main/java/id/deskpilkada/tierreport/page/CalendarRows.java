package id.deskpilkada.tierreport.page;

import id.deskpilkada.tierreport.TierLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where every report of a round stands, read at once however many places, slots and versions there are. */
@Component
class CalendarRows {

    private static final String STANDING =
            """
            WITH version AS (
              SELECT r.id, r.slot, r.area, r.version, r.cause, r.compiled_at, s.signed_at, s.signer_id, s.report_id IS NOT NULL AS settled,
                row_number() OVER (PARTITION BY r.slot, r.area ORDER BY r.version DESC) AS place
              FROM tier_report r LEFT JOIN tier_seal s ON s.report_id = r.id WHERE r.round_id = :round),
            settled AS (
              SELECT DISTINCT ON (slot, area) slot, area, id FROM version WHERE settled ORDER BY slot, area, version DESC),
            returned AS (
              SELECT DISTINCT t.report_id FROM tier_report_step t JOIN version v ON v.id = t.report_id WHERE t.step = 'RETURNED')
            SELECT c.slot, c.area, c.level, c.state, c.due_at, v.id AS report, v.version, v.cause, v.compiled_at, v.signed_at, v.signer_id,
              b.report_id IS NOT NULL AS returned, p.id AS former
            FROM tier_case c
              LEFT JOIN version v ON v.slot = c.slot AND v.area = c.area AND v.place = 1
              LEFT JOIN settled p ON p.slot = c.slot AND p.area = c.area AND p.id <> v.id
              LEFT JOIN returned b ON b.report_id = v.id
            WHERE c.round_id = :round
            """;

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param state of the case
     * @param report newest version; what follows is of it, null without one
     * @param former an earlier version that is settled
     */
    record Row(
            String slot,
            String area,
            TierLevel level,
            String state,
            Instant dueAt,
            @Nullable Long report,
            @Nullable Integer version,
            @Nullable String cause,
            @Nullable Instant compiledAt,
            @Nullable Instant signedAt,
            @Nullable Long signerId,
            boolean returned,
            @Nullable Long former) {}

    /** In no order; of the reader's territory. */
    List<Row> of(long roundId) {
        return jdbc.sql(STANDING).param("round", roundId).query(Row.class).list();
    }

    /** Those of them that wait for somebody. */
    List<Row> waiting(long roundId) {
        return jdbc.sql(STANDING + " AND c.state IN ('CHECKING', 'SIGNING')")
                .param("round", roundId)
                .query(Row.class)
                .list();
    }
}
