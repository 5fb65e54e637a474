package id.deskpilkada.assignment;

import id.deskpilkada.platform.document.QrCode;
import id.deskpilkada.region.Regions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands on a letter of assignment. */
@Component
class LetterTexts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("id"));
    private static final Pattern GROUP = Pattern.compile(".{1,4}");

    private final Regions regions;
    private final AssignmentMessages messages;

    LetterTexts(Regions regions, AssignmentMessages messages) {
        this.regions = regions;
        this.messages = messages;
    }

    /**
     * @param secret in groups of four; empty for somebody who has a password of their own
     * @param again whether an earlier letter has become worthless
     * @param sk number and date of the decree, null where none is known
     */
    public record Letter(
            String name,
            @Nullable String nip,
            @Nullable String position,
            String role,
            List<String> places,
            String district,
            String election,
            String day,
            @Nullable String sk,
            @Nullable String skDate,
            String username,
            List<String> secret,
            boolean again,
            String place,
            String date) {}

    Letter letter(AssignmentCase about, List<Assigned> places, @Nullable String secret, LocalDate today) {
        var first = places.get(0);
        var decree = places.stream().filter(one -> one.skNumber() != null).findFirst();
        return new Letter(
                first.name(),
                first.nip(),
                first.position(),
                role(places),
                places.stream().map(one -> messages.place(one.area())).toList(),
                regions.name(about.district()),
                about.round().electionName(),
                DAY.format(about.round().date()),
                decree.map(Assigned::skNumber).orElse(null),
                decree.map(Assigned::skDate).map(DAY::format).orElse(null),
                first.username(),
                secret == null
                        ? List.of()
                        : GROUP.matcher(secret)
                                .results()
                                .map(group -> group.group())
                                .toList(),
                places.stream().anyMatch(one -> one.letters() > 0),
                regions.name(about.district()),
                DAY.format(today));
    }

    /** Names of the roles as message keys. */
    private static String role(List<Assigned> places) {
        var officer = places.stream().anyMatch(Assigned::ofTps);
        var admin = places.stream().anyMatch(one -> !one.ofTps());
        return officer && admin ? "both" : officer ? "officer" : "admin";
    }

    Map<String, Object> model(List<Letter> letters, String signInPage) {
        return Map.of("letters", letters, "address", signInPage, "qr", QrCode.png(signInPage));
    }
}
