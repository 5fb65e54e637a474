package id.deskpilkada.election.decision;

import id.deskpilkada.election.RoundKind;

/** What KPU can decide about a round. All but an extension of hours open a round of the same name. */
enum DecisionKind {
    REVOTE,
    CONTINUED,
    POSTPONED,
    EXTENSION;

    RoundKind round() {
        return RoundKind.valueOf(name());
    }
}
