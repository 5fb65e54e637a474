package id.deskpilkada.platform;

import java.util.List;
import java.util.Optional;

/** Who the engine's users and groups are. The staff list answers; the engine keeps no people of its own. */
public interface PeopleDirectory {

    /** A person who may sign in. */
    Optional<Listed> person(String username);

    /** Everybody who may sign in, by user name. */
    List<Listed> people();

    /** People who belong to a group, by user name. */
    List<Listed> members(String group);

    /** Every group that somebody belongs to, by id; an id is that of a {@link Grant#group()}. */
    List<Listed> groups();

    /** The groups of a person; none for somebody who may no longer sign in. */
    List<Listed> groupsOf(String username);

    /** @param name as people read it, e.g. "Camat Kramatwatu" */
    record Listed(String id, String name) {}
}
