package id.deskpilkada.readiness.offlineplan;

/** By which way a report leaves a place without signal. */
enum OfflineChannel {
    SMS,
    SIGNAL_POINT,
    COURIER
}
