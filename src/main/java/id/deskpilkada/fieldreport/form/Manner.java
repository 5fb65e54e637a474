package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of report tells what is wrong with its data. Kinds differ because their codes were published one after the other, and a name that is published stays.
 *
 * @param prefix of the path in the answer
 * @param mostProblems how many are told; whoever sends more rubbish learns enough from the first ones
 * @param longestPath characters of a path that are repeated
 * @param blankText whether an empty text is a blank, as in a field of a page
 * @param codes what is not named is not checked
 * @param unshown faults whose value is not repeated
 * @param shown the value as it is repeated
 */
public record Manner(
        String prefix,
        int mostProblems,
        int longestPath,
        boolean blankText,
        Map<Fault, String> codes,
        Set<Fault> unshown,
        Function<JsonNode, @Nullable String> shown) {

    private static final Map<Fault, String> USUAL = Map.of(
            Fault.SHAPE, "NOT_AN_OBJECT",
            Fault.REQUIRED, "FIELD_REQUIRED",
            Fault.RANGE, "OUT_OF_RANGE",
            Fault.CHOICE, "UNKNOWN_CHOICE",
            Fault.FLAG, "NOT_YES_OR_NO",
            Fault.TIME, "NOT_A_TIME",
            Fault.TEXT, "NOT_A_TEXT",
            Fault.TOO_LONG, "REPORT_TEXT_TOO_LONG",
            Fault.DEGREES, "OUT_OF_RANGE",
            Fault.ID, "NOT_A_UUID");

    /** The usual codes; any field may be sent. */
    public static final Manner OPEN =
            new Manner("data.", 100, 100, false, USUAL, EnumSet.noneOf(Fault.class), Manner::valueOrType);

    /** The usual codes, and no other fields than those described. */
    public static Manner strict(String unknownField) {
        return OPEN.with(Fault.UNKNOWN, unknownField);
    }

    public Manner with(Fault fault, String code) {
        var others = new EnumMap<Fault, String>(Fault.class);
        others.putAll(codes);
        others.put(fault, code);
        return with(others);
    }

    /** A fault that this kind leaves to its own rules. */
    public Manner without(Fault fault) {
        var others = new EnumMap<Fault, String>(Fault.class);
        others.putAll(codes);
        others.remove(fault);
        return with(others);
    }

    private Manner with(Map<Fault, String> others) {
        return new Manner(prefix, mostProblems, longestPath, blankText, others, unshown, shown);
    }

    /** @param faults whose value is not repeated in the answer */
    public Manner hiding(Fault... faults) {
        return new Manner(prefix, mostProblems, longestPath, blankText, codes, Set.of(faults), shown);
    }

    public Manner showing(Function<JsonNode, @Nullable String> value) {
        return new Manner(prefix, mostProblems, longestPath, blankText, codes, unshown, value);
    }

    public Manner telling(String path, int problems, int characters) {
        return new Manner(path, problems, characters, blankText, codes, unshown, shown);
    }

    public Manner withBlankTexts() {
        return new Manner(prefix, mostProblems, longestPath, true, codes, unshown, shown);
    }

    @Nullable
    String code(Fault fault) {
        return codes.get(fault);
    }

    /** A single value, or else what it is instead. */
    static @Nullable String valueOrType(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.getNodeType().name();
    }

    /** A single value, or nothing. */
    public static @Nullable String valueOnly(JsonNode node) {
        return node.isValueNode() ? node.asText() : null;
    }

    /** A single value; what is inside a list or an object is left out. */
    public static @Nullable String valueOrBrackets(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "[...]" : "{...}";
        }
        return node.asText();
    }
}
