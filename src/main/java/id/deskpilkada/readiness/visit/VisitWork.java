package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the boxes of the process do to a visit. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class VisitWork {

    private final VisitRows rows;
    private final VisitMessages messages;
    private final VisitSettings settings;
    private final FieldReports reports;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final Changes changes;
    private final Clock clock;

    VisitWork(
            VisitRows rows,
            VisitMessages messages,
            VisitSettings settings,
            FieldReports reports,
            Elections elections,
            Regions regions,
            Staff staff,
            Changes changes,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.settings = settings;
        this.reports = reports;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.changes = changes;
        this.clock = clock;
    }

    String subject(Visit visit) {
        return elections.round(visit.roundId()).businessKey() + "/" + visit.id() + "/" + visit.tps();
    }

    /** Runs a step with the visit's own district open: the engine has let whoever acts do this task. */
    void step(String subject, Consumer<Visit> step) {
        var parts = subject.split("/");
        Scope.widened(List.of(parts[3]), () -> step.accept(rows.lock(UUID.fromString(parts[2]))));
    }

    private Visit read(String subject) {
        var parts = subject.split("/");
        return Scope.widened(
                List.of(parts[3]), () -> rows.find(UUID.fromString(parts[2])).orElseThrow());
    }

    String station(Visit visit) {
        return messages.station(visit.tps());
    }

    @Nullable
    String leader(Visit visit) {
        return staff.person(visit.leaderId()).map(Person::username).orElse(null);
    }

    Instant remindAt(String subject) {
        return read(subject).dueAt().minus(settings.remindBefore());
    }

    /** The end of the day on which the visit is due, but never before it is due. */
    Instant askAt(String subject) {
        var due = read(subject).dueAt();
        var end = due.atZone(regions.zone())
                .toLocalDate()
                .atTime(settings.endOfDay())
                .atZone(regions.zone())
                .toInstant();
        return end.isBefore(due) ? due : end;
    }

    /** Who was told of the visit only after the time of the reminder needs no second message. */
    void remind(Visit visit) {
        if (visit.plannedAt().isBefore(visit.dueAt().minus(settings.remindBefore()))) {
            messages.reminded(visit);
        }
    }

    void asked(Visit visit) {
        messages.unconfirmed(visit);
    }

    /** @throws Problem 422 {@code VISIT_REPORT_MISSING} when the ledger has no such report of this visit */
    void requireReport(String subject, UUID report) {
        var visit = read(subject);
        if (reports.find(report).filter(found -> tellsOf(found, visit)).isEmpty()) {
            throw Problem.unprocessable("VISIT_REPORT_MISSING");
        }
    }

    boolean tellsOf(FieldReport report, Visit visit) {
        return report.kind() == ReportKind.VISIT
                && report.roundId() == visit.roundId()
                && visit.id().toString().equals(report.data().path("visit").asText())
                && visit.tps().equals(report.tps());
    }

    void visited(Visit visit, @Nullable UUID reportId) {
        rows.close(visit.open().id(), Visit.State.VISITED, reportId, clock.instant());
        changes.announce("visits", visit.tps());
    }

    /** @throws Problem 409 {@code VISIT_CLOSED} */
    void answer(UUID visit, Visit.Answer answer, @Nullable String text) {
        rows.answered(rows.lock(visit).open().id(), answer, text);
    }

    /** Without an answer, because the plan has changed, the report is still awaited. */
    Visit.Answer apply(Visit visit) {
        var answer = Objects.requireNonNullElse(visit.answer(), Visit.Answer.LATER);
        switch (answer) {
            case VISITED -> visited(visit, null);
            case NOT_COMING -> {
                rows.close(visit.open().id(), Visit.State.CANCELLED, null, clock.instant());
                changes.announce("visits", visit.tps());
            }
            case LATER -> changes.announce("visits", visit.tps());
        }
        return answer;
    }
}
