package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which polling stations a person may report on. */
@Component
class EntryPlaces {

    static final int VILLAGE = 10;

    private final Elections elections;

    EntryPlaces(Elections elections) {
        this.elections = elections;
    }

    /** The places whose reports are this person's, none inside another; empty for whoever reports nothing. */
    static List<String> of(Actor actor) {
        return Actor.widest(Stream.concat(
                        actor.areas(Permission.REPORT).stream(), actor.areas(Permission.REPORT_FOR_OTHERS).stream())
                .toList());
    }

    /**
     * What of a place is this person's: the place itself, or those parts of it that are.
     *
     * @throws Problem 403 {@code NOT_YOUR_TPS} when nothing is
     */
    static List<String> within(Actor actor, String area) {
        if (!area.matches("\\d{2,13}")) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
        var own = of(actor);
        if (own.stream().anyMatch(area::startsWith)) {
            return List.of(area);
        }
        var parts = own.stream().filter(part -> part.startsWith(area)).toList();
        if (parts.isEmpty()) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
        return parts;
    }

    List<StationRef> stations(RoundRef round, List<String> areas) {
        return areas.stream()
                .flatMap(area -> elections.stations(round, area).stream())
                .sorted(Comparator.comparing(StationRef::code))
                .toList();
    }

    static boolean reports(Actor actor, String area) {
        return actor.may(Permission.REPORT, area) || actor.may(Permission.REPORT_FOR_OTHERS, area);
    }

    static String village(String area) {
        return area.length() > VILLAGE ? area.substring(0, VILLAGE) : area;
    }
}
