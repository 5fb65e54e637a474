package id.deskpilkada.fieldapp;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.OfflinePlans;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The places of a person in the field, in one round. */
@Component
class FieldPlaces {

    /** More than any district has; a regency is looked at on a desk. */
    private static final int MOST = 300;

    private static final int REGENCY = 4;
    private static final int VILLAGE = 10;

    private final Elections elections;
    private final Regions regions;
    private final OfflinePlans plans;

    FieldPlaces(Elections elections, Regions regions, OfflinePlans plans) {
        this.elections = elections;
        this.regions = regions;
        this.plans = plans;
    }

    /** Where they report anything at all, as digits. */
    static List<String> areas(Actor actor) {
        var areas = new ArrayList<>(actor.areas(Permission.REPORT));
        areas.addAll(actor.areas(Permission.REPORT_INCIDENTS));
        return Actor.widest(areas);
    }

    /** Their polling stations; empty when there are too many for a phone. */
    Optional<List<StationRef>> stations(RoundRef round, Actor actor) {
        var areas = areas(actor);
        if (areas.stream().anyMatch(area -> area.length() <= REGENCY)) {
            return Optional.empty();
        }
        var found = areas.stream()
                .flatMap(area -> elections.stations(round, area).stream())
                .toList();
        return found.size() > MOST ? Optional.empty() : Optional.of(found);
    }

    List<FieldDay.Station> described(RoundRef round, List<StationRef> stations) {
        var races = elections.races(round.electionId());
        var written = plans.inWords(
                round.id(), stations.stream().map(StationRef::code).toList());
        var names = new HashMap<String, String>();
        var voters = new HashMap<String, Map<String, Integer>>();
        return stations.stream()
                .map(station -> new FieldDay.Station(
                        station.code(),
                        station.number(),
                        names.computeIfAbsent(station.villageArea(), regions::name),
                        races.stream()
                                .filter(race -> race.covers(station.code()))
                                .map(race -> race(race, station, voters))
                                .toList(),
                        written.get(station.code())))
                .toList();
    }

    private FieldDay.RaceOf race(RaceRef race, StationRef station, Map<String, Map<String, Integer>> voters) {
        var totals = voters.computeIfAbsent(
                race.code() + "@" + station.villageArea(),
                key -> elections.voterTotals(race.id(), station.villageArea()));
        return new FieldDay.RaceOf(race.code(), totals.get(station.code()));
    }

    /** The races of some polling stations. */
    List<FieldDay.Race> races(RoundRef round, List<StationRef> stations) {
        return elections.races(round.electionId()).stream()
                .filter(race -> stations.stream().anyMatch(station -> race.covers(station.code())))
                .map(race -> new FieldDay.Race(race.code(), race.name()))
                .toList();
    }

    /** The villages and districts whose situation they report. */
    List<FieldDay.Region> regions(Actor actor) {
        return actor.areas(Permission.REPORT).stream()
                .filter(area -> area.length() > REGENCY && area.length() <= VILLAGE)
                .map(area -> new FieldDay.Region(Area.dotted(area), regions.name(area)))
                .toList();
    }
}
