package id.deskpilkada.election;

import id.deskpilkada.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a round still lacks before it can start. */
@Component
public class RoundReadiness {

    private static final int NAMED = 100;

    private final RoundQueries rounds;
    private final StationQueries stations;

    RoundReadiness(RoundQueries rounds, StationQueries stations) {
        this.rounds = rounds;
        this.stations = stations;
    }

    /** Empty when nothing is missing. */
    public List<FieldProblem> missing(RoundRef round) {
        List<FieldProblem> missing = new ArrayList<>();
        for (String tps : stations.namedButUnknown(round.id(), NAMED)) {
            missing.add(FieldProblem.field("rounds." + round.code() + ".tps", tps, "UNKNOWN_TPS", tps));
        }
        boolean none = stations.count(round.id(), "", "") == 0;
        if (none && missing.isEmpty()) {
            missing.add(FieldProblem.field("pollingStations", null, "NO_POLLING_STATIONS"));
        }
        for (RaceRef race : rounds.races(round.electionId())) {
            String field = "races." + race.code();
            if (race.candidates().isEmpty()) {
                missing.add(FieldProblem.field(field + ".candidates", null, "NO_CANDIDATES", race.name()));
            } else if (round.law() == Law.PILKADA && race.candidates().size() == 1) {
                missing.add(FieldProblem.field(field + ".candidates", null, "SINGLE_CANDIDATE", race.name()));
            }
            if (!none && stations.count(round.id(), race.regionCode(), "") == 0) {
                missing.add(FieldProblem.field(
                        field + ".region", race.regionCode(), "RACE_WITHOUT_STATIONS", race.name(), race.regionCode()));
            }
        }
        return missing;
    }
}
