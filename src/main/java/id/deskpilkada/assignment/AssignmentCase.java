package id.deskpilkada.assignment;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Area;

/**
 * The naming of people for one district in one round.
 *
 * @param district its digits
 */
record AssignmentCase(RoundRef round, String district) {

    /** @param subject as {@link #subject()} says it */
    static AssignmentCase of(RoundRef round, String subject) {
        return new AssignmentCase(round, Area.digits(subject.substring(subject.lastIndexOf('/') + 1)));
    }

    /** Business key {@code <election>/<round>/<district>}. */
    String subject() {
        return round.businessKey() + "/" + district;
    }
}
