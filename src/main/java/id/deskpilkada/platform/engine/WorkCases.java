package id.deskpilkada.platform.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One running case per process and subject: the row is inserted in the transaction that starts the instance, and whoever loses joins the case that is there. The subject is
 * the instance's business key.
 */
@Component
public class WorkCases {

    private final JdbcClient jdbc;

    WorkCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for a competing transaction, then tells who won. */
    public boolean open(String process, String subject) {
        return jdbc.sql("INSERT INTO work_case (process, subject) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(process, subject)
                        .update()
                == 1;
    }

    public void close(String process, String subject) {
        jdbc.sql("DELETE FROM work_case WHERE process = ? AND subject = ?")
                .params(process, subject)
                .update();
    }

    /** Number of cases of a process whose subject begins with the given text. */
    public int count(String process, String subjectPrefix) {
        return jdbc.sql("SELECT count(*) FROM work_case WHERE process = ? AND starts_with(subject, ?)")
                .params(process, subjectPrefix)
                .query(Integer.class)
                .single();
    }
}
