package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.dashboard.CallListAddress;
import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.expectation.SlotProgress;
import id.deskpilkada.fieldreport.ReportKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot with what came and what did not.
 *
 * @param url of the page that shows these reports; null where it is this one
 * @param calls address of the call list
 */
record ReportLine(String name, SlotProgress slot, @Nullable String url, String calls, Bar bar) {

    static ReportLine of(String name, SlotProgress slot, DeskQuestion question) {
        var progress = slot.progress();
        return new ReportLine(
                name,
                slot,
                page(slot, question),
                CallListAddress.of(slot.kind(), slot.slot(), slot.race(), question),
                Bar.of(
                        progress.expected(),
                        List.of(
                                Bar.Part.styled(progress.received(), "bar-verified"),
                                Bar.Part.styled(progress.late(), "bar-received"),
                                Bar.Part.styled(progress.overdue(), "bar-held"))));
    }

    private static @Nullable String page(SlotProgress slot, DeskQuestion question) {
        String path = slot.kind() == ReportKind.VOTING
                ? "/desk/pemungutan"
                : slot.kind() == ReportKind.READINESS ? "/desk/kesiapan" : null;
        return path == null
                ? null
                : PageAddress.of(
                        path,
                        "region",
                        question.region(),
                        "slot",
                        slot.slot(),
                        "election",
                        question.election(),
                        "round",
                        question.round());
    }
}
