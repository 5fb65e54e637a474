package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.c1.C1Data.Ballots;
import id.deskpilkada.c1.C1Data.Sexes;
import id.deskpilkada.c1.C1Data.Voters;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a C1 report. Only what cannot be read is refused, everything in one pass; numbers that do not add up are not its business. */
final class C1DataReader {

    /** The form has some forty fields: whoever sends more rubbish than that learns enough from the first ones. */
    private static final int MOST_PROBLEMS = 200;

    private static final Set<String> FIELDS = Set.of(
            "form",
            "dpt",
            "voters",
            "ballots",
            "disabledVoters",
            "votes",
            "validVotes",
            "invalidVotes",
            "totalVotes",
            "photos",
            "reason");

    private final Collection<Integer> ballotNumbers;
    private final List<FieldProblem> problems = new ArrayList<>();

    private C1DataReader(Collection<Integer> ballotNumbers) {
        this.ballotNumbers = new TreeSet<>(ballotNumbers);
    }

    /**
     * The form as written; blanks and absent numbers are null, and every candidate of the race is there.
     *
     * @throws Problem {@code MALFORMED} with every field that cannot be read
     */
    static C1Data read(@Nullable JsonNode data, Collection<Integer> ballotNumbers) {
        return new C1DataReader(ballotNumbers).read(data);
    }

    private C1Data read(@Nullable JsonNode data) {
        if (data == null || !data.isObject()) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("data", FormNumber.shown(data), "WRONG_TYPE")));
        }
        noOthersThan(FIELDS, data, "");
        var form = new C1Data(
                source(data.get("form")),
                sexes(data, "dpt", ""),
                voters(data),
                ballots(data),
                sexes(data, "disabledVoters", ""),
                votes(data),
                number(data, "validVotes", ""),
                number(data, "invalidVotes", ""),
                number(data, "totalVotes", ""));
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", problems);
        }
        return form;
    }

    private @Nullable C1Source source(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isTextual() && node.asText().isBlank()) {
            return null;
        }
        for (var source : C1Source.values()) {
            if (node.isTextual() && source.name().equals(node.asText())) {
                return source;
            }
        }
        refuse("form", node, node.isTextual() ? "UNKNOWN_VALUE" : "WRONG_TYPE");
        return null;
    }

    private Voters voters(JsonNode data) {
        var voters = object(data, "voters", "");
        if (voters == null) {
            return Voters.BLANK;
        }
        var path = "voters.";
        noOthersThan(Set.of("listed", "movedIn", "unlisted", "total"), voters, path);
        return new Voters(
                sexes(voters, "listed", path),
                sexes(voters, "movedIn", path),
                sexes(voters, "unlisted", path),
                sexes(voters, "total", path));
    }

    private Ballots ballots(JsonNode data) {
        var ballots = object(data, "ballots", "");
        if (ballots == null) {
            return Ballots.BLANK;
        }
        var path = "ballots.";
        noOthersThan(Set.of("received", "used", "spoiled", "unused"), ballots, path);
        return new Ballots(
                number(ballots, "received", path),
                number(ballots, "used", path),
                number(ballots, "spoiled", path),
                number(ballots, "unused", path));
    }

    private Sexes sexes(JsonNode parent, String name, String path) {
        var line = object(parent, name, path);
        if (line == null) {
            return Sexes.BLANK;
        }
        var linePath = path + name + ".";
        noOthersThan(Set.of("male", "female", "total"), line, linePath);
        return new Sexes(
                number(line, "male", linePath), number(line, "female", linePath), number(line, "total", linePath));
    }

    private SortedMap<Integer, @Nullable Integer> votes(JsonNode data) {
        var votes = new TreeMap<Integer, @Nullable Integer>();
        ballotNumbers.forEach(number -> votes.put(number, null));
        var written = object(data, "votes", "");
        if (written != null) {
            written.fields().forEachRemaining(vote -> {
                var candidate = candidate(vote.getKey());
                if (candidate == null) {
                    refuse(C1Fields.VOTES + vote.getKey(), vote.getValue(), "UNKNOWN_BALLOT_NUMBER");
                } else {
                    votes.put(candidate, number(written, vote.getKey(), C1Fields.VOTES));
                }
            });
        }
        return votes;
    }

    private @Nullable Integer candidate(String key) {
        return ballotNumbers.stream()
                .filter(number -> number.toString().equals(key))
                .findFirst()
                .orElse(null);
    }

    private @Nullable JsonNode object(JsonNode parent, String name, String path) {
        var node = parent.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            refuse(path + name, node, "WRONG_TYPE");
            return null;
        }
        return node;
    }

    private @Nullable Integer number(JsonNode parent, String name, String path) {
        var number = FormNumber.read(parent.get(name));
        if (number.problem() != null) {
            refuse(path + name, parent.get(name), number.problem());
        }
        return number.value();
    }

    private void noOthersThan(Set<String> known, JsonNode node, String path) {
        node.fields().forEachRemaining(field -> {
            if (!known.contains(field.getKey())) {
                refuse(path + field.getKey(), field.getValue(), "UNKNOWN_FIELD");
            }
        });
    }

    private void refuse(String path, @Nullable JsonNode value, String code) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(FieldProblem.field(
                    path.length() <= 120 ? path : path.substring(0, 120), FormNumber.shown(value), code));
        }
    }
}
