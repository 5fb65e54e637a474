package id.deskpilkada.election;

/** Work that a feature opens in the weeks before the day, in chunks with a transaction each; asked again when polling stations were added or the schedule was changed. */
public interface PreparationWork {

    /** Opens the next chunk of what is not open yet, or brings the next chunk of deadlines up to date; true when more is left. */
    boolean openNext(RoundRef round);
}
