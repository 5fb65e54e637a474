package id.deskpilkada.incident.intake;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The place that a caller means: {@code TPS 3 Baros}, {@code Baros}, {@code 3604172001003} or {@code 36.04.17}. */
@Component
class ToldPlaces {

    private static final Pattern STATION = Pattern.compile("(?i)tps\\s*0*(\\d{1,3})\\b[\\s,]*(.*)");
    private static final Pattern CODE = Pattern.compile("[0-9.]{6,17}");
    private static final int DISTRICT = 6;
    private static final int REGIONS = 40;

    private final Regions regions;
    private final Elections elections;
    private final IncidentPlaces places;

    ToldPlaces(Regions regions, Elections elections, IncidentPlaces places) {
        this.regions = regions;
        this.elections = elections;
        this.places = places;
    }

    /** @param code of a TPS, or dotted of a region @param label as it is shown and may be typed */
    record Place(String code, String label) {}

    /** Those that the words may mean inside the actor's own places, the likeliest first. */
    List<Place> find(RoundRef round, String words, int most, Actor actor) {
        var text = words.strip();
        var station = STATION.matcher(text);
        Stream<String> areas;
        if (text.length() < 2) {
            areas = Stream.empty();
        } else if (CODE.matcher(text).matches()) {
            areas = coded(round, Area.digits(text));
        } else if (station.matches()) {
            areas = stations(
                    round, Integer.parseInt(station.group(1)), station.group(2).strip(), actor);
        } else {
            areas = named(text).map(Region::area);
        }
        return areas.filter(area -> actor.may(Permission.REPORT_FOR_OTHERS, area))
                .limit(most)
                .map(area -> new Place(area.length() > 10 ? area : Area.dotted(area), label(area)))
                .toList();
    }

    /** The one place that is meant; empty where there is none or a choice is to be made. @param code that was chosen for these words */
    Optional<String> one(RoundRef round, String code, String words, Actor actor) {
        if (!code.isBlank() && label(Area.digits(code)).equals(words.strip())) {
            return Optional.of(code);
        }
        var found = find(round, words, REGIONS, actor);
        var same = found.stream()
                .filter(place -> place.label().equalsIgnoreCase(words.strip()))
                .toList();
        var meant = same.size() == 1 ? same : found;
        return meant.size() == 1 ? Optional.of(meant.get(0).code()) : Optional.empty();
    }

    private Stream<String> coded(RoundRef round, String digits) {
        return Stream.concat(
                regions.find(digits).map(Region::area).stream(),
                digits.length() < DISTRICT
                        ? Stream.empty()
                        : elections.stations(round, digits).stream().map(known -> known.code()));
    }

    private Stream<String> stations(RoundRef round, int number, String village, Actor actor) {
        var inside = village.isEmpty()
                ? Actor.widest(actor.areas(Permission.REPORT_FOR_OTHERS)).stream()
                : named(village).map(Region::area);
        return inside.flatMap(area -> elections.stations(round, area).stream())
                .filter(station -> station.number() == number)
                .map(station -> station.code())
                .distinct();
    }

    /** A name may be followed by its district's. */
    private Stream<Region> named(String words) {
        var parts =
                words.toLowerCase(Locale.ROOT).replaceFirst("^kecamatan ", "").split(",", 2);
        var found = regions.named(parts[0], REGIONS).stream();
        return parts.length == 1
                ? found
                : found.filter(region -> region.level() == RegionLevel.VILLAGE
                        && regions.name(region.area().substring(0, DISTRICT))
                                .toLowerCase(Locale.ROOT)
                                .contains(parts[1].strip()));
    }

    private String label(String area) {
        return area.length() <= DISTRICT
                ? "Kecamatan " + places.name(area)
                : places.name(area) + ", " + places.name(area.substring(0, DISTRICT));
    }
}
