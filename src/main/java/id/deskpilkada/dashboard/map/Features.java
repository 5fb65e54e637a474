package id.deskpilkada.dashboard.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GeoJSON FeatureCollection. */
record Features(String type, List<Feature> features) {

    Features(List<Feature> features) {
        this("FeatureCollection", features);
    }

    /** @param geometry as GeoJSON text; null where nobody has told where it lies */
    record Feature(String type, String id, Properties properties, @JsonRawValue @Nullable String geometry) {

        Feature(Properties properties, @Nullable String geometry) {
            this("Feature", properties.code(), properties, geometry);
        }
    }

    /**
     * @param self whether it is the region that was asked for, and not a part of it
     * @param state code of the layer that was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Properties(
            String code,
            String name,
            String level,
            @Nullable Boolean self,
            @Nullable String village,
            @Nullable String address,
            @Nullable String state) {}

    static @Nullable String point(@Nullable Double lat, @Nullable Double lng) {
        return lat == null || lng == null ? null : "{\"type\":\"Point\",\"coordinates\":[" + lng + "," + lat + "]}";
    }
}
