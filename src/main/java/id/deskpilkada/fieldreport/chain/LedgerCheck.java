package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.fieldreport.dispatch.ParkedReports;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes what the ledger claims: every content digest, every link of every chain, every sealed photo. Reads row by row, from one moment's view of the database. */
@Component
class LedgerCheck {

    /** Whoever altered more than this has altered everything; the answer stays readable. */
    private static final int MOST_DIFFERENCES = 500;

    private final JdbcTemplate jdbc;
    private final Heads heads;
    private final UnsealedReports unsealed;
    private final ParkedReports parked;

    LedgerCheck(JdbcTemplate jdbc, Heads heads, UnsealedReports unsealed, ParkedReports parked) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.unsealed = unsealed;
        this.parked = parked;
    }

    /** @param checked reports and photos looked at */
    record Finding(long checked, long unsealed, long parked, List<Difference> differences) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding run() {
        var differences = new ArrayList<Difference>();
        Consumer<Difference> found = difference -> {
            if (differences.size() < MOST_DIFFERENCES) {
                differences.add(difference);
            }
        };
        var walk = new ChainWalk(found);
        jdbc.query(connection -> rowByRow(connection, ChainWalk.ROWS), walk::step);
        walk.compare(heads.all());
        return new Finding(walk.checked() + photos(found), unsealed.count(), parked.count(), differences);
    }

    private long photos(Consumer<Difference> found) {
        var hashes = jdbc.queryForList("SELECT sha256 FROM photo ORDER BY sha256", String.class);
        for (var sha256 : hashes) {
            jdbc.query(
                    "SELECT original FROM photo WHERE sha256 = ?",
                    row -> {
                        if (!sha256.equals(sha256(row))) {
                            found.accept(Difference.of("PHOTO_CHANGED", sha256));
                        }
                    },
                    sha256);
        }
        return hashes.size();
    }

    private static String sha256(ResultSet row) throws SQLException {
        var digest = Link.sha256();
        try (var original = new DigestInputStream(row.getBinaryStream("original"), digest)) {
            original.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static PreparedStatement rowByRow(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(200);
        return statement;
    }
}
