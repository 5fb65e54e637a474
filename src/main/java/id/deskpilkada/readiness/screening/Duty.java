package id.deskpilkada.readiness.screening;

/** What an officer does: at the TPS, for the village, for the district, guarding, or supervising. */
enum Duty {
    KPPS,
    PPS,
    PPK,
    LINMAS,
    PTPS
}
