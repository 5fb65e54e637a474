package id.deskpilkada.c1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long forms took from the closing of their TPS, summed by district. What a reader may see is for the reader's scope to say. */
@Service
public class C1Times {

    /**
     * When the copy of a form was first compared: with the decision of the desk where one was needed, else with the same numbers typed by a second person. Expects {@code f} to be the
     * forms.
     */
    static final String FIRST_DECIDED = "CASE WHEN f.decided_no IS NOT NULL THEN coalesce(decision.at, same.at) END";

    static final String DECISIONS =
            """
            LEFT JOIN (SELECT form_id, min(at) AS at FROM c1_decision WHERE kind IN ('DIFFERENCE', 'INCONSISTENCY') GROUP BY form_id) decision ON decision.form_id = f.id
            LEFT JOIN (SELECT form_id, min(at) AS at FROM c1_rekeying WHERE matches GROUP BY form_id) same ON same.form_id = f.id
            """;

    private final JdbcClient jdbc;

    C1Times(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the forms of a place; times in seconds, null where there is no form. What came before the closing counts as 0.
     *
     * @param place digits of a district, empty for all that was asked about; a district without forms is absent
     * @param received forms that came, {@code verified} those of them whose copy was compared
     * @param fromSchedule forms whose TPS has not told when it closed, so that the time set for it counts
     */
    public record Times(
            String place,
            int received,
            @Nullable Long receivedMedian,
            @Nullable Long receivedNinety,
            @Nullable Long receivedLast,
            int verified,
            @Nullable Long verifiedMedian,
            @Nullable Long verifiedNinety,
            @Nullable Long verifiedLast,
            int fromSchedule) {}

    /** @param area digits @param closings when the TPS closed, by code @param otherwise when those closed that have not told */
    @Transactional(readOnly = true)
    public List<Times> of(long roundId, String area, Map<String, Instant> closings, Instant otherwise) {
        return jdbc.sql(
                        """
                        WITH closing AS MATERIALIZED (SELECT CAST(:closings AS jsonb) AS at),
                        form AS (
                          SELECT f.district_area, closing.at ->> f.tps_code IS NULL AS scheduled, coalesce(r.received_at, v.captured_at) AS received_at,
                            coalesce(to_timestamp(CAST(closing.at ->> f.tps_code AS double precision)), :otherwise) AS closed_at,
                        """
                                + FIRST_DECIDED
                                + """
                             AS verified_at
                          FROM closing CROSS JOIN c1_form f JOIN c1_version v ON v.form_id = f.id AND v.no = 1 LEFT JOIN field_report r ON r.id = v.report_id
                        """
                                + DECISIONS
                                + """
                          WHERE f.round_id = :round AND starts_with(f.tps_code, :area)),
                        took AS (SELECT district_area, scheduled, greatest(0, extract(epoch FROM received_at - closed_at)) AS came,
                                 CASE WHEN verified_at IS NOT NULL THEN greatest(0, extract(epoch FROM verified_at - closed_at)) END AS compared FROM form)
                        SELECT CASE WHEN grouping(district_area) = 1 THEN '' ELSE district_area END AS place, count(came) AS received,
                          CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY came) AS bigint) AS received_median,
                          CAST(percentile_disc(0.9) WITHIN GROUP (ORDER BY came) AS bigint) AS received_ninety, CAST(max(came) AS bigint) AS received_last,
                          count(compared) AS verified, CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY compared) AS bigint) AS verified_median,
                          CAST(percentile_disc(0.9) WITHIN GROUP (ORDER BY compared) AS bigint) AS verified_ninety, CAST(max(compared) AS bigint) AS verified_last,
                          count(*) FILTER (WHERE scheduled) AS from_schedule
                        FROM took GROUP BY GROUPING SETS ((district_area), ())
                        """)
                .param("round", roundId)
                .param("area", area)
                .param("otherwise", otherwise.atOffset(ZoneOffset.UTC))
                .param("closings", json(closings))
                .query(Times.class)
                .list();
    }

    /** Seconds of the epoch by TPS: an object is looked up by its keys, while the rows of an array would be read anew for each form. Codes are digits. */
    private static String json(Map<String, Instant> closings) {
        return closings.entrySet().stream()
                .map(closing ->
                        "\"" + closing.getKey() + "\":" + closing.getValue().getEpochSecond())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
