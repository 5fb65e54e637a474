package id.deskpilkada.election;

/**
 * Work that a feature opens during the whole life of a round, in chunks with a transaction each: when the round starts, and again when polling stations were added or the schedule
 * was changed, also while counting.
 */
public interface RoundWork {

    /** Opens the next chunk of what is not open yet, or brings the next chunk of deadlines up to date; true when more is left. */
    boolean openNext(RoundRef round);
}
