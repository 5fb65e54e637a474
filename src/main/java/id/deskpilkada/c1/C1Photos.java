package id.deskpilkada.c1;

import id.deskpilkada.platform.Scope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which photos belong to which form. A photo counts as there once its bytes have arrived and nobody has rejected it. */
@Repository
class C1Photos {

    private static final String THERE =
            " FROM c1_photo c JOIN photo p USING (sha256) WHERE c.round_id = ? AND c.race_id = ? AND c.tps_code = ? AND NOT c.rejected ";

    private final JdbcClient jdbc;

    C1Photos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report that names a photo and the photo itself may arrive in the same moment: without taking turns neither would see the other, and the form would wait for a photo that
     * is there. Turns are taken in the order of the hashes, and before any form is locked.
     */
    void takeTurns(Collection<String> hashes) {
        hashes.stream().sorted().forEach(sha256 -> jdbc.sql(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0))) AS turn")
                .param("c1 photo " + sha256)
                .query(Integer.class)
                .single());
    }

    void add(C1Case about, Collection<String> hashes, UUID reportId, Instant now) {
        takeTurns(hashes);
        for (var sha256 : hashes) {
            jdbc.sql(
                            "INSERT INTO c1_photo (round_id, race_id, tps_code, sha256, report_id, added_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(about.round().id(), about.race().id(), about.tps(), sha256, reportId, Timestamp.from(now))
                    .update();
        }
    }

    /** Hashes of the photos that are there, in the order in which they were named. */
    List<String> there(long roundId, long raceId, String tps) {
        return jdbc.sql("SELECT c.sha256" + THERE + "ORDER BY c.added_at, c.sha256")
                .params(roundId, raceId, tps)
                .query(String.class)
                .list();
    }

    boolean anyThere(C1Case about) {
        return jdbc.sql("SELECT exists(SELECT 1" + THERE + ")")
                .params(about.round().id(), about.race().id(), about.tps())
                .query(Boolean.class)
                .single();
    }

    boolean anySince(C1Case about, Instant moment) {
        return jdbc.sql("SELECT exists(SELECT 1" + THERE + "AND c.added_at > ?)")
                .params(about.round().id(), about.race().id(), about.tps(), Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    int named(C1Case about) {
        return jdbc.sql(
                        "SELECT count(*) FROM c1_photo WHERE round_id = ? AND race_id = ? AND tps_code = ? AND NOT rejected")
                .params(about.round().id(), about.race().id(), about.tps())
                .query(Integer.class)
                .single();
    }

    /** Whether a photo of the form stands on any other form, in whatever district. */
    boolean anyUsedElsewhere(C1Case about) {
        return Scope.system("photo-reuse", () -> jdbc.sql(
                        """
                        SELECT exists(SELECT 1 FROM c1_photo c JOIN c1_photo other ON other.sha256 = c.sha256
                        WHERE c.round_id = ? AND c.race_id = ? AND c.tps_code = ? AND (other.round_id, other.race_id, other.tps_code) <> (c.round_id, c.race_id, c.tps_code))
                        """)
                .params(about.round().id(), about.race().id(), about.tps())
                .query(Boolean.class)
                .single());
    }

    void rejectAll(C1Case about) {
        jdbc.sql("UPDATE c1_photo SET rejected = true WHERE round_id = ? AND race_id = ? AND tps_code = ?")
                .params(about.round().id(), about.race().id(), about.tps())
                .update();
    }

    record Place(long roundId, long raceId, String tpsCode) {}

    /** Forms of all districts that name a photo. */
    List<Place> naming(String sha256) {
        return Scope.system(
                "photo-reuse", () -> jdbc.sql("SELECT round_id, race_id, tps_code FROM c1_photo WHERE sha256 = ?")
                        .param(sha256)
                        .query(Place.class)
                        .list());
    }
}
