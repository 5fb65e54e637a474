package id.deskpilkada.platform.sealing;

/** Answered by every module that keeps sealed values: a former key is forgotten only when none of them needs it any more. */
public interface FormerKeyUse {

    /** Whether values lie there that are sealed with another key than the given one. Asked in a transaction that sees all districts. */
    boolean anyBut(String newestKey);
}
