package id.deskpilkada.readiness.risk;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register as somebody may read it. */
@Service
@Transactional(readOnly = true)
class RiskRegister {

    private final RiskReading reading;
    private final RiskHistory history;
    private final RiskFacts facts;
    private final RiskIndicators indicators;
    private final RiskPlaces places;
    private final Elections elections;

    RiskRegister(
            RiskReading reading,
            RiskHistory history,
            RiskFacts facts,
            RiskIndicators indicators,
            RiskPlaces places,
            Elections elections) {
        this.reading = reading;
        this.history = history;
        this.facts = facts;
        this.indicators = indicators;
        this.places = places;
        this.elections = elections;
    }

    /** One entry with all that belongs to it. */
    record Whole(RiskView risk, List<RiskHistory.Event> history, List<RiskHistory.Measure> measures) {}

    /** @param level {@code NONE} where nothing is known @param risks its own first, then those of the areas above */
    record Place(String code, String place, String level, int score, List<RiskView> risks) {}

    Page<RiskView> page(@Nullable String election, RiskQuestion question, Page.Window window, Actor actor) {
        var found = reading.page(elections.electionId(election), question, RiskReach.of(actor), window);
        var names = new Names();
        return new Page<>(
                found.items().stream()
                        .map(row -> names.view(row, question.area()))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    /** @throws Problem 404 {@code RISK_NOT_FOUND} also for what lies outside one's reach */
    Whole one(long id, Actor actor) {
        var row = reading.one(id, RiskReach.of(actor)).orElseThrow(() -> Problem.notFound("RISK_NOT_FOUND"));
        return new Whole(new Names().view(row, row.area()), history.events(id), history.measures(id));
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE} */
    Place place(@Nullable String election, String code, Actor actor) {
        var area = Area.digits(code);
        var reach = RiskReach.of(actor);
        if (reach.areas().stream().noneMatch(area::startsWith)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", code);
        }
        long id = elections.electionId(election);
        var names = new Names();
        var found = facts.ofElection(id, area);
        return new Place(
                places.code(area),
                places.name(area),
                found.map(place -> place.level().name()).orElse(RiskLevel.NONE.name()),
                found.map(RiskFacts.PlaceRisk::score).orElse(0),
                reading.holding(id, area, reach).stream()
                        .map(row -> names.view(row, area))
                        .toList());
    }

    Map<String, Integer> byVariable(@Nullable String election, String area, Actor actor) {
        return reading.byVariable(elections.electionId(election), area, RiskReach.of(actor));
    }

    /** Names of places, remembered while one answer is made. */
    final class Names {

        private final LocalDate today = reading.today();
        private final Map<String, String> known = new HashMap<>();

        RiskView view(RiskRow row, String askedFor) {
            return new RiskView(
                    row.id(),
                    places.code(row.area()),
                    known.computeIfAbsent(row.area(), places::name),
                    known.computeIfAbsent("d" + row.area(), area -> places.district(area.substring(1))),
                    row.indicator(),
                    row.asIndicator().text(),
                    row.variable(),
                    indicators.variableName(row.variable()),
                    row.weight(),
                    row.level(),
                    row.owner(),
                    indicators.ownerName(row.owner()),
                    row.note(),
                    row.followed(today).name(),
                    row.closeReason(),
                    row.handedTo(),
                    row.mitigationDue(),
                    row.recordedAt(),
                    row.changedAt(),
                    row.area().length() < askedFor.length());
        }
    }

    String placeName(String area) {
        return places.name(area);
    }

    Names names() {
        return new Names();
    }
}
