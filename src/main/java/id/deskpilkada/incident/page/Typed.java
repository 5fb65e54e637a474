package id.deskpilkada.incident.page;

import id.deskpilkada.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed into a form of the page; shown again as it was when it is refused. */
record Typed(MultiValueMap<String, String> fields) {

    private static final int UNREADABLE = -1;

    static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    public String word(String name) {
        var first = fields.getFirst(name);
        return first == null ? "" : first;
    }

    @Nullable
    String optional(String name) {
        var word = word(name).strip();
        return word.isEmpty() ? null : word;
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Null when left empty; out of every range when it is no number. */
    @Nullable
    Integer number(String name) {
        var word = optional(name);
        if (word == null) {
            return null;
        }
        return word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : UNREADABLE;
    }

    /** A key, also as people write the number of an incident: {@code 12}, {@code K-12}. */
    long key(String name) {
        var digits = word(name).strip().replaceFirst("^[Kk]-?\\s*", "");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** @throws Problem 422 {@code TIME_OF_DAY} */
    @Nullable
    Instant time(String name, ZoneId zone) {
        var word = optional(name);
        try {
            return word == null ? null : LocalDateTime.parse(word).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Problem.unprocessable("TIME_OF_DAY");
        }
    }
}
