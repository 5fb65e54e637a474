package id.deskpilkada.voting.report;

/** Says which turnout has to be looked at before it counts. */
interface TurnoutJudge {

    boolean holds(String slot, int total);
}
