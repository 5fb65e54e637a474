package id.deskpilkada.tierreport.page;

import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.page.Calendar.YourTurn;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose turn it is with a report. */
@Component
class Turns {

    private final Regions regions;

    Turns(Regions regions) {
        this.regions = regions;
    }

    /** What waits for somebody, in the order of its slots. */
    List<YourTurn> of(List<CalendarRows.Row> standing, List<SlotRef> slots, Actor actor) {
        Set<String> known = slots.stream().map(SlotRef::slot).collect(Collectors.toSet());
        return standing.stream()
                .filter(row -> row.report() != null && known.contains(row.slot()))
                .sorted(Comparator.comparing(CalendarRows.Row::dueAt).thenComparing(CalendarRows.Row::area))
                .flatMap(row -> act(row, actor).map(act -> turn(row, act)).stream())
                .toList();
    }

    private YourTurn turn(CalendarRows.Row row, String act) {
        return new YourTurn(
                Objects.requireNonNull(row.report()),
                row.slot(),
                regions.name(row.area()),
                act,
                Objects.requireNonNull(row.compiledAt()),
                Objects.requireNonNull(row.version()));
    }

    private static Optional<String> act(CalendarRows.Row row, Actor actor) {
        return act(row.level(), row.state()).filter(act -> actor.may(permission(act), row.area()));
    }

    /** What is to be done with a report whose case stands so. */
    static Optional<String> act(TierLevel level, String state) {
        if (level == TierLevel.PROVINCE) {
            return Optional.empty();
        }
        if (state.equals("SIGNING")) {
            return Optional.of(level == TierLevel.DISTRICT ? "segel" : "setujui");
        }
        return state.equals("CHECKING") ? Optional.of("periksa") : Optional.empty();
    }

    /** Whether an act puts somebody's name under the report. */
    static boolean signs(String act) {
        return permission(act) != Permission.CHECK_REGENCY_REPORT;
    }

    static Permission permission(String act) {
        return switch (act) {
            case "segel" -> Permission.SEAL_DISTRICT_REPORT;
            case "setujui" -> Permission.APPROVE_REGENCY_REPORT;
            default -> Permission.CHECK_REGENCY_REPORT;
        };
    }
}
