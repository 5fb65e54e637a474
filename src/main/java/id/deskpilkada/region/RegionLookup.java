package id.deskpilkada.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads regions, remembered for some seconds. */
@Component
class RegionLookup {

    private static final String REGION = "SELECT code, area, name, level, parent_code, lat, lng FROM region WHERE ";

    private final JdbcClient jdbc;

    RegionLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Cacheable(cacheNames = "regions", key = "'area ' + #area")
    public @Nullable Region byArea(String area) {
        return jdbc.sql(REGION + "area = ?")
                .param(area)
                .query(Region.class)
                .optional()
                .orElse(null);
    }

    @Cacheable(cacheNames = "regions", key = "'children ' + #code")
    public List<Region> children(String code) {
        return jdbc.sql(REGION + "parent_code = ? ORDER BY code")
                .param(code)
                .query(Region.class)
                .list();
    }

    @Cacheable(cacheNames = "regions", key = "'districts ' + #area")
    public List<Region> districts(String area) {
        return jdbc.sql(REGION + "level = 'DISTRICT' AND starts_with(area, ?) ORDER BY code")
                .param(area)
                .query(Region.class)
                .list();
    }

    @CacheEvict(cacheNames = "regions", allEntries = true)
    public void forget() {}
}
