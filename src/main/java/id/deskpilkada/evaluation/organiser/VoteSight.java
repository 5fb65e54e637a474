package id.deskpilkada.evaluation.organiser;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who may know what forms say: not a leader who is a candidate, where the installation withholds votes from them. */
@Component
class VoteSight {

    /** Usernames from whom the reports of the tiers withhold votes as well. */
    static final String WITHOUT_VOTES = "desk.tier-reports.without-votes";

    private final Set<String> withoutVotes;

    VoteSight(Environment environment) {
        this.withoutVotes =
                Binder.get(environment).bind(WITHOUT_VOTES, Bindable.listOf(String.class)).orElse(List.of()).stream()
                        .map(String::strip)
                        .collect(Collectors.toSet());
    }

    boolean of(Actor reader, Region place) {
        return reader.may(Permission.READ_VOTES, place.code()) && !withoutVotes.contains(reader.username());
    }
}
