package id.deskpilkada.voting;

/** How many voters are on their way to a TPS. */
public enum Mobility {
    LOW,
    NORMAL,
    HIGH
}
