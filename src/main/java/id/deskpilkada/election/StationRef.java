package id.deskpilkada.election;

import org.jspecify.annotations.Nullable;

/**
 * A polling station of a round.
 *
 * @param villageArea its village as digits
 * @param districtArea its district as digits
 */
public record StationRef(
        String code,
        String villageArea,
        String districtArea,
        int number,
        @Nullable String address,
        @Nullable Double lat,
        @Nullable Double lng) {}
