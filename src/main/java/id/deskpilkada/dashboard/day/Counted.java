package id.deskpilkada.dashboard.day;

/** The numbers of a place: {@code verified} is a part of {@code reported}. */
record Counted(int expected, int reported, int late, int verified) {

    static final Counted NOTHING = new Counted(0, 0, 0, 0);

    Counted plus(Counted other) {
        return new Counted(
                expected + other.expected, reported + other.reported, late + other.late, verified + other.verified);
    }
}
