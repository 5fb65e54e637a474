package id.deskpilkada.fieldreport.chain;

import static id.deskpilkada.fieldreport.chain.LedgerChain.LEDGER;

import id.deskpilkada.fieldreport.dispatch.ParkedReports;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.chain.ChainWalk;
import id.deskpilkada.platform.chain.Findings;
import id.deskpilkada.platform.chain.IntegrityCheck;
import id.deskpilkada.platform.chain.UnsealedRows;
import java.sql.ResultSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes what the ledger claims: every content digest, every link of every chain, every photo, and what other modules keep. Reads row by row, from one moment's view of the database. */
@Component
class LedgerCheck {

    /** Counts of {@link Findings}. */
    static final String CHECKED = "ledger";

    static final String ERASED = "erased";
    static final String UNSEALED = "ledger-unsealed";
    static final String PARKED = "parked";

    private final JdbcTemplate jdbc;
    private final ChainWalk walk;
    private final UnsealedRows unsealed;
    private final ParkedReports parked;
    private final StoredPhotos photos;
    private final ObjectProvider<IntegrityCheck> others;

    LedgerCheck(
            JdbcTemplate jdbc,
            ChainWalk walk,
            UnsealedRows unsealed,
            ParkedReports parked,
            StoredPhotos photos,
            ObjectProvider<IntegrityCheck> others) {
        this.jdbc = jdbc;
        this.walk = walk;
        this.unsealed = unsealed;
        this.parked = parked;
        this.photos = photos;
        this.others = others;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Findings run() {
        return Scope.system("ledger-check", this::findings);
    }

    private Findings findings() {
        var findings = new Findings();
        var contents = new ReportContents(findings);
        findings.counted(CHECKED, walk.walk(LEDGER, ReportContents.COLUMNS, contents, findings));
        unlinked(contents);
        photos.check(findings);
        findings.counted(UNSEALED, unsealed.count(LEDGER));
        findings.counted(PARKED, parked.count());
        others.forEach(other -> other.check(findings));
        return findings;
    }

    /** What no chain holds yet can be compared with its digest all the same. */
    private void unlinked(ReportContents contents) {
        jdbc.query(
                "SELECT " + ReportContents.COLUMNS
                        + " FROM field_report r WHERE NOT EXISTS (SELECT 1 FROM ledger_link l WHERE l.report_id = r.id)",
                (ResultSet row) -> contents.check(row, row.getString("id")));
    }
}
