package id.deskpilkada.simulation.voting;

/** What happens at a TPS while people vote, and how often: in thousandths of all TPS, at least once. */
enum Mishap {
    /** Water brings the tent down; voting stops for a while, and KPU lets it go on longer. */
    HALTED(0),
    /** People quarrel in the queue, the police calms them. */
    UNREST(0),
    /** The ballot box comes late. */
    OPENED_LATE(3),
    /** Too many were counted in the morning; at noon the figure is lower, with a reason only. */
    COUNTED_WRONG(4),
    /** A first digit too large; mended a little later. */
    MISTYPED(2),
    /** The same in the last slot, left to the desk. */
    MISTYPED_LEFT(1),
    /** Somebody of another village reports, and is refused. */
    STRANGER(1),
    BY_PHONE(30),
    ATTENTION(25),
    NONE(1000);

    private final int permille;

    Mishap(int permille) {
        this.permille = permille;
    }

    /** How many of so many TPS. */
    int share(int stations) {
        return Math.max(1, stations * permille / 1000);
    }

    /** Whether voting goes on longer here by KPU's decision. */
    boolean isExtended() {
        return this == HALTED || this == OPENED_LATE;
    }
}
