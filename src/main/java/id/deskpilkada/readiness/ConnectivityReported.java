package id.deskpilkada.readiness;

import java.time.Instant;

/**
 * A readiness report told how good the signal at a TPS is; published in the transaction that accepts it.
 *
 * @param at when it was observed
 */
public record ConnectivityReported(long roundId, String tps, Connectivity connectivity, Instant at) {}
