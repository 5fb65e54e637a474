package id.deskpilkada.voting.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Area;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of the form as text: a TPS, or the village itself.
 *
 * @param place digits of the TPS or village
 * @param id of the report it becomes, so that a second click sends the same one
 * @param values what stands in its fields, by name; empty fields are absent
 * @param was the fingerprint of the values with which the page was drawn
 */
record TypedRow(String place, UUID id, Map<String, String> values, String was) {

    static final String YES = "ya";
    static final String NO_NEWS = "noNews";
    static final String HALTED = "halted";
    private static final Set<String> VOTERS = Set.of("total", "male", "female");
    private static final Set<String> TIMES = Set.of("openedAt", "closedAt", "onDutySince");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[.:](\\d{2})");
    /** Whoever began at such an hour began on the eve. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** Whether it says something else than the page did. */
    boolean filled() {
        return !fingerprint(values).equals(was);
    }

    boolean onlyNoNews() {
        var rest = new TreeMap<>(values);
        return rest.remove(NO_NEWS) != null && fingerprint(rest).equals(was);
    }

    boolean ofVillage() {
        return place.length() == EntryPlaces.VILLAGE;
    }

    static String fingerprint(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + field.getValue().strip().replaceAll("\\s+", " "))
                        .collect(Collectors.joining("|"));
    }

    /** The report as the ledger reads it, but for who sent it. */
    ObjectNode report(RoundRef round, String slot, ZoneId zone, ObjectMapper json) {
        var report = json.createObjectNode()
                .put("kind", ofVillage() ? "SITUATION" : "VOTING")
                .put("election", round.electionCode())
                .put("round", round.code())
                .put("slot", slot)
                .put(ofVillage() ? "region" : "tps", ofVillage() ? Area.dotted(place) : place);
        var data = report.putObject("data");
        values.forEach((name, text) -> put(data, name, text, round, zone));
        if (!ofVillage() && (was.contains(HALTED + "=" + YES) || values.containsKey(HALTED))) {
            data.put(HALTED, values.containsKey(HALTED));
        }
        return report;
    }

    private static void put(ObjectNode data, String name, String text, RoundRef round, ZoneId zone) {
        if (VOTERS.contains(name)) {
            number(data.withObjectProperty("voters"), name, text);
        } else if (name.equals("queue")) {
            number(data, name, text);
        } else if (TIMES.contains(name)) {
            data.put(name, moment(name, text, round, zone));
        } else if (!name.equals(NO_NEWS) && !name.equals(HALTED)) {
            data.put(name, text);
        }
    }

    /** What is no number goes on as it was typed, so that the reader of the report says so. */
    private static void number(ObjectNode data, String name, String text) {
        if (NUMBER.matcher(text).matches()) {
            data.put(name, Integer.parseInt(text));
        } else {
            data.put(name, text);
        }
    }

    private static String moment(String name, String text, RoundRef round, ZoneId zone) {
        var typed = TIME.matcher(text.strip());
        if (!typed.matches() || Integer.parseInt(typed.group(1)) > 23 || Integer.parseInt(typed.group(2)) > 59) {
            return text;
        }
        var time = LocalTime.of(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2)));
        var eve = name.equals("onDutySince") && !time.isBefore(EVENING);
        var day = eve ? round.date().minusDays(1) : round.date();
        return day.atTime(time).atZone(zone).toOffsetDateTime().toString();
    }
}
