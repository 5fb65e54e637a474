package id.deskpilkada.tierreport;

/** Whose report it is. */
public enum TierLevel {
    DISTRICT,
    REGENCY
}
