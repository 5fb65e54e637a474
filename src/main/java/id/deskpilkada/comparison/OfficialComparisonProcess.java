package id.deskpilkada.comparison;

import id.deskpilkada.comparison.official.OfficialImport;
import id.deskpilkada.comparison.official.OfficialImported;
import id.deskpilkada.comparison.official.OfficialRows;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code official-comparison}: one instance for each import of published figures. Its variables are whose turn it is and which difference. */
@Component
public class OfficialComparisonProcess {

    static final String PROCESS = "official-comparison";
    static final String TRACE = "trace-difference";
    private static final String GONE = "difference-gone";
    private static final String DISTRICT = "district";
    private static final String DIFFERENCE = "differenceId";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases cases;
    private final OfficialRows imports;
    private final Differences differences;
    private final DifferenceTurns turns;
    private final Tracing tracing;
    private final ComparisonPlaces places;
    private final Elections elections;
    private final ComparisonSettings settings;
    private final DeskSettings desk;
    private final Clock clock;

    OfficialComparisonProcess(
            RuntimeService runtime,
            TaskService tasks,
            WorkCases cases,
            OfficialRows imports,
            Differences differences,
            DifferenceTurns turns,
            Tracing tracing,
            ComparisonPlaces places,
            Elections elections,
            ComparisonSettings settings,
            DeskSettings desk,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.cases = cases;
        this.imports = imports;
        this.differences = differences;
        this.turns = turns;
        this.tracing = tracing;
        this.places = places;
        this.elections = elections;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    @EventListener
    void begin(OfficialImported imported) {
        start(imports.find(imported.importId()).orElseThrow());
    }

    void start(OfficialImport about) {
        var subject = subject(about);
        if (cases.open(PROCESS, subject)) {
            runtime.startProcessInstanceByKey(PROCESS, subject);
        }
    }

    String subject(OfficialImport about) {
        return ComparisonCase.written(
                elections.round(about.roundId()).businessKey(),
                elections.race(about.raceId()).code(),
                about);
    }

    /**
     * Brings the differences of the import's race in step: takes back the tasks of those that are gone or that another case hands out, and begins the case of an earlier import again
     * that has ended and has something to hand out.
     */
    void settle(OfficialImport about) {
        withdraw(tracing.settle(about));
        imports.of(about.roundId(), about.raceId()).stream()
                .filter(other -> other.done() && !turns.waiting(other.id()).isEmpty())
                .forEach(other -> imports.again(other.id()).ifPresent(this::start));
    }

    private void withdraw(List<String> taskIds) {
        for (var id : taskIds) {
            var task = tasks.createTaskQuery().taskId(id).singleResult();
            if (task != null) {
                runtime.messageEventReceived(GONE, task.getExecutionId());
            }
        }
    }

    void complete(String taskId) {
        tasks.complete(taskId);
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of("desk-" + desk.area());
    }

    public void prepare(DelegateTask task) {
        var difference = step(task.getExecution(), about -> difference(task.getExecution()));
        turns.given(difference.id(), task.getId());
        task.setName(task.getName() + ": " + places.name(difference.area()) + ", "
                + elections.race(difference.raceId()).name());
        task.setDueDate(Date.from(clock.instant().plus(settings.target())));
    }

    /** Both sides as they stand now; what is gone ends, what is new waits for its turn. */
    public void compare(DelegateExecution execution) {
        boolean open = step(execution, about -> {
            settle(about);
            return !turns.waiting(about.id()).isEmpty();
        });
        execution.setVariable("differencesWait", Variables.booleanValue(open, true));
    }

    /** Looks again while people are at it; new differences come with the next turn of their district. */
    public void compareAgain(DelegateExecution execution) {
        step(execution, about -> {
            settle(about);
            return about;
        });
    }

    public String lookAgain(DelegateExecution execution) {
        return "R/" + settings.lookAgain();
    }

    /** One line of work for each task that may be open at once in a district. */
    public List<String> lines(DelegateExecution execution) {
        return step(execution, about -> turns.waiting(about.id()).entrySet().stream()
                .flatMap(district ->
                        Collections.nCopies(
                                Math.min(settings.openPerDistrict(), district.getValue()), district.getKey())
                                .stream())
                .toList());
    }

    public void takeNext(DelegateExecution execution) {
        var district = (String) execution.getVariable(DISTRICT);
        var next = step(execution, about -> turns.take(about.id(), district));
        execution.setVariableLocal("found", Variables.booleanValue(next.isPresent(), true));
        execution.setVariableLocal(DIFFERENCE, Variables.longValue(next.orElse(0L)));
        execution.setVariableLocal("correctionAsked", Variables.booleanValue(false, true));
    }

    /** What was found stands in our tables; a task that is finished without it is refused. */
    public void traced(DelegateTask task) {
        var difference = step(task.getExecution(), about -> difference(task.getExecution()));
        if (difference.state() == Difference.State.OPEN) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: penyebabnya belum ada.");
        }
        task.setVariable("correctionAsked", Variables.booleanValue(difference.correction() != null, true));
    }

    public void askCorrection(DelegateExecution execution) {
        step(execution, about -> {
            tracing.askCorrection(difference(execution));
            return about;
        });
    }

    public void summarize(DelegateExecution execution) {
        step(execution, about -> {
            imports.end(about.id(), tracing.summary(about));
            cases.close(PROCESS, execution.getProcessBusinessKey());
            return about;
        });
    }

    private Difference difference(DelegateExecution execution) {
        return differences.find((Long) execution.getVariable(DIFFERENCE)).orElseThrow();
    }

    private <T> T step(DelegateExecution execution, Function<OfficialImport, T> step) {
        var about = ComparisonCase.of(execution.getProcessBusinessKey());
        return Scope.widened(
                List.of(about.area()),
                () -> step.apply(imports.find(about.importId()).orElseThrow()));
    }
}
