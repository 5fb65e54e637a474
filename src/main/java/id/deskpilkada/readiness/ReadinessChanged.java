package id.deskpilkada.readiness;

/**
 * A TPS has another readiness state; published in the changing transaction.
 *
 * @param villageArea its village as digits
 * @param districtArea its district as digits
 */
public record ReadinessChanged(
        long roundId, String tps, String villageArea, String districtArea, ReadinessState state) {}
