package id.deskpilkada.voting.situation;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.IncidentSignalled;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.voting.Security;
import id.deskpilkada.voting.SituationReported;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how calm a village or district is: the version for ever, and the latest one in the order of the ledger for each slot. */
@Component
class SituationReports {

    private static final String TOPIC = "voting";
    private static final String ORIGIN = "VOTING";
    private static final int URGENT = 3;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final Clock clock;

    SituationReports(JdbcClient jdbc, ApplicationEventPublisher events, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    Outcome record(FieldReport report) {
        var data = SituationData.read(report.data());
        oneAtATime(report);
        var otherWay = otherWay(report);
        if (otherWay.map(known -> known.says(data)).orElse(false)) {
            return Outcome.accepted(Reason.of("VOTING_REPEAT"));
        }
        if (otherWay.map(known -> known.newerThan(observed(report))).orElse(false)) {
            return Outcome.superseded(Reason.of("OLDER_REPORT"));
        }
        if (data.security() == Security.UNREST && lastSecurity(report) != Security.UNREST) {
            signal(report, data.remarks());
        }
        keep(report, data);
        hold(report, data);
        changes.announce(TOPIC, report.area());
        events.publishEvent(
                new SituationReported(report.roundId(), report.area(), "" + report.slot(), report.receivedAt()));
        return Outcome.ACCEPTED;
    }

    /** What stands, when the same person told it by SMS and now tells by the app, or the other way round. */
    private Optional<Known> otherWay(FieldReport report) {
        return jdbc.sql(
                        """
                        SELECT s.security, s.weather, s.power, s.remarks, s.observed_at FROM situation s JOIN situation_report r ON r.report_id = s.report_id
                        WHERE s.round_id = ? AND s.area = ? AND s.slot = ? AND s.reporter_id = ? AND (r.source = 'SMS') <> ?
                        """)
                .params(report.roundId(), report.area(), report.slot(), report.reporterId())
                .param(report.source() == ReportSource.SMS)
                .query(Known.class)
                .optional();
    }

    record Known(
            String security,
            @Nullable String weather,
            @Nullable String power,
            @Nullable String remarks,
            OffsetDateTime observedAt) {

        boolean says(SituationData data) {
            return security.equals(data.security().name())
                    && (data.weather() == null || data.weather().name().equals(weather))
                    && (data.power() == null || data.power().name().equals(power))
                    && (data.remarks() == null || data.remarks().equals(remarks));
        }

        /** By the minute, which is all that an SMS tells. */
        boolean newerThan(OffsetDateTime written) {
            return observedAt.truncatedTo(ChronoUnit.MINUTES).isAfter(written.truncatedTo(ChronoUnit.MINUTES));
        }
    }

    /** Reports of two slots are handled side by side; what one finds must not depend on the other's half. */
    private void oneAtATime(FieldReport report) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
                .param("situation/" + report.roundId() + "/" + report.area())
                .query((row, number) -> true)
                .single();
    }

    private @Nullable Security lastSecurity(FieldReport report) {
        return jdbc.sql(
                        "SELECT security FROM situation_report WHERE round_id = ? AND area = ? ORDER BY seq DESC LIMIT 1")
                .params(report.roundId(), report.area())
                .query(Security.class)
                .optional()
                .orElse(null);
    }

    private void signal(FieldReport report, @Nullable String words) {
        var what = "Keamanan di wilayah ini tidak kondusif.";
        events.publishEvent(new IncidentSignalled(
                report.roundId(),
                null,
                report.area(),
                IncidentCategory.SECURITY,
                words == null ? what : what + " " + words,
                URGENT,
                ORIGIN,
                report.reporterId(),
                observed(report).toInstant()));
    }

    private void keep(FieldReport report, SituationData data) {
        jdbc.sql(
                        """
                        INSERT INTO situation_report (report_id, seq, round_id, area, slot, version, security, weather, power, source, reporter_id, entered_by_id, observed_at, recorded_at)
                        SELECT ?, ?, ?, ?, ?, (SELECT 1 + count(*) FROM situation_report WHERE round_id = ? AND area = ? AND slot = ?), ?, ?, ?, ?, ?, ?, ?, ?
                        """)
                .params(report.id(), report.seq(), report.roundId(), report.area(), report.slot())
                .params(report.roundId(), report.area(), report.slot())
                .params(data.security().name(), name(data.weather()), name(data.power()))
                .params(report.source().name(), report.reporterId(), report.enteredById())
                .params(observed(report), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void hold(FieldReport report, SituationData data) {
        jdbc.sql(
                        """
                        INSERT INTO situation AS s (round_id, area, slot, seq, report_id, security, weather, power, remarks, reporter_id, observed_at, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, area, slot) DO UPDATE SET seq = excluded.seq, report_id = excluded.report_id, security = excluded.security,
                          weather = excluded.weather, power = excluded.power, remarks = excluded.remarks, reporter_id = excluded.reporter_id,
                          observed_at = excluded.observed_at, recorded_at = excluded.recorded_at WHERE s.seq < excluded.seq
                        """)
                .params(report.roundId(), report.area(), report.slot(), report.seq(), report.id())
                .params(data.security().name(), name(data.weather()), name(data.power()), data.remarks())
                .params(report.reporterId(), observed(report), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static OffsetDateTime observed(FieldReport report) {
        return report.writtenAt().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
