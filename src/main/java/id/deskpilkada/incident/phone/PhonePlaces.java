package id.deskpilkada.incident.phone;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where somebody may report an incident, as a form offers it: polling stations, and the villages and districts around them. */
@Component
class PhonePlaces {

    private static final int STATION = 13;
    private static final int VILLAGE = 10;
    private static final int DISTRICT = 6;

    private final Elections elections;
    private final Regions regions;
    private final IncidentPlaces names;
    private final Messages messages;

    PhonePlaces(Elections elections, Regions regions, IncidentPlaces names, Messages messages) {
        this.elections = elections;
        this.regions = regions;
        this.names = names;
        this.messages = messages;
    }

    /** @param value digits of the TPS or region */
    record Option(String value, String name) {}

    /** Places that stand together in a list. */
    record Group(String name, List<Option> options) {}

    /**
     * What can be chosen.
     *
     * @param chosen digits of the place that is known already; empty when it has to be asked
     * @param wide whether only districts are offered, one of which has to be opened before its TPS can be chosen
     */
    record Offer(List<Group> groups, String chosen, String chosenName, boolean wide) {

        private static final int FEW = 12;

        /** As buttons, where they are few. */
        public List<Option> buttons() {
            var all = groups.stream().flatMap(group -> group.options().stream()).toList();
            return all.size() > FEW ? List.of() : all;
        }
    }

    /** The places of a person, none inside another; empty for whoever reports nothing. */
    List<String> of(Actor actor) {
        return Actor.widest(Stream.concat(
                        actor.areas(Permission.REPORT_INCIDENTS).stream(),
                        actor.areas(Permission.REPORT_FOR_OTHERS).stream())
                .toList());
    }

    static boolean reports(Actor actor, String area) {
        return actor.may(Permission.REPORT_INCIDENTS, area) || actor.may(Permission.REPORT_FOR_OTHERS, area);
    }

    /**
     * @param tps one that is meant
     * @param within a district or village of the person's, to choose inside it
     * @throws Problem 403 {@code NOT_YOUR_TPS}, 422 {@code UNKNOWN_TPS}
     */
    Offer offer(RoundRef round, @Nullable String tps, @Nullable String within, Actor actor) {
        var inside = within == null || within.isBlank() ? of(actor) : List.of(own(actor, Area.digits(within)));
        var chosen = tps == null || tps.isBlank() ? "" : station(round, tps.strip(), actor);
        var groups = inside.stream().flatMap(area -> groups(round, area)).toList();
        var options = groups.stream().flatMap(group -> group.options().stream()).toList();
        if (chosen.isEmpty() && options.size() == 1) {
            chosen = options.get(0).value();
        }
        boolean wide = inside.stream().anyMatch(area -> area.length() < DISTRICT);
        return new Offer(groups, chosen, chosen.isEmpty() ? "" : names.name(chosen), wide);
    }

    private static String own(Actor actor, String area) {
        if (!area.matches("\\d{2,13}") || !reports(actor, area)) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
        return area;
    }

    private String station(RoundRef round, String tps, Actor actor) {
        var area = own(actor, tps);
        if (area.length() == STATION && elections.station(round, area).isEmpty()) {
            throw Problem.unprocessable("UNKNOWN_TPS", area);
        }
        return area;
    }

    private Stream<Group> groups(RoundRef round, String area) {
        if (area.length() == STATION) {
            return elections.station(round, area).stream()
                    .map(station -> new Group(regions.name(station.villageArea()), List.of(option(area))));
        }
        if (area.length() == VILLAGE) {
            return Stream.of(village(round, area));
        }
        var parts = regions.children(Area.dotted(area));
        if (area.length() == DISTRICT) {
            var whole = new Group(names.name(area), List.of(new Option(area, outside(area))));
            return Stream.concat(Stream.of(whole), parts.stream().map(part -> village(round, part.area())));
        }
        var districts = regions.districts().stream()
                .map(district -> new Option(district.area(), district.name()))
                .toList();
        return Stream.of(new Group(names.name(area), districts));
    }

    private Group village(RoundRef round, String area) {
        var options = new ArrayList<Option>();
        elections.stations(round, area).forEach(station -> options.add(option(station.code())));
        options.add(new Option(area, outside(area)));
        return new Group(names.name(area), options);
    }

    private Option option(String area) {
        return new Option(area, names.name(area));
    }

    private String outside(String area) {
        return messages.text("incident.phone.outside", names.name(area));
    }
}
