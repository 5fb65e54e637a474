package id.deskpilkada.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes cases away as if they had never been: what runs, what is past, and who finished their tasks with what. */
@Component
public class WorkRemoval {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final JdbcClient jdbc;

    WorkRemoval(RuntimeService runtime, HistoryService history, JdbcClient jdbc) {
        this.runtime = runtime;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** In the caller's transaction; what models do at their end is not done. @param instances ids; those that are gone already do no harm */
    public void remove(List<String> instances, String reason) {
        jdbc.sql(
                        """
                        DELETE FROM task_completion WHERE task_id IN (
                          SELECT t.id_ FROM public.act_hi_taskinst t WHERE t.proc_inst_id_ = ANY (?))
                        """)
                .param(instances.toArray(String[]::new))
                .update();
        instances.forEach(id -> runtime.deleteProcessInstanceIfExists(id, reason, true, true, true, false));
        history.deleteHistoricProcessInstancesIfExists(instances);
    }

    /** Forgets the open cases of a subject and of all subjects that begin with it and a slash. */
    public void forget(String subject) {
        jdbc.sql("DELETE FROM work_case WHERE subject = ? OR starts_with(subject, ?)")
                .params(subject, subject + "/")
                .update();
    }
}
