package id.deskpilkada.election;

/** A round entered another phase; published in the transaction that changes it. */
public record RoundPhaseChanged(RoundRef round) {}
