package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.sealing.FormerKeyUse;
import id.deskpilkada.platform.sealing.SealedValues;
import id.deskpilkada.platform.sealing.SealedValues.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads officers with their screenings and writes screenings: the only place where they are opened and sealed. */
@Component
class ScreeningRows implements FormerKeyUse {

    private static final String ROW =
            """
            SELECT o.id, o.election_id, o.code, o.name, o.duty, o.area, o.phone, o.puskesmas_id, s.key_id, s.sealed
            FROM officer o LEFT JOIN officer_screening s ON s.officer_id = o.id
            """;
    private static final String UPSERT =
            """
            INSERT INTO officer_screening (officer_id, key_id, sealed) VALUES (?, ?, ?)
            ON CONFLICT (officer_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SealedValues values;

    ScreeningRows(JdbcClient jdbc, JdbcTemplate batches, SealedValues values) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.values = values;
    }

    /** The active officers of a puskesmas inside some places (digits), by place and code. */
    List<ScreenedOfficer> of(long puskesmasId, String[] places) {
        return jdbc.sql(
                        ROW
                                + """
                                WHERE o.puskesmas_id = ? AND o.active AND EXISTS (SELECT 1 FROM unnest(?::text[]) own WHERE starts_with(o.area, own))
                                ORDER BY o.area, o.code
                                """)
                .params(puskesmasId, places)
                .query(this::row)
                .list();
    }

    Optional<ScreenedOfficer> one(long officerId) {
        return jdbc.sql(ROW + "WHERE o.id = ? AND o.active")
                .param(officerId)
                .query(this::row)
                .optional();
    }

    List<ScreenedOfficer> byCode(long electionId, String[] codes) {
        return jdbc.sql(ROW + "WHERE o.election_id = ? AND o.code = ANY (?) AND o.active")
                .params(electionId, codes)
                .query(this::row)
                .list();
    }

    /** Where an active officer works, by the first six digits, and their screening. */
    record OfDistrict(String district, @Nullable Screening screening) {}

    List<OfDistrict> ofElection(long electionId) {
        return jdbc.sql(
                        """
                        SELECT o.id, left(o.area, 6) AS district, s.key_id, s.sealed
                        FROM officer o LEFT JOIN officer_screening s ON s.officer_id = o.id WHERE o.election_id = ? AND o.active
                        """)
                .param(electionId)
                .query((row, number) -> new OfDistrict(row.getString("district"), screening(row)))
                .list();
    }

    void write(Map<Long, Screening> byOfficer) {
        values.use();
        batches.batchUpdate(UPSERT, byOfficer.entrySet(), 1_000, (statement, entry) -> {
            var sealed = values.seal(entry.getValue().text(), about(entry.getKey()));
            statement.setLong(1, entry.getKey());
            statement.setString(2, sealed.keyId());
            statement.setBytes(3, sealed.bytes());
        });
    }

    private record Former(long officerId, String keyId, byte[] sealed) {}

    /** Seals some of what has a former key anew, and tells how many; at the end the former keys are forgotten. */
    int sealAnew(int most) {
        var rows = jdbc.sql(
                        """
                        SELECT officer_id, key_id, sealed FROM officer_screening WHERE key_id <> ? ORDER BY officer_id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(values.newestKey(), most)
                .query(Former.class)
                .list();
        if (rows.isEmpty()) {
            return 0;
        }
        var opened = new java.util.HashMap<Long, Screening>();
        rows.forEach(row -> opened.put(row.officerId(), open(row.officerId(), row.keyId(), row.sealed())));
        write(opened);
        return rows.size();
    }

    @Override
    public boolean anyBut(String newestKey) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM officer_screening WHERE key_id <> ?)")
                .param(newestKey)
                .query(Boolean.class)
                .single();
    }

    private ScreenedOfficer row(ResultSet row, int number) throws SQLException {
        var officer = new Officer(
                row.getLong("id"),
                row.getLong("election_id"),
                row.getString("code"),
                row.getString("name"),
                Duty.valueOf(row.getString("duty")),
                row.getString("area"),
                row.getString("phone"),
                row.getLong("puskesmas_id"));
        return new ScreenedOfficer(officer, screening(row));
    }

    private @Nullable Screening screening(ResultSet row) throws SQLException {
        var key = row.getString("key_id");
        return key == null ? null : open(row.getLong("id"), key, row.getBytes("sealed"));
    }

    private Screening open(long officerId, String keyId, byte[] sealed) {
        return Screening.parse(values.open(new Sealed(keyId, sealed), about(officerId)));
    }

    private static String about(long officerId) {
        return "officer_screening/" + officerId;
    }
}
