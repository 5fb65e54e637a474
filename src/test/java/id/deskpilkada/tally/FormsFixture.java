package id.deskpilkada.tally;

import id.deskpilkada.c1.C1Figures;
import id.deskpilkada.c1.C1FormChanged;
import java.util.Map;
import java.util.TreeMap;

/** Forms as module c1 tells them. */
final class FormsFixture {

    private FormsFixture() {}

    static C1FormChanged received(long round, long race, String tps, int one, int two) {
        return changed(round, race, tps, true, false, false, figures(one, two), null);
    }

    static C1FormChanged held(long round, long race, String tps) {
        return changed(round, race, tps, true, true, false, null, null);
    }

    static C1FormChanged verified(long round, long race, String tps, int one, int two) {
        return changed(round, race, tps, true, false, true, figures(one, two), figures(one, two));
    }

    static C1FormChanged verifiedButAbsurd(long round, long race, String tps) {
        return changed(round, race, tps, true, false, true, null, null);
    }

    static C1Figures figures(int one, int two) {
        return new C1Figures(one + two, 3, one + two + 100, one + two + 3, new TreeMap<>(Map.of(1, one, 2, two)));
    }

    private static C1FormChanged changed(
            long round,
            long race,
            String tps,
            boolean received,
            boolean held,
            boolean verified,
            C1Figures receivedFigures,
            C1Figures verifiedFigures) {
        return new C1FormChanged(
                round,
                race,
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                received,
                held,
                verified,
                receivedFigures,
                verifiedFigures);
    }
}
