package id.deskpilkada.dashboard.voting;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.voting.VotingView.ConcernLine;
import id.deskpilkada.dashboard.voting.VotingView.ConditionLine;
import id.deskpilkada.dashboard.voting.VotingView.HeldLine;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.VotingFacts.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody has to look at on the day: where it is not calm, where weather or power trouble the vote, and which turnout has to be checked. */
@Component
class VotingTroubles {

    private static final int PER_PAGE = 10;
    private static final int CONDITIONS = 24;
    private static final int VILLAGE_DIGITS = 10;
    private static final Set<String> HARMLESS = Set.of("CLEAR", "CLOUDY", "ON");

    private final VotingFacts facts;
    private final Regions regions;
    private final Staff staff;

    VotingTroubles(VotingFacts facts, Regions regions, Staff staff) {
        this.facts = facts;
        this.regions = regions;
        this.staff = staff;
    }

    Page<ConcernLine> concerns(VotingQuestion question, RoundRef round, Region place, Actor actor) {
        var found = facts.concerns(round.id(), place.area(), question.page(), PER_PAGE);
        return new Page<>(
                found.items().stream()
                        .map(concern -> new ConcernLine(
                                name(concern.place()),
                                question.in(region(concern.place())).url(),
                                concern,
                                reporter(concern, actor)))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    private @Nullable String reporter(VotingFacts.Concern concern, Actor actor) {
        return concern.reporterId() > 0 && actor.may(Permission.CALL_REPORTERS, concern.place())
                ? staff.name(concern.reporterId())
                : null;
    }

    /** In a district all that was told, elsewhere what troubles; the worst first. */
    List<ConditionLine> conditions(RoundRef round, Region place) {
        return facts.situations(round.id(), place.area()).stream()
                .filter(situation -> place.area().length() >= 6 || troubles(situation))
                .sorted(Comparator.comparing((Situation situation) -> !troubles(situation))
                        .thenComparing(Situation::at, Comparator.reverseOrder()))
                .limit(CONDITIONS)
                .map(situation -> new ConditionLine(name(situation.place()), situation))
                .toList();
    }

    private static boolean troubles(Situation situation) {
        return !HARMLESS.contains(Objects.requireNonNullElse(situation.weather(), "CLEAR"))
                || !HARMLESS.contains(Objects.requireNonNullElse(situation.power(), "ON"));
    }

    Page<HeldLine> held(VotingQuestion question, RoundRef round, Region place) {
        var found = facts.held(round.id(), place.area(), 0, PER_PAGE);
        return new Page<>(
                found.items().stream()
                        .map(held -> new HeldLine(
                                name(held.tps()),
                                question.in(region(held.tps())).at(held.slot()).url(),
                                confirmation(question, held),
                                held))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    private static String confirmation(VotingQuestion question, VotingFacts.Held held) {
        return PageAddress.of(
                "/api/voting/" + held.tps() + "/slots/" + held.slot() + "/confirmation",
                "election",
                question.election(),
                "round",
                question.round());
    }

    private static String region(String place) {
        return Area.dotted(place.substring(0, Math.min(VILLAGE_DIGITS, place.length())));
    }

    private String name(String place) {
        if (place.length() <= VILLAGE_DIGITS) {
            return place.length() < VILLAGE_DIGITS
                    ? regions.name(place)
                    : regions.name(place) + ", " + regions.name(place.substring(0, 6));
        }
        return "TPS %03d %s, %s"
                .formatted(
                        new TpsCode(place).number(),
                        regions.name(place.substring(0, VILLAGE_DIGITS)),
                        regions.name(place.substring(0, 6)));
    }
}
