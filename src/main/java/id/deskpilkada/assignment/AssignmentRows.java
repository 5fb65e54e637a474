package id.deskpilkada.assignment;

import id.deskpilkada.platform.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code assignment} and {@code assignment_district}. */
@Component
class AssignmentRows {

    private static final String OPEN =
            """
            SELECT a.id, a.round_id, a.area, a.staff_id, m.username, m.name, m.nip, m.phone, m.email, m.position,
                   a.sk_number, a.sk_date, a.trained_at, a.practised_at, a.letters, a.letter_at
            FROM assignment a JOIN staff_member m ON m.id = a.staff_id WHERE a.ended_at IS NULL AND\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets changes of one district wait for each other. */
    void lock(AssignmentCase about) {
        jdbc.sql("INSERT INTO assignment_district (round_id, district_area) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(about.round().id(), about.district())
                .update();
        jdbc.sql("SELECT round_id FROM assignment_district WHERE round_id = ? AND district_area = ? FOR UPDATE")
                .params(about.round().id(), about.district())
                .query(Long.class)
                .single();
    }

    /** Districts with TPS of the round whose camat has not been asked, by code. */
    List<String> unopened(long roundId, int most) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT p.district_area FROM round r
                        JOIN polling_station p ON p.election_id = r.election_id AND (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
                        WHERE r.id = :round AND NOT EXISTS (SELECT 1 FROM assignment_district d
                          WHERE d.round_id = r.id AND d.district_area = p.district_area AND d.opened_at IS NOT NULL)
                        ORDER BY 1 LIMIT :most
                        """)
                .param("round", roundId)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void opened(AssignmentCase about) {
        jdbc.sql(
                        "UPDATE assignment_district SET opened_at = :now WHERE round_id = :round AND district_area = :district")
                .param("now", now())
                .param("round", about.round().id())
                .param("district", about.district())
                .update();
    }

    /** People in charge, by place and name. */
    List<Assigned> of(AssignmentCase about) {
        return jdbc.sql(OPEN + "a.round_id = ? AND a.district_area = ? ORDER BY a.area, lower(m.name), a.id")
                .params(about.round().id(), about.district())
                .query(Assigned.class)
                .list();
    }

    /** @throws Problem 404 {@code UNKNOWN_ASSIGNMENT}, 409 {@code ASSIGNMENT_ENDED} where somebody was faster */
    Assigned inCharge(AssignmentCase about, @Nullable Long id) {
        return of(about).stream()
                .filter(one -> id != null && one.id() == id)
                .findFirst()
                .orElseThrow(() -> known(about, id)
                        ? Problem.conflict("ASSIGNMENT_ENDED")
                        : Problem.notFound("UNKNOWN_ASSIGNMENT"));
    }

    private boolean known(AssignmentCase about, @Nullable Long id) {
        return jdbc.sql("SELECT count(*) FROM assignment WHERE id = ? AND round_id = ? AND district_area = ?")
                        .params(id == null ? 0 : id, about.round().id(), about.district())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Assigned> ofPerson(long staffId) {
        return jdbc.sql(OPEN + "a.staff_id = ? ORDER BY a.round_id DESC, a.area")
                .param(staffId)
                .query(Assigned.class)
                .list();
    }

    /** @return whether the person is new at the place */
    boolean begin(long roundId, Appointment appointment, long staffId, @Nullable Long by, @Nullable Long replaces) {
        int updated = jdbc.sql(
                        """
                        UPDATE assignment SET sk_number = coalesce(:sk, sk_number), sk_date = coalesce(:skDate, sk_date)
                        WHERE round_id = :round AND area = :area AND staff_id = :staff AND ended_at IS NULL
                        """)
                .param("sk", appointment.skNumber())
                .param("skDate", appointment.skDate())
                .param("round", roundId)
                .param("area", appointment.area())
                .param("staff", staffId)
                .update();
        if (updated > 0) {
            return false;
        }
        jdbc.sql(
                        """
                        INSERT INTO assignment (round_id, area, village_area, district_area, staff_id, sk_number, sk_date, begun_at, begun_by, replaces_id, trained_at, practised_at)
                        SELECT :round, :area, left(:area, 10), left(:area, 6), :staff, :sk, :skDate, :now, :by, :replaces, max(o.trained_at), max(o.practised_at)
                        FROM (SELECT 1) one LEFT JOIN assignment o ON o.round_id = :round AND o.staff_id = :staff
                        """)
                .param("round", roundId)
                .param("area", appointment.area())
                .param("staff", staffId)
                .param("sk", appointment.skNumber())
                .param("skDate", appointment.skDate())
                .param("now", now())
                .param("by", by)
                .param("replaces", replaces)
                .update();
        return true;
    }

    void end(long id, @Nullable Long by, @Nullable String reason) {
        jdbc.sql("UPDATE assignment SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL")
                .params(java.util.Arrays.asList(now(), by, reason, id))
                .update();
    }

    /** Takes in who holds a role of the district by another way, such as the import of the staff list. */
    void adopt(AssignmentCase about) {
        jdbc.sql(
                        """
                        INSERT INTO assignment (round_id, area, village_area, district_area, staff_id, begun_at)
                        SELECT :round, r.area, left(r.area, 10), left(r.area, 6), r.staff_id, :now FROM staff_role r JOIN staff_member m ON m.id = r.staff_id
                        WHERE m.active AND starts_with(r.area, :district)
                          AND (r.role = 'village-admin' AND EXISTS (SELECT 1 FROM polling_station p JOIN round o ON o.election_id = p.election_id
                                 WHERE o.id = :round AND p.village_area = r.area AND (o.tps_codes IS NULL OR p.code = ANY (o.tps_codes)))
                            OR r.role = 'tps-officer' AND EXISTS (SELECT 1 FROM polling_station p JOIN round o ON o.election_id = p.election_id
                                 WHERE o.id = :round AND p.code = r.area AND (o.tps_codes IS NULL OR p.code = ANY (o.tps_codes))))
                        ON CONFLICT DO NOTHING
                        """)
                .param("round", about.round().id())
                .param("district", about.district())
                .param("now", now())
                .update();
    }

    /** Ends what people hold on paper only, because their role was taken or their account closed, and tells the districts by round. */
    List<Left> endLost(Collection<Long> staffIds) {
        return jdbc.sql(
                        """
                        UPDATE assignment a SET ended_at = :now, end_reason = NULL
                        WHERE a.ended_at IS NULL AND a.staff_id IN (:ids) AND NOT EXISTS (
                          SELECT 1 FROM staff_role r JOIN staff_member m ON m.id = r.staff_id
                          WHERE r.staff_id = a.staff_id AND m.active AND r.area = a.area AND r.role IN ('village-admin', 'tps-officer'))
                        RETURNING a.round_id, a.district_area
                        """)
                .param("now", now())
                .param("ids", staffIds)
                .query(Left.class)
                .list();
    }

    /** A place that somebody left. */
    record Left(long roundId, String districtArea) {}

    boolean holdsElsewhere(long staffId, String area) {
        return jdbc.sql("SELECT count(*) FROM assignment WHERE staff_id = ? AND area = ? AND ended_at IS NULL")
                        .params(staffId, area)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int markTrained(AssignmentCase about, Collection<Long> ids, boolean trained) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql(
                                """
                                UPDATE assignment SET trained_at = CASE WHEN :trained THEN coalesce(trained_at, :now) END
                                WHERE ended_at IS NULL AND round_id = :round AND staff_id IN (
                                  SELECT staff_id FROM assignment WHERE id IN (:ids) AND round_id = :round AND district_area = :district AND ended_at IS NULL)
                                """)
                        .param("trained", trained)
                        .param("now", now())
                        .param("round", about.round().id())
                        .param("district", about.district())
                        .param("ids", ids)
                        .update();
    }

    void markPractised(long roundId, long staffId) {
        jdbc.sql(
                        "UPDATE assignment SET practised_at = coalesce(practised_at, ?) WHERE round_id = ? AND staff_id = ? AND ended_at IS NULL")
                .params(now(), roundId, staffId)
                .update();
    }

    void printed(Collection<Long> ids) {
        jdbc.sql("UPDATE assignment SET letters = letters + 1, letter_at = :now WHERE id IN (:ids)")
                .param("now", now())
                .param("ids", ids)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
