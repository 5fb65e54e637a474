package id.deskpilkada.tierreport.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What became of handing a report over.
 *
 * @param reason as {@code tier.delivery.reason.<code>} tells it
 * @param detail in the words of the other side
 */
record IntakeAnswer(Outcome outcome, String reason, @Nullable String detail, @Nullable String receiptId) {

    enum Outcome {
        TAKEN,
        /** The other side has a later version. */
        OVERTAKEN,
        NOT_YET,
        REFUSED
    }

    static IntakeAnswer taken(String receipt) {
        return new IntakeAnswer(Outcome.TAKEN, "", null, receipt);
    }

    static IntakeAnswer overtaken() {
        return new IntakeAnswer(Outcome.OVERTAKEN, "", null, null);
    }

    static IntakeAnswer notYet(String reason, @Nullable String detail) {
        return new IntakeAnswer(Outcome.NOT_YET, reason, detail, null);
    }

    static IntakeAnswer refused(String reason, @Nullable String detail) {
        return new IntakeAnswer(Outcome.REFUSED, reason, detail, null);
    }
}
