package id.deskpilkada.election;

/**
 * Nothing of a phase may be missing any more; published in the transaction in which a counter reaches 0. The round asks every {@link PhaseGate} of the phase again.
 *
 * @param phase as in {@link PhaseGate#phase()}
 */
public record GateReached(long roundId, String phase) {}
