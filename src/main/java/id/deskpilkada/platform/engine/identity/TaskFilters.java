package id.deskpilkada.platform.engine.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist offers to everybody; each shows what its reader may read. They use no other expressions than the current user, their groups and the time, and a
 * task that waits for a date is left out until then.
 */
@Component
class TaskFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";

    /** A district's code has six digits, other codes have another length: groups such as {@code camat-360405} and {@code district-verifier-360405}. */
    private static final String DISTRICT_GROUPS = "%-______";

    private final TaskService tasks;
    private final FilterService filters;

    TaskFilters(TaskService tasks, FilterService filters) {
        this.tasks = tasks;
        this.filters = filters;
    }

    private record Listed(String name, String description, TaskQuery query) {}

    /** @return the ids of the filters */
    List<String> write() {
        var listed = List.of(
                new Listed("Tugas saya", "Yang sedang Anda pegang dan yang belum diambil siapa pun", mine()),
                new Listed(
                        "Tugas kecamatan", "Semua tugas kecamatan Anda, juga yang sedang dipegang rekan", district()),
                new Listed("Terlambat", "Tugas Anda dan rekan yang lewat batas waktu", overdue()),
                new Listed(
                        "Konfirmasi terlambat",
                        "Instansi yang belum mengonfirmasi penugasan kejadian pada waktunya",
                        unconfirmed()));
        return listed.stream()
                .map(filter -> write(filter, listed.indexOf(filter)))
                .toList();
    }

    private TaskQuery mine() {
        return due().or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .endOr();
    }

    /** Two conditions on candidate groups are alternatives to the engine, unless one of them stands in an or-part of its own. */
    private TaskQuery district() {
        return due().taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .or()
                .taskCandidateGroupLike(DISTRICT_GROUPS)
                .includeAssignedTasks()
                .endOr();
    }

    private TaskQuery overdue() {
        return due().taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .dueBeforeExpression(NOW);
    }

    /** Without a group: an agency reads its own, and whoever watches over the desk reads all of them. */
    private TaskQuery unconfirmed() {
        return due().taskDefinitionKey("confirm-dispatch").dueBeforeExpression(NOW);
    }

    private TaskQuery due() {
        return tasks.createTaskQuery().followUpBeforeOrNotExistentExpression(NOW);
    }

    private String write(Listed listed, int position) {
        var known = filters.createFilterQuery().filterName(listed.name()).list();
        var filter = known.isEmpty() ? filters.newTaskFilter(listed.name()) : known.get(0);
        filter.setQuery(listed.query());
        filter.setProperties(Map.of("description", listed.description(), "priority", position * 10, "refresh", true));
        return filters.saveFilter(filter).getId();
    }
}
