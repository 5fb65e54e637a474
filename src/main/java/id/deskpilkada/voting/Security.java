package id.deskpilkada.voting;

/** How calm it is; in Indonesian kondusif, perlu perhatian, tidak kondusif. */
public enum Security {
    CALM,
    ATTENTION,
    UNREST
}
