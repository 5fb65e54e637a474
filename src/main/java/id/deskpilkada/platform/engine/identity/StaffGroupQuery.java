package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.PeopleDirectory;
import id.deskpilkada.platform.PeopleDirectory.Listed;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** A query for the groups that people of the staff list belong to. */
class StaffGroupQuery extends GroupQueryImpl {

    private final transient PeopleDirectory people;

    StaffGroupQuery(PeopleDirectory people, @Nullable CommandExecutor executor) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        checkQueryOk();
        return matches(context).count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        checkQueryOk();
        var sorted = matches(context)
                .sorted(Listing.order(
                        orderingProperties, column -> column.contains("NAME") ? Listed::name : Listed::id))
                .toList();
        return Listing.page(sorted, firstResult, maxResults).stream()
                .map(StaffIdentityProvider::group)
                .toList();
    }

    private Stream<Listed> matches(CommandContext context) {
        var readable = Readable.groups(context);
        var candidates = userId == null ? people.groups() : people.groupsOf(userId);
        return candidates.stream()
                .filter(group -> Listing.equal(id, group.id()) && Listing.among(ids, group.id()))
                .filter(group -> Listing.equal(name, group.name()) && Listing.like(nameLike, group.name()))
                .filter(group -> type == null
                        || StaffIdentityProvider.group(group).getType().equals(type))
                .filter(group -> tenantId == null && readable.group(group.id()));
    }
}
