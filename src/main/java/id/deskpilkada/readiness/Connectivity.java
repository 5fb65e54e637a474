package id.deskpilkada.readiness;

/** The mobile signal at a TPS; none is a blank spot, which needs an offline plan. */
public enum Connectivity {
    GOOD,
    WEAK,
    NONE
}
