package id.deskpilkada.platform.engine.identity;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Names of people are personal data: through the engine everybody reads themselves and their own groups, and all of it only who may read users or groups. */
final class Readable {

    private final @Nullable Authentication caller;
    private final boolean everything;

    private Readable(CommandContext context, Resource resource) {
        caller = context.getAuthentication();
        everything = caller == null
                || !context.isAuthorizationCheckEnabled()
                || Context.getProcessEngineConfiguration()
                        .getAuthorizationService()
                        .isUserAuthorized(caller.getUserId(), caller.getGroupIds(), Permissions.READ, resource);
    }

    static Readable users(CommandContext context) {
        return new Readable(context, Resources.USER);
    }

    static Readable groups(CommandContext context) {
        return new Readable(context, Resources.GROUP);
    }

    boolean user(String id) {
        return everything || caller != null && caller.getUserId().equals(id);
    }

    boolean group(String id) {
        return everything
                || caller != null
                        && caller.getGroupIds() != null
                        && caller.getGroupIds().contains(id);
    }
}
