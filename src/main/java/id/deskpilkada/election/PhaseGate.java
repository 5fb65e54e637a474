package id.deskpilkada.election;

/** What a feature knows about the completeness of a phase: the round goes on when every gate of its phase is complete, or at the deadline of the schedule. */
public interface PhaseGate {

    String READINESS = "READINESS";
    String COUNTING = "COUNTING";

    /** {@code READINESS} or {@code COUNTING}. */
    String phase();

    /** Whether nothing of the phase is missing, as the running transaction sees it; reads without locking. */
    boolean complete(RoundRef round);
}
