package id.deskpilkada.expectation.wave;

import id.deskpilkada.expectation.wave.Waves.Key;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the rows behind the counters. */
@Component
public class WaveLook {

    private static final String OF_WAVE =
            "FROM expected_report WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND district_area = ? ";

    private final JdbcClient jdbc;

    WaveLook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lateBefore what was due by then is late */
    public WaveFacts at(Wave wave, Instant lateBefore) {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE state = 'MISSING') AS missing, count(*) FILTER (WHERE state = 'MISSING' AND due_at <= ?) AS late,
                          coalesce(min(due_at) FILTER (WHERE state = 'MISSING'), max(due_at)) AS first_due
                        """
                                + OF_WAVE)
                .param(lateBefore.atOffset(ZoneOffset.UTC))
                .params(Key.of(wave))
                .query((row, n) -> new WaveFacts(
                        row.getInt("missing"),
                        row.getInt("late"),
                        Waves.instant(row.getObject("first_due", OffsetDateTime.class))))
                .single();
    }

    /** Codes of the TPS of a wave's district that owe something of its slot, whatever the race, and are not late yet. */
    public List<String> notYetLate(Wave wave, Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT tps_code FROM expected_report
                        WHERE round_id = ? AND kind = ? AND slot = ? AND district_area = ? AND state = 'MISSING' AND due_at > ? ORDER BY tps_code
                        """)
                .params(wave.roundId(), wave.kind().name(), wave.slot(), wave.district(), now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Late reports of a slot and race in the whole regency by district, most first. */
    public Map<String, Integer> lateByDistrict(Wave wave, Instant lateBefore) {
        var districts = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        """
                        SELECT district_area, count(*) AS late FROM expected_report
                        WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND state = 'MISSING' AND due_at <= ? GROUP BY 1 ORDER BY 2 DESC, 1
                        """)
                .params(wave.roundId(), wave.kind().name(), wave.slot(), wave.raceId())
                .param(lateBefore.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    districts.put(row.getString("district_area"), row.getInt("late"));
                });
        return districts;
    }

    /**
     * The next waves of a round whose process does not stand where the rows say: none runs though something is missing, it looks at another time, or it calls though nobody is late.
     *
     * @param now what a step before the first call leaves of it is read from {@code late_step}
     */
    public List<Wave> unsettled(long roundId, Instant now, int most) {
        return jdbc.sql(
                        """
                        WITH facts AS (
                          SELECT e.kind, e.slot, e.race_id, e.district_area,
                            coalesce(min(e.due_at) FILTER (WHERE e.state = 'MISSING'), max(e.due_at)) + make_interval(secs => coalesce(s.after_seconds, 0)) AS looks_at
                          FROM expected_report e LEFT JOIN late_step s ON s.round_id = e.round_id AND s.kind = e.kind AND s.addressee = 'CAMAT'
                          WHERE e.round_id = :round GROUP BY 1, 2, 3, 4, s.after_seconds)
                        SELECT :round AS round_id, w.kind, w.slot, w.race_id, w.district_area
                        FROM report_wave w LEFT JOIN facts f USING (kind, slot, race_id, district_area)
                        WHERE w.round_id = :round AND (w.state IN ('NEW', 'DONE') AND w.missing > 0
                          OR w.state = 'WAITING' AND w.looks_at <> f.looks_at
                          OR w.state = 'CHASING' AND f.looks_at > :now)
                        ORDER BY 2, 3, 4, 5 LIMIT :most
                        """)
                .param("round", roundId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> Waves.wave(row))
                .list();
    }

    /** Waves whose counter is not what their rows say. */
    List<Map.Entry<Wave, Integer>> miscounted(long roundId) {
        return jdbc.sql(
                        """
                        WITH counted AS (
                          SELECT kind, slot, race_id, district_area, count(*) FILTER (WHERE state = 'MISSING') AS missing
                          FROM expected_report WHERE round_id = :round GROUP BY 1, 2, 3, 4)
                        SELECT :round AS round_id, kind, slot, race_id, district_area, coalesce(w.missing, 0) - coalesce(c.missing, 0) AS too_many
                        FROM counted c FULL JOIN (SELECT * FROM report_wave WHERE round_id = :round) w USING (kind, slot, race_id, district_area)
                        WHERE coalesce(w.missing, 0) <> coalesce(c.missing, 0) ORDER BY 2, 3, 4, 5
                        """)
                .param("round", roundId)
                .query((row, n) -> Map.entry(Waves.wave(row), row.getInt("too_many")))
                .list();
    }

    int count(long roundId) {
        return jdbc.sql("SELECT count(*) FROM report_wave WHERE round_id = ?")
                .param(roundId)
                .query(Integer.class)
                .single();
    }

    /** What is missing of a kind in a whole round. */
    boolean anythingMissing(long roundId, ReportKind kind) {
        return jdbc.sql("SELECT count(*) FROM report_wave WHERE round_id = ? AND kind = ? AND missing > 0")
                        .params(roundId, kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
