package id.deskpilkada.platform.engine;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Lets a query hold only the expressions that our Tasklist filters need. The engine evaluates expressions of nested queries unchecked (CVE-2026-109432), which runs any code for
 * anyone who is signed in. A query is a command and so is seen here, but not one that runs inside a filter: of a filter, what is stored and what the caller adds are looked at.
 */
final class QueryExpressions extends CommandInterceptor {

    private static final Set<String> PERMITTED = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
    private static final Field FILTER = field("filterId");
    private static final Field ADDED = field("extendingQuery");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractExecuteFilterCmd) {
            checkFilter(command);
        } else {
            check(command);
        }
        return next.execute(command);
    }

    private static void checkFilter(Command<?> command) {
        check(ReflectionUtils.getField(ADDED, command));
        var id = (String) ReflectionUtils.getField(FILTER, command);
        var stored = id == null
                ? null
                : Context.getCommandContext().getDbEntityManager().selectById(FilterEntity.class, id);
        if (stored != null) {
            check(stored.getQuery());
        }
    }

    private static void check(@Nullable Object asked) {
        if (asked instanceof AbstractQuery<?, ?> query) {
            check(query, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /** Parts of a query know each other and themselves: each is looked at once. */
    private static void check(AbstractQuery<?, ?> query, Set<Object> seen) {
        if (!seen.add(query)) {
            return;
        }
        query.getExpressions().values().forEach(QueryExpressions::checkExpression);
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(part -> check(part, seen));
        }
    }

    /** @throws BadUserRequestException unless it is one of the three */
    static void checkExpression(String expression) {
        if (!PERMITTED.contains(expression)) {
            throw new BadUserRequestException("Ungkapan dalam pencarian tugas tidak diizinkan.");
        }
    }

    private static Field field(String name) {
        var field = ReflectionUtils.findField(AbstractExecuteFilterCmd.class, name);
        if (field == null) {
            throw new IllegalStateException("The engine's filters hold no " + name);
        }
        field.setAccessible(true);
        return field;
    }
}
