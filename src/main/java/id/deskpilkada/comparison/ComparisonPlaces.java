package id.deskpilkada.comparison;

import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Regions;
import org.springframework.stereotype.Component;

/** Names of places, TPS among them. */
@Component
class ComparisonPlaces {

    static final int TPS_DIGITS = 13;

    private final Regions regions;

    ComparisonPlaces(Regions regions) {
        this.regions = regions;
    }

    /** E.g. {@code TPS 004 Margasana}, or the name of a region. */
    String name(String area) {
        return area.length() == TPS_DIGITS
                ? "TPS %03d %s".formatted(new TpsCode(area).number(), regions.name(area.substring(0, 10)))
                : regions.name(area);
    }

    /** Dotted for a region, 13 digits for a TPS. */
    static String code(String area) {
        return area.length() == TPS_DIGITS ? area : Area.dotted(area);
    }
}
