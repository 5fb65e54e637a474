package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;

/** The readiness of one TPS in one round. */
record ReadinessCase(RoundRef round, String tps) {

    /** The business key of its process: {@code election/round/tps}. */
    String subject() {
        return round.businessKey() + "/" + tps;
    }

    TpsCode code() {
        return new TpsCode(tps);
    }
}
