package id.deskpilkada.dashboard.wall;

/** How a place stands in one word, a letter and a colour; the gravest first. */
enum TileState {
    LATE,
    WAITING,
    DONE,
    NOTHING;

    static TileState of(int expected, int reported, int late) {
        if (late > 0) {
            return LATE;
        }
        if (expected == 0) {
            return NOTHING;
        }
        return reported < expected ? WAITING : DONE;
    }

    /** Message key of its letter. */
    public String letter() {
        return "wall.tile.letter." + name();
    }

    /** Message key of its word. */
    public String word() {
        return "wall.tile." + name();
    }
}
