package id.deskpilkada.tally;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import java.util.List;
import org.springframework.stereotype.Component;

/** The places that have totals: regions and, below villages, polling stations. */
@Component
class Places {

    static final int TPS_DIGITS = 13;

    private final Regions regions;
    private final Elections elections;

    Places(Regions regions, Elections elections) {
        this.regions = regions;
        this.elections = elections;
    }

    /** @throws Problem 404 {@code UNKNOWN_REGION} */
    TallyFigures.Place require(RoundRef round, String code) {
        if (Area.digits(code).length() == TPS_DIGITS) {
            return elections
                    .station(round, code)
                    .map(Places::place)
                    .orElseThrow(() -> Problem.notFound("UNKNOWN_REGION", code));
        }
        var installation = regions.installation();
        return installation.area().equals(Area.digits(code)) ? place(installation) : place(regions.require(code));
    }

    /** The places one level down, by code; none below a polling station. */
    List<TallyFigures.Place> children(RoundRef round, TallyFigures.Place place) {
        if (place.level().equals("TPS")) {
            return List.of();
        }
        if (place.level().equals(RegionLevel.VILLAGE.name())) {
            return elections.stations(round, Area.digits(place.code())).stream()
                    .map(Places::place)
                    .toList();
        }
        return regions.children(place.code()).stream().map(Places::place).toList();
    }

    /** How many digits the codes one level down have. */
    static int digitsBelow(String area) {
        return switch (area.length()) {
            case 2 -> 4;
            case 4 -> 6;
            case 6 -> 10;
            default -> TPS_DIGITS;
        };
    }

    private static TallyFigures.Place place(Region region) {
        return new TallyFigures.Place(
                region.code(), region.name(), region.level().name());
    }

    private static TallyFigures.Place place(StationRef station) {
        return new TallyFigures.Place(station.code(), "TPS %03d".formatted(station.number()), "TPS");
    }
}
