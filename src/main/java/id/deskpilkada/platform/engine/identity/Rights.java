package id.deskpilkada.platform.engine.identity;

import static id.deskpilkada.platform.Permission.RETRY_JOBS;
import static id.deskpilkada.platform.Permission.SEE_ENGINE_RIGHTS;
import static id.deskpilkada.platform.Permission.WATCH_PROCESSES;

import id.deskpilkada.platform.DeskSettings;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people may do in the engine's webapps beyond the tasks of their own groups, which the engine opens to the group of each task by itself. Nobody may start, change or
 * delete an instance, and nobody may write filters or authorizations: only the application does.
 */
@Component
class Rights {

    private static final List<Permission> READS = List.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_HISTORY);
    private static final List<Permission> READS_AND_RETRIES = Stream.concat(
                    READS.stream(), Stream.of(ProcessDefinitionPermissions.RETRY_JOB))
            .toList();

    private final String area;

    Rights(DeskSettings settings) {
        this.area = settings.area();
    }

    /** @param group null for everybody */
    record Right(@Nullable String group, Resource resource, String id, List<Permission> permissions) {}

    List<Right> all() {
        return Stream.of(
                        everybody().stream(),
                        WATCH_PROCESSES.roles().stream().flatMap(role -> overseers(role).stream()),
                        SEE_ENGINE_RIGHTS.roles().stream().flatMap(role -> administrators(role).stream()))
                .flatMap(rights -> rights)
                .toList();
    }

    private List<Right> everybody() {
        return List.of(
                new Right(null, Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS)),
                new Right(null, Resources.PROCESS_DEFINITION, "*", List.of(Permissions.READ)));
    }

    /** Those who watch over the desk read everything in Cockpit. */
    private List<Right> overseers(String role) {
        var definitions = RETRY_JOBS.of(role) ? READS_AND_RETRIES : READS;
        var group = role + "-" + area;
        return List.of(
                new Right(group, Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS)),
                new Right(group, Resources.PROCESS_DEFINITION, "*", definitions),
                new Right(group, Resources.PROCESS_INSTANCE, "*", List.of(ProcessInstancePermissions.READ)),
                new Right(group, Resources.TASK, "*", List.of(TaskPermissions.READ)),
                new Right(
                        group, Resources.DECISION_DEFINITION, "*", List.of(Permissions.READ, Permissions.READ_HISTORY)),
                new Right(group, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", List.of(Permissions.READ)),
                new Right(group, Resources.DEPLOYMENT, "*", List.of(Permissions.READ)),
                new Right(group, Resources.BATCH, "*", List.of(BatchPermissions.READ)),
                new Right(group, Resources.USER, "*", List.of(Permissions.READ)),
                new Right(group, Resources.GROUP, "*", List.of(Permissions.READ)),
                new Right(
                        group,
                        Resources.OPERATION_LOG_CATEGORY,
                        "*",
                        List.of(UserOperationLogCategoryPermissions.READ)));
    }

    /** The technical people see users, groups and rights in Admin; people are changed in the staff list. */
    private List<Right> administrators(String role) {
        var group = role + "-" + area;
        return List.of(
                new Right(group, Resources.APPLICATION, "admin", List.of(Permissions.ACCESS)),
                new Right(group, Resources.AUTHORIZATION, "*", List.of(Permissions.READ)),
                new Right(group, Resources.SYSTEM, "*", List.of(SystemPermissions.READ)));
    }
}
