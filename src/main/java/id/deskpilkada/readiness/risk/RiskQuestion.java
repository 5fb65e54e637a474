package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which risks are asked for. An empty text asks for all.
 *
 * @param area digits of a region or TPS
 * @param level class of the place, a {@link RiskLevel}
 * @param owner code of the agency that deals with it
 * @param state a {@link State}
 */
record RiskQuestion(String area, String variable, String indicator, String level, String owner, String state) {

    /** How far an entry has come, as people follow it. */
    enum State {
        /** Everything that is not closed. */
        OPEN,
        /** With no agency. */
        WAITING,
        HANDED,
        ACKNOWLEDGED,
        PLANNED,
        LATE,
        MITIGATED,
        CLOSED
    }

    /** @throws Problem 422 for a word that is no class or state */
    static RiskQuestion of(String region, String variable, String indicator, String level, String owner, String state) {
        return new RiskQuestion(
                Area.digits(region.strip()),
                variable.strip(),
                indicator.strip(),
                known(
                        "level",
                        level,
                        Arrays.stream(RiskLevel.values()).map(Enum::name).toList()),
                owner.strip().toLowerCase(Locale.ROOT),
                known(
                        "state",
                        state,
                        Arrays.stream(State.values()).map(Enum::name).toList()));
    }

    private static String known(String field, String word, List<String> words) {
        var wanted = word.strip().toUpperCase(Locale.ROOT);
        if (!wanted.isEmpty() && !words.contains(wanted)) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field(field, word, "RISK_NOT_ONE_OF", String.join(", ", words))));
        }
        return wanted;
    }
}
