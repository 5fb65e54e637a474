package id.deskpilkada.expectation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and lists expected reports. */
@Component
class ProgressQueries {

    private static final String ASKED =
            """
            FROM expected_report WHERE round_id = :round AND kind = :kind AND (:slot = '' OR slot = :slot) AND (:race = 0 OR race_id = :race)
              AND starts_with(tps_code, :area)\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By the first digits of the TPS codes; places without expected reports are absent. */
    Map<String, Progress> grouped(ProgressQuestion question, int digits) {
        var places = new HashMap<String, Progress>();
        asked(
                        """
                        SELECT left(tps_code, :digits) AS place, count(*) AS expected,
                          count(*) FILTER (WHERE state = 'RECEIVED') AS received, count(*) FILTER (WHERE state = 'LATE') AS late,
                          count(*) FILTER (WHERE state = 'MISSING') AS missing,
                          count(*) FILTER (WHERE state = 'MISSING' AND due_at < :now) AS overdue,
                          count(*) FILTER (WHERE state = 'EXCUSED') AS excused
                        """
                                + ASKED + "GROUP BY 1",
                        question)
                .param("digits", digits)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    String place = row.getString("place");
                    places.put(
                            place,
                            new Progress(
                                    place,
                                    place,
                                    row.getInt("expected"),
                                    row.getInt("received"),
                                    row.getInt("late"),
                                    row.getInt("missing"),
                                    row.getInt("overdue"),
                                    row.getInt("excused")));
                });
        return places;
    }

    int missing(ProgressQuestion question) {
        return asked("SELECT count(*) " + ASKED + "AND state = 'MISSING'", question)
                .query(Integer.class)
                .single();
    }

    /** Reports that have not come, those due first at the top. */
    List<MissingRow> missing(ProgressQuestion question, int page, int size) {
        return asked(
                        "SELECT kind, tps_code, race_id, slot, due_at, village_area, district_area " + ASKED
                                + "AND state = 'MISSING' ORDER BY due_at, tps_code, race_id LIMIT :size OFFSET :offset",
                        question)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(MissingRow.class)
                .list();
    }

    int missingStations(ProgressQuestion question) {
        return asked("SELECT count(DISTINCT tps_code) " + ASKED + "AND state = 'MISSING'", question)
                .query(Integer.class)
                .single();
    }

    /** Codes of TPS that owe something, in their order. */
    List<String> missingCodes(ProgressQuestion question, int most) {
        return asked(
                        "SELECT DISTINCT tps_code " + ASKED + "AND state = 'MISSING' ORDER BY tps_code LIMIT :most",
                        question)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, ProgressQuestion question) {
        String slot = question.slot();
        Long race = question.raceId();
        return jdbc.sql(sql)
                .param("round", question.roundId())
                .param("kind", question.kind().name())
                .param("slot", slot == null ? "" : slot)
                .param("race", race == null ? 0L : race)
                .param("area", question.area());
    }

    record MissingRow(
            String kind,
            String tpsCode,
            long raceId,
            String slot,
            OffsetDateTime dueAt,
            String villageArea,
            String districtArea) {}
}
