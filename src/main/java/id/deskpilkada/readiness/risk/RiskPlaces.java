package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.RegionCode;
import id.deskpilkada.region.Regions;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places that a risk can be about: this installation's region, everything inside it, and the regions above it. */
@Component
public class RiskPlaces {

    private static final int TPS_DIGITS = 13;
    private static final int VILLAGE_DIGITS = 10;
    private static final int DISTRICT_DIGITS = 6;

    private final Regions regions;
    private final DeskSettings settings;
    private final JdbcClient jdbc;

    RiskPlaces(Regions regions, DeskSettings settings, JdbcClient jdbc) {
        this.regions = regions;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** The digits of a region code, dotted or not; empty when it is none. */
    static Optional<String> region(String code) {
        return RegionCode.parse(code).map(RegionCode::area);
    }

    Set<String> stations(long election) {
        return jdbc.sql("SELECT code FROM polling_station WHERE election_id = ?")
                .param(election)
                .query(String.class)
                .set();
    }

    boolean hasStation(long election, String tps) {
        return jdbc.sql("SELECT count(*) FROM polling_station WHERE election_id = ? AND code = ?")
                .params(election, tps)
                .query(Boolean.class)
                .single();
    }

    /** All regions that are known, as digits. */
    Set<String> regions() {
        return jdbc.sql("SELECT area FROM region").query(String.class).set();
    }

    /** Whether a place lies inside the region that this installation serves, or that region inside it. */
    boolean concernsUs(String area) {
        return area.startsWith(settings.area()) || settings.area().startsWith(area);
    }

    /** Digits of the region that this installation serves. */
    public String installation() {
        return settings.area();
    }

    /** What a place is called: {@code TPS 001 Margasana}, {@code Desa/Kel. Margasana}, {@code Kec. Kramatwatu}, {@code Kabupaten Serang}. */
    public String name(String area) {
        return switch (area.length()) {
            case TPS_DIGITS ->
                "TPS " + area.substring(VILLAGE_DIGITS) + " " + regions.name(area.substring(0, VILLAGE_DIGITS));
            case VILLAGE_DIGITS -> "Desa/Kel. " + regions.name(area);
            case DISTRICT_DIGITS -> "Kec. " + regions.name(area);
            default -> regions.name(area);
        };
    }

    /** The district in which a place lies; empty above it. */
    public String district(String area) {
        return area.length() < DISTRICT_DIGITS ? "" : regions.name(area.substring(0, DISTRICT_DIGITS));
    }

    /** The code as people write it: dotted for a region, digits for a TPS. */
    public String code(String area) {
        return area.length() == TPS_DIGITS ? area : Area.dotted(area);
    }
}
