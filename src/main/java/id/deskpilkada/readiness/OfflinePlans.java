package id.deskpilkada.readiness;

/** Whether a TPS without signal has its plan for reporting. */
public interface OfflinePlans {

    /** Whether there is a plan that says by which channel, who and when. */
    boolean complete(long roundId, String tps);
}
