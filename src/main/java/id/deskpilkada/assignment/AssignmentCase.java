package id.deskpilkada.assignment;

import id.deskpilkada.election.RoundRef;

/**
 * The naming of people for one district in one round.
 *
 * @param district its digits
 */
record AssignmentCase(RoundRef round, String district) {

    /** Business key {@code <election>/<round>/<district>}. */
    String subject() {
        return round.businessKey() + "/" + district;
    }
}
