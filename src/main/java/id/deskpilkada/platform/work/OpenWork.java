package id.deskpilkada.platform.work;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open tasks of a case, whoever may do them: for pages that say who holds the work. */
@Component
public class OpenWork {

    private final TaskService tasks;

    OpenWork(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * One open task.
     *
     * @param key of the task in its model, e.g. {@code triage-incident}
     * @param holder user name of whoever has taken it
     */
    public record Task(String id, String key, String name, @Nullable String holder, @Nullable Instant dueAt) {}

    /** The earliest due first. @param subject business key of the case */
    public List<Task> about(String subject) {
        return tasks.createTaskQuery().processInstanceBusinessKey(subject).orderByDueDate().asc().list().stream()
                .map(task -> new Task(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        task.getAssignee(),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null)))
                .toList();
    }
}
