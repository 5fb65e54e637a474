package id.deskpilkada.dictation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the place that somebody names on the telephone, among those for which the typist may report: by number, village, code or what a QR code says. */
@Component
class DictationPlaces {

    private static final int MOST = 10;
    private static final int LONGEST_NUMBER = 3;
    private static final Pattern TPS = Pattern.compile("(?<![0-9])[0-9]{13}(?![0-9])");

    private final JdbcClient jdbc;
    private final Regions regions;

    DictationPlaces(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** A TPS, or a village. @param tps null for a village @param village code */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(@Nullable String tps, String name, String village, String villageName, String districtName) {}

    /** What was typed, taken apart. @param code digits that a code begins with; {@code number} of a TPS, 0 for any */
    private record Words(String code, int number, List<String> names) {}

    /**
     * The best first, ten at most; those of the village that was worked on before come before all others.
     *
     * @param near code of that village, or null
     */
    @Transactional(readOnly = true)
    List<Place> find(RoundRef round, String typed, @Nullable String near, Actor actor) {
        var words = words(typed);
        if (words.code().isEmpty() && words.number() == 0 && words.names().isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT s.code FROM polling_station s JOIN round r ON r.election_id = s.election_id AND (r.tps_codes IS NULL OR s.code = ANY (r.tps_codes))
                        JOIN region v ON v.area = s.village_area JOIN region d ON d.area = s.district_area
                        WHERE r.id = :round AND EXISTS (SELECT 1 FROM unnest(:areas) AS own WHERE starts_with(s.code, own))
                          AND starts_with(s.code, :code) AND (:number = 0 OR s.number = :number)
                          AND NOT EXISTS (SELECT 1 FROM unnest(:names) AS word WHERE lower(v.name) NOT LIKE '%' || word || '%' AND lower(d.name) NOT LIKE '%' || word || '%')
                        ORDER BY s.village_area <> :near, NOT EXISTS (SELECT 1 FROM unnest(:names) AS word WHERE starts_with(lower(v.name), word)), v.name, s.code
                        LIMIT :most
                        """)
                .param("round", round.id())
                .param("areas", actor.areas(Permission.REPORT_FOR_OTHERS).toArray(String[]::new))
                .param("code", words.code())
                .param("number", words.number())
                .param("names", words.names().toArray(String[]::new))
                .param("near", near == null ? "" : Area.digits(near))
                .param("most", MOST)
                .query(String.class)
                .list()
                .stream()
                .map(this::station)
                .toList();
    }

    Place station(String code) {
        var tps = new TpsCode(code);
        return new Place(
                code,
                "TPS %03d".formatted(tps.number()),
                Area.dotted(tps.villageArea()),
                regions.name(tps.villageArea()),
                regions.name(tps.districtArea()));
    }

    private static Words words(String typed) {
        var whole = TPS.matcher(typed);
        if (whole.find()) {
            return new Words(whole.group(), 0, List.of());
        }
        var code = "";
        int number = 0;
        var names = new ArrayList<String>();
        var parts = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+"))
                .filter(part -> !part.isEmpty() && !part.equals("tps"))
                .limit(6)
                .toList();
        for (var part : parts) {
            if (!part.chars().allMatch(Character::isDigit)) {
                names.add(part);
            } else if (part.length() <= LONGEST_NUMBER) {
                number = Integer.parseInt(part);
            } else {
                code = part;
            }
        }
        return new Words(code, number, names);
    }
}
