package id.deskpilkada.comparison.official;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What KPU published about one place.
 *
 * @param area digits of a region or TPS
 * @param figures by the path of the number in Form C1, e.g. {@code votes.1}; what was not published is absent
 * @param empty whether there are no figures as yet, or only zeros
 * @param stations TPS of a region, and {@code stationsIn} those of them that are in the figures; null where nothing is said
 * @param at when it was published, in western Indonesian time; null where nothing is said
 * @param origin where it stands: row of a table, or file and key
 */
record OfficialFigure(
        String area,
        SortedMap<String, Long> figures,
        boolean empty,
        @Nullable Integer stations,
        @Nullable Integer stationsIn,
        @Nullable LocalDateTime at,
        Origin origin) {

    static final String VOTES = "votes.";

    OfficialFigure {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** @param row 0 outside tables */
    record Origin(int row, String place) {}

    static OfficialFigure of(
            String area,
            SortedMap<String, Long> figures,
            boolean held,
            @Nullable Integer stations,
            @Nullable Integer stationsIn,
            @Nullable LocalDateTime at,
            Origin origin) {
        boolean counted = figures.keySet().stream().anyMatch(path -> path.startsWith(VOTES))
                && figures.values().stream().anyMatch(number -> number > 0);
        return new OfficialFigure(area, figures, held || !counted, stations, stationsIn, at, origin);
    }

    /** TPS, VILLAGE, DISTRICT, REGENCY or PROVINCE, by the length of the code. */
    String level() {
        return switch (area.length()) {
            case 13 -> "TPS";
            case 10 -> "VILLAGE";
            case 6 -> "DISTRICT";
            case 4 -> "REGENCY";
            default -> "PROVINCE";
        };
    }

    static boolean isPlace(String area) {
        return area.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10}|[0-9]{13}");
    }

    /** Of two that speak of the same place the later one, else the one that says more. */
    OfficialFigure or(OfficialFigure other) {
        if (at != null && other.at != null && !at.equals(other.at)) {
            return at.isAfter(other.at) ? this : other;
        }
        return empty == other.empty ? (other.figures.size() > figures.size() ? other : this) : (empty ? other : this);
    }

    boolean contradicts(OfficialFigure other) {
        return !empty
                && !other.empty
                && figures.entrySet().stream().anyMatch(one -> {
                    var there = other.figures.get(one.getKey());
                    return there != null && !there.equals(one.getValue());
                });
    }
}
