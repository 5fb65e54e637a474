package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.Standpoint;
import id.deskpilkada.expectation.MissingReports;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.platform.Page;
import id.deskpilkada.readiness.ReadinessFacts.Shortcoming;
import id.deskpilkada.readiness.ReadinessFacts.Station;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of readiness shows.
 *
 * @param stations the polling stations of a village; empty above villages
 * @param children the places one level down; empty for a village
 * @param missing null where the round asks for no readiness
 */
record ReadinessView(
        ReadinessQuestion question,
        Standpoint stand,
        CountLine here,
        List<Stage> stages,
        List<CountLine> children,
        List<StationLine> stations,
        List<Owner> owners,
        Page<ShortcomingLine> shortcomings,
        MissingReports.@Nullable Page missing) {

    /** A slot in which reports are due. @param both whether site and logistics are due together */
    record Stage(String slot, boolean logistics, boolean both, OffsetDateTime dueAt, Progress progress, Link link) {

        /** Key of its name in the bundles. */
        public String label() {
            return "kesiapan.stage." + (both ? "BOTH" : logistics ? "LOGISTICS" : "SITE");
        }

        public int came() {
            return progress.received() + progress.late();
        }
    }

    /** Somebody who has things to mend. @param dial address that calls them; null when nobody has confirmed their number or it is not for this reader */
    record Owner(String name, int open, int overdue, Link link, @Nullable String dial, @Nullable String number) {}

    record StationLine(String name, String url, Station facts) {}

    record ShortcomingLine(
            String tpsName, String villageName, String url, String ownerName, boolean overdue, Shortcoming facts) {}

    public int missingPages() {
        return missing == null ? 0 : (missing.total() + missing.size() - 1) / missing.size();
    }

    public int shortcomingPages() {
        return (int) ((shortcomings.total() + shortcomings.size() - 1) / shortcomings.size());
    }
}
