package id.deskpilkada.voting.report;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.Law;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.VoterListRef;
import org.springframework.stereotype.Component;

/** How many voters a TPS can have: those of its voter list, or as many as the law lets a TPS have, and a tenth more. */
@Component
class TurnoutLimits {

    private static final int LEGAL_PILKADA = 600;
    private static final int LEGAL_PEMILU = 300;

    private final Elections elections;

    TurnoutLimits(Elections elections) {
        this.elections = elections;
    }

    boolean beyond(RoundRef round, String tps, int total) {
        return total * 10L > voters(round, tps) * 11L;
    }

    /** Of the race with the most voters: some may vote on one race only. */
    int voters(RoundRef round, String tps) {
        return elections.races(round.electionId()).stream()
                .filter(race -> race.covers(tps))
                .flatMap(race -> elections.voterList(race.id(), tps).stream())
                .mapToInt(VoterListRef::total)
                .filter(total -> total > 0)
                .max()
                .orElse(round.law() == Law.PILKADA ? LEGAL_PILKADA : LEGAL_PEMILU);
    }
}
