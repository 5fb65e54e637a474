package id.deskpilkada.readiness.checklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.readiness.ConnectivityReported;
import id.deskpilkada.readiness.ReadinessStage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes an accepted readiness report down: the version for ever, the answers as they stand now. */
@Component
class ReadinessReports {

    private final JdbcClient jdbc;
    private final Checklist checklist;
    private final ReadinessRows rows;
    private final ReadinessStatus status;
    private final ReadinessSlots slots;
    private final ExpectedReports expected;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    ReadinessReports(
            JdbcClient jdbc,
            Checklist checklist,
            ReadinessRows rows,
            ReadinessStatus status,
            ReadinessSlots slots,
            ExpectedReports expected,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.checklist = checklist;
        this.rows = rows;
        this.status = status;
        this.slots = slots;
        this.expected = expected;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Everything follows from the report in the caller's transaction; a report that the ledger stored before one that is known already keeps its version and changes nothing else. */
    ReadinessStage record(ReadinessCase about, FieldReport report) {
        var data = ReadinessDataReader.read(report.data(), checklist.byCode());
        var row = rows.lock(about);
        var observed = report.writtenAt();
        keep(about, report, data, observed);
        var latest = row.seq(data.stage());
        if (latest == null || latest < report.seq()) {
            answer(about, report, data);
            rows.checked(about, report.seq(), data, observed);
            status.derive(about, data.stage());
            if (data.connectivity() != null) {
                events.publishEvent(
                        new ConnectivityReported(about.round().id(), about.tps(), data.connectivity(), observed));
            }
        }
        slots.answered(about, data.stage())
                .ifPresent(slot -> expected.received(
                        about.round().id(), ReportKind.READINESS, slot, 0, about.tps(), report.receivedAt()));
        return data.stage();
    }

    private void keep(ReadinessCase about, FieldReport report, ReadinessData data, Instant observed) {
        var place = data.location();
        jdbc.sql(
                        """
                        INSERT INTO readiness_report (report_id, seq, round_id, tps_code, stage, version, items, connectivity, flood_risk, kpps_present, linmas_present,
                          lat, lng, photos, source, reporter_id, entered_by_id, observed_at, recorded_at)
                        SELECT ?, ?, ?, ?, ?, (SELECT 1 + count(*) FROM readiness_report WHERE round_id = ? AND tps_code = ? AND stage = ?), ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        """)
                .params(
                        report.id(),
                        report.seq(),
                        about.round().id(),
                        about.tps(),
                        data.stage().name())
                .params(about.round().id(), about.tps(), data.stage().name())
                .params(written(data.items()), name(data.connectivity()), data.floodRisk())
                .params(data.kppsPresent(), data.linmasPresent())
                .params(place == null ? null : place.lat(), place == null ? null : place.lng())
                .param(data.photos().toArray(String[]::new))
                .params(report.source().name(), report.reporterId(), report.enteredById())
                .params(observed.atOffset(ZoneOffset.UTC), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is not answered is unknown; too few people are as good as missing, whatever the tick says. */
    private void answer(ReadinessCase about, FieldReport report, ReadinessData data) {
        var answers = new TreeMap<String, Answer>();
        checklist.asked(data.stage()).forEach(item -> answers.put(item.code(), Answer.UNKNOWN));
        answers.putAll(data.items());
        tooFew(answers, "KPPS", data.kppsPresent(), ReadinessData.KPPS);
        tooFew(answers, "LINMAS", data.linmasPresent(), ReadinessData.LINMAS);
        answers.forEach((item, answer) -> jdbc.sql(
                        """
                        INSERT INTO readiness_answer (round_id, tps_code, item_code, answer, report_id) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, tps_code, item_code) DO UPDATE SET answer = excluded.answer, report_id = excluded.report_id
                        """)
                .params(about.round().id(), about.tps(), item, answer.name(), report.id())
                .update());
    }

    private static void tooFew(TreeMap<String, Answer> answers, String item, @Nullable Integer present, int wanted) {
        if (present != null && answers.containsKey(item)) {
            answers.put(item, present < wanted ? Answer.MISSING : Answer.OK);
        }
    }

    private String written(Object items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
