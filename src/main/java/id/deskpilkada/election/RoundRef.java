package id.deskpilkada.election;

import java.time.LocalDate;

/**
 * A round of an election as it stood a few seconds ago at most.
 *
 * @param date the day of voting of this round, in the regency's time
 */
public record RoundRef(
        long id,
        String code,
        RoundKind kind,
        RoundPhase phase,
        long electionId,
        String electionCode,
        String electionName,
        Law law,
        LocalDate date) {

    /** Whether nothing of it is real: a practice that may run beside the real rounds. */
    public boolean rehearsal() {
        return kind == RoundKind.REHEARSAL;
    }

    /** How processes name the round: {@code <election>/<round>}. */
    public String businessKey() {
        return electionCode + "/" + code;
    }
}
