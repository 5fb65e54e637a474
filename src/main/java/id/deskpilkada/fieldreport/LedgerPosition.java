package id.deskpilkada.fieldreport;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the ledger has come, for whoever freezes figures at a moment. */
@Service
public class LedgerPosition {

    private final JdbcClient jdbc;

    LedgerPosition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param seq of the last report of the whole installation; 0 for an empty ledger
     * @param waiting reports of the area up to there that are stored and not handled yet, so that no figure holds them
     */
    public record Position(long seq, int waiting) {}

    /** @param area digits */
    @Transactional(readOnly = true)
    public Position of(String area) {
        return jdbc.sql(
                        """
                        SELECT (SELECT coalesce(max(seq), 0) FROM field_report) AS seq,
                          (SELECT count(*) FROM field_report WHERE state = 'STORED' AND starts_with(area, ?)) AS waiting
                        """)
                .param(area)
                .query(Position.class)
                .single();
    }
}
