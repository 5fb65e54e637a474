package id.deskpilkada.expectation.excuse;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a request for excuses, field by field. */
@Component
class ExcuseCheck {

    static final int MOST = 500;
    static final int SHORTEST_REASON = 5;
    static final int LONGEST_REASON = 500;

    private static final Set<ReportKind> KINDS = Set.of(ReportKind.READINESS, ReportKind.VOTING, ReportKind.C1);

    private final Elections elections;

    ExcuseCheck(Elections elections) {
        this.elections = elections;
    }

    /** @param raceId 0 for every race */
    record Wanted(long roundId, ReportKind kind, String slot, long raceId, Set<String> tps, String reason) {}

    /** @throws Problem 422 {@code MALFORMED} with every fault, {@code ELECTION_REQUIRED}, {@code UNKNOWN_RACE} */
    Wanted read(ExcuseRequest request) {
        var round = elections.round(request.election(), request.round());
        var faults = new ArrayList<FieldProblem>();
        var kind = kind(request.kind(), faults);
        var slot = slot(kind, request.slot(), faults);
        var tps = tps(request.tps(), faults);
        var reason = reason(request.reason(), faults);
        if (!faults.isEmpty() || kind == null) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        return new Wanted(round.id(), kind, slot, race(round, request.race()), tps, reason);
    }

    /** @throws Problem 422 {@code MALFORMED} */
    static String reason(@Nullable String written) {
        var faults = new ArrayList<FieldProblem>();
        var reason = reason(written, faults);
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        return reason;
    }

    private long race(RoundRef round, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return 0;
        }
        RaceRef race = elections.race(round.electionId(), code.strip());
        return race.id();
    }

    private static @Nullable ReportKind kind(@Nullable ReportKind kind, List<FieldProblem> faults) {
        if (kind == null || !KINDS.contains(kind)) {
            faults.add(FieldProblem.field(
                    "kind", kind == null ? null : kind.name(), "UNKNOWN_CHOICE", "READINESS, VOTING, C1"));
        }
        return kind;
    }

    private static String slot(@Nullable ReportKind kind, @Nullable String slot, List<FieldProblem> faults) {
        if (kind == ReportKind.C1) {
            return "C1";
        }
        if (slot == null || slot.isBlank()) {
            faults.add(FieldProblem.field("slot", slot, "FIELD_REQUIRED"));
            return "";
        }
        return slot.strip();
    }

    private static Set<String> tps(@Nullable List<@Nullable String> codes, List<FieldProblem> faults) {
        var read = new LinkedHashSet<String>();
        if (codes == null || codes.isEmpty()) {
            faults.add(FieldProblem.field("tps", null, "NOBODY_CHOSEN"));
            return read;
        }
        if (codes.size() > MOST) {
            faults.add(FieldProblem.field("tps", null, "TOO_MANY_AT_ONCE", MOST));
            return read;
        }
        for (int at = 0; at < codes.size(); at++) {
            var code = codes.get(at);
            if (code == null || TpsCode.parse(code).isEmpty()) {
                faults.add(FieldProblem.field("tps." + at, code, "MALFORMED_TPS_CODE"));
            } else {
                read.add(code);
            }
        }
        return read;
    }

    private static String reason(@Nullable String written, List<FieldProblem> faults) {
        var reason = written == null ? "" : written.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            faults.add(FieldProblem.field("reason", reason, "TEXT_LENGTH", SHORTEST_REASON, LONGEST_REASON));
        }
        return reason;
    }
}
