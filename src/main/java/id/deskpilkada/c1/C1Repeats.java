package id.deskpilkada.c1;

import id.deskpilkada.fieldreport.FieldReport;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports that said again what a form already says: noted beside it, never counted. */
@Component
class C1Repeats {

    private final JdbcClient jdbc;
    private final Clock clock;

    C1Repeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(C1Form form, FieldReport report, int versionNo) {
        jdbc.sql(
                        "INSERT INTO c1_repeat (form_id, report_id, version_no, noted_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(form.id(), report.id(), versionNo, Timestamp.from(clock.instant()))
                .update();
    }

    int count(C1Form form) {
        return jdbc.sql("SELECT count(*) FROM c1_repeat WHERE form_id = ?")
                .param(form.id())
                .query(Integer.class)
                .single();
    }
}
