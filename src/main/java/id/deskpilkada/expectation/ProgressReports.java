package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has reported and who has not, for any place. */
@Service
public class ProgressReports {

    private static final int VILLAGE_DIGITS = 10;
    private static final int TPS_DIGITS = 13;

    private final ProgressQueries queries;
    private final Regions regions;
    private final Elections elections;

    ProgressReports(ProgressQueries queries, Regions regions, Elections elections) {
        this.queries = queries;
        this.regions = regions;
        this.elections = elections;
    }

    /**
     * Progress of a region or polling station and of the places one level down.
     *
     * @param slot null for all slots of the kind
     * @param race null for all races
     * @throws Problem 403 {@code OUTSIDE_SCOPE} for a place the actor holds no role at, 404 {@code UNKNOWN_REGION}
     */
    @Transactional(readOnly = true)
    public ProgressReport of(
            RoundRef round,
            ReportKind kind,
            @Nullable String slot,
            @Nullable RaceRef race,
            String region,
            Actor actor) {
        var question = question(round, kind, slot, race, region, actor);
        String area = question.area();
        int digits = digitsBelow(area);
        Map<String, Progress> stored = queries.grouped(question, digits);
        var children = places(round, area)
                .map(place -> stored.getOrDefault(Area.digits(place.code()), Progress.none(place.code(), place.name()))
                        .named(place.code(), place.name()))
                .toList();
        var here = stored.values().stream().reduce(Progress.none("", ""), Progress::plus);
        return new ProgressReport(kind.name(), here.named(code(area), name(area)), children);
    }

    ProgressQuestion question(
            RoundRef round,
            ReportKind kind,
            @Nullable String slot,
            @Nullable RaceRef race,
            String region,
            Actor actor) {
        if (!actor.covers(region)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", region);
        }
        String area = Area.digits(region);
        boolean tps = TpsCode.parse(area).isPresent();
        if (!tps && !area.equals(regions.installation().area())) {
            regions.require(region);
        }
        return new ProgressQuestion(round.id(), kind, slot, race == null ? null : race.id(), area);
    }

    private Stream<Place> places(RoundRef round, String area) {
        if (area.length() >= VILLAGE_DIGITS) {
            return area.length() == TPS_DIGITS
                    ? Stream.empty()
                    : elections.stations(round, area).stream().map(Place::of);
        }
        return regions.children(area).stream().map(Place::of);
    }

    private String name(String area) {
        return area.length() == TPS_DIGITS ? "TPS %03d".formatted(new TpsCode(area).number()) : regions.name(area);
    }

    private static String code(String area) {
        return area.length() == TPS_DIGITS ? area : Area.dotted(area);
    }

    private static int digitsBelow(String area) {
        return switch (area.length()) {
            case 2 -> 4;
            case 4 -> 6;
            case 6 -> VILLAGE_DIGITS;
            default -> TPS_DIGITS;
        };
    }

    private record Place(String code, String name) {

        static Place of(Region region) {
            return new Place(region.code(), region.name());
        }

        static Place of(StationRef station) {
            return new Place(station.code(), "TPS %03d".formatted(station.number()));
        }
    }
}
