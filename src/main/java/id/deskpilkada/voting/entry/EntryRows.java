package id.deskpilkada.voting.entry;

import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is known of polling stations in a slot and the one before, for many of them at once. */
@Component
class EntryRows {

    private static final String KNOWN =
            """
            SELECT p.code AS tps, (SELECT max(v.total) FROM voter_list v JOIN race c ON c.id = v.race_id WHERE c.election_id = ? AND v.tps_code = p.code) AS dpt,
              s.opened_at AS station_opened_at, coalesce(s.halted, false) AS station_halted, n.version IS NOT NULL AS reported,
              n.opened_at, n.closed_at, n.male, n.female, n.total, n.security, n.mobility, n.queue, n.officers_condition, n.on_duty_since, coalesce(n.held, false) AS held,
              n.remarks, b.slot AS before_slot, b.total AS before_total, b.security AS before_security, b.mobility AS before_mobility, b.queue AS before_queue,
              b.officers_condition AS before_condition, e.state AS expected, m.at AS no_news_at,
              EXISTS (SELECT 1 FROM voting_watch w WHERE w.round_id = ? AND w.slot = ? AND w.village_area = left(p.code, 10) AND p.code = ANY (w.tps_of_officers)) AS officer
            FROM unnest(?) AS p (code)
            LEFT JOIN voting_station s ON s.round_id = ? AND s.tps_code = p.code
            LEFT JOIN voting_state n ON n.round_id = ? AND n.tps_code = p.code AND n.slot = ?
            LEFT JOIN LATERAL (SELECT x.* FROM voting_state x WHERE x.round_id = ? AND x.tps_code = p.code AND x.slot = ANY (?)
              ORDER BY array_position(?, x.slot) DESC LIMIT 1) b ON true
            LEFT JOIN expected_report e ON e.round_id = ? AND e.kind = 'VOTING' AND e.slot = ? AND e.race_id = 0 AND e.tps_code = p.code
            LEFT JOIN no_news m ON m.round_id = ? AND m.slot = ? AND m.tps_code = p.code
            """;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param earlier names of the slots before, in their order */
    Map<String, Known> of(long electionId, long roundId, String slot, List<String> earlier, List<String> tps) {
        var before = earlier.toArray(String[]::new);
        return jdbc
                .sql(KNOWN)
                .params(electionId, roundId, slot)
                .param(tps.toArray(String[]::new))
                .params(roundId, roundId, slot, roundId)
                .param(before)
                .param(before)
                .params(roundId, slot, roundId, slot)
                .query(Known.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Known::tps, Function.identity()));
    }

    Optional<Calm> situation(long roundId, String area, String slot) {
        return jdbc.sql(
                        "SELECT security, weather, power, remarks, recorded_at FROM situation WHERE round_id = ? AND area = ? AND slot = ?")
                .params(roundId, area, slot)
                .query(Calm.class)
                .optional();
    }

    record Calm(
            Security security,
            @Nullable String weather,
            @Nullable String power,
            @Nullable String remarks,
            OffsetDateTime recordedAt) {}

    /**
     * What is known of one TPS; beginning with {@code before}, what the last slot before said.
     *
     * @param dpt the largest of its voter lists
     * @param reported whether the slot has figures; null stands for what no report named
     * @param expected state of the expected report; null where none is expected
     * @param officer whether an officer of its own reports it
     */
    record Known(
            String tps,
            @Nullable Integer dpt,
            @Nullable OffsetDateTime stationOpenedAt,
            boolean stationHalted,
            boolean reported,
            @Nullable OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable Integer male,
            @Nullable Integer female,
            @Nullable Integer total,
            @Nullable Security security,
            @Nullable Mobility mobility,
            @Nullable Integer queue,
            @Nullable OfficersCondition officersCondition,
            @Nullable OffsetDateTime onDutySince,
            boolean held,
            @Nullable String remarks,
            @Nullable String beforeSlot,
            @Nullable Integer beforeTotal,
            @Nullable Security beforeSecurity,
            @Nullable Mobility beforeMobility,
            @Nullable Integer beforeQueue,
            @Nullable OfficersCondition beforeCondition,
            @Nullable String expected,
            @Nullable OffsetDateTime noNewsAt,
            boolean officer) {}
}
