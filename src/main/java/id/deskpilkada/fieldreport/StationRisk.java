package id.deskpilkada.fieldreport;

/** Whether a place was known to be vulnerable before the day; answered by the feature that keeps the register. */
public interface StationRisk {

    /** @param area digits of a TPS or region */
    boolean isHigh(long roundId, String area);
}
