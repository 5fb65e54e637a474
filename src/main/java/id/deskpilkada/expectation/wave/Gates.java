package id.deskpilkada.expectation.wave;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.SystemTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether anything of a kind is still missing in a whole round. Whoever asks, and whoever empties the last wave, takes turns: one of them sees that nothing is left. */
@Component
class Gates {

    private static final String WORK = "report-gates";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    Gates(JdbcClient jdbc, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A wave has nothing missing any more. */
    void emptied(Wave wave) {
        complete(wave.roundId(), wave.kind());
    }

    /** Holds the gate until the end of the transaction. */
    boolean complete(long roundId, ReportKind kind) {
        return transactions.write(WORK, () -> {
            jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("report-gate/" + roundId + "/" + kind)
                    .query(Integer.class)
                    .list();
            return jdbc.sql("SELECT count(*) FROM report_wave WHERE round_id = ? AND kind = ? AND missing > 0")
                            .params(roundId, kind.name())
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }
}
