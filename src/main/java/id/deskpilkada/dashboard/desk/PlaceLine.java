package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.tally.TallyFigures;
import java.util.List;

/**
 * The state of one place's forms in the three columns that every table here has: arrived, late, compared.
 *
 * @param figures of the place
 * @param late forms that have not come though they were due
 * @param bar compared, arrived and not held, to be checked; the rest has not come
 */
record PlaceLine(TallyFigures figures, int late, Bar bar) {

    static PlaceLine of(TallyFigures figures, int late) {
        long plain = Math.max(0, figures.received() - figures.held() - figures.verified());
        return new PlaceLine(
                figures,
                late,
                Bar.of(
                        Math.max(figures.expected(), figures.received()),
                        List.of(
                                Bar.Part.styled(figures.verified(), "bar-verified"),
                                Bar.Part.styled(plain, "bar-received"),
                                Bar.Part.styled(figures.held(), "bar-held"))));
    }

    public boolean withheld() {
        return Boolean.TRUE.equals(figures.withheld());
    }

    public boolean drillable() {
        return !"TPS".equals(figures.region().level());
    }

    /** Arrived, neither to be checked nor compared. */
    public int waiting() {
        return Math.max(0, figures.received() - figures.held() - figures.verified());
    }

    public int notYet() {
        return Math.max(0, figures.expected() - figures.received());
    }
}
