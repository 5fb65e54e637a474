package id.deskpilkada.platform.engine;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets a query hold only the expressions that our Tasklist filters need. The engine evaluates expressions of nested queries unchecked (CVE-2026-109432), which runs any code for
 * anyone who is signed in; every query is a command, so this sees them all, ad hoc and stored.
 */
final class QueryExpressions extends CommandInterceptor {

    private static final Set<String> PERMITTED = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(query -> check(query.getExpressions().values()));
        } else if (command instanceof AbstractQuery<?, ?> query) {
            check(query.getExpressions().values());
        }
        return next.execute(command);
    }

    private static void check(Collection<String> expressions) {
        if (!PERMITTED.containsAll(expressions)) {
            throw new BadUserRequestException("Ungkapan dalam pencarian tugas tidak diizinkan.");
        }
    }
}
