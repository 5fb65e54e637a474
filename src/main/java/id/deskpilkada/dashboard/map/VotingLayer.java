package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.VotingFacts.Standing;
import id.deskpilkada.voting.board.DayState;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the polling stations stand on the day: what is halted or not calm first, then what has opened. An area has the state of its worst station. */
@Component
@Order(3)
class VotingLayer implements MapLayer {

    private static final List<String> COLUMNS = List.of("TROUBLED", "NOT_OPENED", "OPENED");

    private final VotingFacts facts;
    private final Elections elections;

    VotingLayer(VotingFacts facts, Elections elections) {
        this.facts = facts;
        this.elections = elections;
    }

    @Override
    public String code() {
        return "pemungutan";
    }

    @Override
    public String name() {
        return "voting";
    }

    @Override
    public Permission permission() {
        return Permission.OPEN_DASHBOARD;
    }

    @Override
    public List<String> states() {
        return Arrays.stream(DayState.values()).map(Enum::name).toList();
    }

    @Override
    public List<String> stationStates() {
        return states().stream()
                .filter(state -> !state.equals(DayState.OPENING.name()))
                .toList();
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, Reading> read(RoundRef round, String area, int digits) {
        var standing = new HashMap<String, Standing>();
        facts.standing(round.id(), area, digits).forEach(known -> standing.put(known.place(), known));
        Map<String, Reading> readings = new HashMap<>();
        stations(round, area, digits)
                .forEach((place, stations) ->
                        readings.put(place, reading(stations, standing.getOrDefault(place, Standing.none(place)))));
        return readings;
    }

    /** A polling station belongs to the round whatever it votes on: of each place the race with the most of them tells. */
    private Map<String, Integer> stations(RoundRef round, String area, int digits) {
        var stations = new HashMap<String, Integer>();
        elections.races(round.electionId()).forEach(race -> elections
                .expected(round, race, area, digits)
                .forEach((place, count) -> stations.merge(place, count, Math::max)));
        return stations;
    }

    private static Reading reading(int stations, Standing known) {
        var state = DayState.of(
                stations, known.opened(), known.closed(), known.halted(), known.unrest(), known.attention());
        return new Reading(
                state.name(),
                List.of(
                        known.halted() + known.unrest() + known.attention(),
                        Math.max(0, stations - known.opened()),
                        known.opened()));
    }

    @Override
    public Reading nothing() {
        return new Reading(DayState.SILENT.name(), Collections.nCopies(COLUMNS.size(), 0));
    }
}
