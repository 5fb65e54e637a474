package id.deskpilkada.readiness;

/** How ready a TPS is; derived from reports by the table {@code readiness-status}, never typed. */
public enum ReadinessState {
    /** Belum diperiksa. */
    UNCHECKED,
    /** Siap. */
    READY,
    /** Siap bersyarat: nothing stands in the way of voting, but something is still to be done or looked at. */
    CONDITIONAL,
    /** Tidak siap. */
    NOT_READY
}
