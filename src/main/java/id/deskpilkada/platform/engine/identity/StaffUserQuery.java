package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.PeopleDirectory;
import id.deskpilkada.platform.PeopleDirectory.Listed;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** A query for people. A person's whole name is the first name; last name and e-mail address are not told to the engine. */
class StaffUserQuery extends UserQueryImpl {

    private final transient PeopleDirectory people;

    StaffUserQuery(PeopleDirectory people, @Nullable CommandExecutor executor) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        checkQueryOk();
        return matches(context).count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        checkQueryOk();
        var sorted = matches(context)
                .sorted(Listing.order(
                        orderingProperties, column -> column.contains("FIRST") ? Listed::name : Listed::id))
                .toList();
        return Listing.page(sorted, firstResult, maxResults).stream()
                .map(StaffIdentityProvider::user)
                .toList();
    }

    private Stream<Listed> matches(CommandContext context) {
        var readable = Readable.users(context);
        return candidates()
                .filter(person -> Listing.equal(id, person.id()) && Listing.among(ids, person.id()))
                .filter(person -> Listing.equal(firstName, person.name()) && Listing.like(firstNameLike, person.name()))
                .filter(person -> Listing.equal(lastName, "") && Listing.like(lastNameLike, ""))
                .filter(person -> Listing.equal(email, "") && Listing.like(emailLike, ""))
                .filter(person -> tenantId == null && readable.user(person.id()));
    }

    private Stream<Listed> candidates() {
        if (groupId != null) {
            return people.members(groupId).stream();
        }
        return id == null ? people.people().stream() : people.person(id).stream();
    }
}
