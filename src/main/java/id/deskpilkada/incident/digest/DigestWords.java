package id.deskpilkada.incident.digest;

import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.digest.DigestRows.Count;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a digest says: numbers, places and severities, never what was told about anybody. */
@Component
class DigestWords {

    private static final int LISTED = 10;
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH.mm", INDONESIAN);

    private final DigestRows rows;
    private final IncidentPeople people;
    private final IncidentPlaces places;
    private final Regions regions;
    private final MessageSource texts;

    DigestWords(DigestRows rows, IncidentPeople people, IncidentPlaces places, Regions regions, MessageSource texts) {
        this.rows = rows;
        this.people = people;
        this.places = places;
        this.regions = regions;
        this.texts = texts;
    }

    /** Of the texts {@code notification.incident-digest}. */
    Object[] arguments(Instant at, List<Count> begun, List<Count> ended) {
        var open = rows.open();
        return new Object[] {
            TIME.format(at.atZone(regions.zone())) + " " + regions.zoneName(),
            sum(begun),
            sum(ended),
            sum(open),
            rows.lifeInDanger(),
            counted(begun),
            counted(ended),
            counted(open),
            listed(sum(open))
        };
    }

    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::count).sum();
    }

    /** {@code 3 (Keamanan 2, Logistik 1)}. */
    private String counted(List<Count> counts) {
        var each = counts.stream()
                .map(one -> people.text("incident.category." + one.category()) + " " + one.count())
                .collect(Collectors.joining(", "));
        return each.isEmpty() ? "0" : sum(counts) + " (" + each + ")";
    }

    private String listed(int open) {
        var lines = new ArrayList<String>();
        rows.gravest(LISTED)
                .forEach(one -> lines.add(
                        text("incident.digest.line", "K-" + one.id(), places.name(one.area()), one.severity())));
        if (open > LISTED) {
            lines.add(text("incident.digest.more", open - LISTED));
        }
        return lines.isEmpty() ? text("incident.digest.none") : String.join("\n", lines);
    }

    private String text(String key, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(key, arguments, INDONESIAN));
    }
}
