package id.deskpilkada.evaluation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which round and which place somebody looks back at. */
@Component
public class Standing {

    private static final int DISTRICT = 6;

    private final Elections elections;
    private final Regions regions;

    Standing(Elections elections, Regions regions) {
        this.elections = elections;
        this.regions = regions;
    }

    /**
     * What is asked for; empty texts for what is nearest.
     *
     * @param region code of the installation's region or of one inside it
     */
    public record Asked(String election, String round, String region) {}

    /**
     * The round that was asked for, else the first that has something to show; empty while none has been started.
     *
     * @throws id.deskpilkada.platform.Problem 422 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}
     */
    public Optional<RoundRef> round(Asked asked) {
        return asked.election().isBlank() && asked.round().isBlank()
                ? elections.shownRounds().stream().findFirst()
                : Optional.of(elections.round(asked.election(), asked.round()));
    }

    /** As {@link #round(Asked)}, for programs. @throws id.deskpilkada.platform.Problem 422 {@code ELECTION_REQUIRED} where there is none */
    public RoundRef required(Asked asked) {
        return round(asked).orElseGet(() -> elections.round(asked.election(), asked.round()));
    }

    public List<RoundRef> rounds() {
        return elections.shownRounds();
    }

    /**
     * Districts are the smallest places that are looked at.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN} without the permission, {@code OUTSIDE_SCOPE}; 404 {@code UNKNOWN_REGION}
     */
    public Region place(Asked asked, Permission permission, Actor actor) {
        actor.require(permission);
        var place = regions.asked(asked.region(), permission, actor);
        if (place.area().length() <= DISTRICT) {
            return place;
        }
        var district = Area.dotted(place.area().substring(0, DISTRICT));
        return regions.asked(district, permission, actor);
    }

    /** Whether figures can still change. */
    public static boolean provisional(RoundRef round) {
        return round.phase() != RoundPhase.CLOSED;
    }

    /** The districts of a round inside a place, as digits. */
    public List<String> districts(RoundRef round, Region place) {
        return elections.districts(round).stream()
                .filter(district -> district.startsWith(place.area()))
                .toList();
    }

    public String name(String district) {
        return regions.name(district);
    }
}
