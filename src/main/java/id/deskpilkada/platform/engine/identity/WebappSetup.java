package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.engine.identity.Rights.Right;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes, at each start, the rights and the filters that the webapps need. Nodes that start at the same moment wait for each other. */
@Component
class WebappSetup implements ApplicationRunner {

    private static final long LOCK = 3_604_002;

    private final Rights rights;
    private final TaskFilters filters;
    private final AuthorizationService authorizations;
    private final JdbcClient jdbc;

    WebappSetup(Rights rights, TaskFilters filters, AuthorizationService authorizations, JdbcClient jdbc) {
        this.rights = rights;
        this.filters = filters;
        this.authorizations = authorizations;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Integer.class)
                .single();
        rights.all().forEach(this::grant);
        filters.write().forEach(id -> grant(new Right(null, Resources.FILTER, id, List.of(Permissions.READ))));
    }

    private void grant(Right right) {
        var authorization = existing(right);
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(
                    right.group() == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
            if (right.group() != null) {
                authorization.setGroupId(right.group());
            }
            authorization.setResource(right.resource());
            authorization.setResourceId(right.id());
        }
        authorization.setPermissions(right.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private @Nullable Authorization existing(Right right) {
        var query = authorizations
                .createAuthorizationQuery()
                .resourceType(right.resource())
                .resourceId(right.id());
        return right.group() == null
                ? query.authorizationType(Authorization.AUTH_TYPE_GLOBAL).singleResult()
                : query.groupIdIn(right.group()).singleResult();
    }
}
