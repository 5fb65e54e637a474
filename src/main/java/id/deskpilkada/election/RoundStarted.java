package id.deskpilkada.election;

/** A round began; published in the transaction that starts it. */
public record RoundStarted(RoundRef round) {}
