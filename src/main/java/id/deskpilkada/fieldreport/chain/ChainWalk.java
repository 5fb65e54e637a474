package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.fieldreport.chain.Heads.Head;
import id.deskpilkada.fieldreport.intake.ContentDigest;
import id.deskpilkada.fieldreport.intake.ReportRow;
import id.deskpilkada.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks the chains of all districts link by link, holding no more than one row and the heads. */
final class ChainWalk {

    static final String ROWS = "SELECT " + ReportRow.COLUMNS
            + ", payload, salt, content_digest, l.district_area, l.position, l.hash"
            + " FROM ledger_link l JOIN field_report r ON r.id = l.report_id ORDER BY l.district_area, l.position";

    private final Consumer<Difference> differences;
    private final Map<String, Head> walked = new HashMap<>();
    private long checked;

    ChainWalk(Consumer<Difference> differences) {
        this.differences = differences;
    }

    long checked() {
        return checked;
    }

    /** One row of {@link #ROWS}. */
    void step(ResultSet row) throws SQLException {
        checked++;
        var district = row.getString("district_area");
        var id = row.getObject("id", UUID.class);
        var position = row.getLong("position");
        var stored = row.getBytes("hash");
        var before = walked.getOrDefault(district, Head.ofNothing(district));
        for (var missing = before.length() + 1; missing < position; missing++) {
            differences.accept(Difference.of("LINK_MISSING", district, missing, district));
        }
        var digest = row.getBytes("content_digest");
        if (position == before.length() + 1 && !Arrays.equals(stored, Link.after(before.hash(), id, digest))) {
            differences.accept(Difference.of("LINK_BROKEN", id, position, district));
        }
        if (!content(row, digest)) {
            differences.accept(Difference.of("CONTENT_CHANGED", id));
        }
        walked.put(district, new Head(district, position, stored));
    }

    /** A report whose content was erased has its digest only; that is how it is meant to be. */
    private static boolean content(ResultSet row, byte[] digest) throws SQLException {
        @Nullable String payload = row.getString("payload");
        var salt = row.getBytes("salt");
        if (payload == null && salt == null) {
            return true;
        }
        try {
            return payload != null
                    && salt != null
                    && Arrays.equals(digest, ContentDigest.of(salt, ReportRow.outline(row, 0), payload));
        } catch (Problem unreadable) {
            return false;
        }
    }

    void compare(Map<String, Head> heads) {
        Set<String> districts = new TreeSet<>(heads.keySet());
        districts.addAll(walked.keySet());
        for (var district : districts) {
            var nothing = Head.ofNothing(district);
            var head = heads.getOrDefault(district, nothing);
            var last = walked.getOrDefault(district, nothing);
            if (head.length() != last.length() || !Arrays.equals(head.hash(), last.hash())) {
                differences.accept(Difference.of("HEAD_DIFFERS", district, district));
            }
        }
    }
}
