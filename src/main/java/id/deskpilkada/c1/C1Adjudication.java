package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.c1.C1Version.Origin;
import id.deskpilkada.c1.written.C1DataReader;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A third person decides: between copies that differ, on a paper whose own numbers disagree, or on a correction after the end. */
@Service
@Transactional
class C1Adjudication {

    enum Kind {
        DIFFERENCE,
        INCONSISTENCY,
        CORRECTION
    }

    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Capture capture;
    private final C1People people;
    private final C1Totals totals;
    private final RunningCaptureProcess captureProcess;
    private final RunningCorrectionProcess correctionProcess;
    private final JdbcClient jdbc;
    private final Clock clock;

    C1Adjudication(
            C1FormRepository forms,
            C1Versions versions,
            C1Capture capture,
            C1People people,
            C1Totals totals,
            RunningCaptureProcess captureProcess,
            RunningCorrectionProcess correctionProcess,
            JdbcClient jdbc,
            Clock clock) {
        this.forms = forms;
        this.versions = versions;
        this.capture = capture;
        this.people = people;
        this.totals = totals;
        this.captureProcess = captureProcess;
        this.correctionProcess = correctionProcess;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param written the numbers that are decided; null keeps the version that stands, which a dispute does not allow
     * @throws Problem 403 {@code SAME_PERSON}, {@code NOT_A_DECIDER}; 409 {@code NOTHING_TO_DECIDE}; 422 without a reason or with unreadable data
     */
    C1State decide(C1Case about, @Nullable JsonNode written, @Nullable String reason, Actor actor) {
        var form = forms.lock(about).orElseThrow(() -> Problem.notFound("C1_NOT_FOUND"));
        people.requireDecider(actor, form);
        var kind = kind(form);
        if (reason == null || reason.isBlank()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("reason", reason, "REASON_REQUIRED")));
        }
        var no = chosen(about, form, kind, written, reason, actor);
        jdbc.sql(
                        "INSERT INTO c1_decision (id, form_id, kind, at_no, resulting_no, reason, decided_by_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        form.id(),
                        kind.name(),
                        form.currentNo(),
                        no,
                        reason,
                        actor.id(),
                        Timestamp.from(clock.instant()))
                .update();
        if (kind == Kind.CORRECTION) {
            correctionProcess.decided(about, actor);
        } else {
            captureProcess.decided(about, actor);
        }
        return form.publicState();
    }

    private static Kind kind(C1Form form) {
        return switch (form.state()) {
            case DISPUTED -> Kind.DIFFERENCE;
            case MATCHED_WITH_INCONSISTENCY -> Kind.INCONSISTENCY;
            default -> {
                if (!form.correctionOpen()) {
                    throw Problem.conflict("NOTHING_TO_DECIDE");
                }
                yield Kind.CORRECTION;
            }
        };
    }

    private int chosen(C1Case about, C1Form form, Kind kind, @Nullable JsonNode written, String reason, Actor actor) {
        if (written == null || written.isNull() || written.isMissingNode()) {
            if (kind == Kind.DIFFERENCE) {
                throw Problem.unprocessable(
                        "MALFORMED", List.of(FieldProblem.field("data", null, "DECISION_DATA_REQUIRED")));
            }
            return form.standingNo();
        }
        var data = C1DataReader.read(written, about.race().ballotNumbers());
        var same = versions.of(form.id()).stream()
                .filter(version -> version.data().equals(data))
                .findFirst();
        if (same.isPresent()) {
            return same.get().no();
        }
        var no = form.addDecided();
        var rules = capture.rules(about, data);
        versions.add(
                form.id(),
                new C1Version(
                        no,
                        Origin.DECISION,
                        null,
                        data,
                        rules,
                        "APP",
                        actor.id(),
                        actor.id(),
                        reason,
                        clock.instant()));
        return no;
    }

    /** The latest decision takes effect. Answers whether the decided numbers agree with each other. */
    boolean apply(C1Case about) {
        var form = forms.lock(about).orElseThrow();
        return decideAs(form, latest(form, "kind <> 'CORRECTION'"));
    }

    /** The decision on a correction takes effect. Answers whether the numbers changed. */
    boolean applyCorrection(C1Case about) {
        var form = forms.lock(about).orElseThrow();
        var before = form.standingNo();
        var no = latest(form, "kind = 'CORRECTION'");
        form.closeCorrection();
        decideAs(form, no);
        return no != before;
    }

    private boolean decideAs(C1Form form, int no) {
        var version = versions.get(form.id(), no);
        form.decide(no, version.consistent(), version.countable());
        totals.changed(form);
        return version.consistent();
    }

    /** The decision on what the form says at present; a task that is completed without one goes nowhere. */
    private int latest(C1Form form, String condition) {
        return jdbc.sql("SELECT resulting_no FROM c1_decision WHERE form_id = ? AND at_no = ? AND " + condition
                        + " ORDER BY at DESC LIMIT 1")
                .params(form.id(), form.currentNo())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Problem.conflict("DECISION_MISSING"));
    }
}
