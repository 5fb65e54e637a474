package id.deskpilkada.dashboard;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the round that a page is asked for, and where it and its place stand among others. */
@Component
public class Standpoints {

    private final PlaceTrail trail;
    private final Elections elections;

    Standpoints(PlaceTrail trail, Elections elections) {
        this.trail = trail;
        this.elections = elections;
    }

    /**
     * The round that was asked for, else the first that has something to show; empty while no round has been started.
     *
     * @throws id.deskpilkada.platform.Problem 422 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}
     */
    public Optional<RoundRef> round(@Nullable String election, @Nullable String round) {
        return filled(election) || filled(round)
                ? Optional.of(elections.round(election, round))
                : elections.shownRounds().stream().findFirst();
    }

    /** @param question about this round and place */
    public Standpoint at(RoundRef round, Region place, PlaceQuestion question, Permission permission, Actor actor) {
        return at(round, place.code(), place.name(), question, permission, actor);
    }

    /** @param code of a region or TPS */
    public Standpoint at(
            RoundRef round, String code, String name, PlaceQuestion question, Permission permission, Actor actor) {
        return new Standpoint(
                round,
                Area.digits(code),
                name,
                places(question, trail.to(code, permission, actor), code),
                places(question, trail.own(permission, actor), code),
                rounds(question, round));
    }

    private static List<Link> places(PlaceQuestion question, List<PlaceTrail.Step> steps, String shown) {
        return steps.stream()
                .map(step -> new Link(
                        question.in(step.code()).url(), step.name(), step.code().equals(shown)))
                .toList();
    }

    private List<Link> rounds(PlaceQuestion question, RoundRef shown) {
        return elections.shownRounds().stream()
                .map(round -> new Link(
                        question.ofRound(round.electionCode(), round.code()).url(),
                        Standpoint.name(round),
                        round.id() == shown.id()))
                .toList();
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
