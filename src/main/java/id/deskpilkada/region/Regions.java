package id.deskpilkada.region;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The regions this installation knows, and which of them it serves. Codes are taken dotted or as digits. */
@Service
public class Regions {

    private static final int VILLAGE_DIGITS = 10;

    private final RegionLookup lookup;
    private final JdbcClient jdbc;
    private final DeskSettings settings;

    Regions(RegionLookup lookup, JdbcClient jdbc, DeskSettings settings) {
        this.lookup = lookup;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(lookup.byArea(Area.digits(code)));
    }

    /** @throws Problem 404 {@code UNKNOWN_REGION} */
    public Region require(String code) {
        return find(code).orElseThrow(() -> Problem.notFound("UNKNOWN_REGION", code));
    }

    /**
     * The region that somebody asks about: the one named, else the installation's where they may see all of it, else the first region at which they hold such a role.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}
     */
    public Region asked(@Nullable String code, Permission permission, Actor actor) {
        var installation = installation();
        String wanted = code != null && !code.isBlank() ? code.strip() : start(installation, permission, actor);
        actor.require(permission, wanted);
        return installation.area().equals(Area.digits(wanted)) ? installation : require(wanted);
    }

    private static String start(Region installation, Permission permission, Actor actor) {
        return actor.may(permission, installation.code())
                ? installation.code()
                : Actor.widest(actor.areas(permission)).stream()
                        .filter(area -> area.length() <= VILLAGE_DIGITS)
                        .findFirst()
                        .map(Area::dotted)
                        .orElse(installation.code());
    }

    /** The regions one level down, by code. */
    public List<Region> children(String code) {
        return lookup.children(Area.dotted(Area.digits(code)));
    }

    /** The name of a region; its dotted code when it is not known. */
    public String name(String code) {
        return find(code).map(Region::name).orElseGet(() -> Area.dotted(Area.digits(code)));
    }

    /** The region that this installation serves, under its code as long as no regions are imported. */
    public Region installation() {
        return find(settings.regency()).orElseGet(() -> {
            var code = RegionCode.parse(settings.regency())
                    .orElseThrow(() -> new IllegalStateException("DESK_REGENCY is no region code"));
            var parent = code.parent().map(RegionCode::value).orElse(null);
            return new Region(code.value(), code.area(), code.value(), code.level(), parent, null, null);
        });
    }

    /** All districts of the region that this installation serves, by code. */
    public List<Region> districts() {
        return lookup.districts(settings.area());
    }

    /** Districts and villages of this installation whose name holds the text, those that begin with it first. */
    public List<Region> named(String text, int most) {
        return jdbc.sql(
                        """
                        SELECT code, area, name, level, parent_code, lat, lng FROM region
                        WHERE level IN ('DISTRICT', 'VILLAGE') AND starts_with(area, :served) AND position(lower(:text) IN lower(name)) > 0
                        ORDER BY lower(name) <> lower(:text), NOT starts_with(lower(name), lower(:text)), name, area LIMIT :most
                        """)
                .param("served", settings.area())
                .param("text", text.strip())
                .param("most", most)
                .query(Region.class)
                .list();
    }

    /** The time zone of the region that this installation serves. */
    public ZoneId zone() {
        return IndonesianTime.of(settings.area()).zone();
    }

    /** WIB, WITA or WIT. */
    public String zoneName() {
        return IndonesianTime.of(settings.area()).name();
    }

    /** The areas of the districts whose centres lie nearest, the nearest first; empty where coordinates are missing. */
    public List<String> neighbours(String districtArea, int count) {
        return jdbc.sql(
                        """
                        SELECT o.area FROM region d JOIN region o ON o.parent_code = d.parent_code AND o.code <> d.code
                        WHERE d.area = ? AND d.level = 'DISTRICT' AND o.level = 'DISTRICT' AND d.lat IS NOT NULL AND o.lat IS NOT NULL
                        ORDER BY (o.lat - d.lat) ^ 2 + ((o.lng - d.lng) * cos(radians(d.lat))) ^ 2, o.code LIMIT ?
                        """)
                .params(districtArea, count)
                .query(String.class)
                .list();
    }
}
