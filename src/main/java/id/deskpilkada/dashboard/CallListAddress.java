package id.deskpilkada.dashboard;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import org.jspecify.annotations.Nullable;

/** Where those are listed who owe the reports of one slot, in the place that a page is about. */
public final class CallListAddress {

    private CallListAddress() {}

    public static String of(ReportKind kind, @Nullable String slot, @Nullable RaceRef race, PlaceQuestion about) {
        return PageAddress.of(
                "/desk/belum-lapor",
                "kind",
                kind,
                "slot",
                slot,
                "race",
                race == null ? null : race.code(),
                "region",
                about.region(),
                "election",
                about.election(),
                "round",
                about.round());
    }
}
