package id.deskpilkada.practice;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.platform.engine.WorkRemoval;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work of a practice in the engine, running and past: every case of a round has a business key that begins with the round's. */
@Component
class PracticeInstances {

    private static final int BATCH = 100;

    private static final String FOUND =
            """
            SELECT i.proc_inst_id_ FROM public.act_hi_procinst i
            WHERE i.business_key_ = :round OR starts_with(i.business_key_, :inside)
               OR i.proc_def_key_ = 'field-report-repair' AND split_part(i.business_key_, '/', 1) IN (SELECT f.id::text FROM field_report f WHERE f.round_id = :id)
            LIMIT :most
            """;

    private final WorkRemoval removal;
    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    PracticeInstances(WorkRemoval removal, JdbcClient jdbc, SystemTransactions transactions) {
        this.removal = removal;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** How many cases there were. @param key business key of the round */
    int wipe(long roundId, String key) {
        int gone = 0;
        int batch;
        do {
            batch = LostRace.again(() -> transactions.write(PracticeWipe.WORK, () -> wipeBatch(roundId, key)));
            gone += batch;
        } while (batch > 0);
        transactions.write(PracticeWipe.WORK, () -> removal.forget(key));
        return gone;
    }

    private Integer wipeBatch(long roundId, String key) {
        List<String> found = jdbc.sql(FOUND)
                .param("round", key)
                .param("inside", key + "/")
                .param("id", roundId)
                .param("most", BATCH)
                .query(String.class)
                .list();
        if (!found.isEmpty()) {
            removal.remove(found, "Latihan dihapus");
        }
        return found.size();
    }
}
