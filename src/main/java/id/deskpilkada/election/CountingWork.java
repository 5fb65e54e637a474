package id.deskpilkada.election;

/** Work that a feature opens for each TPS when counting begins, in chunks with a transaction each. */
public interface CountingWork {

    /** Opens the next chunk; true when more is left. */
    boolean openNext(RoundRef round);
}
