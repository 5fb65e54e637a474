package id.deskpilkada.platform.chain;

/** A part of {@code GET /api/checks/ledger}: each module that keeps something unalterable looks through its own. */
public interface IntegrityCheck {

    /** Runs in a transaction that sees all districts at one moment. */
    void check(Findings findings);
}
