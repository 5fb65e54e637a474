package id.deskpilkada.voting.monitoring;

import id.deskpilkada.election.RoundRef;

/** The reports of one village in one slot. @param village its digits */
record VillageSlot(RoundRef round, String slot, String village) {

    static final String KIND = "/VOTING/";

    /** The business key of its process: {@code election/round/VOTING/slot/village}. */
    String subject() {
        return round.businessKey() + KIND + slot + "/" + village;
    }

    String district() {
        return village.substring(0, 6);
    }
}
