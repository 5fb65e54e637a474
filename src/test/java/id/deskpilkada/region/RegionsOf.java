package id.deskpilkada.region;

import id.deskpilkada.platform.DeskSettings;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The regions of an installation elsewhere, for what depends on its time zone only: no database stands behind them. */
public final class RegionsOf {

    private RegionsOf() {}

    public static Regions regency(String code) {
        var nothing = JdbcClient.create(new SimpleDriverDataSource());
        return new Regions(new RegionLookup(nothing), nothing, new DeskSettings(code, Path.of("."), ""));
    }
}
