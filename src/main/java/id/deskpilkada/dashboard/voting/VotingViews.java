package id.deskpilkada.dashboard.voting;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.PageFormats;
import id.deskpilkada.dashboard.Standpoints;
import id.deskpilkada.dashboard.voting.VotingView.Line;
import id.deskpilkada.dashboard.voting.VotingView.Tab;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.MissingText;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.notification.ReadyText;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.board.SituationText;
import id.deskpilkada.voting.board.VotingBoard;
import id.deskpilkada.voting.board.VotingSlot;
import id.deskpilkada.voting.board.VotingSummary.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of voting together from the read models. */
@Component
class VotingViews {

    private final Regions regions;
    private final Standpoints standpoints;
    private final VotingBoard board;
    private final VotingFacts facts;
    private final VotingTroubles troubles;
    private final SituationText situation;
    private final MissingText missing;
    private final Messages messages;
    private final PageFormats formats;

    VotingViews(
            Regions regions,
            Standpoints standpoints,
            VotingBoard board,
            VotingFacts facts,
            VotingTroubles troubles,
            SituationText situation,
            MissingText missing,
            Messages messages,
            PageFormats formats) {
        this.regions = regions;
        this.standpoints = standpoints;
        this.board = board;
        this.facts = facts;
        this.troubles = troubles;
        this.situation = situation;
        this.missing = missing;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * Empty while no round has been started or where its schedule asks for no reports of voting.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 {@code UNKNOWN_SLOT}
     */
    @Transactional(readOnly = true)
    public Optional<VotingView> of(VotingQuestion asked, Actor actor) {
        var place = regions.asked(asked.region(), Permission.OPEN_DASHBOARD, actor);
        return standpoints.round(asked.election(), asked.round()).flatMap(round -> board.slot(round, asked.slot())
                .map(slot -> view(asked, round, slot, place, actor)));
    }

    /** As {@link #of}. */
    @Transactional(readOnly = true)
    public Optional<TurnoutCurve> curve(VotingQuestion asked, Actor actor) {
        var place = regions.asked(asked.region(), Permission.OPEN_DASHBOARD, actor);
        return standpoints.round(asked.election(), asked.round()).map(round -> curve(round, place, actor));
    }

    private TurnoutCurve curve(RoundRef round, Region place, Actor actor) {
        var installation = regions.installation();
        boolean inside =
                !place.code().equals(installation.code()) && actor.may(Permission.OPEN_DASHBOARD, installation.code());
        return TurnoutCurve.of(
                board.slots(round),
                facts.turnoutBySlot(round.id(), place.area()),
                inside ? facts.turnoutBySlot(round.id(), installation.area()) : List.of(),
                formats::percent);
    }

    private VotingView view(VotingQuestion asked, RoundRef round, VotingSlot slot, Region place, Actor actor) {
        var order = PlaceOrder.of(asked.order());
        var question = new VotingQuestion(
                round.electionCode(),
                round.code(),
                place.code(),
                asked.slot(),
                order.code(),
                Math.max(0, asked.page()));
        var summary = board.summary(round, slot, place, actor);
        return new VotingView(
                question,
                standpoints.at(round, place, question, Permission.OPEN_DASHBOARD, actor),
                slot,
                tabs(question, round, slot),
                summary,
                lines(
                        question,
                        round,
                        slot,
                        place,
                        summary.children().stream().sorted(order.comparator()).toList()),
                orders(question, order),
                troubles.concerns(question, round, place, actor),
                troubles.conditions(round, place),
                troubles.held(question, round, place),
                ReadyText.of(situation.of(round, summary), null),
                ReadyText.of(missing.of(round, ReportKind.VOTING, slot.slot(), null, place.code(), actor), null));
    }

    private List<Tab> tabs(VotingQuestion question, RoundRef round, VotingSlot shown) {
        var now = board.slot(round, "").map(VotingSlot::slot).orElse("");
        return board.slots(round).stream()
                .map(slot -> new Tab(
                        question.at(slot.slot().equals(now) ? "" : slot.slot()).url(),
                        slot,
                        slot.slot().equals(shown.slot())))
                .toList();
    }

    private List<Link> orders(VotingQuestion question, PlaceOrder shown) {
        return Arrays.stream(PlaceOrder.values())
                .map(order ->
                        new Link(question.by(order).url(), messages.text("pemungutan.order." + order), order == shown))
                .toList();
    }

    private List<Line> lines(
            VotingQuestion question, RoundRef round, VotingSlot slot, Region place, List<Place> children) {
        boolean stations = place.area().length() == 10;
        Map<String, VotingFacts.Station> known = stations
                ? facts.stations(round.id(), slot.slot(), place.area()).stream()
                        .collect(Collectors.toMap(VotingFacts.Station::tps, station -> station))
                : Map.of();
        return children.stream()
                .map(child -> new Line(
                        child,
                        stations
                                ? "/desk/kesiapan/tps/" + child.code() + "?election=" + round.electionCode() + "&round="
                                        + round.code()
                                : question.in(child.code()).url(),
                        bar(child),
                        known.get(Area.digits(child.code()))))
                .toList();
    }

    private static Bar bar(Place place) {
        var reports = place.reports();
        return Bar.of(
                reports.expected(),
                List.of(
                        Bar.Part.styled(reports.received(), "bar-verified"),
                        Bar.Part.styled(reports.late(), "bar-received"),
                        Bar.Part.styled(reports.overdue(), "bar-held")));
    }
}
