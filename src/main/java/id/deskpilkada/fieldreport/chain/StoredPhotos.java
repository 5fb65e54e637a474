package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.platform.chain.Difference;
import id.deskpilkada.platform.chain.Findings;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares both files of every photo with their digests, one photo at a time, and the photos that reports name with those that are linked to them. */
@Component
class StoredPhotos {

    private static final String ONE =
            """
            SELECT length(original) = 0 AND length(cleaned) = 0 AND erased('PHOTO', sha256, uploaded_at) AS erased,
                   encode(sha256(original), 'hex') = sha256 AS original_sound, encode(sha256(cleaned), 'hex') = cleaned_sha256 AS cleaned_sound
            FROM photo WHERE sha256 = ?
            """;

    private static final String LINKS =
            """
            SELECT coalesce(named.report_id, linked.report_id)
            FROM (SELECT r.id AS report_id, array_agg(DISTINCT p ORDER BY p) AS photos
                  FROM field_report r
                  CROSS JOIN LATERAL (SELECT CASE WHEN pg_input_is_valid(r.payload, 'jsonb') THEN r.payload::jsonb #> '{data,photos}' END AS photos) said
                  CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(said.photos) = 'array' THEN said.photos END) p
                  WHERE r.payload LIKE '%photos%' GROUP BY r.id) named
            FULL JOIN (SELECT report_id, array_agg(sha256 ORDER BY sha256) AS photos FROM photo_link GROUP BY report_id) linked USING (report_id)
            WHERE named.photos IS DISTINCT FROM linked.photos
              AND NOT EXISTS (SELECT 1 FROM field_report e WHERE e.id = linked.report_id AND e.payload IS NULL)
            """;

    private final JdbcTemplate jdbc;

    StoredPhotos(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void check(Findings findings) {
        List<String> names = jdbc.queryForList("SELECT sha256 FROM photo ORDER BY sha256", String.class);
        names.forEach(sha256 -> check(sha256, findings));
        findings.counted(LedgerCheck.CHECKED, names.size());
        jdbc.queryForList(LINKS, String.class).forEach(id -> findings.found(Difference.of("PHOTOS_DIFFER", id)));
    }

    private void check(String sha256, Findings findings) {
        jdbc.query(
                ONE,
                row -> {
                    if (row.getBoolean("erased")) {
                        findings.counted(LedgerCheck.ERASED, 1);
                    } else if (!row.getBoolean("original_sound")) {
                        findings.found(Difference.of("PHOTO_CHANGED", sha256));
                    } else if (!row.getBoolean("cleaned_sound")) {
                        findings.found(Difference.of("PHOTO_COPY_CHANGED", sha256));
                    }
                },
                sha256);
    }
}
