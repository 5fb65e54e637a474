package id.deskpilkada.voting.report;

import id.deskpilkada.election.TpsCode;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports of the day in the database: every version, and under one lock for each TPS what follows from them. */
@Component
class VotingRows {

    private final JdbcClient jdbc;

    VotingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others off this TPS until the transaction ends. */
    void lock(long roundId, String tps) {
        var code = new TpsCode(tps);
        jdbc.sql(
                        """
                        INSERT INTO voting_station (round_id, tps_code, village_area, district_area) VALUES (?, ?, ?, ?)
                        ON CONFLICT (round_id, tps_code) DO NOTHING
                        """)
                .params(roundId, tps, code.villageArea(), code.districtArea())
                .update();
        jdbc.sql("SELECT tps_code FROM voting_station WHERE round_id = ? AND tps_code = ? FOR UPDATE")
                .params(roundId, tps)
                .query(String.class)
                .single();
    }

    List<Version> versions(long roundId, String tps) {
        return jdbc.sql("SELECT * FROM voting_report WHERE round_id = ? AND tps_code = ? ORDER BY seq")
                .params(roundId, tps)
                .query(VotingRows::version)
                .list();
    }

    /** What incidents tell of it. */
    List<Halt> halts(long roundId, String tps) {
        return jdbc.sql(
                        "SELECT since, by_report, withdrawn, resumed_at FROM voting_halt WHERE round_id = ? AND tps_code = ?")
                .params(roundId, tps)
                .query(Halt.class)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        var data = new VotingData(
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                new Turnout(integer(row, "male"), integer(row, "female"), integer(row, "total")),
                choice(Security.class, row.getString("security")),
                choice(Mobility.class, row.getString("mobility")),
                integer(row, "queue"),
                row.getObject("halted", Boolean.class),
                choice(OfficersCondition.class, row.getString("officers_condition")),
                instant(row, "on_duty_since"),
                null);
        return new Version(
                row.getLong("seq"),
                row.getString("slot"),
                data,
                row.getBoolean("below_earlier"),
                ReportSource.valueOf(row.getString("source")),
                row.getLong("reporter_id"),
                row.getObject("observed_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** The version, for ever. */
    void keep(FieldReport report, Version version) {
        var data = version.data();
        jdbc.sql(
                        """
                        INSERT INTO voting_report (report_id, seq, round_id, tps_code, slot, version, opened_at, closed_at, male, female, total, security, mobility, queue,
                          halted, officers_condition, on_duty_since, with_remarks, below_earlier, source, reporter_id, entered_by_id, observed_at, recorded_at)
                        SELECT ?, ?, ?, ?, ?, (SELECT 1 + count(*) FROM voting_report WHERE round_id = ? AND tps_code = ? AND slot = ?),
                          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        """)
                .params(report.id(), report.seq(), report.roundId(), report.tps(), report.slot())
                .params(report.roundId(), report.tps(), report.slot())
                .params(utc(data.openedAt()), utc(data.closedAt()))
                .params(
                        data.voters().male(),
                        data.voters().female(),
                        data.voters().total())
                .params(name(data.security()), name(data.mobility()), data.queue(), data.halted())
                .params(name(data.officersCondition()), utc(data.onDutySince()))
                .params(data.remarks() != null, version.belowEarlier())
                .params(report.source().name(), report.reporterId(), report.enteredById())
                .params(utc(version.observedAt()), utc(version.recordedAt()))
                .update();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
