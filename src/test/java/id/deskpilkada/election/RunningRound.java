package id.deskpilkada.election;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Moves instances of {@code election-round} by hand, in the order in which their jobs are due. */
final class RunningRound {

    private static final int ENOUGH = 200;

    private final ProcessEngine engine;

    RunningRound(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Runs what is due until the round stands at a box of the model, as a job or a task. */
    void to(String activity) {
        for (int steps = 0; steps < ENOUGH && !stands(activity); steps++) {
            var next = due();
            if (next == null) {
                throw new AssertionError("the round waits before " + activity + ": " + waiting());
            }
            engine.getManagementService().executeJob(next.getId());
        }
    }

    /** Runs everything that is due. */
    void all() {
        for (var next = due(); next != null; next = due()) {
            engine.getManagementService().executeJob(next.getId());
        }
    }

    /** Runs one job, also one that is not due yet. */
    void run(String activity) {
        engine.getManagementService().executeJob(job(activity).getId());
    }

    Job job(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("election-round")
                .activityId(activity)
                .singleResult();
    }

    long count(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("election-round")
                .activityId(activity)
                .count();
    }

    Instant due(String activity) {
        return job(activity).getDuedate().toInstant();
    }

    Task task(String key) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    void complete(String key, UUID record) {
        engine.getTaskService().complete(task(key).getId(), java.util.Map.of("recordId", record.toString()));
    }

    boolean stands(String activity) {
        return count(activity) > 0
                || waiting().contains(activity)
                || engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey(activity)
                                .count()
                        > 0;
    }

    /** What the instances passed. */
    List<String> passed() {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().finished().list().stream()
                .map(org.camunda.bpm.engine.history.HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<String> waiting() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("election-round")
                .list()
                .stream()
                .flatMap(instance -> engine.getRuntimeService().getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    private Job due() {
        return engine
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey("election-round")
                .executable()
                .list()
                .stream()
                .min(Comparator.comparing(Job::getCreateTime).thenComparing(Job::getId))
                .orElse(null);
    }
}
