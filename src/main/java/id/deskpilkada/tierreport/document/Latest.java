package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Reports;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The reports that were due last, of all races together; what may still come in time is left out.
 *
 * @param slot empty for Form C1, which is asked for once
 * @param missingStations codes, each once
 */
record Latest(String kind, String slot, int expected, int missing, int excused, List<String> missingStations) {

    private static final List<String> ORDER = List.of("READINESS", "VOTING", "C1");

    /** Slots before the day count down to it, those of the day go on. */
    private static final Comparator<Reports> LATER = Comparator.<Reports>comparingInt(one -> ORDER.indexOf(one.kind()))
            .thenComparingInt(one -> one.slot().startsWith("H-") ? -days(one.slot()) : 0)
            .thenComparing(Reports::slot);

    private static int days(String slot) {
        var digits = slot.replaceAll("^H-(\\d+).*$", "$1");
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    static Optional<Latest> of(Snapshot snapshot) {
        return snapshot.reports().stream()
                .filter(one -> one.expected() > 0 && one.overdue())
                .max(LATER)
                .map(last -> of(
                        last,
                        snapshot.reports().stream()
                                .filter(one -> one.kind().equals(last.kind())
                                        && one.slot().equals(last.slot()))
                                .toList()));
    }

    private static Latest of(Reports last, List<Reports> all) {
        return new Latest(
                last.kind(),
                last.kind().equals("C1") ? "" : last.slot(),
                sum(all, Reports::expected),
                sum(all, Reports::missing),
                sum(all, Reports::excused),
                all.stream()
                        .flatMap(one -> one.missingStations().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static int sum(List<Reports> all, ToIntFunction<Reports> figure) {
        return all.stream().mapToInt(figure).sum();
    }

    String name(Words words) {
        return (words.text("tierdoc.kind." + kind) + " " + slot).strip();
    }
}
