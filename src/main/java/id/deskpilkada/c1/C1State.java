package id.deskpilkada.c1;

/** State of a form as the HTTP contract names it; labels in the bundles under {@code c1.state}. */
public enum C1State {
    EXPECTED,
    RECEIVED,
    HELD,
    IN_VERIFICATION,
    DISPUTED,
    VERIFIED,
    VERIFIED_WITH_NOTES
}
