package id.deskpilkada.election;

import id.deskpilkada.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which round or election is meant by somebody who does not name it in full. */
@Component
class MeantRound {

    private final RoundQueries rounds;

    MeantRound(RoundQueries rounds) {
        this.rounds = rounds;
    }

    /** @throws Problem as {@link Elections#round(String, String)} */
    RoundRef round(@Nullable String election, @Nullable String round) {
        List<RoundRef> candidates = election == null ? rounds.all() : rounds.ofElection(electionId(election));
        if (round != null) {
            candidates = candidates.stream().filter(r -> r.code().equals(round)).toList();
            if (candidates.isEmpty()) {
                throw Problem.unprocessable("UNKNOWN_ROUND", round);
            }
        }
        List<RoundRef> active =
                realIfAny(candidates.stream().filter(r -> r.phase().active()).toList());
        if (active.size() == 1) {
            return active.get(0);
        }
        List<RoundRef> meant = realIfAny(candidates);
        if (election != null && active.isEmpty() && meant.size() == 1) {
            return meant.get(0);
        }
        throw Problem.unprocessable("ELECTION_REQUIRED");
    }

    /** @throws Problem as {@link Elections#electionId(String)} */
    long electionId(@Nullable String election, List<RoundRef> running) {
        if (election != null) {
            return electionId(election);
        }
        var found = running.stream().map(RoundRef::electionId).distinct().toList();
        if (found.isEmpty()) {
            found = rounds.electionIds();
        }
        if (found.size() != 1) {
            throw Problem.unprocessable("ELECTION_REQUIRED");
        }
        return found.get(0);
    }

    private long electionId(String code) {
        return rounds.electionId(code).orElseThrow(() -> Problem.unprocessable("UNKNOWN_ELECTION", code));
    }

    /** A practice is never meant unless it is named, or nothing else is there. */
    static List<RoundRef> realIfAny(List<RoundRef> found) {
        var real = found.stream().filter(round -> !round.rehearsal()).toList();
        return real.isEmpty() ? found : real;
    }
}
