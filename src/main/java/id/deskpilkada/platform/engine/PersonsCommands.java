package id.deskpilkada.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person may ask of the engine: to read, to take, give back and finish tasks, and, where their rights say so, to retry a failed job. Everything else is
 * the application's own work, which it does without an engine authentication or within one of these commands.
 */
final class PersonsCommands extends CommandInterceptor {

    private static final Logger log = LoggerFactory.getLogger(PersonsCommands.class);

    private static final Set<Class<?>> WRITING = Set.of(
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            ResolveTaskCmd.class,
            SetTaskVariablesCmd.class,
            SetJobRetriesCmd.class);
    private static final Set<Class<?>> READING = Set.of(AuthorizationCheckCmd.class);
    private static final Set<String> READING_PREFIXES = Set.of(
            "Get",
            "Find",
            "ExecuteFilter",
            "Is",
            "TaskCountBy",
            "CreateUserQuery",
            "CreateGroupQuery",
            "CreateTenantQuery");

    private final ThreadLocal<Boolean> within = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        if (within.get() != null || !byAPerson()) {
            return next.execute(command);
        }
        if (!permitted(command)) {
            log.warn("{} was refused to a person", command.getClass().getName());
            throw new AuthorizationException("Perubahan ini hanya boleh dilakukan oleh aplikasi, bukan oleh pengguna.");
        }
        within.set(true);
        try {
            return next.execute(command);
        } finally {
            within.remove();
        }
    }

    private static boolean byAPerson() {
        var authentication = Context.getCommandContext().getAuthentication();
        return authentication != null && authentication.getUserId() != null;
    }

    private static boolean permitted(Command<?> command) {
        var type = command.getClass();
        return command instanceof AbstractQuery
                || command instanceof AbstractNativeQuery
                || WRITING.contains(type)
                || READING.contains(type)
                || READING_PREFIXES.stream()
                        .anyMatch(prefix -> type.getSimpleName().startsWith(prefix));
    }
}
