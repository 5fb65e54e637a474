package id.deskpilkada.fieldreport;

import java.util.UUID;

/** A signalled incident was kept for the desk; published in the transaction that keeps it. */
public record SignalKept(UUID id, IncidentSignalled signalled) {}
