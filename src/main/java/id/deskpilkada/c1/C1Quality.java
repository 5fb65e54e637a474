package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.written.C1Fields;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How well the desk itself worked on Form C1. For supervisors of the desk and nobody else; that is for whoever asks to see to. */
@Service
public class C1Quality {

    /** All candidates together: which of them is mistaken for another is nobody's business here. */
    private static final String VOTES = "IV";

    private final JdbcClient jdbc;
    private final C1Versions versions;

    C1Quality(JdbcClient jdbc, C1Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /**
     * The forms of a district, or of all districts where {@code place} is empty; a district without forms is absent.
     *
     * @param corrections versions beside the first that did not come from a decision
     * @param rekeyings how often a second person has typed a form, {@code mismatches} with other numbers
     * @param thirdPerson forms between whose entries the desk decided
     * @param photosRejected how often a photo was sent back
     * @param repeats copies with the same numbers that came once more
     * @param medianSeconds from the first copy to the comparison, of the forms that were compared
     */
    public record Work(
            String place,
            int forms,
            int corrections,
            int rekeyings,
            int mismatches,
            int thirdPerson,
            int photosRejected,
            int repeats,
            @Nullable Long medianSeconds) {}

    /** Who has typed forms again. @param seconds the median of beginning the work until the numbers were typed; null where no beginning is known */
    public record Verifier(long staffId, int rekeyings, int mismatches, @Nullable Long medianSeconds) {}

    /** @param source by which the compared copy had come */
    public record Channel(String source, int rekeyings, int mismatches) {}

    /** @param printed where the field stands on the paper; the votes of all candidates are one field */
    public record Field(String printed, int mismatches) {}

    /** @param area digits */
    @Transactional(readOnly = true)
    public List<Work> work(long roundId, String area) {
        return asked(
                        """
                        WITH form AS (
                          SELECT f.district_area, v.corrections, coalesce(k.rekeyings, 0) AS rekeyings, coalesce(k.mismatches, 0) AS mismatches, coalesce(x.differences, 0) > 0 AS third_person,
                            coalesce(p.times, 0) AS photos_rejected, coalesce(c.times, 0) AS repeats, extract(epoch FROM
                        """
                                + C1Times.FIRST_DECIDED
                                + """
                            - v.first_at) AS took
                          FROM c1_form f
                          JOIN (SELECT form_id, min(captured_at) AS first_at, count(*) FILTER (WHERE origin IN ('OWN_CORRECTION', 'CONFLICT', 'LATE_CORRECTION')) AS corrections
                                FROM c1_version GROUP BY form_id) v ON v.form_id = f.id
                          LEFT JOIN (SELECT form_id, count(*) AS rekeyings, count(*) FILTER (WHERE NOT matches) AS mismatches FROM c1_rekeying GROUP BY form_id) k ON k.form_id = f.id
                          LEFT JOIN (SELECT form_id, count(*) AS differences FROM c1_decision WHERE kind = 'DIFFERENCE' GROUP BY form_id) x ON x.form_id = f.id
                          LEFT JOIN (SELECT form_id, count(*) AS times FROM c1_photo_rejection GROUP BY form_id) p ON p.form_id = f.id
                          LEFT JOIN (SELECT form_id, count(*) AS times FROM c1_repeat GROUP BY form_id) c ON c.form_id = f.id
                        """
                                + C1Times.DECISIONS
                                + """
                          WHERE f.round_id = :round AND starts_with(f.tps_code, :area))
                        SELECT CASE WHEN grouping(district_area) = 1 THEN '' ELSE district_area END AS place, count(*) AS forms, sum(corrections) AS corrections, sum(rekeyings) AS rekeyings,
                          sum(mismatches) AS mismatches, count(*) FILTER (WHERE third_person) AS third_person, sum(photos_rejected) AS photos_rejected, sum(repeats) AS repeats,
                          CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS bigint) AS median_seconds
                        FROM form GROUP BY GROUPING SETS ((district_area), ()) HAVING count(*) > 0
                        """,
                        roundId,
                        area)
                .query(Work.class)
                .list();
    }

    /** In an order that says nothing of who they are: that of the random ids of their first work. @param area digits */
    @Transactional(readOnly = true)
    public List<Verifier> verifiers(long roundId, String area) {
        return asked(
                        """
                        SELECT r.verifier_id AS staff_id, count(*) AS rekeyings, count(*) FILTER (WHERE NOT r.matches) AS mismatches,
                          CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.at - f.began_at)) FILTER (WHERE r.at > f.began_at AND r.version_no = f.current_no) AS bigint)
                            AS median_seconds
                        FROM c1_rekeying r JOIN c1_form f ON f.id = r.form_id WHERE f.round_id = :round AND starts_with(f.tps_code, :area)
                        GROUP BY 1 ORDER BY (array_agg(r.id ORDER BY r.at))[1]
                        """,
                        roundId,
                        area)
                .query(Verifier.class)
                .list();
    }

    /** @param area digits */
    @Transactional(readOnly = true)
    public List<Channel> channels(long roundId, String area) {
        return asked(
                        """
                        SELECT v.source, count(*) AS rekeyings, count(*) FILTER (WHERE NOT r.matches) AS mismatches
                        FROM c1_rekeying r JOIN c1_form f ON f.id = r.form_id JOIN c1_version v ON v.form_id = f.id AND v.no = r.version_no
                        WHERE f.round_id = :round AND starts_with(f.tps_code, :area) GROUP BY 1 ORDER BY 1
                        """,
                        roundId,
                        area)
                .query(Channel.class)
                .list();
    }

    private record Pair(String copied, String typed, String extent) {}

    /** The fields in which the two differed, those most often first. A form is typed again a few times at most, so that there are no more of these than forms. @param area digits */
    @Transactional(readOnly = true)
    public List<Field> fields(long roundId, String area) {
        var pairs = asked(
                        """
                        SELECT v.data AS copied, r.data AS typed, r.extent
                        FROM c1_rekeying r JOIN c1_form f ON f.id = r.form_id JOIN c1_version v ON v.form_id = f.id AND v.no = r.version_no
                        WHERE f.round_id = :round AND starts_with(f.tps_code, :area) AND NOT r.matches
                        """,
                        roundId,
                        area)
                .query(Pair.class)
                .list();
        var counted = new TreeMap<String, Integer>();
        pairs.forEach(pair -> differing(pair).forEach(field -> counted.merge(field, 1, Integer::sum)));
        return counted.entrySet().stream()
                .map(field -> new Field(field.getKey(), field.getValue()))
                .sorted(Comparator.comparingInt(Field::mismatches).reversed())
                .toList();
    }

    private List<String> differing(Pair pair) {
        var copied = versions.data(pair.copied());
        var typed = versions.data(pair.typed());
        var asked = C1Fields.sectionsFourAndFive(C1Fields.ballotNumbers(copied, typed));
        return copied.differingFields(typed).stream()
                .filter(path -> pair.extent().equals(Extent.ALL.name()) || asked.contains(path))
                .map(path -> path.startsWith(C1Fields.VOTES) ? VOTES : C1Fields.printed(path))
                .distinct()
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, long roundId, String area) {
        return jdbc.sql(sql).param("round", roundId).param("area", area);
    }
}
