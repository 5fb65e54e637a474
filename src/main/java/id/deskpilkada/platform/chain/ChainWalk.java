package id.deskpilkada.platform.chain;

import id.deskpilkada.platform.chain.Heads.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Walks a chain link by link in all districts, holding no more than one row and the heads. */
@Component
public class ChainWalk {

    private static final String ROWS =
            """
            SELECT %1$s, r.id AS row_id, r.%2$s AS row_digest, l.%3$s AS link_row, l.district_area, l.position, l.hash
            FROM %4$s l LEFT JOIN %5$s r ON r.id = l.%3$s ORDER BY l.district_area, l.position
            """;

    private final JdbcTemplate jdbc;
    private final Heads heads;

    ChainWalk(JdbcTemplate jdbc, Heads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** Looks at one row of the table behind its link. */
    public interface Content {

        /** @param id the row's, as differences name it */
        void check(ResultSet row, String id) throws SQLException;
    }

    /**
     * Recomputes every link, and hands each row on to have its content compared with its digest.
     *
     * @param columns what the content check needs of the table, as {@code r}
     * @return how many links there are
     */
    public long walk(Chain chain, String columns, Content content, Findings findings) {
        var steps = new Steps(chain, content, findings);
        var sql = ROWS.formatted(columns, chain.digest(), chain.key(), chain.links(), chain.table());
        jdbc.query(connection -> rowByRow(connection, sql), steps::step);
        steps.compare(heads.all(chain));
        return steps.checked;
    }

    private static PreparedStatement rowByRow(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(200);
        return statement;
    }

    private static final class Steps {

        private final Chain chain;
        private final Content content;
        private final Findings findings;
        private final Map<String, Head> walked = new HashMap<>();
        private long checked;

        Steps(Chain chain, Content content, Findings findings) {
            this.chain = chain;
            this.content = content;
            this.findings = findings;
        }

        void step(ResultSet row) throws SQLException {
            checked++;
            var district = row.getString("district_area");
            var id = row.getObject("link_row", UUID.class);
            var position = row.getLong("position");
            var stored = row.getBytes("hash");
            var digest = row.getBytes("row_digest");
            var before = walked.getOrDefault(district, Head.ofNothing(district));
            for (var missing = before.length() + 1; missing < position; missing++) {
                found("LINK_MISSING", district, missing, district);
            }
            if (digest == null) {
                found("CONTENT_MISSING", id.toString());
            } else if (position == before.length() + 1
                    && !Arrays.equals(stored, Link.after(before.hash(), id, digest))) {
                found("LINK_BROKEN", id.toString(), position, district);
            }
            if (digest != null) {
                content.check(row, id.toString());
            }
            walked.put(district, new Head(district, position, stored));
        }

        void compare(Map<String, Head> heads) {
            Set<String> districts = new TreeSet<>(heads.keySet());
            districts.addAll(walked.keySet());
            for (var district : districts) {
                var nothing = Head.ofNothing(district);
                var head = heads.getOrDefault(district, nothing);
                var last = walked.getOrDefault(district, nothing);
                if (head.length() != last.length() || !Arrays.equals(head.hash(), last.hash())) {
                    found("HEAD_DIFFERS", district, district);
                }
            }
        }

        private void found(String kind, String id, Object... arguments) {
            findings.found(Difference.of(chain.findings() + kind, id, arguments));
        }
    }
}
