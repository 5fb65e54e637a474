package id.deskpilkada.platform.work;

import id.deskpilkada.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that one person has taken or may take, for pages that list a few of them. */
@Component
public class TasksInHand {

    private static final WorkTasks.Filter ALL = new WorkTasks.Filter(null, null, false);

    private final WorkTasks tasks;

    TasksInHand(WorkTasks tasks) {
        this.tasks = tasks;
    }

    /** Those due first. */
    @Transactional(readOnly = true)
    public List<TaskView> of(Actor actor, int most) {
        return tasks.page(actor, ALL, 0, most);
    }
}
