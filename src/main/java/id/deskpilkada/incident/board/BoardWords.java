package id.deskpilkada.incident.board;

import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What somebody types to find an incident, taken apart.
 *
 * @param id of the incident; 0 where no number is named
 * @param digits with which the code of the place begins
 * @param station the three digits of a TPS
 * @param text part of a place's name or of what was told
 * @param areas of the places with that name, separated by commas
 */
record BoardWords(boolean any, long id, String digits, String station, String text, String areas) {

    /** Of {@code own}. */
    static final String FOUND =
            """
            (:any OR id = :id OR :digits <> '' AND starts_with(area, :digits)
             OR :station <> '' AND substr(area, 11) = :station AND (:text = '' OR %1$s)
             OR :station = '' AND :text <> '' AND (position(:text IN lower(description)) > 0 OR %1$s))
            """
                    .formatted(
                            "EXISTS (SELECT 1 FROM unnest(string_to_array(:named, ',')) n WHERE starts_with(area, n))");

    private static final Pattern NUMBER = Pattern.compile("(?i)k\\s*-?\\s*(\\d{1,9})");
    private static final Pattern STATION = Pattern.compile("(?i)tps\\s*0*(\\d{1,3})\\b[\\s,]*(.*)");
    private static final int SHORTEST_CODE = 4;
    private static final int LONGEST = 100;
    private static final int PLACES = 100;

    static BoardWords of(String written, Regions regions) {
        var words = written.strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
        var number = NUMBER.matcher(words);
        var station = STATION.matcher(words);
        if (words.isEmpty()) {
            return new BoardWords(true, 0, "", "", "", "");
        }
        if (number.matches()) {
            return new BoardWords(false, Long.parseLong(number.group(1)), "", "", "", "");
        }
        if (words.matches("\\d{1,13}")) {
            boolean code = words.length() >= SHORTEST_CODE;
            return new BoardWords(
                    false, words.length() < 10 ? Long.parseLong(words) : 0, code ? words : "", "", "", "");
        }
        if (station.matches()) {
            var village = station.group(2).strip();
            return named("%03d".formatted(Integer.parseInt(station.group(1))), village, regions);
        }
        return named("", words, regions);
    }

    private static BoardWords named(String station, String text, Regions regions) {
        var areas = text.isEmpty()
                ? ""
                : regions.named(text, PLACES).stream().map(Region::area).collect(Collectors.joining(","));
        return new BoardWords(false, 0, "", station, text.toLowerCase(Locale.ROOT), areas);
    }

    StatementSpec into(StatementSpec statement) {
        return statement
                .param("any", any)
                .param("id", id)
                .param("digits", digits)
                .param("station", station)
                .param("text", text)
                .param("named", areas);
    }
}
