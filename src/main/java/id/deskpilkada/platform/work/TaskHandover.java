package id.deskpilkada.platform.work;

import id.deskpilkada.platform.Grant;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Passes a person's open tasks on to whoever takes their place. */
@Component
public class TaskHandover {

    private final TaskService tasks;
    private final RuntimeService runtime;

    TaskHandover(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /**
     * Moves what the person holds or alone may do under a role, in the caller's transaction; tasks offered to the role itself follow by themselves.
     *
     * @return how many tasks were moved
     */
    public int passOn(String from, String to, Grant role) {
        int moved = 0;
        for (var task : tasks.createTaskQuery().taskAssignee(from).list()) {
            if (offeredTo(role, task) || ownOf(from, role, task)) {
                tasks.setAssignee(task.getId(), to);
                moved++;
            }
        }
        for (var task : tasks.createTaskQuery()
                .taskCandidateUser(from)
                .withoutCandidateGroups()
                .includeAssignedTasks()
                .list()) {
            moved += ownOf(from, role, task) ? reoffer(task, from, to) : 0;
        }
        return moved;
    }

    private int reoffer(Task task, String from, String to) {
        tasks.deleteCandidateUser(task.getId(), from);
        tasks.addCandidateUser(task.getId(), to);
        return from.equals(task.getAssignee()) || to.equals(task.getAssignee()) ? 0 : 1;
    }

    private boolean offeredTo(Grant role, Task task) {
        return links(task).stream().anyMatch(link -> role.isGroup(link.getGroupId()));
    }

    /** A task bound to one person by name, about the place of the role. */
    private boolean ownOf(String person, Grant role, Task task) {
        var subject = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var key = subject == null || subject.getBusinessKey() == null ? "" : subject.getBusinessKey();
        return role.covers(key.substring(key.lastIndexOf('/') + 1))
                && links(task).stream()
                        .anyMatch(link ->
                                IdentityLinkType.CANDIDATE.equals(link.getType()) && person.equals(link.getUserId()));
    }

    private List<IdentityLink> links(Task task) {
        return tasks.getIdentityLinksForTask(task.getId());
    }
}
