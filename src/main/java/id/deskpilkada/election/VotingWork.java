package id.deskpilkada.election;

/** Work that a feature opens when a slot of kind VOTING opens, in chunks with a transaction each; asked again for slots that are open when polling stations were added. */
public interface VotingWork {

    /** Opens the next chunk of what is not open yet; true when more is left. */
    boolean openNext(RoundRef round, SlotRef slot);
}
