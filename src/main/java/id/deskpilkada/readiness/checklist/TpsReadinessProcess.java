package id.deskpilkada.readiness.checklist;

import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code tps-readiness}: its ids, and what each of its boxes calls. */
@Component
public class TpsReadinessProcess {

    static final String PROCESS = "tps-readiness";
    static final String CHECK = "check-tps";
    static final String FOLLOW_UP = "follow-up-shortcomings";
    static final String RECHECK = "recheck-tps";
    static final String DECIDE = "decide-readiness";
    static final String RECORD = "record-kpu-decision";
    static final String DEADLINE = "deadline-passed";
    static final String CHANGED = "readiness-shortcomings-changed";
    static final String OWNER = "owner";
    static final String REPORT_ID = "reportId";
    static final String NOTE_ID = "noteId";

    private final ReadinessCases cases;
    private final ReadinessWork work;
    private final ReadinessNotes notes;
    private final ReadinessPeople people;
    private final ReadinessTaskLabels labels;
    private final ReadinessReports records;
    private final FieldReports reports;

    TpsReadinessProcess(
            ReadinessCases cases,
            ReadinessWork work,
            ReadinessNotes notes,
            ReadinessPeople people,
            ReadinessTaskLabels labels,
            ReadinessReports records,
            FieldReports reports) {
        this.cases = cases;
        this.work = work;
        this.notes = notes;
        this.people = people;
        this.labels = labels;
        this.records = records;
        this.reports = reports;
    }

    public List<String> reporters(DelegateExecution execution) {
        return people.reporters(about(execution));
    }

    public List<String> owners(DelegateExecution execution) {
        return cases.ask(execution.getProcessBusinessKey(), work::owners);
    }

    public List<String> owner(DelegateExecution execution) {
        return people.owners(about(execution), (String) execution.getVariable(OWNER));
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.desk());
    }

    public void prepare(DelegateTask task) {
        cases.step(task.getExecution().getProcessBusinessKey(), about -> {
            var owner = (String) task.getVariable(OWNER);
            task.setName(labels.name(task.getName(), about, owner));
            task.setDueDate(Date.from(labels.due(about, owner)));
            if (task.getTaskDefinitionKey().equals(DECIDE)) {
                people.tellDesk(about);
            }
        });
    }

    public void deriveStatus(DelegateExecution execution) {
        step(execution, about -> {
            var reportId = (String) execution.getVariable(REPORT_ID);
            if (reportId != null) {
                record(about, UUID.fromString(reportId));
            }
            fact(execution, "shortcomingsOpen", work.unsettled(about));
            fact(execution, "stageLeft", work.advance(about));
        });
    }

    private void record(ReadinessCase about, UUID reportId) {
        var report = reports.find(reportId)
                .orElseThrow(() -> new BadUserRequestException(
                        "Laporan " + reportId + " belum diterima server. Kirim dulu laporannya."));
        if (!about.tps().equals(report.tps())
                || report.roundId() != about.round().id()) {
            throw new BadUserRequestException("Laporan ini bukan untuk TPS tugas ini.");
        }
        if (reports.take(reportId)) {
            records.record(about, report);
            reports.settle(reportId, Outcome.ACCEPTED);
        }
    }

    public Date deadline(DelegateExecution execution) {
        return Date.from(cases.ask(execution.getProcessBusinessKey(), work::due));
    }

    public void handled(DelegateTask task) {
        note(task.getVariable(NOTE_ID));
    }

    public void decided(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var note = note(execution.getVariable(NOTE_ID));
        step(execution, about -> {
            execution.setVariable("decision", Variables.stringValue(note.kind().decision(), true));
            fact(execution, "stageLeft", work.advance(about));
        });
    }

    public void recorded(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var note = note(execution.getVariable(NOTE_ID));
        step(execution, about -> {
            fact(execution, "relocated", note.relocated());
            fact(execution, "stageLeft", work.advance(about));
        });
    }

    private ReadinessNotes.Note note(@Nullable Object id) {
        if (id == null) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: catatannya belum ada.");
        }
        return notes.get(UUID.fromString(id.toString()));
    }

    private static void fact(DelegateExecution execution, String name, boolean value) {
        execution.setVariable(name, Variables.booleanValue(value, true));
    }

    private void step(DelegateExecution execution, Consumer<ReadinessCase> step) {
        cases.step(execution.getProcessBusinessKey(), step);
    }

    private ReadinessCase about(DelegateExecution execution) {
        return cases.of(execution.getProcessBusinessKey());
    }
}
