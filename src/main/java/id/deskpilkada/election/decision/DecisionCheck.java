package id.deskpilkada.election.decision;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.election.setup.Faults;
import id.deskpilkada.election.setup.SlotCheck;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a decision and names everything that is wrong with it in one pass. */
@Component
class DecisionCheck {

    private static final int LONGEST_NOTE = 1000;

    private final Elections elections;
    private final ExtensionCheck extensions;
    private final DecisionRows rows;
    private final Regions regions;
    private final Clock clock;

    DecisionCheck(Elections elections, ExtensionCheck extensions, DecisionRows rows, Regions regions, Clock clock) {
        this.elections = elections;
        this.extensions = extensions;
        this.rows = rows;
        this.regions = regions;
        this.clock = clock;
    }

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every fault */
    KpuDecision read(RoundRef round, DecisionRequest request) {
        var faults = new Faults();
        var kind = kind(request.kind(), faults);
        var number = faults.name("number", request.number(), null);
        var decidedOn = faults.date("decidedOn", request.decidedOn());
        if (decidedOn != null && decidedOn.isAfter(today())) {
            faults.add("decidedOn", request.decidedOn(), "DATE_AHEAD");
        }
        var tps = request.tps() == null ? null : tps(round, request.tps(), faults);
        var note = note(request.note(), faults);
        boolean extension = kind == DecisionKind.EXTENSION;
        var day = kind == null || extension ? none("day", request.day(), kind, faults) : day(request.day(), faults);
        var closesAt = extension ? extensions.closesAt(round, request, faults) : null;
        if (!extension) {
            none("closesAt", request.closesAt(), kind, faults);
        }
        List<SlotRef> schedule =
                extension ? extensions.slots(round, request, faults) : SlotCheck.read(request.schedule(), faults);
        faults.rejectIfAny();
        return new KpuDecision(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(number),
                Objects.requireNonNull(decidedOn),
                tps,
                day,
                schedule,
                closesAt,
                note);
    }

    private static @Nullable DecisionKind kind(@Nullable String given, Faults faults) {
        if (given == null || given.isBlank()) {
            faults.add("kind", null, "REQUIRED");
            return null;
        }
        var kind = Arrays.stream(DecisionKind.values())
                .filter(value -> value.name().equals(given))
                .findFirst();
        if (kind.isEmpty()) {
            faults.add(
                    "kind",
                    given,
                    "NOT_A_CHOICE",
                    Arrays.stream(DecisionKind.values()).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return kind.orElse(null);
    }

    private @Nullable LocalDate day(@Nullable String given, Faults faults) {
        var day = faults.date("day", given);
        if (day != null && day.isBefore(today())) {
            faults.add("day", given, "DATE_OVER");
        }
        return day;
    }

    /** What does not belong to the kind is refused, lest somebody believe that it holds. */
    private static @Nullable LocalDate none(
            String field, @Nullable String given, @Nullable DecisionKind kind, Faults faults) {
        if (kind != null && given != null && !given.isBlank()) {
            faults.add(field, given, "NOT_OF_THIS_DECISION");
        }
        return null;
    }

    private List<String> tps(RoundRef round, List<@Nullable String> given, Faults faults) {
        Set<String> known =
                elections.stations(round, "").stream().map(StationRef::code).collect(Collectors.toSet());
        Set<String> codes = new TreeSet<>();
        if (given.isEmpty()) {
            faults.add("tps", null, "REQUIRED");
        }
        for (int i = 0; i < given.size(); i++) {
            String code = given.get(i);
            if (code == null || TpsCode.parse(code).isEmpty()) {
                faults.add("tps." + i, code, "MALFORMED_TPS_CODE");
            } else if (!known.contains(code)) {
                boolean elsewhere = rows.isStation(round.electionId(), code);
                faults.add("tps." + i, code, elsewhere ? "TPS_OF_OTHER_ROUND" : "UNKNOWN_TPS", code);
            } else {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    private static @Nullable String note(@Nullable String given, Faults faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().length() > LONGEST_NOTE) {
            faults.add("note", given, "TEXT_TOO_LONG");
        }
        return given.strip();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), regions.zone());
    }
}
