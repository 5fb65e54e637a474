package id.deskpilkada.tierreport.page;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.page.Calendar.Choice;
import id.deskpilkada.tierreport.page.Calendar.Column;
import id.deskpilkada.tierreport.page.Calendar.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the calendar together. What an address asks for and nobody knows does not matter, so that an old bookmark still opens it. */
@Service
class Calendars {

    private static final String TIER = "TIER";
    private static final int PROVINCE = 2;

    private final CalendarRows rows;
    private final Cells cells;
    private final Turns turns;
    private final Deliveries deliveries;
    private final Elections elections;
    private final Regions regions;
    private final Clock clock;

    Calendars(
            CalendarRows rows,
            Cells cells,
            Turns turns,
            Deliveries deliveries,
            Elections elections,
            Regions regions,
            Clock clock) {
        this.rows = rows;
        this.cells = cells;
        this.turns = turns;
        this.deliveries = deliveries;
        this.elections = elections;
        this.regions = regions;
        this.clock = clock;
    }

    /** A place of the calendar. */
    private record Place(String area, TierLevel level) {}

    /**
     * Empty while no round has been started.
     *
     * @throws Problem 403 {@code FORBIDDEN}, {@code OUTSIDE_SCOPE}, 422 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}
     */
    @Transactional(readOnly = true)
    public Optional<Calendar> of(CalendarAddress asked, Actor actor) {
        actor.require(Permission.READ_TIER_REPORTS);
        return round(asked).map(round -> of(asked, round, actor));
    }

    private Optional<RoundRef> round(CalendarAddress asked) {
        return (asked.election() + asked.round()).isBlank()
                ? elections.shownRounds().stream().findFirst()
                : Optional.of(elections.round(asked.election(), asked.round()));
    }

    private Calendar of(CalendarAddress asked, RoundRef round, Actor actor) {
        var now = clock.instant();
        var slots = elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(TIER))
                .toList();
        var standing = rows.of(round.id());
        Map<String, CalendarRows.Row> byPlace =
                standing.stream().collect(Collectors.toMap(row -> row.slot() + "/" + row.area(), Function.identity()));
        var places = places(round, actor);
        var all = places.stream().map(place -> line(place, slots, byPlace, now)).toList();
        var columns = columns(asked, slots, all, now);
        var shown = shown(asked, columns);
        var area = area(asked, actor);
        return new Calendar(
                asked,
                round,
                area.isEmpty() ? widest(places) : area,
                regions.name(area.isEmpty() ? widest(places) : area),
                columns,
                all.stream()
                        .filter(line -> isAskedFor(line, area, asked, shown))
                        .toList(),
                shown,
                districts(places),
                rounds(asked, round),
                turns.of(standing, slots, actor),
                deliveries.of(round.id(), slots, actor),
                now);
    }

    private List<Place> places(RoundRef round, Actor actor) {
        var places = new ArrayList<Place>();
        var own = regions.installation().area();
        if (actor.may(Permission.READ_TIER_REPORTS, own)) {
            places.add(new Place(own, own.length() == PROVINCE ? TierLevel.PROVINCE : TierLevel.REGENCY));
        }
        elections.districts(round).stream()
                .filter(area -> actor.may(Permission.READ_TIER_REPORTS, area))
                .forEach(area -> places.add(new Place(area, TierLevel.DISTRICT)));
        return places;
    }

    private String widest(List<Place> places) {
        return places.isEmpty()
                ? regions.installation().area()
                : places.size() == 1 || places.get(0).level() != TierLevel.DISTRICT
                        ? places.get(0).area()
                        : regions.installation().area();
    }

    private static String area(CalendarAddress asked, Actor actor) {
        var area = Area.digits(asked.region().strip());
        if (!area.isEmpty() && !actor.may(Permission.READ_TIER_REPORTS, area)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", asked.region());
        }
        return area;
    }

    private Line line(Place place, List<SlotRef> slots, Map<String, CalendarRows.Row> standing, Instant now) {
        return new Line(
                Area.dotted(place.area()),
                regions.name(place.area()),
                place.level(),
                slots.stream()
                        .map(slot -> cells.of(
                                slot.slot(),
                                place.level(),
                                slot.dueAt(),
                                standing.get(slot.slot() + "/" + place.area()),
                                now))
                        .toList());
    }

    private static List<Column> columns(CalendarAddress asked, List<SlotRef> slots, List<Line> lines, Instant now) {
        var districts = lines.stream().filter(line -> !line.isRegency()).toList();
        int current = current(slots, now);
        return IntStream.range(0, slots.size())
                .mapToObj(at -> {
                    var slot = slots.get(at);
                    return new Column(
                            at,
                            slot.slot(),
                            slot.dueAt(),
                            slot.requiresSignature(),
                            !slot.dueAt().isAfter(now),
                            at == current,
                            count(districts, at, cell -> cell.state().isSettled()),
                            count(districts, at, cell -> cell.state() == CellState.LATE),
                            districts.size(),
                            asked.at(slot.slot()).url());
                })
                .toList();
    }

    private static int count(List<Line> lines, int at, java.util.function.Predicate<Cell> which) {
        return (int)
                lines.stream().map(line -> line.cells().get(at)).filter(which).count();
    }

    /** The last one that was due, else the first. */
    private static int current(List<SlotRef> slots, Instant now) {
        return Math.max(
                0,
                (int) slots.stream().filter(slot -> !slot.dueAt().isAfter(now)).count() - 1);
    }

    private static @Nullable Column shown(CalendarAddress asked, List<Column> columns) {
        return columns.stream()
                .filter(column -> column.slot().equals(asked.slot()))
                .findFirst()
                .or(() -> columns.stream().filter(Column::current).findFirst())
                .orElse(null);
    }

    private static boolean isAskedFor(Line line, String area, CalendarAddress asked, @Nullable Column shown) {
        if (!area.isEmpty() && !Area.digits(line.code()).startsWith(area)) {
            return false;
        }
        var cells = asked.slot().isEmpty() || shown == null
                ? line.cells()
                : List.of(line.cells().get(shown.at()));
        return asked.state().equals(CalendarAddress.WANTING)
                ? cells.stream().anyMatch(cell -> cell.state().isWanting())
                : CellState.of(asked.state())
                        .map(state -> cells.stream().anyMatch(cell -> cell.state() == state))
                        .orElse(true);
    }

    private List<Region> districts(List<Place> places) {
        var districts = places.stream()
                .filter(place -> place.level() == TierLevel.DISTRICT)
                .map(place -> regions.find(place.area()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Region::name))
                .toList();
        return districts.size() < 2 ? List.of() : districts;
    }

    private List<Choice> rounds(CalendarAddress asked, RoundRef shown) {
        var all = elections.shownRounds();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(round -> new Choice(
                                asked.ofRound(round.electionCode(), round.code())
                                        .url(),
                                round.electionName() + " · " + round.code(),
                                round.id() == shown.id()))
                        .toList();
    }
}
