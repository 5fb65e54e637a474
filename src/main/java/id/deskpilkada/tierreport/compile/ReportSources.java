package id.deskpilkada.tierreport.compile;

import id.deskpilkada.c1.C1Sources;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.voting.TurnoutSources;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the totals of a version are made of, as it was when they were frozen. */
@Component
class ReportSources {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReportSources(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * @param kind C1 or VOTING
     * @param raceId 0 for VOTING
     * @param version of the form or report
     */
    record Row(String kind, long raceId, String tps, int version, boolean counted, boolean decided) {

        static Row of(C1Sources.Source form) {
            return new Row("C1", form.raceId(), form.tps(), form.no(), !form.held(), form.decided());
        }

        static Row of(TurnoutSources.Source report) {
            return new Row(
                    "VOTING", 0, report.tps(), report.version(), report.voters() != null && !report.held(), false);
        }

        boolean isForm() {
            return kind.equals("C1");
        }
    }

    static List<Row> of(Compiled compiled) {
        var rows = new ArrayList<Row>();
        compiled.forms().forEach(form -> rows.add(Row.of(form)));
        compiled.turnout().forEach(report -> rows.add(Row.of(report)));
        return rows;
    }

    void write(long report, Compiled compiled) {
        batches.batchUpdate(
                "INSERT INTO tier_report_source (report_id, kind, race_id, tps_code, version, counted, decided) VALUES (?, ?, ?, ?, ?, ?, ?)",
                of(compiled),
                500,
                (statement, row) -> {
                    statement.setLong(1, report);
                    statement.setString(2, row.kind());
                    statement.setLong(3, row.raceId());
                    statement.setString(4, row.tps());
                    statement.setInt(5, row.version());
                    statement.setBoolean(6, row.counted());
                    statement.setBoolean(7, row.decided());
                });
        for (TierReport part : compiled.parts()) {
            jdbc.sql("INSERT INTO tier_report_part (report_id, part_id) VALUES (?, ?)")
                    .params(report, part.id())
                    .update();
        }
    }

    List<Row> read(long report) {
        return jdbc.sql(
                        "SELECT kind, race_id, tps_code AS tps, version, counted, decided FROM tier_report_source WHERE report_id = ? ORDER BY kind, race_id, tps_code")
                .param(report)
                .query(Row.class)
                .list();
    }

    List<Long> parts(long report) {
        return jdbc.sql("SELECT part_id FROM tier_report_part WHERE report_id = ? ORDER BY part_id")
                .param(report)
                .query(Long.class)
                .list();
    }
}
