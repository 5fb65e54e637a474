package id.deskpilkada.readiness;

/** An offline plan of a TPS was written down, completed or withdrawn; published in the same transaction, so that its state is derived again. */
public record OfflinePlanRecorded(long roundId, String tps) {}
