package id.deskpilkada.region;

import org.jspecify.annotations.Nullable;

/**
 * A province, regency, district or village.
 *
 * @param code dotted
 * @param area the code as digits; what lies inside has an area that begins with it
 * @param lat latitude of its centre in degrees, null when not known
 */
public record Region(
        String code,
        String area,
        String name,
        RegionLevel level,
        @Nullable String parentCode,
        @Nullable Double lat,
        @Nullable Double lng) {}
