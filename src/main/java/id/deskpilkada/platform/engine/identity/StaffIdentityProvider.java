package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.PeopleDirectory;
import id.deskpilkada.platform.PeopleDirectory.Listed;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** The engine's view of the staff list, for one command. */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {

    private static final String GROUP_TYPE = "WORKFLOW";

    private final PeopleDirectory people;

    StaffIdentityProvider(PeopleDirectory people) {
        this.people = people;
    }

    static User user(Listed person) {
        var user = new UserEntity(person.id());
        user.setFirstName(person.name());
        user.setLastName("");
        return user;
    }

    static Group group(Listed listed) {
        var group = new GroupEntity(listed.id());
        group.setName(listed.name());
        group.setType(GROUP_TYPE);
        return group;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return people.person(id).map(StaffIdentityProvider::user).orElse(null);
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return people.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .map(StaffIdentityProvider::group)
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffUserQuery(people, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new StaffUserQuery(people, null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new StaffGroupQuery(people, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new StaffGroupQuery(people, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("The staff list takes no native queries");
    }

    /** Nobody signs in by the engine: our own sign-in is the one door. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    /** One installation is one tenant. */
    private static final class NoTenants extends DbTenantQueryImpl {

        NoTenants(@Nullable CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public java.util.List<Tenant> executeList(
                CommandContext context, org.camunda.bpm.engine.impl.@Nullable Page page) {
            return java.util.List.of();
        }
    }
}
