package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.fieldreport.dispatch.Handlers;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a report may be stored. Only what cannot be read, is about nothing we know, or is not the sender's to report is refused. */
@Component
class Admission {

    private final Place place;
    private final Reporters reporters;
    private final Handlers handlers;
    private final Clock clock;

    Admission(Place place, Reporters reporters, Handlers handlers, Clock clock) {
        this.place = place;
        this.reporters = reporters;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** @throws Problem 422 with every field that is wrong, 403 {@code NOT_YOUR_TPS} */
    Admitted admit(UUID id, ObjectNode report, Actor actor) {
        return admit(id, report, actor, actor.id(), false);
    }

    /**
     * @param actor who wrote it in an SMS
     * @param typist who answers for it that the actor did; the actor where the number is theirs
     */
    Admitted admitText(UUID id, ObjectNode report, Actor actor, long typist) {
        return admit(id, report, actor, typist, true);
    }

    private Admitted admit(UUID id, ObjectNode report, Actor actor, long typist, boolean bySms) {
        var fields = new ReportFields(report);
        var kind = fields.choice("kind", fields.required("kind"), ReportKind.values());
        var source = source(fields);
        var observedAt = fields.time("observedAt");
        var taskId = fields.text("taskId");
        var round = round(fields);
        if (kind == null || round == null) {
            fields.refuseIfWrong();
            throw new IllegalStateException("a missing kind or round is a problem");
        }
        var draft = draft(id, fields, kind, round, source, actor, typist, bySms);
        var photos = fields.photos();
        check(draft, fields);
        fields.refuseIfWrong();
        return new Admitted(report(draft, taskId, observedAt), photos);
    }

    /** What the feature finds wrong is told in the same answer, as far as it can tell without the rest. */
    private void check(ReportDraft draft, ReportFields fields) {
        var handler = handlers.of(draft.kind());
        if (draft.area().isEmpty() || draft.kind().needsRace() && draft.race() == null) {
            return;
        }
        try {
            handler.check(draft);
        } catch (Problem problem) {
            fields.wrong("data", null, problem);
        }
    }

    private FieldReport report(ReportDraft draft, @Nullable String taskId, @Nullable Instant observedAt) {
        return new FieldReport(
                draft.id(),
                0,
                draft.kind(),
                draft.round().id(),
                draft.race() == null ? null : draft.race().id(),
                draft.tps(),
                draft.area(),
                draft.slot(),
                draft.source(),
                taskId,
                observedAt,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                draft.reporterId(),
                draft.enteredById(),
                draft.data());
    }

    private ReportDraft draft(
            UUID id,
            ReportFields fields,
            ReportKind kind,
            RoundRef round,
            ReportSource source,
            Actor actor,
            long typist,
            boolean bySms) {
        var area = place.area(fields, kind, round, actor);
        if (area != null) {
            reporters.requirePlace(actor, area, kind);
        }
        var reporter = area == null ? actor.id() : reporters.reporter(fields, actor, area, kind, source, bySms);
        return new ReportDraft(
                id,
                kind,
                round,
                place.race(fields, kind, round, area),
                area != null && area.length() == 13 ? area : null,
                area == null ? "" : area,
                place.slot(fields, kind, round),
                source,
                actor,
                reporter,
                typist,
                fields.data());
    }

    private static ReportSource source(ReportFields fields) {
        var source = fields.choice("source", fields.text("source"), ReportSource.values());
        return source == null ? ReportSource.APP : source;
    }

    private @Nullable RoundRef round(ReportFields fields) {
        try {
            return place.round(fields);
        } catch (Problem unknown) {
            if (fields.sound()) {
                throw unknown;
            }
            fields.wrong(fields.text("round") == null ? "election" : "round", null, unknown);
            return null;
        }
    }

    /** A report that may be stored, and the photos it names. */
    record Admitted(FieldReport report, List<String> photos) {}
}
