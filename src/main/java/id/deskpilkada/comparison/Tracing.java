package id.deskpilkada.comparison;

import id.deskpilkada.c1.C1Corrections;
import id.deskpilkada.comparison.official.OfficialImport;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps differences in step with both sides, and takes down what whoever looked at the photo found. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Tracing {

    private static final int LONGEST_NOTE = 500;

    private final Differences differences;
    private final DifferenceTurns turns;
    private final ComparisonReading reading;
    private final C1Corrections corrections;
    private final Elections elections;
    private final SetPlans plans;

    Tracing(
            Differences differences,
            DifferenceTurns turns,
            ComparisonReading reading,
            C1Corrections corrections,
            Elections elections,
            SetPlans plans) {
        this.differences = differences;
        this.turns = turns;
        this.reading = reading;
        this.corrections = corrections;
        this.elections = elections;
        this.plans = plans;
    }

    /** @return tasks to be taken back */
    List<String> settle(OfficialImport about) {
        var race = elections.race(about.raceId());
        return plans.within(() -> turns.settle(about.roundId(), about.raceId(), about.area(), race.regionCode()));
    }

    /**
     * @param readings numbers read in the photo by path, where a correction of ours is asked for; null otherwise
     * @throws Problem 403 outside one's area; 409 {@code DIFFERENCE_SETTLED}; 422 with what is missing
     */
    void trace(
            Difference found,
            Cause cause,
            @Nullable String note,
            @Nullable Map<String, Integer> readings,
            Actor actor) {
        actor.require(Permission.COMPARE_OFFICIAL, found.area());
        var difference = differences.lock(found.id()).orElseThrow();
        if (difference.state() != Difference.State.OPEN) {
            throw Problem.conflict("DIFFERENCE_SETTLED");
        }
        boolean explained = cause != Cause.OTHER && readings == null;
        if (note == null && !explained) {
            throw wrong("note", null, "NOTE_REQUIRED");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw wrong("note", null, "NOTE_TOO_LONG", LONGEST_NOTE);
        }
        if (readings != null) {
            requireReadings(difference, readings);
        }
        differences.trace(difference.id(), cause, note, readings, actor.id());
    }

    private static void requireReadings(Difference difference, Map<String, Integer> readings) {
        if (!difference.isOfStation()) {
            throw wrong("correction", null, "CORRECTION_OF_REGION");
        }
        for (var path : readings.keySet()) {
            if (!difference.fields().containsKey(path)) {
                throw wrong("correction." + path, null, "CORRECTION_NOT_ASKED");
            }
        }
        boolean changes = difference.fields().entrySet().stream()
                .anyMatch(field -> readings.containsKey(field.getKey())
                        && !field.getValue()
                                .get(0)
                                .equals(Objects.requireNonNull(readings.get(field.getKey()))
                                        .longValue()));
        if (!changes) {
            throw wrong("correction", null, "CORRECTION_CHANGES_NOTHING");
        }
    }

    /** Our record is changed by the desk's decision there, by somebody else, and never here. */
    void askCorrection(Difference difference) {
        corrections.ask(
                difference.roundId(),
                difference.raceId(),
                difference.area(),
                Objects.requireNonNull(difference.correction()),
                Objects.requireNonNull(difference.note()),
                Objects.requireNonNull(difference.tracedById()));
    }

    Map<String, Object> summary(OfficialImport about) {
        var summary = new LinkedHashMap<String, Object>();
        plans.within(() -> reading.counts(about.roundId(), about.raceId(), about.area()))
                .forEach((outcome, count) -> summary.put(outcome.name(), count));
        summary.put("causes", differences.summary(about.id()));
        return summary;
    }

    static Problem wrong(String field, @Nullable String value, String code, Object... arguments) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("data." + field, value, code, arguments)));
    }
}
