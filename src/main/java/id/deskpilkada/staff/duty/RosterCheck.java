package id.deskpilkada.staff.duty;

import id.deskpilkada.staff.duty.Shift.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is amiss with the roster of one post on one day. None of it refuses anything: a handover may overlap on purpose. */
final class RosterCheck {

    private RosterCheck() {}

    enum Kind {
        GAP,
        OVERLAP,
        NOBODY,
        NO_LEADER
    }

    record Finding(Kind kind, Instant from, Instant to) {}

    /**
     * @param day the day of the regency
     * @param covered what must be covered without a gap, as on the day of voting; null: from the first beginning to the last end of the day
     */
    static List<Finding> of(List<Shift> shifts, Span day, @Nullable Span covered) {
        var findings = new ArrayList<Finding>();
        var spans = shifts.stream()
                .map(shift -> shift.span().within(day))
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::from).thenComparing(Span::to))
                .toList();
        cover(spans, covered, findings);
        for (var shift : shifts) {
            if (shift.people().isEmpty()) {
                findings.add(new Finding(Kind.NOBODY, shift.startsAt(), shift.endsAt()));
            } else if (shift.people().stream().noneMatch(Shift.OnDuty::leads)) {
                findings.add(new Finding(Kind.NO_LEADER, shift.startsAt(), shift.endsAt()));
            }
        }
        findings.sort(Comparator.comparing(Finding::from).thenComparing(Finding::kind));
        return List.copyOf(findings);
    }

    private static void cover(List<Span> spans, @Nullable Span covered, List<Finding> findings) {
        Instant reached = covered == null ? null : covered.from();
        for (var span : spans) {
            if (reached != null && span.from().isAfter(reached)) {
                findings.add(new Finding(Kind.GAP, reached, span.from()));
            }
            reached = reached == null || span.to().isAfter(reached) ? span.to() : reached;
        }
        if (covered != null && reached != null && covered.to().isAfter(reached)) {
            findings.add(new Finding(Kind.GAP, reached, covered.to()));
        }
        for (int at = 1; at < spans.size(); at++) {
            for (int earlier = 0; earlier < at; earlier++) {
                var both = spans.get(at).within(spans.get(earlier));
                if (!both.isEmpty()) {
                    findings.add(new Finding(Kind.OVERLAP, both.from(), both.to()));
                }
            }
        }
    }
}
