package id.deskpilkada.c1;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.fieldreport.FieldReport;

/** Form C1 of one TPS and race in a round: what a process instance, a form and a line of the tally are about. */
record C1Case(RoundRef round, RaceRef race, String tps) {

    /** Business key of its processes: {@code pilkada-2024/R1/BUPATI/3604052002001}. */
    String subject() {
        return round.electionCode() + "/" + round.code() + "/" + race.code() + "/" + tps;
    }

    TpsCode code() {
        return new TpsCode(tps);
    }

    /** Whether a report speaks of this TPS, race and round. */
    boolean isToldBy(FieldReport report) {
        return tps.equals(report.tps())
                && report.raceId() != null
                && report.raceId() == race.id()
                && report.roundId() == round.id();
    }

    int pages(String source) {
        return "PLANO".equals(source) ? race.pagesPlano() : race.pagesSalinan();
    }
}
