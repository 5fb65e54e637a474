package id.deskpilkada.readiness.paper;

/** What has come of one expected report: on paper, by another way, or both. */
public enum PaperState {
    /** Nothing yet. */
    NEITHER,
    /** Reported by another way; no paper. */
    ONLINE,
    /** The paper lies there and nobody has typed it in. */
    PAPER,
    /** Typed in from paper; nothing came by another way. */
    TYPED,
    /** Both came; for Form C1 the paper is not typed in yet, so that nothing can be compared. */
    BOTH,
    /** Both are typed in and hold the same numbers. */
    SAME,
    /** Both are typed in and hold other numbers. */
    DIFFERENT
}
