package id.deskpilkada.dashboard.day;

import id.deskpilkada.fieldreport.ReportKind;
import java.util.Comparator;
import java.util.List;

/**
 * What has not come.
 *
 * @param overdue though it was due
 * @param missing overdue or not
 * @param worst the slots with most overdue, those first
 */
public record Lateness(int overdue, int missing, List<SlotLine> worst) {

    private static final int WORST = 3;

    /** Once voting has begun nobody waits for readiness any more. */
    static Lateness of(List<SlotLine> opened) {
        boolean begun = opened.stream().anyMatch(slot -> slot.kind() != ReportKind.READINESS);
        var slots = opened.stream()
                .filter(slot -> !begun || slot.kind() != ReportKind.READINESS)
                .toList();
        return new Lateness(
                slots.stream().mapToInt(slot -> slot.progress().overdue()).sum(),
                slots.stream().mapToInt(slot -> slot.progress().missing()).sum(),
                slots.stream()
                        .filter(slot -> slot.progress().overdue() > 0)
                        .sorted(Comparator.comparingInt(
                                        (SlotLine slot) -> slot.progress().overdue())
                                .reversed())
                        .limit(WORST)
                        .toList());
    }
}
