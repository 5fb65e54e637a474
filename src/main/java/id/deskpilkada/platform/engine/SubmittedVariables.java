package id.deskpilkada.platform.engine;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every variable that a person submits and that the task does not accept. What a task accepts stands in the model, in its extension property {@code accepts};
 * gateway facts are computed from the tables, never taken from outside. Our own code acts without an engine authentication and is not concerned.
 */
final class SubmittedVariables extends CommandInterceptor {

    private static final String ACCEPTS = "accepts";
    private static final Map<Class<?>, Field[]> FIELDS = new ConcurrentHashMap<>();

    @Override
    public <T> T execute(Command<T> command) {
        var authentication = Context.getCommandContext().getAuthentication();
        if (authentication != null && authentication.getUserId() != null) {
            check(command);
        }
        return next.execute(command);
    }

    private static void check(Command<?> command) {
        if (command instanceof CompleteTaskCmd
                || command instanceof SubmitTaskFormCmd
                || command instanceof SetTaskVariablesCmd) {
            var names = names(command);
            if (!names.isEmpty()) {
                refuseUnaccepted(names, accepted((String) value(command, "taskId", "entityId")));
            }
        }
    }

    private static void refuseUnaccepted(Set<String> names, Set<String> accepted) {
        var refused =
                names.stream().filter(name -> !accepted.contains(name)).sorted().toList();
        if (!refused.isEmpty()) {
            throw new BadUserRequestException("Tugas ini tidak menerima isian " + refused + ".");
        }
    }

    private static Set<String> names(Command<?> command) {
        var variables = (Map<?, ?>) value(command, "variables", "properties");
        return variables == null
                ? Set.of()
                : variables.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Set<String> accepted(@Nullable String taskId) {
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null || task.getExecution() == null) {
            return Set.of();
        }
        var accepted = task.getExecution().getActivity().getProperty(ACCEPTS);
        return accepted == null ? Set.of() : (Set<String>) accepted;
    }

    private static @Nullable Object value(Command<?> command, String... names) {
        var fields = FIELDS.computeIfAbsent(command.getClass(), type -> fields(type, names));
        for (var field : fields) {
            if (Arrays.asList(names).contains(field.getName())) {
                try {
                    return field.get(command);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException("Cannot look into " + command.getClass());
    }

    private static Field[] fields(Class<?> type, String... names) {
        var found = Stream.<Class<?>>iterate(type, one -> one != null && one != Object.class, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredFields()))
                .filter(field ->
                        Set.of("taskId", "entityId", "variables", "properties").contains(field.getName()))
                .toArray(Field[]::new);
        Arrays.stream(found).forEach(field -> field.setAccessible(true));
        return found;
    }

    /** Reads the white list of each user task when its model is deployed or loaded. */
    static final class Reader extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
            var extensions = task.element("extensionElements");
            var properties = extensions == null ? null : extensions.element("properties");
            if (properties == null) {
                return;
            }
            for (var property : properties.elements("property")) {
                if (ACCEPTS.equals(property.attribute("name"))) {
                    var names = Stream.of(property.attribute("value").split(","))
                            .map(String::trim)
                            .filter(name -> !name.isEmpty());
                    activity.setProperty(ACCEPTS, names.collect(Collectors.toUnmodifiableSet()));
                }
            }
        }
    }
}
