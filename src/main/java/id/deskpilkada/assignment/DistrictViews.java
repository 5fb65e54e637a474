package id.deskpilkada.assignment;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how far a district is; inside the caller's transaction. */
@Component
class DistrictViews {

    private final Elections elections;
    private final PreparationDates dates;
    private final Regions regions;
    private final AssignmentRows rows;

    DistrictViews(Elections elections, PreparationDates dates, Regions regions, AssignmentRows rows) {
        this.elections = elections;
        this.dates = dates;
        this.regions = regions;
        this.rows = rows;
    }

    /** @throws Problem 404 {@code UNKNOWN_REGION}; 422 where a district was expected, or as {@link Elections#round} */
    AssignmentCase find(String district, @Nullable String election, @Nullable String round) {
        var region = regions.require(district);
        if (region.level() != RegionLevel.DISTRICT) {
            throw Problem.unprocessable("DISTRICT_EXPECTED", Area.dotted(region.area()));
        }
        return new AssignmentCase(elections.round(election, round), region.area());
    }

    AssignmentCase of(RoundRef round, String districtArea) {
        return new AssignmentCase(round, districtArea);
    }

    AssignmentCase of(long roundId, String districtArea) {
        return new AssignmentCase(elections.round(roundId), districtArea);
    }

    DistrictView view(AssignmentCase about) {
        return DistrictView.of(
                about,
                regions.name(about.district()),
                dates.assignmentDue(about.round().id()).orElse(null),
                regions.children(about.district()),
                elections.stations(about.round(), about.district()),
                rows.of(about));
    }
}
