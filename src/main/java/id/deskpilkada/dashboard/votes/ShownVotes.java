package id.deskpilkada.dashboard.votes;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.tally.Basis;
import id.deskpilkada.tally.Tallies;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The votes that somebody may read, by race; none where they are withheld. */
@Component
public class ShownVotes {

    private final Tallies tallies;

    ShownVotes(Tallies tallies) {
        this.tallies = tallies;
    }

    /** @param region dotted */
    public List<RaceVotes> of(RoundRef round, List<RaceRef> races, String region, Actor actor) {
        if (!actor.may(Permission.READ_VOTES, region)) {
            return List.of();
        }
        return races.stream()
                .map(race -> RaceVotes.of(
                        race,
                        tallies.view(round, race, region, Basis.RECEIVED, actor).figures()))
                .filter(Objects::nonNull)
                .toList();
    }
}
