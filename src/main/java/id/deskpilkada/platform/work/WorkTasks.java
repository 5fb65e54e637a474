package id.deskpilkada.platform.work;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's tasks as one person's work: what they may see, take and finish. */
@Component
class WorkTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final Clock clock;

    WorkTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            HistoryService history,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.clock = clock;
    }

    record Filter(@Nullable String process, @Nullable String tps, boolean overdue) {}

    long count(Actor actor, Filter filter) {
        return query(actor, filter).count();
    }

    List<TaskView> page(Actor actor, Filter filter, int page, int size) {
        var found = query(actor, filter)
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(page * size, size);
        var subjects = subjects(found);
        return found.stream()
                .map(task -> view(task, subjects.getOrDefault(task.getProcessInstanceId(), "")))
                .toList();
    }

    TaskView one(String id, Actor actor) {
        var task = open(id, actor);
        return view(task, subject(task.getProcessInstanceId()));
    }

    private TaskQuery query(Actor actor, Filter filter) {
        var mine = tasks.createTaskQuery().or().taskAssignee(actor.username()).taskCandidateUser(actor.username());
        if (!actor.groups().isEmpty()) {
            // The engine adds what it finds itself to this list, a role given a moment ago for instance.
            mine.taskCandidateGroupIn(new ArrayList<>(actor.groups()));
        }
        var query = mine.endOr().active();
        if (filter.process() != null) {
            query.processDefinitionKey(filter.process());
        }
        if (filter.tps() != null) {
            query.processInstanceBusinessKeyLike("%/" + filter.tps());
        }
        if (filter.overdue()) {
            query.dueBefore(Date.from(clock.instant()));
        }
        return query;
    }

    private Map<String, String> subjects(List<Task> found) {
        var instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private TaskView view(Task task, String subject) {
        var parts = subject.split("/");
        var tps = parts[parts.length - 1].matches("\\d{13}") ? parts[parts.length - 1] : null;
        var race = tps != null && parts.length >= 4 && parts[parts.length - 2].matches("[A-Z-]+")
                ? parts[parts.length - 2]
                : null;
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return new TaskView(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                process(task),
                subject,
                tps,
                race,
                task.getCreateTime().toInstant(),
                due,
                due != null && due.isBefore(clock.instant()),
                task.getAssignee());
    }

    private String subject(String instanceId) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    private String process(Task task) {
        return repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
    }

    void claim(String id, Actor actor) {
        var task = open(id, actor);
        if (actor.username().equals(task.getAssignee())) {
            return;
        }
        if (task.getAssignee() != null) {
            throw Problem.conflict("TASK_TAKEN");
        }
        try {
            tasks.claim(id, actor.username());
        } catch (NullValueException e) {
            throw Problem.of(org.springframework.http.HttpStatus.GONE, "TASK_FINISHED");
        }
    }

    /** @throws Problem 404 unknown or foreign, 410 finished, 409 held by another */
    TaskInHand take(String id, Actor actor) {
        var task = open(id, actor);
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.username())) {
            throw Problem.conflict("TASK_TAKEN");
        }
        return new TaskInHand(id, task.getTaskDefinitionKey(), process(task), subject(task.getProcessInstanceId()));
    }

    void complete(TaskInHand task) {
        tasks.complete(task.id());
    }

    private Task open(String id, Actor actor) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw finishedInScope(id, actor)
                    ? Problem.of(org.springframework.http.HttpStatus.GONE, "TASK_FINISHED")
                    : Problem.notFound("TASK_NOT_FOUND");
        }
        if (!actor.username().equals(task.getAssignee()) && !candidate(id, actor)) {
            throw Problem.notFound("TASK_NOT_FOUND");
        }
        return task;
    }

    private boolean candidate(String id, Actor actor) {
        var groups = actor.groups();
        return tasks.getIdentityLinksForTask(id).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> actor.username().equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    /** A finished task has lost its candidates; whoever works where its case lies may know that it is finished. */
    boolean finishedInScope(String id, Actor actor) {
        return Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                        .taskId(id)
                        .finished()
                        .singleResult())
                .map(task -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(instance -> instance.getBusinessKey() == null ? "" : instance.getBusinessKey())
                .map(subject -> subject.substring(subject.lastIndexOf('/') + 1))
                .filter(place -> place.matches("[0-9.]+") && actor.covers(place))
                .isPresent();
    }
}
