package id.deskpilkada.tierreport;

/** Whose report it is. */
public enum TierLevel {
    DISTRICT,
    REGENCY,
    /** Made of what its regencies have sent to this installation. */
    PROVINCE
}
